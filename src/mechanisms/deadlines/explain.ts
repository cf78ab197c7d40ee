import { dayAt, dayMs, dayNumberAt, dayOfNumber, instantOfMs, midnight, msOf, numberOfDay } from '#mechanisms/calendar/days.ts';
import { type Calendar, dayFacts, isUnpublished, timeBetween } from '#mechanisms/calendar/rules.ts';
import { type ClockEvent, dueOf, runningOf, type Stretch, type Terms } from './rules.ts';

/** One step of the way from the start to the due time. Days are the office's. */
export interface Step {
  what: 'used' | 'skipped' | 'paused';
  fromDay: string;
  toDay: string;
  /** How many of the days from the first to the last it is about. */
  days: number;
  /** Of the promise's kind of time: used up, or waited. */
  minutes: number;
  /** Of 'skipped': weekend, holidays by name, the school's own days. Of 'paused': the reason given. */
  why: string[];
}

export interface Explanation {
  startedAt: string;
  dueAt: string | null;
  minutes: number;
  kind: Terms['kind'];
  missingYear: number | null;
  /** A date laid down by somebody, and why: then no steps lead to it. */
  overridden: { reason: string } | null;
  pausedNow: boolean;
  /** Why it is paused now. */
  pauseReason: string;
  steps: Step[];
}

type Length = Pick<Terms, 'kind' | 'minutes'>;

/** Why a clock is due when it is due, step by step; worded by words.zh.ts and words.en.ts. */
export const explain = (events: readonly ClockEvent[], terms: Length, calendar: Calendar): Explanation => {
  const { dueAt, missingYear } = dueOf(events, { ...terms, warnAfter: terms.minutes, escalateAfter: null }, calendar);
  const override = events.findLast(({ what }) => what === 'overridden');
  const last = events.findLast(({ what }) => what !== 'overridden');
  const pause = last?.what === 'paused' ? last : undefined;
  const running = runningOf(events);
  const until = dueAt ?? running.at(-1)!.to;
  return {
    startedAt: events[0]!.at,
    dueAt,
    minutes: terms.minutes,
    kind: terms.kind,
    missingYear,
    overridden: override?.dueAt ? { reason: override.reason ?? '' } : null,
    pausedNow: pause !== undefined,
    pauseReason: pause?.reason ?? '',
    steps: override?.dueAt || until === null ? [] : shortened(stepsOf(events, running, { terms, calendar, until })),
  };
};

interface Way {
  terms: Length;
  calendar: Calendar;
  until: string;
}

const stepsOf = (events: readonly ClockEvent[], running: readonly Stretch[], way: Way): Step[] =>
  running.flatMap((stretch, i) => {
    if (stretch.from >= way.until) return [];
    const to = stretch.to !== null && stretch.to < way.until ? stretch.to : way.until;
    const next = running[i + 1]?.from;
    const pause = stretch.to !== null && next && stretch.to < way.until ? [pauseStep(events, { from: stretch.to, to: next }, way)] : [];
    return [...daysOf(stretch.from, to, way), ...pause];
  });

const pauseStep = (events: readonly ClockEvent[], { from, to }: { from: string; to: string }, { terms, calendar }: Way): Step => {
  const waited = timeBetween(calendar, terms.kind, from, to);
  const ms = isUnpublished(waited) ? msOf(to) - msOf(from) : waited;
  const reason = events.find(({ what, at }) => what === 'paused' && at === from)?.reason;
  return { what: 'paused', ...span(dayAt(from), dayAt(to)), minutes: ms / 60_000, why: reason ? [reason] : [] };
};

/** Minutes of the promise's time that are left while it is paused. */
export const leftOf = ({ minutes, steps }: Explanation) => minutes - steps.reduce((sum, step) => sum + (step.what === 'used' ? step.minutes : 0), 0);

/** Day by day: what was used of it, or why it does not count. A working day on which nothing was left to use is not a step. */
const daysOf = (from: string, to: string, { terms, calendar }: Way): Step[] => {
  if (terms.kind === 'elapsed') return [{ what: 'used', ...span(dayAt(from), dayAt(to)), minutes: (msOf(to) - msOf(from)) / 60_000, why: [] }];
  const [start, end] = [msOf(from), msOf(to)];
  const first = dayNumberAt(start);
  return Array.from({ length: dayNumberAt(end) - first + 1 }, (_, i) => first + i).flatMap((number) => {
    const [a, b] = [Math.max(start, midnight(number)), Math.min(end, midnight(number) + dayMs)];
    const used = timeBetween(calendar, terms.kind, instantOfMs(a), instantOfMs(b));
    return isUnpublished(used) || a >= b ? [] : stepOfDay(calendar, dayOfNumber(number), used / 60_000);
  });
};

const stepOfDay = (calendar: Calendar, day: string, minutes: number): Step[] => {
  if (minutes > 0) return [{ what: 'used', ...span(day, day), minutes, why: [] }];
  const facts = dayFacts(calendar, day);
  if (isUnpublished(facts) || facts.working) return [];
  return [{ what: 'skipped', ...span(day, day), minutes: 0, why: [facts.name || facts.why] }];
};

const span = (fromDay: string, toDay: string) => ({ fromDay, toDay, days: numberOfDay(toDay) - numberOfDay(fromDay) + 1 });

const fewEnough = 7;

/** Skipped days that follow each other are one step; so are three and more used ones. A long way is told as a whole. */
const shortened = (steps: readonly Step[]): Step[] => {
  const short = grouped(steps, (a, b) => a.what !== 'paused' && a.what === b.what).flatMap((group) => (group[0]!.what === 'used' && group.length < 3 ? group : [together(group)]));
  if (short.length <= fewEnough) return short;
  return grouped(steps, (a, b) => a.what !== 'paused' && b.what !== 'paused').flatMap((group) =>
    (['used', 'skipped', 'paused'] as const).map((what) => group.filter((step) => step.what === what)).filter((part) => part.length > 0).map(together),
  );
};

const grouped = (steps: readonly Step[], belong: (a: Step, b: Step) => boolean) => {
  const groups: Step[][] = [];
  for (const step of steps) {
    const group = groups.at(-1);
    if (group && belong(group[0]!, step)) group.push(step);
    else groups.push([step]);
  }
  return groups;
};

const together = (group: readonly Step[]): Step => ({
  ...group[0]!,
  toDay: group.at(-1)!.toDay,
  days: group.reduce((sum, { days }) => sum + days, 0),
  minutes: group.reduce((sum, { minutes }) => sum + minutes, 0),
  why: [...new Set(group.flatMap(({ why }) => why))],
});
