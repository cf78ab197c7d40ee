import { afterAll, expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';

const zone = process.env['TZ'];
process.env['TZ'] = 'America/New_York';
afterAll(() => (zone === undefined ? delete process.env['TZ'] : (process.env['TZ'] = zone)));

const { as, clock, drain } = await openSchool('2026-11-24T01:00:00.000Z');
const clerk = await as('office.clerk');
const registeredAt = async (instant: string) => {
  clock.now = instant;
  const { id, number, dueAt } = await clerk.incoming.register({ body: { sender: '某局', title: '关于某事的通知' } });
  await drain();
  const { clocks } = await clerk.deadlines.ofRecord({ params: { recordId: id } });
  return { number, dueAt, clock: clocks.find(({ promise }) => promise === 'incoming.ordinary')! };
};

test('a server in New York has the due times, days and years of the school', async () => {
  expect(new Date('2026-11-24T01:00:00Z').getHours()).toBe(20);
  // Friday 15:00 in China: 9 hours of Friday, and 3 of Monday.
  expect(await registeredAt('2026-11-27T07:00:00.000Z')).toMatchObject({ dueAt: '2026-11-29T19:00:00.000Z' });
  // In the hour that New York has twice, and in the one that it does not have.
  expect(await registeredAt('2026-11-01T05:30:00.000Z')).toMatchObject({ dueAt: '2026-11-02T04:00:00.000Z' });
  expect(await registeredAt('2026-03-08T07:30:00.000Z')).toMatchObject({ dueAt: '2026-03-09T04:00:00.000Z' });
});

test('the number turns with the Chinese year, and a due time in a year nobody published is said', async () => {
  const last = await registeredAt('2026-12-31T15:59:59.999Z');
  expect([last.number.slice(0, 4), last.dueAt, last.clock.missingYear]).toEqual(['2026', null, 2027]);
  const first = await registeredAt('2026-12-31T16:00:00.000Z');
  expect([first.number, first.clock.state, first.clock.explanation.missingYear]).toEqual(['2027-0001', 'unknown', 2027]);
});

test('on 30 December what still falls into the year has its due time, and what does not says why not', async () => {
  const early = await registeredAt('2026-12-30T01:00:00.000Z');
  expect([early.dueAt, early.clock.state]).toEqual(['2026-12-30T13:00:00.000Z', 'running']);
  const { clocks } = await clerk.deadlines.ofRecord({ params: { recordId: early.clock.recordId } });
  expect(clocks.find(({ promise }) => promise === 'incoming.last')).toMatchObject({ dueAt: '2026-12-31T01:00:00.000Z' });
});
