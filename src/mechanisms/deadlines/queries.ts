import { type Expression, sql, type SqlBool } from 'kysely';
import { mayRead, readable } from '#mechanisms/access/records.ts';
import { openCalendar } from '#mechanisms/calendar/calendar.ts';
import type { KindOfTime } from '#mechanisms/calendar/rules.ts';
import type { Queries, Reading } from '#platform/module.ts';
import type { Clock, ClockState, deadlines as contract } from './contract.ts';
import { type Explanation, explain } from './explain.ts';
import { promises, termsOf } from './promises.ts';
import { eventsOf } from './times.ts';

export const queries: Queries<typeof contract> = {
  async promises(ctx) {
    const all = promises().map(async (promise) => {
      const { name, kind, zh, en, escalate } = promise;
      const { minutes, warnAfter, escalateAfter } = await termsOf(ctx, promise);
      return { name, kind, minutes, warnAfter, escalateAfter, escalateTo: escalate?.to ?? null, zh, en };
    });
    return { promises: await Promise.all(all) };
  },

  async board(ctx, { query }) {
    const rows = await onBoard(ctx, query)
      .select(['records.kind as recordKind', 'records.number', 'records.title', 'clocks.dueOrder'])
      .orderBy('clocks.dueOrder')
      .orderBy('clocks.id')
      .limit(query.most + 1)
      .execute();
    const page = rows.slice(0, query.most);
    const why = await explanations(ctx, page);
    const last = rows.length > query.most ? page.at(-1)! : undefined;
    return {
      clocks: page.map((row) => ({
        ...presented(row, ctx.now),
        record: { kind: row.recordKind, number: row.number, title: row.title },
        explanation: why.get(row.id)!,
      })),
      next: last ? { afterDue: last.dueOrder, afterId: last.id } : null,
    };
  },

  async ofRecord(ctx, { params }) {
    await readable(ctx, params.recordId);
    return { clocks: await clocksOf(ctx, params.recordId) };
  },
};

/** The clocks of a record, open and stopped, each with why it is due when it is. The caller sees to who may know. */
export const clocksOf = async (ctx: Pick<Reading, 'db' | 'now'>, recordId: string) => {
  const rows = await clocks(ctx).where('clocks.recordId', '=', recordId).orderBy('clocks.startedAt').orderBy('clocks.id').execute();
  const why = await explanations(ctx, rows);
  return rows.map((row) => ({ ...presented(row, ctx.now), explanation: why.get(row.id)! }));
};

interface Filter {
  of: 'all' | 'mine' | 'department';
  state?: 'warned' | 'broken' | 'paused' | 'unknown' | undefined;
  promise?: string | undefined;
  afterDue?: string | undefined;
  afterId?: string | undefined;
}

const onBoard = (ctx: Reading, { of, state, promise, afterDue, afterId }: Filter) =>
  clocks(ctx)
    .innerJoin('records', 'records.id', 'clocks.recordId')
    .where(mayRead(ctx))
    .where('clocks.stoppedAt', 'is', null)
    .$if(of === 'mine', (q) => q.where('clocks.personId', '=', ctx.actor.id))
    .$if(of === 'department', (q) => q.where('clocks.departmentId', 'in', [ctx.actor.departmentId, ...ctx.actor.departments].filter(Boolean)))
    .$if(promise !== undefined, (q) => q.where('clocks.promise', '=', promise!))
    .$if(state !== undefined, (q) => q.where(inState[state!](ctx.now)))
    .$if(afterDue !== undefined && afterId !== undefined, (q) => q.where(sql<SqlBool>`(clocks.due_order, clocks.id) > (${afterDue}, ${afterId}::uuid)`));

const inState: Record<NonNullable<Filter['state']>, (now: string) => Expression<SqlBool>> = {
  warned: (now) => sql<SqlBool>`clocks.warn_at <= ${now} and clocks.due_at > ${now} and clocks.paused_at is null`,
  broken: (now) => sql<SqlBool>`clocks.due_at <= ${now}`,
  paused: () => sql<SqlBool>`clocks.paused_at is not null`,
  unknown: () => sql<SqlBool>`clocks.missing_year is not null`,
};

const clocks = ({ db }: Pick<Reading, 'db'>) =>
  db
    .selectFrom('clocks')
    .leftJoin('people', 'people.id', 'clocks.personId')
    .leftJoin('departments', 'departments.id', 'clocks.departmentId')
    .select([
      'clocks.id', 'clocks.promise', 'clocks.recordId', 'clocks.itemId', 'clocks.personId', 'clocks.departmentId', 'clocks.startedAt', 'clocks.pausedAt', 'clocks.stoppedAt',
      'clocks.kind', 'clocks.minutes', 'clocks.dueAt', 'clocks.warnAt', 'clocks.missingYear', 'people.name as personName', 'departments.name as departmentName',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof clocks>['execute']>>[number];

const presented = (row: Row, now: string): Clock => ({
  ...row,
  state: stateOf(row, now),
  person: row.personId ? { id: row.personId, name: row.personName ?? '' } : null,
  department: row.departmentId ? { id: row.departmentId, name: row.departmentName ?? '' } : null,
});

/** What a clock is at a moment. One that broke before it was paused stays broken. */
export const stateOf = ({ stoppedAt, pausedAt, missingYear, dueAt, warnAt }: Pick<Row, 'stoppedAt' | 'pausedAt' | 'missingYear' | 'dueAt' | 'warnAt'>, now: string): ClockState => {
  if (stoppedAt) return dueAt !== null && dueAt < stoppedAt ? 'late' : 'kept';
  if (dueAt !== null && dueAt <= now) return 'broken';
  if (pausedAt) return 'paused';
  if (missingYear) return 'unknown';
  return warnAt !== null && warnAt <= now ? 'warned' : 'running';
};

const explanations = async (ctx: Pick<Reading, 'db'>, rows: readonly Row[]) => {
  const calendar = await openCalendar(ctx);
  const events = await eventsOf(ctx.db, rows.map(({ id }) => id));
  return new Map<string, Explanation>(rows.map((row) => [row.id, asItWas(row, explain(events.get(row.id)!, { kind: row.kind as KindOfTime, minutes: row.minutes }, calendar))]));
};

/** A clock that stopped keeps the due time by which it was judged, though the calendar changed afterwards. */
const asItWas = ({ stoppedAt, dueAt }: Row, explanation: Explanation): Explanation =>
  stoppedAt && dueAt && dueAt !== explanation.dueAt ? { ...explanation, dueAt, missingYear: null, overridden: { reason: '' }, steps: [] } : explanation;
