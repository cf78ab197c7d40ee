import { afterAll, expect, inject, test } from 'vitest';
import type { Listener } from './module.ts';
import { deliver, tellLater } from './outbox.ts';
import { cloneDatabase } from './testing.ts';

const { db, drop } = await cloneDatabase(inject('server'), inject('template'));
afterAll(drop);
const at = (hour: number, minute = 0) => `2026-11-24T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`;

const heard: string[] = [];
let fails = false;
const listener: Listener = async (_ctx, { name }: { name: string }) => {
  if (fails && name === 'bad') throw new Error('not today');
  heard.push(name);
};
const hand = async (now: string) => {
  heard.length = 0;
  await deliver(db, new Map([['tried', [listener]]]), async () => {}, now);
  return [...heard];
};
const tell = (now: string, name: string) => tellLater(db, now, 'tried', { name });
const waiting = async () => (await db.selectFrom('outbox').select(['tries', 'due', 'error']).execute());

test('events are handed over once, in the order they were told', async () => {
  for (const name of ['one', 'two', 'three']) await tell(at(9), name);
  expect(await hand(at(9))).toEqual(['one', 'two', 'three']);
  expect(await hand(at(9))).toEqual([]);
});

test('one whose listener fails waits longer each time and blocks no other', async () => {
  fails = true;
  await tell(at(10), 'bad');
  await tell(at(10), 'good');
  expect(await hand(at(10))).toEqual(['good']);
  expect(await waiting()).toEqual([{ tries: 1, due: '2026-11-24T10:00:01.000Z', error: 'Error: not today' }]);
  expect(await hand(at(10, 1))).toEqual([]);
  expect(await waiting()).toMatchObject([{ tries: 2, due: '2026-11-24T10:01:02.000Z' }]);
  fails = false;
  expect(await hand(at(10, 2))).toEqual(['bad']);
  expect(await waiting()).toEqual([]);
});

test('the clock was set back: what was told before is handed over all the same', async () => {
  await tell(at(20), 'told in the evening');
  expect(await hand(at(11))).toEqual(['told in the evening']);
});

test('the clock was set back by a day: a second try waits an hour at most', async () => {
  fails = true;
  await tell(at(12), 'bad');
  await hand('2026-11-25T12:00:00.000Z');
  fails = false;
  expect(await hand(at(12))).toEqual(['bad']);
});

test('what is meant for later waits for its moment', async () => {
  await db.insertInto('outbox').values({ at: at(13), due: at(14), event: 'tried', data: '{"name":"later"}' }).execute();
  expect(await hand(at(13, 59))).toEqual([]);
  expect(await hand(at(14))).toEqual(['later']);
});

test('two processes deliver at once: nothing is handed over twice', async () => {
  for (let i = 0; i < 50; i += 1) await tell(at(15), `number ${i}`);
  heard.length = 0;
  const slow: Listener = async (ctx, data) => (await new Promise((resolve) => setTimeout(resolve, 2)), listener(ctx, data));
  const both = await Promise.all([1, 2].map(() => deliver(db, new Map([['tried', [slow]]]), async () => {}, at(15))));
  expect(both.toSorted((a, b) => a - b)).toEqual([0, 50]);
  expect(new Set(heard).size).toBe(50);
  expect(heard).toHaveLength(50);
});
