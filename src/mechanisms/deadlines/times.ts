import { sql } from 'kysely';
import { openCalendar } from '#mechanisms/calendar/calendar.ts';
import type { Calendar } from '#mechanisms/calendar/rules.ts';
import type { Db } from '#platform/db.ts';
import { changed } from '#platform/live.ts';
import { tellLater } from '#platform/outbox.ts';
import { promiseNamed, promises, termsOf } from './promises.ts';
import { type ClockEvent, dueOf, nextOf, stillTold, type Terms, type Times, type Told } from './rules.ts';

export interface ClockRow extends Times {
  id: string;
  promise: string;
  recordId: string;
  itemId: string | null;
  pausedAt: string | null;
  stoppedAt: string | null;
  toldWarned: string | null;
  toldBroken: string | null;
  toldEscalated: string | null;
}

export const clockColumns = [
  'id', 'promise', 'recordId', 'itemId', 'pausedAt', 'stoppedAt', 'dueAt', 'warnAt', 'escalateAt', 'missingYear', 'toldWarned', 'toldBroken', 'toldEscalated',
] as const;

export const toldOf = (clock: Pick<ClockRow, 'toldWarned' | 'toldBroken' | 'toldEscalated'>): Told => ({
  warned: clock.toldWarned,
  broken: clock.toldBroken,
  escalated: clock.toldEscalated,
});

const figuresOf = ({ kind, minutes, warnAfter, escalateAfter }: Terms) => [kind, minutes, warnAfter, escalateAfter ?? ''].join('/');

/** What a new or amended clock has in its columns. */
export const columnsOf = (events: readonly ClockEvent[], terms: Terms, calendar: Calendar, before?: ClockRow) => {
  const times = dueOf(events, terms, calendar);
  const told = before ? stillTold(before, times, toldOf(before)) : { warned: null, broken: null, escalated: null };
  const last = events.findLast(({ what }) => what !== 'overridden')!;
  return {
    ...times,
    kind: terms.kind,
    minutes: terms.minutes,
    figures: figuresOf(terms),
    calendarVersion: calendar.version,
    toldWarned: told.warned,
    toldBroken: told.broken,
    toldEscalated: told.escalated,
    pausedAt: last.what === 'paused' ? last.at : null,
    nextAt: nextOf(times, told, last.what !== 'paused' && last.what !== 'stopped'),
  };
};

/** The events of clocks in the order they happened, by clock. */
export const eventsOf = async (db: Db, clockIds: readonly string[]) => {
  const rows = clockIds.length
    ? await db.selectFrom('clockEvents').select(['clockId', 'what', 'at', 'reason', 'dueAt']).where('clockId', 'in', clockIds).orderBy('clockId').orderBy('position').execute()
    : [];
  const byClock = new Map<string, ClockEvent[]>(clockIds.map((id) => [id, []]));
  for (const { clockId, ...event } of rows) byClock.get(clockId)!.push(event as ClockEvent);
  return byClock;
};

/**
 * Works out anew the open clocks whose calendar or length is no longer the one in force, at most `most` of
 * them, and says how many there were. Nothing but clock_events is carried over.
 */
export const renew = (db: Db, now: string, most = 500) =>
  db.transaction().execute(async (open) => {
    const calendar = await openCalendar({ db: open });
    const terms = await allTerms(open);
    const stale = await staleOf(open, calendar.version, terms, most);
    const events = await eventsOf(open, stale.map(({ id }) => id));
    const renewed = stale.map((clock) => ({ id: clock.id, ...columnsOf(events.get(clock.id)!, terms.get(clock.promise)!, calendar, clock) }));
    await write(open, renewed);
    const moved = stale.flatMap((clock, i) => movedTo(clock, renewed[i]!.dueAt));
    if (moved.length) await tellLater(open, now, 'deadlines.moved', { clocks: moved });
    if (moved.length) await changed(open, { keys: 'all', what: ['deadlines'] });
    return stale.length;
  });

export interface Moved {
  clockId: string;
  promise: string;
  recordId: string;
  itemId: string | null;
  dueAt: string | null;
}

/** What listeners of 'deadlines.moved' are given: the clocks that are due at another time than before. */
export const movedTo = ({ id, promise, recordId, itemId, dueAt: before }: ClockRow, dueAt: string | null): Moved[] =>
  before === dueAt ? [] : [{ clockId: id, promise, recordId, itemId, dueAt }];

/** Every promise with the figures in force. */
export const allTerms = async (db: Db) => {
  const terms = new Map<string, Terms>();
  for (const promise of promises()) terms.set(promise.name, await termsOf({ db }, promise));
  return terms;
};

const staleOf = (db: Db, version: string, terms: ReadonlyMap<string, Terms>, most: number) =>
  db
    .selectFrom('clocks')
    .select(clockColumns)
    .where('stoppedAt', 'is', null)
    .where('promise', 'in', [...terms.keys(), ''])
    .where((eb) => eb.or([eb('calendarVersion', '!=', version), ...[...terms].map(([name, figures]) => eb.and([eb('promise', '=', name), eb('figures', '!=', figuresOf(figures))]))]))
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();

type Written = { id: string } & ReturnType<typeof columnsOf>;

/** Many clocks in one statement. */
const write = (db: Db, clocks: readonly Written[]) =>
  clocks.length
    ? sql`
      update clocks c set due_at = n."dueAt", warn_at = n."warnAt", escalate_at = n."escalateAt", missing_year = n."missingYear", kind = n.kind, minutes = n.minutes, figures = n.figures,
        calendar_version = n."calendarVersion", told_warned = n."toldWarned", told_broken = n."toldBroken", told_escalated = n."toldEscalated",
        paused_at = n."pausedAt", next_at = n."nextAt"
      from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as n (id uuid, "dueAt" timestamptz, "warnAt" timestamptz, "escalateAt" timestamptz,
        "missingYear" integer, kind text, minutes integer, figures text, "calendarVersion" uuid, "toldWarned" timestamptz, "toldBroken" timestamptz, "toldEscalated" timestamptz,
        "pausedAt" timestamptz, "nextAt" timestamptz)
      where c.id = n.id`.execute(db)
    : undefined;

/** Brings one open clock up to date after an event was added to it, and says when it is due. */
export const amended = async (db: Db, clock: ClockRow, calendar: Calendar) => {
  const events = (await eventsOf(db, [clock.id])).get(clock.id)!;
  const columns = columnsOf(events, await termsOf({ db }, promiseNamed(clock.promise)), calendar, clock);
  await write(db, [{ id: clock.id, ...columns }]);
  return { dueAt: columns.dueAt, missingYear: columns.missingYear };
};
