import { sql } from 'kysely';
import type { Db } from '#platform/db.ts';
import { changed } from '#platform/live.ts';
import type { Listener } from '#platform/module.ts';
import { promises } from './promises.ts';
import { nextOf, tellingsAt } from './rules.ts';
import { clockColumns, renew, toldOf } from './times.ts';

const atOnce = 200;
const minute = 60_000;

/** Every minute: clocks whose calendar or figures changed are worked out anew, and what is due is told. */
export const tick = async (db: Db, now: string) => {
  while ((await renew(db, now)) > 0);
  while ((await db.transaction().execute((open) => tellDue(open, now))) === atOnce);
  await db.transaction().execute((open) => wakeAtNext(open, now));
};

/** Between two ticks, at the very moment: the outbox hands over an event that it was given for later. */
export const onDue: Listener = async ({ db, now }) => void (await tellDue(db, now));

/**
 * Tells what is due, once each: the mark that it was told and the event are written together, and a row
 * taken by another worker is left to it. Says how many clocks it took.
 */
const tellDue = async (db: Db, now: string) => {
  const due = await db
    .selectFrom('clocks')
    .select([...clockColumns, 'personId', 'departmentId'])
    .where('nextAt', '<=', now)
    .orderBy('nextAt')
    .limit(atOnce)
    .forUpdate()
    .skipLocked()
    .execute();
  const told = due.flatMap((clock) => eventsAt(clock, now));
  if (due.length) await mark(db, due.map((clock) => markOf(clock, now)));
  if (told.length) await changed(db, { keys: 'all', what: ['deadlines'] });
  if (told.length) await db.insertInto('outbox').values(told.map(({ event, data }) => ({ at: now, due: now, event, data: JSON.stringify(data) }))).execute();
  return due.length;
};

type Due = Parameters<typeof toldOf>[0] & Parameters<typeof tellingsAt>[0] & { id: string; promise: string; recordId: string; itemId: string | null; personId: string | null; departmentId: string | null };

/** What listeners of 'deadlines.warned', 'deadlines.broken' and 'deadlines.escalated' are given. */
export interface ClockTold {
  clockId: string;
  promise: string;
  recordId: string;
  itemId: string | null;
  personId: string | null;
  departmentId: string | null;
  dueAt: string | null;
  /** Of 'escalated': the role it goes to. */
  to: string | null;
  /** The moment was over when it was told: nobody was there to tell it, or the calendar or a figure moved it back. */
  toldLate: boolean;
}

const eventsAt = (clock: Due, now: string) => {
  const { id: clockId, promise, recordId, itemId, personId, departmentId, dueAt } = clock;
  const tellings = tellingsAt(clock, toldOf(clock), now);
  const to = tellings.escalated ? (promises().find(({ name }) => name === promise)?.escalate?.to ?? null) : null;
  return (['warned', 'broken', 'escalated'] as const)
    .filter((name) => tellings[name])
    .map((name) => ({ event: `deadlines.${name}`, data: { clockId, promise, recordId, itemId, personId, departmentId, dueAt, to: name === 'escalated' ? to : null, toldLate: isLong(clock[moments[name]]!, now) } satisfies ClockTold }));
};

const moments = { warned: 'warnAt', broken: 'dueAt', escalated: 'escalateAt' } as const;
const isLong = (moment: string, now: string) => Date.parse(now) - Date.parse(moment) > 5 * minute;

const markOf = (clock: Due, now: string) => {
  const [before, tellings] = [toldOf(clock), tellingsAt(clock, toldOf(clock), now)];
  const told = {
    warned: tellings.warned ? now : before.warned,
    broken: tellings.broken ? now : before.broken,
    escalated: tellings.escalated ? now : before.escalated,
  };
  return { id: clock.id, ...told, next: nextOf(clock, told, true) };
};

const mark = (db: Db, clocks: readonly ReturnType<typeof markOf>[]) =>
  sql`update clocks c set told_warned = n.warned, told_broken = n.broken, told_escalated = n.escalated, next_at = n.next
    from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as n (id uuid, warned timestamptz, broken timestamptz, escalated timestamptz, next timestamptz)
    where c.id = n.id`.execute(db);

const wakeAtNext = async (db: Db, now: string) => {
  const next = await db.selectFrom('clocks').select('nextAt').where('nextAt', '>', now).orderBy('nextAt').limit(1).executeTakeFirst();
  if (next?.nextAt && Date.parse(next.nextAt) - Date.parse(now) < minute)
    await db.insertInto('outbox').values({ at: now, due: next.nextAt, event: 'deadlines.due', data: '{}' }).execute();
};
