import { reasons } from '#platform/rules.ts';
import type { Day, Marked, Span, Term, Timetable } from './contract.ts';
import { dayMs, dayNumberAt, dayOfNumber, instantOfMs, isDay, midnight, msOf, msOfClock, numberOfDay, weekdayOfNumber } from './days.ts';

/** What the school has laid down: the days that differ from an ordinary week in the published years, and the office's hours. */
export interface Facts {
  /** Changes whenever anything of the calendar does. */
  version: string;
  years: readonly number[];
  days: readonly Marked[];
  timetables: readonly (Timetable & { id?: string })[];
}

/** `elapsed`: 24 × 7. `working_days`: the 24 hours of each working day. `office_hours`: the timetable on working days. */
export type KindOfTime = 'elapsed' | 'working_days' | 'office_hours';

/** The calendar of this year is not published, so nobody can say. */
export interface Unpublished {
  readonly refused: 'calendar.year_not_published';
  readonly year: number;
}

export interface Calendar extends Facts {
  readonly marked: ReadonlyMap<number, Marked>;
  readonly runs: readonly Run[];
}

/** Published years that follow each other without a gap. */
interface Run {
  starts: number;
  ends: number;
  tables: Record<Exclude<KindOfTime, 'elapsed'>, Table>;
}

/** Stretches of working time in order; `before[i]` is how much lies before the i-th. */
interface Table {
  starts: number[];
  ends: number[];
  before: number[];
  total: number;
}

const unpublished = (year: number): Unpublished => ({ refused: 'calendar.year_not_published', year });
export const isUnpublished = (answer: unknown): answer is Unpublished => typeof answer === 'object' && answer !== null && 'refused' in answer;

/** Works the tables out once for a version of the calendar: about 20 ms for ten years. */
export const prepared = (facts: Facts): Calendar => {
  const marked = new Map(facts.days.map((day) => [numberOfDay(day.day), day]));
  return { ...facts, marked, runs: runsOf(facts.years).map(([first, last]) => run(facts, marked, first, last)) };
};

const runsOf = (years: readonly number[]) =>
  years.toSorted((a, b) => a - b).reduce<[number, number][]>((runs, year) => {
    const last = runs.at(-1);
    if (last && last[1] + 1 === year) last[1] = year;
    else runs.push([year, year]);
    return runs;
  }, []);

const run = (facts: Facts, marked: ReadonlyMap<number, Marked>, first: number, last: number): Run => {
  const [from, to] = [firstDay(first), firstDay(last + 1)];
  const days = Array.from({ length: to - from }, (_, i) => ({ number: from + i, hours: hoursOfDay(facts, marked, from + i) }));
  return {
    starts: midnight(from),
    ends: midnight(to),
    tables: {
      working_days: tableOf(days.flatMap(({ number, hours }) => wholeDay(marked.get(number), hours).map(shifted(number)))),
      office_hours: tableOf(days.flatMap(({ number, hours }) => hours.map(shifted(number)))),
    },
  };
};

const firstDay = (year: number) => numberOfDay(`${String(year).padStart(4, '0')}-01-01`);
const shifted = (number: number) => ([from, to]: Stretch): Stretch => [midnight(number) + from, midnight(number) + to];

type Stretch = [from: number, to: number];

const tableOf = (stretches: readonly Stretch[]): Table => {
  const table: Table = { starts: [], ends: [], before: [], total: 0 };
  for (const [from, to] of stretches) {
    table.starts.push(from);
    table.ends.push(to);
    table.before.push(table.total);
    table.total += to - from;
  }
  return table;
};

const noon = dayMs / 2;

