import { instantOfMs, msOf } from '#mechanisms/calendar/days.ts';
import { addTime, type Calendar, isUnpublished, type KindOfTime, timeBetween, type Unpublished } from '#mechanisms/calendar/rules.ts';

export interface ClockEvent {
  what: 'started' | 'paused' | 'resumed' | 'stopped' | 'overridden';
  at: string;
  reason?: string;
  /** Of 'overridden': the date that counts instead, or null for the promise's own again. */
  dueAt?: string | null;
}

/** A promise with its figures in force: all in minutes of its kind of time. */
export interface Terms {
  kind: KindOfTime;
  minutes: number;
  /** The clock warns when this much is used. */
  warnAfter: number;
  /** It escalates this long after it broke; null: never. */
  escalateAfter: number | null;
}

export interface Times {
  dueAt: string | null;
  warnAt: string | null;
  escalateAt: string | null;
  /** The calendar of this year is not published, so nobody can say when it is due. */
  missingYear: number | null;
}

export interface Stretch {
  from: string;
  /** null: still going on. */
  to: string | null;
}

const minute = 60_000;
const paused = 'paused';

/** When a clock is due, warns and escalates: from its events, its terms and the calendar, and nothing else. */
export const dueOf = (events: readonly ClockEvent[], terms: Terms, calendar: Calendar): Times => {
  const override = events.findLast(({ what }) => what === 'overridden')?.dueAt;
  return override ? overridden(events, terms, calendar, override) : promised(events, terms, calendar);
};

const promised = (events: readonly ClockEvent[], terms: Terms, calendar: Calendar): Times => {
  const running = runningOf(events);
  const at = (minutes: number) => reachedAt(running, terms.kind, minutes * minute, calendar);
  const due = at(terms.minutes);
  return {
    dueAt: known(due),
    warnAt: known(at(Math.min(terms.warnAfter, terms.minutes))),
    escalateAt: terms.escalateAfter === null ? null : known(at(terms.minutes + terms.escalateAfter)),
    missingYear: isUnpublished(due) ? due.year : null,
  };
};

/** A date laid down by somebody stands as it is: pauses do not move it. It warns when the same share of the way is gone. */
const overridden = (events: readonly ClockEvent[], terms: Terms, calendar: Calendar, dueAt: string): Times => {
  const started = events[0]!.at;
  const share = terms.minutes ? Math.min(1, terms.warnAfter / terms.minutes) : 1;
  const escalate = terms.escalateAfter === null ? null : addTime(calendar, terms.kind, dueAt, terms.escalateAfter * minute);
  return { dueAt, warnAt: partOfTheWay(calendar, terms.kind, { from: started, to: dueAt, share }), escalateAt: known(escalate), missingYear: null };
};

const partOfTheWay = (calendar: Calendar, kind: KindOfTime, way: { from: string; to: string; share: number }): string => {
  const length = timeBetween(calendar, kind, way.from, way.to);
  if (!isUnpublished(length)) return known(addTime(calendar, kind, way.from, length * way.share)) ?? way.to;
  return instantOfMs(msOf(way.from) + (msOf(way.to) - msOf(way.from)) * way.share);
};

const known = (at: string | Unpublished | typeof paused | null) => (typeof at === 'string' && at !== paused ? at : null);

/** The instant at which `ms` were used up, counting only while the clock ran. */
const reachedAt = (running: readonly Stretch[], kind: KindOfTime, ms: number, calendar: Calendar): string | Unpublished | typeof paused => {
  let left = ms;
  for (const { from, to } of running) {
    const due = addTime(calendar, kind, from, left);
    if (to === null || (!isUnpublished(due) && due <= to)) return due;
    const used = timeBetween(calendar, kind, from, to);
    if (isUnpublished(used)) return used;
    left -= used;
  }
  return paused;
};

/** The stretches in which the clock ran. */
export const runningOf = (events: readonly ClockEvent[]): Stretch[] => {
  const stretches: Stretch[] = [];
  for (const { what, at } of events) {
    const last = stretches.at(-1);
    const runs = last?.to === null;
    // A server's clock may be set back between two events: time is never counted twice.
    if ((what === 'started' || what === 'resumed') && !runs) stretches.push({ from: later(at, last?.to), to: null });
    else if ((what === 'paused' || what === 'stopped') && runs) last.to = later(at, last.from);
  }
  return stretches;
};

const later = (a: string, b: string | null | undefined) => (b && b > a ? b : a);

export interface Told {
  warned: string | null;
  broken: string | null;
  escalated: string | null;
}

const isDue = (at: string | null, told: string | null): at is string => at !== null && told === null;

/** The next moment at which something is to be told, or null. */
export const nextOf = ({ warnAt, dueAt, escalateAt }: Times, told: Told, running: boolean): string | null => {
  if (!running) return null;
  const waiting = [isDue(warnAt, told.warned) && !told.broken && warnAt, isDue(dueAt, told.broken) && dueAt, isDue(escalateAt, told.escalated) && escalateAt];
  return waiting.filter((at) => typeof at === 'string').toSorted()[0] ?? null;
};

/** What is to be told at `now`: once each. A clock that is broken is not warned about any more. */
export const tellingsAt = ({ warnAt, dueAt, escalateAt }: Times, told: Told, now: string) => {
  const broken = isDue(dueAt, told.broken) && dueAt <= now;
  return {
    warned: isDue(warnAt, told.warned) && warnAt <= now && !broken && !told.broken,
    broken,
    escalated: isDue(escalateAt, told.escalated) && escalateAt <= now,
  };
};

/** After new times: what was told about a moment that has since moved beyond its telling is to be told again. */
export const stillTold = (before: Times, after: Times, told: Told): Told => ({
  warned: moved(before.warnAt, after.warnAt, told.warned) ? null : told.warned,
  broken: moved(before.dueAt, after.dueAt, told.broken) ? null : told.broken,
  escalated: moved(before.escalateAt, after.escalateAt, told.escalated) ? null : told.escalated,
});

const moved = (before: string | null, after: string | null, told: string | null) => told !== null && before !== after && after !== null && after > told;
