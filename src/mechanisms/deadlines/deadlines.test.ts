import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { openRecord } from '#mechanisms/access/records.ts';
import type { Db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { giveClock, overrideClock, pauseClock, resumeClock, startClock, startClocks, stopClock } from './clocks.ts';
import { heldBy } from './delay.ts';
import { declarePromises } from './promises.ts';
import { clocksOf } from './queries.ts';
import { tick } from './tick.ts';
import { renew } from './times.ts';
import { sentence } from './words.zh.ts';

const { as, db, clock, personId, drain } = await openSchool('2026-11-24T01:00:00.000Z');
const clerk = await as('office.clerk');
const director = await as('office.director');
const clerkId = await personId('office.clerk');
const staffId = await personId('staff');

const words = { title: '普通公文', from: '登记', to: '办结' };
declarePromises([
  { name: 'test.ordinary', kind: 'office_hours', length: { minutes: 720 }, warn: { share: 0.75 }, escalate: { after: { minutes: 120 }, to: 'office.director' }, zh: words, en: words },
  { name: 'test.urgent', kind: 'elapsed', length: { minutes: 120 }, warn: { lead: { minutes: 30 } }, zh: words, en: words },
]);

const acting = (open: Db) => ({
  db: open,
  now: clock.now,
  actor: { id: clerkId } as never,
  refuse: () => {},
  tell: () => {},
});
const act = <T>(work: (ctx: any) => Promise<T>) => db.transaction().execute((open) => work(acting(open)));

const record = async (readers: string[] = [clerkId]) => {
  const id = newId();
  await act((ctx) => openRecord(ctx, { id, kind: 'test', number: 'T-1', title: '来文', allPermission: 'test.all', clearance: 0, readers }));
  return id;
};
const rowOf = (id: string) => db.selectFrom('clocks').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const told = async () => (await db.selectFrom('outbox').select(['event', 'data']).where('event', 'like', 'deadlines.%').where('event', 'not in', ['deadlines.due', 'deadlines.moved']).orderBy('id').execute()).map(({ event, data }) => ({ event, ...(data as object) }));
const office = (text: string) => new Date(`2026-${text.replace(' ', 'T')}:00+08:00`).toISOString();
const at = (text: string) => (clock.now = office(text));

beforeEach(async () => {
  await sql`delete from outbox`.execute(db);
  await sql`update clocks set stopped_at = ${clock.now}, next_at = null where stopped_at is null`.execute(db);
  at('11-24 09:00');
});

test('a clock knows when it is due, and its record says why', async () => {
  const recordId = await record();
  const started = await act((ctx) => startClock(ctx, { promise: 'test.ordinary', recordId, personId: clerkId }));
  expect(started).toMatchObject({ dueAt: office('11-25 14:30'), missingYear: null });
  const { clocks } = await clerk.deadlines.ofRecord({ params: { recordId } });
  expect(clocks).toMatchObject([{ id: started.id, promise: 'test.ordinary', state: 'running', person: { id: clerkId }, dueAt: office('11-25 14:30'), warnAt: office('11-25 10:00') }]);
  expect(sentence(clocks[0]!.explanation)).toBe('11月24日（周二）7 小时，11月25日（周三）5 小时；共 12 小时（办公时间），应于 11月25日（周三）14:30 前完成。');
});

test('a pause shifts it, a date laid down replaces it, and stopping ends it', async () => {
  const recordId = await record();
  const { id } = await act((ctx) => startClock(ctx, { promise: 'test.ordinary', recordId }));
  at('11-24 10:00');
  expect(await act((ctx) => pauseClock(ctx, { recordId, reason: '等待补件' }))).toMatchObject([{ id, dueAt: null }]);
  expect(await act((ctx) => pauseClock(ctx, { recordId, reason: '再次' }))).toEqual([]);
  expect((await clerk.deadlines.ofRecord({ params: { recordId } })).clocks[0]).toMatchObject({ state: 'paused', dueAt: null });
  at('11-24 15:00');
  expect(await act((ctx) => resumeClock(ctx, { recordId }))).toMatchObject([{ dueAt: office('11-26 08:30') }]);
  expect(await act((ctx) => overrideClock(ctx, { recordId, dueAt: office('12-01 17:00'), reason: '来文要求' }))).toMatchObject([{ dueAt: office('12-01 17:00') }]);
  expect(await act((ctx) => overrideClock(ctx, { recordId, dueAt: null, reason: '误读' }))).toMatchObject([{ dueAt: office('11-26 08:30') }]);
  at('11-26 08:15');
  expect(await act((ctx) => stopClock(ctx, { recordId }))).toEqual([id]);
  expect(await act((ctx) => stopClock(ctx, { recordId }))).toEqual([]);
  expect((await clerk.deadlines.ofRecord({ params: { recordId } })).clocks[0]).toMatchObject({ state: 'kept', stoppedAt: office('11-26 08:15') });
  const events = await db.selectFrom('clockEvents').select(['what', 'by', 'reason']).where('clockId', '=', id).orderBy('position').execute();
  expect(events.map(({ what }) => what)).toEqual(['started', 'paused', 'resumed', 'overridden', 'overridden', 'stopped']);
  expect(events[1]).toEqual({ what: 'paused', by: clerkId, reason: '等待补件' });
});

test('one clock of a promise is open for each record and part', async () => {
  const recordId = await record();
  const [itemId, other] = [newId(), newId()];
  await act((ctx) => startClocks(ctx, [{ promise: 'test.urgent', recordId }, { promise: 'test.urgent', recordId, itemId }, { promise: 'test.urgent', recordId, itemId: other }]));
  await expect(act((ctx) => startClock(ctx, { promise: 'test.urgent', recordId, itemId }))).rejects.toThrow('clocks_one_open');
  expect(await act((ctx) => stopClock(ctx, { recordId, itemId }))).toHaveLength(1);
  expect(await act((ctx) => stopClock(ctx, { recordId, itemId: null, promise: ['test.urgent'] }))).toHaveLength(1);
  expect((await act((ctx) => clocksOf(ctx, recordId))).filter(({ stoppedAt }) => !stoppedAt).map(({ itemId }) => itemId)).toEqual([other]);
});

test('warned, broken and escalated are told once each, whoever ticks and however often', async () => {
  const recordId = await record();
  const { id } = await act((ctx) => startClock(ctx, { promise: 'test.ordinary', recordId, departmentId: null, personId: clerkId }));
  const about = { clockId: id, promise: 'test.ordinary', recordId, itemId: null, personId: clerkId, departmentId: null, dueAt: office('11-25 14:30'), toldLate: false };
  const twice = () => Promise.all([tick(db, clock.now), tick(db, clock.now)]);
  await twice();
  expect(await told()).toEqual([]);
  at('11-25 10:00');
  await twice();
  expect(await told()).toEqual([{ event: 'deadlines.warned', ...about, to: null }]);
  at('11-25 14:30');
  await twice();
  at('11-24 08:00'); // the server's clock is set back
  await twice();
  at('11-25 16:30');
  await twice();
  await twice();
  expect((await told()).slice(1)).toEqual([{ event: 'deadlines.broken', ...about, to: null }, { event: 'deadlines.escalated', ...about, to: 'office.director' }]);
});

test('nobody was there over the due time: told once, late, saying so, and not warned any more', async () => {
  const recordId = await record();
  await act((ctx) => startClock(ctx, { promise: 'test.ordinary', recordId }));
  at('11-25 15:00');
  await tick(db, clock.now);
  await tick(db, clock.now);
  expect(await told()).toMatchObject([{ event: 'deadlines.broken', recordId, dueAt: office('11-25 14:30'), toldLate: true }]);
  at('11-26 09:00'); // jumped ahead over the moment of escalation, then back
  await tick(db, clock.now);
  at('11-25 15:00');
  await tick(db, clock.now);
  expect((await told()).slice(1)).toMatchObject([{ event: 'deadlines.escalated', toldLate: true }]);
});

test('what is due, and what is due next, is found by one index among many', async () => {
  const recordId = await record();
  await act((ctx) => startClock(ctx, { promise: 'test.urgent', recordId }));
  await sql`insert into clocks (id, promise, record_id, item_id, started_at, kind, minutes, figures, due_at, next_at, calendar_version)
    select gen_random_uuid(), 'test.urgent', ${recordId}, gen_random_uuid(), ${clock.now}, 'elapsed', 120, 'elapsed/120/90/', ${clock.now}::timestamptz + n * interval '1 minute', ${clock.now}::timestamptz + n * interval '1 minute', gen_random_uuid() from generate_series(1, 20000) n`.execute(db);
  await sql`analyze clocks`.execute(db);
  const plan = async (query: ReturnType<typeof sql>) => (await sql<{ 'QUERY PLAN': string }>`explain ${query}`.execute(db)).rows.map((row) => Object.values(row)[0]).join('\n');
  expect(await plan(sql`select id from clocks where next_at <= ${clock.now}::timestamptz + interval '3 minutes' order by next_at limit 200 for update skip locked`)).toMatch(/Index.* clocks_by_next/);
  expect(await plan(sql`select next_at from clocks where next_at > ${clock.now} order by next_at limit 1`)).toMatch(/Index.* clocks_by_next/);
  expect(await plan(sql`select id from clocks where stopped_at is null order by due_order, id limit 31`)).toMatch(/Index.* clocks_open_by_due/);
  await sql`delete from clocks where figures = 'elapsed/120/90/' and id not in (select clock_id from clock_events)`.execute(db);
});

test('many at once are all told, by several workers', async () => {
  const recordIds = await Promise.all(Array.from({ length: 8 }, () => record()));
  for (const recordId of recordIds) await act((ctx) => startClocks(ctx, Array.from({ length: 60 }, () => ({ promise: 'test.urgent', recordId, itemId: newId() }))));
  at('11-24 12:00');
  await Promise.all([1, 2, 3].map(() => tick(db, clock.now)));
  const clocks = (await told()).map((event) => (event as { clockId?: string }).clockId);
  expect([clocks.length, new Set(clocks).size]).toEqual([480, 480]);
  expect((await told()).every(({ event }) => event === 'deadlines.broken')).toBe(true);
});

test('between two ticks the outbox is given the very moment', async () => {
  const recordId = await record();
  await act((ctx) => startClock(ctx, { promise: 'test.urgent', recordId }));
  at('11-24 10:29');
  await tick(db, clock.now);
  expect(await told()).toEqual([]);
  expect(await db.selectFrom('outbox').select('due').where('event', '=', 'deadlines.due').execute()).toEqual([]);
  clock.now = new Date(Date.parse(office('11-24 10:30')) - 20_000).toISOString();
  await tick(db, clock.now);
  expect(await db.selectFrom('outbox').select('due').where('event', '=', 'deadlines.due').execute()).toEqual([{ due: office('11-24 10:30') }]);
  at('11-24 10:30');
  const heard: unknown[] = [];
  await drain();
  heard.push(...(await db.selectFrom('clocks').select('toldWarned').where('recordId', '=', recordId).execute()));
  expect(heard).toEqual([{ toldWarned: office('11-24 10:30') }]);
});

test('paused clocks are silent', async () => {
  const recordId = await record();
  await act((ctx) => startClock(ctx, { promise: 'test.urgent', recordId }));
  await act((ctx) => pauseClock(ctx, { recordId, reason: '等待' }));
  at('11-25 12:00');
  await tick(db, clock.now);
  expect(await told()).toEqual([]);
});

test('when the calendar changes, open clocks move, and what was told too early may be told again', async () => {
  at('11-26 16:30');
  const recordId = await record();
  const { id, dueAt } = await act((ctx) => startClock(ctx, { promise: 'test.ordinary', recordId }));
  expect(dueAt).toBe(office('11-30 11:00'));
  at('11-27 17:30');
  await tick(db, clock.now);
  expect(await told()).toMatchObject([{ event: 'deadlines.warned' }]);
  await director.calendar.mark({ params: { day: '2026-11-27' }, body: { kind: 'closed', name: '校庆', why: '校庆放假' } });
  await drain();
  expect(await rowOf(id)).toMatchObject({ dueAt: office('12-01 11:00'), warnAt: office('11-30 17:30'), toldWarned: null, nextAt: office('11-30 17:30') });
  await director.calendar.mark({ params: { day: '2026-11-27' }, body: { kind: null, why: '改期' } });
  await drain();
  expect(await rowOf(id)).toMatchObject({ dueAt: office('11-30 11:00') });
});

test('what a change of the calendar would do is said before it is made, and only of what the asker may see', async () => {
  at('11-26 16:30');
  const [recordId, theirs] = [await record([await personId('office.director')]), await record([staffId])];
  await act((ctx) => startClocks(ctx, [{ promise: 'test.ordinary', recordId }, { promise: 'test.ordinary', recordId: theirs }, { promise: 'test.urgent', recordId }]));
  const preview = (change: object) => director.deadlines.preview({ body: change as never });
  const day = (date: string, kind: string | null) => ({ days: [{ day: date, kind, name: '' }] });
  const counts = async (change: object) => {
    const { lines, ...found } = await preview(change);
    return [found, lines.map(({ recordId: of, before, after }) => [of, before, after])];
  };
  const none = { earlier: 0, later: 0, lost: 0, found: 0, overdue: 0 };
  expect(await counts(day('2026-11-27', 'closed'))).toEqual([{ ...none, later: 1 }, [[recordId, office('11-30 11:00'), office('12-01 11:00')]]]);
  expect(await counts(day('2026-11-28', 'makeup'))).toEqual([{ ...none, earlier: 1 }, [[recordId, office('11-30 11:00'), office('11-28 11:00')]]]);
  expect(await counts({ withdraws: 2026 })).toEqual([{ ...none, lost: 1 }, [[recordId, office('11-30 11:00'), null]]]);
  expect(await counts({ publishes: 2029 })).toEqual([none, []]);
  const always = { name: '全年', starts: '2026-11-20', ends: '2026-11-30', weekdays: [1, 2, 3, 4, 5, 6, 7], spans: [{ from: '00:00', to: '24:00' }], id: null };
  expect(await counts({ timetable: always })).toEqual([{ ...none, earlier: 1 }, [[recordId, office('11-30 11:00'), office('11-27 04:30')]]]);
  await director.calendar.mark({ params: { day: '2026-11-27' }, body: { kind: 'closed', name: '校庆', why: '校庆放假' } });
  await drain();
  const [change] = (await director.calendar.changes({ params: { year: '2026' }, query: {} })).changes;
  expect(await counts({ undoes: change!.id })).toEqual([{ ...none, earlier: 1 }, [[recordId, office('12-01 11:00'), office('11-30 11:00')]]]);
  await director.calendar.undo({ params: { changeId: change!.id }, body: {} });
  await drain();
  expect((await clerk.deadlines.board({ query: {} })).clocks.every(({ dueAt }) => dueAt !== office('12-01 11:00'))).toBe(true);
  expect((await preview({})).lines).toEqual([]);
});

test('a clock that stopped keeps the due time by which it was judged', async () => {
  const recordId = await record();
  await act((ctx) => startClock(ctx, { promise: 'test.ordinary', recordId }));
  at('11-25 15:00');
  await act((ctx) => stopClock(ctx, { recordId }));
  await director.calendar.mark({ params: { day: '2026-11-25' }, body: { kind: 'closed', name: '停电', why: '补记' } });
  const [stopped] = (await clerk.deadlines.ofRecord({ params: { recordId } })).clocks;
  expect([stopped!.state, stopped!.dueAt, sentence(stopped!.explanation)]).toEqual(['late', office('11-25 14:30'), '应于 11月25日（周三）14:30 前完成。']);
  await director.calendar.mark({ params: { day: '2026-11-25' }, body: { kind: null, why: '误记' } });
});

test('a due time in a year that is not published is said, and comes when it is published', async () => {
  at('12-31 16:00');
  const recordId = await record();
  const { id, dueAt, missingYear } = await act((ctx) => startClock(ctx, { promise: 'test.ordinary', recordId }));
  expect([dueAt, missingYear]).toEqual([null, 2027]);
  const { clocks } = await clerk.deadlines.ofRecord({ params: { recordId } });
  expect([clocks[0]!.state, sentence(clocks[0]!.explanation)]).toEqual(['unknown', '2027 年校历尚未发布，时限待校历发布后确定。']);
  const days = ['01-01', '02-05', '02-06', '02-07', '02-08', '02-09', '02-10'].map((d) => ({ day: `2027-${d}`, kind: 'holiday' as const, name: '假' }));
  await director.calendar.confirm({ params: { year: '2027' }, body: { days } });
  await director.calendar.publish({ params: { year: '2027' } });
  await drain();
  expect(await rowOf(id)).toMatchObject({ dueAt: '2027-01-05T02:30:00.000Z', missingYear: null });
  await director.calendar.withdraw({ params: { year: '2027' }, body: { why: '有误' } });
  await drain();
  expect(await rowOf(id)).toMatchObject({ dueAt: null, missingYear: 2027 });
});

test('a clock started while the calendar changed is put right at the next tick', async () => {
  const recordId = await record();
  const { id } = await act((ctx) => startClock(ctx, { promise: 'test.ordinary', recordId }));
  await sql`update clocks set calendar_version = gen_random_uuid(), due_at = '2030-01-01T00:00:00Z', figures = 'old' where id = ${id}`.execute(db);
  expect(await renew(db, clock.now)).toBe(1);
  expect(await renew(db, clock.now)).toBe(0);
  expect(await rowOf(id)).toMatchObject({ dueAt: office('11-25 14:30'), figures: 'office_hours/720/540/120' });
  const moved = await db.selectFrom('outbox').select('data').where('event', '=', 'deadlines.moved').execute();
  expect(moved).toEqual([{ data: { clocks: [{ clockId: id, promise: 'test.ordinary', recordId, itemId: null, dueAt: office('11-25 14:30') }] } }]);
});

test('the board shows what is due first, page by page, and nothing the asker may not see', async () => {
  const [mine, theirs] = [await record(), await record([staffId])];
  const itemIds = [newId(), newId()];
  await act((ctx) => startClock(ctx, { promise: 'test.ordinary', recordId: mine }));
  await act((ctx) => startClock(ctx, { promise: 'test.ordinary', recordId: theirs }));
  await act((ctx) => startClocks(ctx, [{ promise: 'test.urgent', recordId: mine, itemId: itemIds[0]!, personId: clerkId }, { promise: 'test.urgent', recordId: mine, itemId: itemIds[1]! }]));
  await act((ctx) => pauseClock(ctx, { recordId: mine, itemId: itemIds[1]!, reason: '等待' }));
  at('11-24 10:45');
  const board = (query: object) => clerk.deadlines.board({ query: query as never });
  const first = await board({ most: 2 });
  expect(first.clocks.map(({ promise, state, record: r }) => [promise, state, r.title])).toEqual([['test.urgent', 'warned', '来文'], ['test.ordinary', 'running', '来文']]);
  const second = await board({ most: 2, ...first.next });
  expect([second.clocks.map(({ state }) => state), second.next]).toEqual([['paused'], null]);
  const count = async (query: object) => (await board(query)).clocks.length;
  expect([await count({ of: 'mine' }), await count({ of: 'department' }), await count({ state: 'warned' }), await count({ state: 'broken' }), await count({ promise: 'test.urgent' })]).toEqual([1, 0, 1, 0, 2]);
  await act((ctx) => giveClock(ctx, { recordId: mine, promise: 'test.ordinary', personId: clerkId }));
  expect(await count({ of: 'mine' })).toBe(2);
  await expect(clerk.deadlines.ofRecord({ params: { recordId: theirs } })).rejects.toMatchObject({ status: 404 });
});

test('the promises are listed with the figures in force', async () => {
  const { promises } = await clerk.deadlines.promises({});
  expect(promises).toContainEqual({ name: 'test.ordinary', kind: 'office_hours', minutes: 720, warnAfter: 540, escalateAfter: 120, escalateTo: 'office.director', zh: words, en: words });
  expect(() => declarePromises([{ name: 'test.urgent', kind: 'office_hours', length: { minutes: 1 }, warn: { share: 1 }, zh: words, en: words }])).toThrow('declared twice');
  expect(() => declarePromises([{ name: 'test.nobody', kind: 'elapsed', length: { minutes: 1 }, warn: { share: 1 }, escalate: { after: { minutes: 1 }, to: 'nobody' }, zh: words, en: words }])).toThrow('no role nobody');
});

test('who held it how long, in office hours', async () => {
  at('11-30 09:00');
  const held = await heldBy({ db, now: clock.now }, [
    { holder: '办公室', from: office('11-26 16:30'), to: office('11-27 10:00') },
    { holder: '教务处', from: office('11-27 10:00'), to: null },
  ]);
  expect(held.map(({ holder, officeMs }) => [holder, officeMs! / 3_600_000])).toEqual([['办公室', 3], ['教务处', 7]]);
});

test('nobody signed in, no board', async () => expect((await as(null)).deadlines.board({ query: {} })).rejects.toMatchObject({ status: 401 }));
