import fc from 'fast-check';
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { beforeEach, expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import type { Db } from '#platform/db.ts';
import type { Ctx } from '#platform/module.ts';
import { openRegisters, takeNumber, written } from './registers.ts';

const { db, address } = await openSchool('2026-11-23T01:00:00.000Z');
const register = 'incoming.document';
const asking = (open: typeof db, now = '2026-11-23T01:00:00.000Z') => ({ db: open, now }) as unknown as Ctx;
const take = (now?: string, after: () => unknown = () => undefined) =>
  db.transaction().execute(async (open) => {
    const number = await takeNumber(asking(open, now), register);
    await after();
    return number;
  });
const refused = () => { throw new Error('refused'); };
beforeEach(async () => void (await sql`delete from register_counters`.execute(db)));

test('a year is a year of the Chinese calendar', async () => {
  expect(await take('2026-12-31T15:59:59.999Z')).toBe('2026-0001');
  expect(await take('2026-12-31T16:00:00.000Z')).toBe('2027-0001');
  expect(await take('2026-12-31T15:59:59.999Z')).toBe('2026-0002');
});

test('what is refused afterwards gives its number back', async () => {
  await take();
  await expect(take(undefined, refused)).rejects.toThrow('refused');
  expect(await take()).toBe('2026-0002');
});

test('forty at once, a third of them refused: every number once and none missing', async () => {
  const all = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => take(undefined, i % 3 === 0 ? refused : undefined)));
  const numbers = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])).sort();
  expect(numbers).toEqual(Array.from({ length: 26 }, (_, i) => `2026-${String(i + 1).padStart(4, '0')}`));
});

test('a connection that dies with a number in hand loses none', async () => {
  const pool = new pg.Pool({ ...address, max: 1 });
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const other: Db = new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
  await take();
  const dying = other.transaction().execute(async (open) => {
    await takeNumber(asking(open), register);
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(open);
  });
  await expect(dying).rejects.toThrow();
  await other.destroy();
  expect(await take()).toBe('2026-0002');
});

test('a register that nobody declared, and a pattern that does not run, stop the start', async () => {
  expect(() => openRegisters({ 'some.register': '{year}-' })).toThrow('some.register');
  await expect(db.transaction().execute((open) => takeNumber(asking(open), 'some.register'))).rejects.toThrow('no register some.register');
});

test.each([
  ['{year}-{seq:4}', 12, '2026-0012'],
  ['{year}-{seq:4}', 12345, '2026-12345'],
  ['江实校发〔{year}〕{seq}号', 12, '江实校发〔2026〕12号'],
])('%s %i', (pattern, seq, number) => expect(written(pattern, '2026', seq)).toBe(number));

test('two numbers of a year are never written alike', () =>
  fc.assert(fc.property(fc.nat(200_000), fc.nat(200_000), fc.integer({ min: 1, max: 6 }), (a, b, width) => (written(`{year}-{seq:${width}}`, '2026', a) === written(`{year}-{seq:${width}}`, '2026', b)) === (a === b))));