/** The office's hours on a day, in milliseconds after midnight. A make-up day is worked as a Monday. */
const hoursOfDay = (facts: Facts, marked: ReadonlyMap<number, Marked>, number: number): Stretch[] => {
  const kind = marked.get(number)?.kind;
  if (kind === 'holiday' || kind === 'closed') return [];
  const own = spansOf(facts.timetables, number, weekdayOfNumber(number));
  const spans = kind && !own.length ? spansOf(facts.timetables, number, 1) : own;
  const all = spans.map(({ from, to }): Stretch => [msOfClock(from), msOfClock(to)]);
  if (kind === 'morning') return clipped(all, 0, noon);
  if (kind === 'afternoon') return clipped(all, noon, dayMs);
  return all;
};

const clipped = (all: readonly Stretch[], least: number, most: number) =>
  all.map(([from, to]): Stretch => [Math.max(from, least), Math.min(to, most)]).filter(([from, to]) => from < to);

/** All 24 hours of a day that is worked, twelve of a half day. */
const wholeDay = (marked: Marked | undefined, hours: readonly Stretch[]): Stretch[] => {
  if (!hours.length) return [];
  return [[marked?.kind === 'afternoon' ? noon : 0, marked?.kind === 'morning' ? noon : dayMs]];
};

/** Of the timetables for a day, the one that begins latest; the one without dates is for the rest of the year. */
const spansOf = (timetables: readonly Timetable[], number: number, weekday: number): readonly Span[] => {
  const day = dayOfNumber(number);
  const fitting = timetables.filter((t) => t.weekdays.includes(weekday) && (t.starts ?? '') <= day && day <= (t.ends ?? '9999'));
  return fitting.toSorted((a, b) => ((a.starts ?? '') < (b.starts ?? '') ? 1 : -1))[0]?.spans ?? [];
};

/** The instant at which `ms` of a kind of time have passed since `from`. */
export const addTime = (calendar: Calendar, kind: KindOfTime, from: string, ms: number): string | Unpublished => {
  const start = msOf(from);
  if (kind === 'elapsed' || ms <= 0) return instantOfMs(start + Math.max(0, ms));
  const found = calendar.runs.find((r) => r.starts <= start && start < r.ends);
  if (!found) return unpublished(yearAt(start));
  const table = found.tables[kind];
  const wanted = workedBefore(table, start) + ms;
  if (wanted > table.total) return unpublished(yearAt(found.ends));
  const i = firstWhere(table.before.length, (n) => table.before[n]! + table.ends[n]! - table.starts[n]! >= wanted);
  return instantOfMs(table.starts[i]! + wanted - table.before[i]!);
};

/** How many milliseconds of a kind of time lie between two instants; 0 when they are in the wrong order. */
export const timeBetween = (calendar: Calendar, kind: KindOfTime, from: string, to: string): number | Unpublished => {
  const [start, end] = [msOf(from), msOf(to)];
  if (end <= start) return 0;
  if (kind === 'elapsed') return end - start;
  const found = calendar.runs.find((r) => r.starts <= start && end <= r.ends);
  if (!found) return unpublished(firstMissing(calendar.years, yearAt(start), yearAt(end)));
  return workedBefore(found.tables[kind], end) - workedBefore(found.tables[kind], start);
};

const yearAt = (ms: number) => Number(dayOfNumber(dayNumberAt(ms)).slice(0, 4));
const firstMissing = (years: readonly number[], from: number, to: number) => {
  let year = from;
  while (year < to && years.includes(year)) year += 1;
  return year;
};

const workedBefore = (table: Table, at: number) => {
  const i = firstWhere(table.starts.length, (n) => table.starts[n]! > at) - 1;
  return i < 0 ? 0 : table.before[i]! + Math.min(at, table.ends[i]!) - table.starts[i]!;
};

