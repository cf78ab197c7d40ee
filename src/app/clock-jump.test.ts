import { expect, test } from 'vitest';
import { hashOfToken } from '#mechanisms/access/who.ts';
import { tick } from '#mechanisms/deadlines/tick.ts';
import { openSchool } from './testing.ts';

const { as, db, app, clock, drain } = await openSchool('2026-11-24T02:00:00.000Z');
const clerk = await as('office.clerk');
const register = (title: string) => clerk.incoming.register({ body: { title, sender: '江城市教育局' } });
const hour = 3_600_000;
const jump = (by: number) => (clock.now = new Date(Date.parse(clock.now) + by).toISOString());

test('the clock is set back: numbers go on without a gap, clocks start, events are delivered, nobody is signed out', async () => {
  const before = await register('关于拨钟之前来文的通知');
  jump(-3 * hour);
  const after = await register('关于拨钟之后来文的通知');
  expect([before.number, after.number]).toEqual(['2026-0001', '2026-0002']);
  expect(after.dueAt! < before.dueAt!).toBe(true);
  await drain();
  expect(await db.selectFrom('outbox').selectAll().where('due', '<=', clock.now).execute()).toEqual([]);
  const entries = await db.selectFrom('searchEntries').select('recordId').execute();
  expect(entries.map(({ recordId }) => recordId).sort()).toEqual([before.id, after.id].sort());
});

test('the clock is set forward by a week: what is late is told once, and setting it back tells nothing again', async () => {
  jump(7 * 24 * hour);
  await tick(db, clock.now);
  const told = () => db.selectFrom('clocks').select(['id', 'toldBroken']).where('toldBroken', 'is not', null).orderBy('id').execute();
  const late = await told();
  expect(late).toHaveLength(4);
  jump(-7 * 24 * hour);
  await tick(db, clock.now);
  jump(7 * 24 * hour);
  await tick(db, clock.now);
  expect(await told()).toEqual(late);
  jump(-7 * 24 * hour);
});

test('a session lives on when the clock is set back, and ends when its time is over by the right clock', async () => {
  const { id: personId } = await db.selectFrom('people').select('id').where('username', '=', 'staff').executeTakeFirstOrThrow();
  const endsAt = new Date(Date.parse(clock.now) + 24 * hour).toISOString();
  await db.insertInto('sessions').values({ tokenHash: hashOfToken('held'), id: crypto.randomUUID(), personId, createdAt: clock.now, seenAt: clock.now, endsAt }).execute();
  const status = async () => (await app.inject({ method: 'GET', url: '/api/session', cookies: { zongban: 'held' } })).statusCode;
  expect(await status()).toBe(200);
  jump(-2 * hour);
  expect(await status()).toBe(200);
  jump(2 * hour + 25 * hour);
  expect(await status()).toBe(401);
});
