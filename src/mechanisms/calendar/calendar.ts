import { prepare } from '#platform/db.ts';
import type { Reading } from '#platform/module.ts';
import type { Span } from './contract.ts';
import { type Calendar, type Facts, prepared } from './rules.ts';

/** The last few versions this process worked out. A version is never used twice, not even by two databases. */
const known = new Map<string, Calendar>();

/** The school calendar in force, for the pure functions of rules.ts. One short query; the tables are kept by version. */
export const openCalendar = async (ctx: Pick<Reading, 'db'>): Promise<Calendar> => {
  const [inForce] = await versions(ctx.db, {});
  return known.get(inForce!.version) ?? load(ctx, inForce!.version);
};

const versions = prepare<object, { version: string }>((db) => db.selectFrom('calendarVersion').select('version').compile());

/** What the calendar in force was worked out from: somebody who wants to see what a change would do changes a copy of it. */
export const factsInForce = async (ctx: Pick<Reading, 'db'>): Promise<Facts> => openCalendar(ctx);

/** The calendar last used here, without asking whether it is still in force: for a caller that compares the version itself. */
export const lastCalendar = () => [...known.values()].at(-1);

const load = async ({ db }: Pick<Reading, 'db'>, version: string) => {
  const years = await db.selectFrom('calendarYears').select('year').where('publishedAt', 'is not', null).execute();
  const days = await db.selectFrom('calendarDays').select(['day', 'kind', 'name']).execute();
  const timetables = await db.selectFrom('timetables').select(['id', 'name', 'starts', 'ends', 'weekdays', 'spans']).execute();
  const calendar = prepared({
    version,
    years: years.map(({ year }) => year),
    days: days.map((day) => ({ ...day, kind: day.kind as Calendar['days'][number]['kind'] })),
    timetables: timetables.map((t) => ({ ...t, spans: t.spans as unknown as Span[] })),
  });
  known.set(version, calendar);
  if (known.size > 8) known.delete(known.keys().next().value!);
  return calendar;
};