/** The least n below `length` for which it holds, else `length`. It must hold for all after the first. */
const firstWhere = (length: number, holds: (n: number) => boolean) => {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

export interface DayFacts {
  day: Day;
  working: boolean;
  /** Why the day is as it is: marked so, or an ordinary weekday, or the weekend, or the timetable has no hours. */
  why: Marked['kind'] | 'weekday' | 'weekend' | 'no_hours';
  name: string;
}

/** What kind of day it is, and why. */
export const dayFacts = (calendar: Calendar, day: Day): DayFacts | Unpublished => {
  const number = numberOfDay(day);
  const year = Number(day.slice(0, 4));
  if (!calendar.years.includes(year)) return unpublished(year);
  const marked = calendar.marked.get(number);
  const working = hoursOfDay(calendar, calendar.marked, number).length > 0;
  const plain = working ? 'weekday' : weekdayOfNumber(number) > 5 ? 'weekend' : 'no_hours';
  return { day, working, why: marked?.kind ?? plain, name: marked?.name ?? '' };
};

export const isWorkingDay = (calendar: Calendar, day: Day) => {
  const facts = dayFacts(calendar, day);
  return isUnpublished(facts) ? facts : facts.working;
};

/** How long the office was open between two instants, in milliseconds. */
export const officeHoursBetween = (calendar: Calendar, from: string, to: string) => timeBetween(calendar, 'office_hours', from, to);

const clock = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const inOrder = (spans: readonly Span[]) => spans.every(({ from, to }, i) => from < to && (i === 0 || spans[i - 1]!.to <= from));

export const whyNotTimetable = (wanted: Timetable) => reasons(
  [Boolean(wanted.starts) !== Boolean(wanted.ends) || (wanted.starts ?? '') > (wanted.ends ?? ''), 'calendar.ends_before_it_starts'],
  [!wanted.spans.every(({ from, to }) => clock.test(from) && clock.test(to)) || !inOrder(wanted.spans), 'calendar.hours_out_of_order'],
  [!wanted.starts && !wanted.spans.length, 'calendar.no_hours'],
);

export const whyNotTerm = (wanted: Omit<Term, 'id'>, others: readonly Omit<Term, 'id'>[]) => reasons(
  [wanted.ends <= wanted.starts, 'calendar.ends_before_it_starts'],
  [others.some((o) => o.starts <= wanted.ends && wanted.starts <= o.ends), 'calendar.terms_overlap'],
);

/** The law gives thirteen days; fewer than seven marked means that the notice was not entered. */
const leastHolidays = 7;

export const whyNotPublish = (year: { published: boolean; days: readonly Marked[] }) => reasons(
  [year.published, 'calendar.already_published'],
  [year.days.filter(({ kind }) => kind === 'holiday').length < leastHolidays, 'calendar.holidays_missing'],
);

export const whyNotWithdraw = (year: { published: boolean }) => reasons([!year.published, 'calendar.not_published']);

/** Changes are taken back in turn, the newest first. */
export const whyNotUndo = (change: { isNewest: boolean; undone: boolean }) => reasons(
  [change.undone,     'calendar.already_undone'],
  [!change.undone && !change.isNewest, 'calendar.changed_since'],
);

const worksAnyway = ({ day, kind }: { day: Day; kind: string | null }) => kind === 'makeup' && weekdayOfNumber(numberOfDay(day)) < 6;

export const whyNotMark = (wanted: { day: Day; kind: string | null; name: string }) => reasons(
  [!isDay(wanted.day), 'calendar.no_such_day'],
  [isDay(wanted.day) && worksAnyway(wanted), 'calendar.makeup_on_a_weekday'],
);

/** The days of a year as a notice gives them: New Year may reach into the year beside it. */
export const whyNotDays = (year: number, days: readonly Marked[]) => reasons(
  [days.some(({ day }) => !isDay(day)), 'calendar.no_such_day'],
  [days.some(({ day }) => Math.abs(Number(day.slice(0, 4)) - year) > 1), 'calendar.another_year'],
  [new Set(days.map(({ day }) => day)).size < days.length, 'calendar.day_twice'],
  [days.some(worksAnyway), 'calendar.makeup_on_a_weekday'],
);
