import { sql } from 'kysely';
import { lastCalendar, openCalendar } from '#mechanisms/calendar/calendar.ts';
import type { Db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx, Working } from '#platform/module.ts';
import { promiseNamed, termsOf } from './promises.ts';
import type { ClockEvent, Terms } from './rules.ts';
import { amended, clockColumns, columnsOf, movedTo } from './times.ts';

type Acting = Ctx | Working;

export interface NewClock {
  /** Full name of a declared promise, such as 'incoming.ordinary'. */
  promise: string;
  recordId: string;
  /** The part of the record it is about. One clock of a promise is open for each record and part. */
  itemId?: string | null;
  /** Whose it is. */
  personId?: string | null;
  departmentId?: string | null;
  /** A date laid down elsewhere, which then counts instead of the promise's length, and where it comes from. */
  dueAt?: string | null;
  why?: string;
}

export interface StartedClock {
  id: string;
  promise: string;
  /** null: the calendar of `missingYear` is not published. */
  dueAt: string | null;
  missingYear: number | null;
}

/** Starts a clock at `ctx.now` and says when it is due. */
export const startClock = async (ctx: Acting, wanted: NewClock): Promise<StartedClock> => (await startClocks(ctx, [wanted]))[0]!;

/** Several clocks in one statement. */
export const startClocks = async (ctx: Acting, wanted: readonly NewClock[]): Promise<StartedClock[]> => {
  const terms = await Promise.all(wanted.map(({ promise }) => termsOf(ctx, promiseNamed(promise))));
  const known = lastCalendar();
  if (!known) await openCalendar(ctx);
  const calendar = known ?? lastCalendar()!;
  const clocks = wanted.map((clock, i) => newClock(ctx, clock, terms[i]!, calendar));
  const { version } = await insert(ctx.db, clocks);
  if (version !== calendar.version) return brought(ctx, clocks);
  return clocks.map(({ row }) => row);
};

const newClock = (ctx: Acting, { dueAt, why = '', promise, recordId, itemId = null, personId = null, departmentId = null }: NewClock, terms: Terms, calendar: NonNullable<ReturnType<typeof lastCalendar>>) => {
  const id = newId();
  const started: ClockEvent = { what: 'started', at: ctx.now };
  const events: ClockEvent[] = dueAt ? [started, { what: 'overridden', at: ctx.now, dueAt, reason: why }] : [started];
  const row = { id, promise, recordId, itemId, personId, departmentId, startedAt: ctx.now, stoppedAt: null, ...columnsOf(events, terms, calendar) };
  return { row, events: events.map((event, i) => ({ reason: '', dueAt: null, ...event, clockId: id, position: i + 1, by: byOf(ctx) })) };
};

type Built = ReturnType<typeof newClock>;

/** The clocks, their events, and the version of the calendar in force, in one round trip. */
const insert = (db: Db, clocks: readonly Built[]) =>
  db
    .with('started', (open) => open.insertInto('clocks').values(clocks.map(({ row }) => row)))
    .with('noted', (open) => open.insertInto('clockEvents').values(clocks.flatMap(({ events }) => events)))
    .selectFrom('calendarVersion')
    .select('version')
    .executeTakeFirstOrThrow();

/** The calendar used was not the one in force any more. */
const brought = async (ctx: Acting, clocks: readonly Built[]) => {
  const calendar = await openCalendar(ctx);
  const answers: StartedClock[] = [];
  for (const { row } of clocks) answers.push({ ...row, ...(await amended(ctx.db, row, calendar)) });
  return answers;
};

const byOf = (ctx: Acting) => ('actor' in ctx && ctx.actor.id) || null;

export interface Which {
  recordId: string;
  /** All promises if it is left out. */
  promise?: string | readonly string[] | undefined;
  /** All parts and the record itself if it is left out; null: the record itself alone. */
  itemId?: string | null | undefined;
}

/** Stops open clocks at `ctx.now`, and says which. */
export const stopClock = async (ctx: Acting, which: Which & { reason?: string }) => {
  const { rows } = await sql<{ clockId: string }>`
    with stopped as (update clocks set stopped_at = ${ctx.now}, next_at = null, paused_at = null where ${matching(which)} returning id)
    insert into clock_events (clock_id, position, at, what, by, reason)
    select id, ${nextPosition(sql.ref('stopped.id'))}, ${ctx.now}, 'stopped', ${byOf(ctx)}::uuid, ${which.reason ?? ''} from stopped
    returning clock_id`.execute(ctx.db);
  const clockIds = rows.map(({ clockId }) => clockId);
  if (clockIds.length) ctx.tell('deadlines.stopped', { clockIds });
  return clockIds;
};

/** The time from now on does not count, until it is resumed. A clock that is paused already stays so. */
export const pauseClock = (ctx: Acting, which: Which & { reason: string }) => amend(ctx, which, { what: 'paused', unless: 'paused' });

/** The time counts again from now on; the due time moves by what the pause took. */
export const resumeClock = (ctx: Acting, which: Which & { reason?: string }) => amend(ctx, which, { what: 'resumed', unless: 'running' });

/** From now on this date counts; null gives the promise's own length back. */
export const overrideClock = (ctx: Acting, which: Which & { dueAt: string | null; reason: string }) => amend(ctx, which, { what: 'overridden', dueAt: which.dueAt });

/** The clocks are another's from now on. */
export const giveClock = (ctx: Acting, { personId = null, departmentId = null, ...which }: Which & { personId?: string | null; departmentId?: string | null }) =>
  sql`update clocks set person_id = ${personId}, department_id = ${departmentId} where ${matching(which)}`.execute(ctx.db);

interface Amendment {
  what: 'paused' | 'resumed' | 'overridden';
  unless?: 'paused' | 'running';
  dueAt?: string | null;
}

const amend = async (ctx: Acting, which: Which & { reason?: string }, { what, unless, dueAt = null }: Amendment) => {
  const clocks = await ctx.db.selectFrom('clocks').select(clockColumns).where(sql<boolean>`${matching(which)}`).orderBy('id').forUpdate().execute();
  const wanted = clocks.filter(({ pausedAt }) => unless === undefined || (unless === 'paused') !== (pausedAt !== null));
  const calendar = await openCalendar(ctx);
  const answers: { id: string; dueAt: string | null }[] = [];
  for (const clock of wanted) {
    await sql`insert into clock_events (clock_id, position, at, what, by, reason, due_at)
      values (${clock.id}, ${nextPosition(sql`${clock.id}`)}, ${ctx.now}, ${what}, ${byOf(ctx)}, ${which.reason ?? ''}, ${dueAt})`.execute(ctx.db);
    answers.push({ id: clock.id, ...(await amended(ctx.db, clock, calendar)) });
  }
  const moved = wanted.flatMap((clock, i) => movedTo(clock, answers[i]!.dueAt));
  if (moved.length) ctx.tell('deadlines.moved', { clocks: moved });
  return answers;
};

const nextPosition = (clock: ReturnType<typeof sql.ref> | ReturnType<typeof sql>) =>
  sql`(select coalesce(max(position), 0) + 1 from clock_events e where e.clock_id = ${clock})`;

const matching = ({ recordId, promise, itemId }: Which) => {
  const named = promise === undefined ? sql`true` : sql`promise = any(${typeof promise === 'string' ? [promise] : [...promise]}::text[])`;
  const part = itemId === undefined ? sql`true` : sql`item_id is not distinct from ${itemId}::uuid`;
  return sql`record_id = ${recordId} and stopped_at is null and ${named} and ${part}`;
};

