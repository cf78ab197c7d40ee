import { sql } from 'kysely';
import { holdersOf as signersWith, signersOf } from '#mechanisms/approvals/people.ts';
import { openCalendar } from '#mechanisms/calendar/calendar.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { ask } from '#mechanisms/todos/todos.ts';
import type { Db } from '#platform/db.ts';
import type { Reading, Working } from '#platform/module.ts';
import { tellLater } from '#platform/outbox.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import { openPaper } from '../papers/papers.ts';
import { officeOf } from '../people.ts';
import { seenAnew } from '../topics/topics.ts';
import { type LedgerRow, reportOf } from './drafting.ts';
import { daysAfter, type Period, periodsAt } from './periods.ts';
import { isWorthSaying } from './rules.ts';

/** Every few minutes: what should be there by now is made, once, also after a standstill. */
export const tick = async (db: Db, now: string) => {
  const periods = periodsAt(await openCalendar({ db }), now, await setting<number>({ db }, 'meetings.report_hour'));
  for (const period of periods) {
    if (await isThere(db, period)) continue;
    await db.transaction().execute(async (open) => {
      const told: (readonly [string, object])[] = [];
      await make({ db: open as Db, now, tell: (event, data) => void told.push([event, data]), enqueue: async () => undefined }, period);
      for (const [event, data] of told) await tellLater(open as Db, now, event, data);
    });
  }
};

const isThere = async (db: Db, { kind, from }: Period) => (await db.selectFrom('meetingPapers').select('id').where('kind', '=', kind).where('coversFrom', '=', sql<Date>`${from}::date`).executeTakeFirst()) !== undefined;

const make = async (ctx: Working, period: Period) => {
  // Two workers make one.
  await sql`select pg_advisory_xact_lock(hashtext('meetings.reports'))`.execute(ctx.db);
  if (await isThere(ctx.db, period)) return;
  const today = dayOf(ctx.now);
  const rows = await ledgerOf(ctx, period);
  const counted = { open: rows.filter(({ closedOn, recordedOn }) => closedOn === null && recordedOn <= period.to).length, added: rows.filter(({ recordedOn }) => recordedOn >= period.from && recordedOn <= period.to).length, closed: rows.filter(({ closedOn }) => closedOn !== null && closedOn <= period.to).length };
  if (!isWorthSaying(counted)) return;
  const content = reportOf({ period, today, until: daysAfter(today, period.kind === 'weekly' ? 7 : 31), rows });
  const to = await readersOf(ctx, period.kind);
  const paperId = await openPaper(ctx, { kind: period.kind, readers: to, madeBy: null, coversFrom: sql`${period.from}::date` as never, coversTo: sql`${period.to}::date` as never }, content);
  for (const personId of to) await ask(ctx, { personId, kind: 'read', recordId: paperId, what: period.kind === 'weekly' ? 'meetings.readWeekly' : 'meetings.readMonthly', askedBy: personId });
  // The desk puts it right before anybody finishes it.
  await notify(ctx, { to: [...new Set([...to, ...(await officeOf(ctx))])], what: 'meetings.report_made', params: { title: content.title }, recordId: paperId });
  await seenAnew(ctx);
};

/** What is open, and what was closed since the time that it covers began. */
const ledgerOf = async ({ db }: Pick<Reading, 'db'>, { from }: Period): Promise<LedgerRow[]> =>
  db.selectFrom('resolutions as s').innerJoin('departments as d', 'd.id', 's.departmentId').innerJoin('people as o', 'o.id', 's.ownerId')
    .select(['s.number', 's.text', 'd.name as department', 'o.name as owner', 's.state', sql<string>`s.due_on::text`.as('dueOn'), sql<string>`(s.recorded_at at time zone 'Asia/Shanghai')::date::text`.as('recordedOn'), sql<string | null>`(s.closed_at at time zone 'Asia/Shanghai')::date::text`.as('closedOn'),
      sql<number>`(select count(*)::int from resolution_deferrals f where f.resolution_id = s.id and f.granted)`.as('deferrals')])
    .where((eb) => eb.or([eb('s.state', 'in', ['open', 'reported']), eb('s.closedAt', '>=', instantOf(from))])).orderBy('s.dueOn').orderBy('s.recordedAt').orderBy('s.id').execute();

/** The summary goes to the director of the office, the report to the leader in charge of it as well. */
export const readersOf = async (ctx: Pick<Reading, 'db'>, kind: 'weekly' | 'monthly') => {
  const directors = await signersWith(ctx, 'office.director');
  const office = await ctx.db.selectFrom('posts').select('departmentId').where('role', '=', 'office.director').where('until', 'is', null).orderBy('since').limit(1).executeTakeFirst();
  if (kind === 'weekly' || !office) return directors;
  const { people } = await signersOf(ctx, { key: 'leader', who: { kind: 'leader' } }, { facts: {}, chosen: {}, drafterId: '', departmentId: office.departmentId });
  return [...new Set([...people, ...directors])];
};
