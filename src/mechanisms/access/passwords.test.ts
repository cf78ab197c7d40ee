import { expect, test } from 'vitest';
import { hashOneTime, hashPassword, isPassword, oneTimePassword } from './passwords.ts';

const timed = async (work: () => Promise<unknown>) => {
  const from = performance.now();
  for (let i = 0; i < 5; i++) await work();
  return performance.now() - from;
};

test('a password, a one-time password and no password at all are refused in about the same time', async () => {
  const [own, oneTime] = [await hashPassword('江城十一月的早晨'), await hashOneTime(oneTimePassword())];
  await isPassword(null, 'wrong');
  const [ofOwn, ofOneTime, ofNobody] = [await timed(() => isPassword(own, 'wrong')), await timed(() => isPassword(oneTime, 'wrong')), await timed(() => isPassword(undefined, 'wrong'))];
  for (const time of [ofOneTime, ofNobody]) expect(time / ofOwn).toBeGreaterThan(0.3);
});

test('each opens with itself alone, and both are argon2id', async () => {
  const word = oneTimePassword();
  expect(word).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  for (const hash of [hashOneTime, hashPassword]) {
    const stored = await hash(word);
    expect(stored).toMatch(/^\$argon2id\$/);
    expect([await isPassword(stored, word), await isPassword(stored, `${word}x`)]).toEqual([true, false]);
  }
});
