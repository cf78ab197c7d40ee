import type { Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { Marked, Span, Term, Timetable } from './contract.ts';
import type { Facts } from './rules.ts';

type Year = { year: number; publishedAt: string | null; publishedBy: string | null; source: string };

/** Everything the office laid down. Some hundred rows in ten years. */
export interface State {
  years: Year[];
  days: Marked[];
  terms: Term[];
  timetables: (Timetable & { id: string })[];
}

/** The whole calendar, held until the transaction ends: two who change it change it one after the other. */
export const heldState = async (ctx: Ctx<any>) => {
  await ctx.db.selectFrom('calendarVersion').select('version').forUpdate().execute();
  return stateOf(ctx);
};

const stateOf = async ({ db }: Pick<Reading, 'db'>): Promise<State> => {
  const timetables = await db.selectFrom('timetables').selectAll().orderBy('id').execute();
  return {
    years: await db.selectFrom('calendarYears').select(['year', 'publishedAt', 'publishedBy', 'source']).orderBy('year').execute(),
    days: (await db.selectFrom('calendarDays').selectAll().orderBy('day').execute()) as Marked[],
    terms: await db.selectFrom('terms').selectAll().orderBy('starts').execute(),
    timetables: timetables.map((row) => ({ ...row, spans: row.spans as unknown as Span[] })),
  };
};

/** The calendar as it was before a change. */
export const stateBefore = async ({ db }: Pick<Reading, 'db'>, changeId: string) => {
  const { stateBefore } = await db.selectFrom('calendarChanges').select('stateBefore').where('id', '=', changeId).executeTakeFirstOrThrow(notFound);
  if (!stateBefore) throw notFound();
  return stateBefore as unknown as State;
};

export const factsOf = ({ years, days, timetables }: State): Facts => ({
  version: '',
  years: years.filter(({ publishedAt }) => publishedAt).map(({ year }) => year),
  days,
  timetables,
});

/** Puts the calendar back as it was. */
export const restore = async ({ db }: Ctx<any>, { years, days, terms, timetables }: State) => {
  await db.deleteFrom('calendarYears').execute();
  await db.deleteFrom('calendarDays').execute();
  await db.deleteFrom('terms').execute();
  await db.deleteFrom('timetables').execute();
  if (years.length) await db.insertInto('calendarYears').values(years).execute();
  if (days.length) await db.insertInto('calendarDays').values(days).execute();
  if (terms.length) await db.insertInto('terms').values(terms).execute();
  if (timetables.length) await db.insertInto('timetables').values(timetables.map((row) => ({ ...row, spans: JSON.stringify(row.spans) }))).execute();
};
