import { sql } from 'kysely';
import { notFound } from '#platform/problem.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { openCalendar } from './calendar.ts';
import type { calendar as contract, Marked, Span, Year } from './contract.ts';
import { dayOfNumber, numberOfDay } from './days.ts';
import { isWorkingDay, whyNotPublish, whyNotUndo, whyNotWithdraw } from './rules.ts';
import { stateBefore } from './state.ts';

export const queries: Queries<typeof contract> = {
  year: (ctx, { params }) => yearNamed(ctx, yearOf(params.year)),

  async changes(ctx, { params, query }) {
    const rows = await ctx.db
      .selectFrom('calendarChanges as c')
      .innerJoin('people', 'people.id', 'c.by')
      .select(['c.id', 'c.at', 'people.name as by', 'what', 'subject', 'before', 'after', 'why', undone])
      .where((eb) => eb.or([eb('year', '=', yearOf(params.year)), eb('year', 'is', null)]))
      .$if(query.before !== undefined, (q) => q.where('c.id', '<', query.before!))
      .orderBy('c.id', 'desc')
      .limit(query.most + 1)
      .execute();
    const newest = await newestChange(ctx);
    const mayNot = mayNotEdit(ctx);
    const whyNot = (row: (typeof rows)[number]) => ({ undo: row.what === 'undone' ? ['calendar.already_undone'] : [...mayNot, ...whyNotUndo({ isNewest: row.id === newest, undone: row.undone })] });
    return { changes: rows.slice(0, query.most).map((row) => ({ ...row, whyNot: whyNot(row) })), more: rows.length > query.most };
  },
};

const undone = sql<boolean>`exists (select from calendar_changes u where u.undoes = c.id)`.as('undone');

/** The change that can be taken back: the newest that was not, and that takes none back itself. */
const newestChange = async ({ db }: Pick<Reading, 'db'>) => {
  const { rows: [row] } = await sql<{ id: string }>`select id from calendar_changes c
    where undoes is null and state_before is not null and not exists (select from calendar_changes u where u.undoes = c.id) order by id desc limit 1`.execute(db);
  return row?.id;
};

/** What decides whether a change may be taken back, and what it was. */
export const undoFacts = async (ctx: Pick<Reading, 'db'>, id: string) => {
  const row = await ctx.db.selectFrom('calendarChanges as c').select(['year', 'subject', 'before', 'after', undone]).where('c.id', '=', id).executeTakeFirstOrThrow(notFound);
  return { ...row, stateBefore: await stateBefore(ctx, id), isNewest: id === (await newestChange(ctx)) };
};

/** 404 for what cannot be a year. */
export const yearOf = (text: string) => {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 1992 || year > 2200) throw notFound();
  return year;
};

/** One year of the calendar as the office sees it. A year that nobody touched is an empty, unpublished one. */
export const yearNamed = async (ctx: Reading, year: number): Promise<Year> => {
  const row = await ctx.db
    .selectFrom('calendarYears')
    .leftJoin('people', 'people.id', 'calendarYears.publishedBy')
    .select(['publishedAt', 'source', 'people.name as publishedBy'])
    .where('year', '=', year)
    .executeTakeFirst();
  const published = Boolean(row?.publishedAt);
  const days = await daysOf(ctx, year);
  return {
    year,
    published,
    publishedAt: row?.publishedAt ?? null,
    publishedBy: row?.publishedBy ?? null,
    source: row?.source ?? '',
    days,
    terms: await ctx.db.selectFrom('terms').selectAll().where('starts', '<=', `${year}-12-31`).where('ends', '>=', `${year}-01-01`).orderBy('starts').execute(),
    timetables: await timetablesOf(ctx),
    workingDays: published ? await workingDaysOf(ctx, year) : [],
    whyNot: whyNotOf(ctx, { published, days }),
  };
};

const mayNotEdit = ({ actor }: Pick<Reading, 'actor'>) => (actor.permissions.has('calendar.manage') ? [] : ['platform.forbidden']);

const whyNotOf = ({ actor }: Reading, year: { published: boolean; days: readonly Marked[] }) => {
  const mayNot = mayNotEdit({ actor });
  return { edit: mayNot, publish: [...mayNot, ...whyNotPublish(year)], withdraw: [...mayNot, ...whyNotWithdraw(year)] };
};

export const daysOf = async ({ db }: Pick<Reading, 'db'>, year: number): Promise<Marked[]> =>
  (await db.selectFrom('calendarDays').selectAll().where('day', '>=', `${year}-01-01`).where('day', '<=', `${year}-12-31`).orderBy('day').execute()) as Marked[];

const timetablesOf = async ({ db }: Pick<Reading, 'db'>) => {
  const rows = await db.selectFrom('timetables').selectAll().orderBy('starts', (order) => order.asc().nullsFirst()).execute();
  return rows.map((row) => ({ ...row, spans: row.spans as unknown as Span[] }));
};

const workingDaysOf = async (ctx: Reading, year: number) => {
  const calendar = await openCalendar(ctx);
  const months = Array<number>(12).fill(0);
  for (let number = numberOfDay(`${year}-01-01`); number < numberOfDay(`${year + 1}-01-01`); number++) {
    const day = dayOfNumber(number);
    if (isWorkingDay(calendar, day) === true) months[Number(day.slice(5, 7)) - 1]! += 1;
  }
  return months;
};
