import type { Calendar } from '#mechanisms/calendar/rules.ts';
import { dayOfNumber, numberOfDay, weekdayOfNumber } from '#mechanisms/calendar/days.ts';
import { isUnpublished, isWorkingDay } from '#mechanisms/calendar/rules.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import { type Day, dayOfReport, dayOfSummary } from './rules.ts';

export interface Period {
  kind: 'weekly' | 'monthly';
  /** What it covers, both days included. */
  from: string;
  to: string;
  /** When it is made. */
  at: string;
}

/** So many days after, or before. */
export const daysAfter = (day: string, days: number) => dayOfNumber(numberOfDay(day) + days);

const known = (calendar: Calendar, day: string): Day => {
  const working = isWorkingDay(calendar, day);
  return { day, working: isUnpublished(working) ? null : working };
};

const stretch = (calendar: Calendar, from: string, length: number) => Array.from({ length }, (_, i) => known(calendar, daysAfter(from, i)));

const hourOf = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** The longest break in which a summary waits for the school to open again. */
const longestBreak = 70;
const weeksBack = 3;

/** The summaries and the report whose moment may have come: of this week and those before it that a break or a standstill held up, the oldest first. */
export const periodsAt = (calendar: Calendar, now: string, hour: number): Period[] => {
  const today = dayOf(now);
  const monday = daysAfter(today, 1 - weekdayOfNumber(numberOfDay(today)));
  const weeks = Array.from({ length: weeksBack + 1 }, (_, i) => daysAfter(monday, (i - weeksBack) * 7));
  return [...weeks.map((start) => weekOf(calendar, start, hour)), monthOf(calendar, today, hour)].filter(({ at }) => at <= now);
};

/** The summary made in the week that begins on this Monday: of the week before it. */
const weekOf = (calendar: Calendar, monday: string, hour: number): Period => {
  const friday = daysAfter(monday, 4);
  const day = dayOfSummary({ before: stretch(calendar, monday, 4), friday: known(calendar, friday), after: stretch(calendar, daysAfter(friday, 1), longestBreak) });
  return { kind: 'weekly', from: daysAfter(monday, -7), to: daysAfter(monday, -1), at: instantOf(day, hourOf(hour)) };
};

/** The report made in this month: of the last one. */
const monthOf = (calendar: Calendar, today: string, hour: number): Period => {
  const first = `${today.slice(0, 7)}-01`;
  const to = daysAfter(first, -1);
  return { kind: 'monthly', from: `${to.slice(0, 7)}-01`, to, at: instantOf(dayOfReport(stretch(calendar, first, 28)), hourOf(hour)) };
};
