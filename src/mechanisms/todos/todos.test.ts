import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx } from '#platform/module.ts';
import { ask, type Asked, follow, settle, type Which, withdraw } from './todos.ts';

const { as, db, clock, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerkId, staffId, headId] = await Promise.all(['office.clerk', 'staff', 'department.head'].map(personId)) as [string, string, string];
const { id: teaching } = await db.selectFrom('departments').select('id').where('name', '=', '教务处').executeTakeFirstOrThrow();
const staff = (await as('staff')).todos;
const head = (await as('department.head')).todos;
const clerk = (await as('office.clerk')).todos;
const told: object[] = [];
beforeEach(async () => {
  told.length = 0;
  clock.now = '2026-11-23T01:00:00.000Z';
  await sql`truncate todos`.execute(db);
});

const act = (id: string, action: (ctx: Ctx) => Promise<unknown>) =>
  db.transaction().execute((open) => action({ db: open, now: clock.now, actor: { id }, refuse: () => undefined, tell: (event: string, data: object) => void told.push({ event, ...data }) } as unknown as Ctx));
const record = async (readers: string[], more: { title?: string; number?: string; clearance?: number } = {}) => {
  const id = newId();
  await db.insertInto('records').values({ id, kind: 'incoming', title: '关于某事的通知', number: '2026-9001', allPermission: 'incoming.read_all', at: clock.now, readers, ...more }).execute();
  return id;
};
const asked = (asking: Partial<Asked> & { recordId: string }) => act(clerkId, (ctx) => ask(ctx, { kind: 'act', what: 'incoming.handle', ...asking }));
const done = (id: string, which: Which) => act(id, (ctx) => settle(ctx, which));
const titles = async (mine: typeof staff, query: Parameters<typeof staff.list>[0]['query'] = {}) => (await mine.list({ query })).todos.map(({ record: { title } }) => title);

test('a person, whoever signs for a department, and a deputy each find theirs, and why', async () => {
  const recordId = await record([staffId, teaching]);
  await asked({ recordId, personId: staffId });
  await asked({ recordId, departmentId: teaching, kind: 'read', what: 'incoming.read' });
  expect((await staff.list({ query: {} })).todos).toMatchObject([{ what: 'incoming.handle', from: { id: clerkId, name: '李文静' }, why: { as: 'self' }, record: { id: recordId, kind: 'incoming', number: '2026-9001' }, late: false, withdrawn: false }]);
  expect((await head.list({ query: { box: 'read' } })).todos).toMatchObject([{ why: { as: 'department', name: '教务处' } }]);
  expect((await head.list({ query: {} })).todos).toEqual([]);
  await db.insertInto('leaves').values({ id: newId(), personId: staffId, deputyId: headId, starts: '2026-11-23T00:00:00.000Z', ends: '2026-11-24T00:00:00.000Z', createdBy: staffId, createdAt: clock.now }).execute();
  expect((await head.list({ query: {} })).todos).toMatchObject([{ why: { as: 'deputy', name: '赵晓峰' } }]);
  await sql`delete from leaves`.execute(db);
});

test('what is due first comes first, what has no limit last, page by page without a gap', async () => {
  const dues = ['2026-11-25T00:00:00.000Z', undefined, '2026-11-24T00:00:00.000Z', '2026-11-24T00:00:00.000Z', undefined];
  for (const [i, dueAt] of dues.entries()) await asked({ recordId: await record([staffId], { title: `第${i}件` }), personId: staffId, dueAt });
  const whole = await titles(staff);
  expect([whole.slice(0, 2).sort(), whole[2], whole.slice(3).sort()]).toEqual([['第2件', '第3件'], '第0件', ['第1件', '第4件']]);
  const paged: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await staff.list({ query: { most: '2', ...(after && { after }) } });
    paged.push(...page.todos.map(({ record: { title } }) => title));
    after = page.next;
  }
  expect(paged).toEqual(whole);
  await expect(staff.list({ query: { after: 'anything' } })).rejects.toMatchObject({ status: 400 });
});

test('done stays with whoever did it, and with whoever asked; taken back is neither', async () => {
  const [first, second] = [await record([staffId], { title: '甲' }), await record([staffId], { title: '乙' })];
  await asked({ recordId: first, personId: staffId });
  clock.now = '2026-11-23T01:30:00.000Z';
  await asked({ recordId: second, personId: staffId });
  clock.now = '2026-11-23T02:00:00.000Z';
  await done(staffId, { recordId: first });
  await act(clerkId, (ctx) => withdraw(ctx, { recordId: second }));
  expect(await titles(staff)).toEqual([]);
  expect((await staff.list({ query: { box: 'done' } })).todos).toMatchObject([{ record: { title: '甲' }, doneAt: clock.now, doneBy: { name: '赵晓峰' } }]);
  expect((await clerk.list({ query: { box: 'mine' } })).todos).toMatchObject([{ record: { title: '乙' }, withdrawn: true }, { record: { title: '甲' }, withdrawn: false }]);
  await db.updateTable('records').set({ readers: [] }).where('id', '=', first).execute();
  expect(await titles(staff, { box: 'done' })).toEqual([]);
});

