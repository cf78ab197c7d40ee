import { beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '#platform/problem.ts';
import { forgetAnswers, keptAnswer } from './kept-answer.ts';
import { keepFor } from './kept.ts';

/** A browser's own storage: its entries are its properties. */
const storage = () => Object.defineProperties({} as Record<string, string>, {
  getItem: { value(this: Record<string, string>, key: string) { return this[key] ?? null; } },
  setItem: { value(this: Record<string, string>, key: string, text: string) { this[key] = text; } },
  removeItem: { value(this: Record<string, string>, key: string) { delete this[key]; } },
});

let answers: () => unknown;
const asked = () => keptAnswer({ queryKey: ['meetings', 'sitting', { id: '1' }], queryFn: async () => answers() }).queryFn();
const fails = (status: number) => () => { throw new Problem(status, ['platform.offline']); };

beforeEach(() => {
  vi.stubGlobal('localStorage', storage());
  keepFor('a');
});

test('the last answer stands in while no server is reached, for its own reader alone', async () => {
  answers = fails(503);
  await expect(asked()).rejects.toMatchObject({ status: 503 });
  answers = () => ({ points: 1 });
  await asked();
  answers = () => ({ points: 2 });
  await asked();
  for (const status of [502, 503, 504]) {
    answers = fails(status);
    expect(await asked()).toEqual({ points: 2 });
  }
  keepFor('b');
  await expect(asked()).rejects.toMatchObject({ status: 504 });
});

test('what the server refuses, or does not show any more, is not answered for', async () => {
  answers = () => ({ points: 1 });
  await asked();
  for (const status of [500, 404, 503]) {
    answers = fails(status);
    await expect(asked()).rejects.toMatchObject({ status });
  }
});

test('at sign-out and when the session has ended nothing that was answered stays; what was written does', async () => {
  answers = () => ({ points: 1 });
  localStorage.setItem('zongban.a.queue.meetings.1', '[]');
  for (const end of [async () => forgetAnswers(), async () => ((answers = fails(401)), asked().catch(() => undefined))]) {
    answers = () => ({ points: 1 });
    await asked();
    expect(Object.keys(localStorage)).toHaveLength(2);
    await end();
    expect(Object.keys(localStorage)).toEqual(['zongban.a.queue.meetings.1']);
  }
});
