import { z } from 'zod';
import { day } from '#platform/time.ts';
import { dayKinds, Marked, Timetable } from './contract.ts';
import type { Facts } from './rules.ts';

/** What somebody is about to change, to see what would come of it. */
export const CalendarChange = z.object({
  days: z.array(Marked.extend({ day, kind: z.enum(dayKinds).nullable() })).max(400).default([]),
  /** The holidays and make-up days of this year go first. */
  replaces: z.int().nullable().default(null),
  publishes: z.int().nullable().default(null),
  withdraws: z.int().nullable().default(null),
  timetable: Timetable.extend({ id: z.uuid().nullable() }).nullable().default(null),
  removesTimetable: z.uuid().nullable().default(null),
  /** A change that is taken back. */
  undoes: z.uuid().nullable().default(null),
});
export type CalendarChange = z.infer<typeof CalendarChange>;

/** The calendar as it would be. */
export const changedFacts = (facts: Facts, change: CalendarChange): Facts => ({
  version: '',
  years: yearsAfter(facts.years, change),
  days: daysAfter(facts.days, change),
  timetables: timetablesAfter(facts.timetables, change),
});

const yearsAfter = (years: Facts['years'], { publishes, withdraws }: CalendarChange) => {
  const after = new Set(years);
  if (withdraws) after.delete(withdraws);
  if (publishes) after.add(publishes);
  return [...after];
};

const daysAfter = (days: Facts['days'], { replaces, days: wanted }: CalendarChange) => {
  const named = new Set(wanted.map(({ day }) => day));
  const goes = ({ day, kind }: Facts['days'][number]) => named.has(day) || ((kind === 'holiday' || kind === 'makeup') && Number(day.slice(0, 4)) === replaces);
  return [...days.filter((marked) => !goes(marked)), ...wanted.flatMap(({ kind, ...marked }) => (kind ? [{ ...marked, kind }] : []))];
};

const timetablesAfter = (timetables: Facts['timetables'], { timetable, removesTimetable }: CalendarChange) => {
  const rest = timetables.filter(({ id }) => id !== removesTimetable && id !== (timetable?.id ?? undefined));
  return timetable ? [...rest, { ...timetable, id: timetable.id ?? '' }] : rest;
};