test('only what is named is settled, and once', async () => {
  const recordId = await record([staffId, headId]);
  const [one, other] = [newId(), newId()];
  await asked({ recordId, personId: staffId, itemId: one });
  await asked({ recordId, personId: staffId, itemId: other });
  await asked({ recordId, personId: headId, itemId: one });
  await done(staffId, { recordId, itemId: one, personId: staffId });
  await done(headId, { recordId, itemId: one, personId: staffId });
  const rows = await db.selectFrom('todos').select(['personId', 'itemId', 'doneBy']).execute();
  expect(rows).toHaveLength(3);
  expect(rows).toEqual(expect.arrayContaining([{ personId: staffId, itemId: one, doneBy: staffId }, { personId: staffId, itemId: other, doneBy: null }, { personId: headId, itemId: one, doneBy: null }]));
});

test('whoever was asked hears of it, and whoever asked hears that it is done', async () => {
  const recordId = await record([staffId, teaching]);
  await asked({ recordId, departmentId: teaching });
  expect(told).toEqual([{ event: 'todos.changed', keys: [teaching] }]);
  told.length = 0;
  await done(headId, { recordId });
  expect(told).toEqual([{ event: 'todos.changed', keys: [teaching, clerkId] }]);
  told.length = 0;
  await done(headId, { recordId });
  expect(told).toEqual([]);
});

test('late, soon late, and the filters', async () => {
  const clockId = newId();
  const [late, soon, later] = [await record([staffId], { title: '逾期的' }), await record([staffId], { title: '快到期的100%' }), await record([staffId], { title: '不急的', number: '2026-9777' })];
  const running = { id: clockId, promise: 'incoming.ordinary', recordId: soon, startedAt: clock.now, kind: 'elapsed', minutes: 60, figures: '', calendarVersion: newId() } as const;
  await db.insertInto('clocks').values({ ...running, dueAt: '2026-11-23T02:00:00.000Z', warnAt: '2026-11-23T00:30:00.000Z' }).execute();
  await asked({ recordId: late, personId: staffId, dueAt: '2026-11-23T00:59:00.000Z' });
  await asked({ recordId: soon, personId: staffId, dueAt: '2026-11-23T02:00:00.000Z', clockId });
  await asked({ recordId: later, personId: staffId, kind: 'act', what: 'incoming.task' });
  expect((await staff.list({ query: {} })).todos.map((todo) => [todo.late, todo.warned])).toEqual([[true, false], [false, true], [false, false]]);
  expect(await titles(staff, { late: 'true' })).toEqual(['逾期的']);
  expect(await titles(staff, { late: 'false' })).toEqual(['快到期的100%', '不急的']);
  expect(await titles(staff, { q: '100%' })).toEqual(['快到期的100%']);
  expect(await titles(staff, { q: '9777' })).toEqual(['不急的']);
  expect(await titles(staff, { what: 'incoming.task' })).toEqual(['不急的']);
  expect(await staff.counts({})).toEqual({ act: 3, read: 0, late: 1, dueToday: 1 });
});

test('a line says that its clock is paused, or that the calendar of a year is missing', async () => {
  const recordId = await record([staffId]);
  const clocks = [{ missingYear: 2027 }, { pausedAt: clock.now }].map((more) => ({ id: newId(), promise: 'incoming.task', recordId, itemId: newId(), startedAt: clock.now, kind: 'elapsed', minutes: 60, figures: '', calendarVersion: newId(), ...more }));
  for (const one of clocks) await db.insertInto('clocks').values(one).execute();
  for (const { id } of clocks) await asked({ recordId, personId: staffId, clockId: id });
  const found = (await staff.list({ query: {} })).todos.map(({ clock: of, dueAt }) => [of?.id, of?.missingYear, of?.paused, dueAt]);
  expect(found.toSorted()).toEqual([[clocks[0]!.id, 2027, false, null], [clocks[1]!.id, null, true, null]].toSorted());
});

test('without a limit of its own a line has that of its record, and the next one when that clock stops', async () => {
  const recordId = await record([staffId]);
  const running = (dueAt: string) => ({ id: newId(), promise: `test.${dueAt}`, recordId, startedAt: clock.now, kind: 'elapsed', minutes: 60, figures: '', dueAt, calendarVersion: newId() });
  const clocks = [running('2026-11-23T03:00:00.000Z'), running('2026-11-23T09:00:00.000Z')];
  for (const one of clocks) await db.insertInto('clocks').values(one).execute();
  await asked({ recordId, personId: staffId });
  const dues = async () => (await staff.list({ query: {} })).todos.map(({ dueAt }) => dueAt);
  expect(await dues()).toEqual(['2026-11-23T03:00:00.000Z']);
  for (const [i, left] of [['2026-11-23T09:00:00.000Z'], [null]].entries()) {
    await db.updateTable('clocks').set({ stoppedAt: clock.now }).where('id', '=', clocks[i]!.id).execute();
    expect(await follow({ db }, [clocks[i]!.id])).toEqual([staffId]);
    expect(await dues()).toEqual(left);
  }
});

test('what may not be read is not there, not even in a count', async () => {
  await asked({ recordId: await record([]), personId: staffId });
  await asked({ recordId: await record([staffId], { clearance: 1 }), personId: staffId });
  expect(await titles(staff)).toEqual([]);
  expect(await staff.counts({})).toEqual({ act: 0, read: 0, late: 0, dueToday: 0 });
});
