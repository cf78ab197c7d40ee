import { sql } from 'kysely';
import type { Reading } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import { documentsFor, excludedStill } from '../filing/documents.ts';
import { isClosed } from '../items.ts';
import { sourceNames } from '../nouns.ts';
import { boundsOf, standing } from '../sources.ts';
import type { Counts } from './contract.ts';

const none: Counts = { finished: 0, archived: 0, excluded: 0, waiting: 0, open: 0 };

const counted = {
  finished: sql<number>`(count(*) filter (where s.finished))::int`,
  archived: sql<number>`(count(*) filter (where s.finished and i.id is not null))::int`,
  excluded: sql<number>`(count(*) filter (where s.finished and i.id is null and x.id is not null))::int`,
  waiting: sql<number>`(count(*) filter (where s.finished and i.id is null and x.id is null))::int`,
  open: sql<number>`(count(*) filter (where not s.finished))::int`,
};

const columns = (Object.keys(counted) as (keyof Counts)[]).map((name) => counted[name].as(name));

/** So many of each book, of what the asker may know. */
export const countsOf = async (ctx: Pick<Reading, 'db' | 'actor'>, year: number) => {
  const { from, until } = boundsOf(year);
  const rows = await documentsFor(ctx).select('s.source').select(columns).where('s.at', '>=', from).where('s.at', '<', until).groupBy('s.source').execute();
  return sourceNames.map((source) => ({ ...none, ...rows.find((row) => row.source === source), source }));
};

/** The same of everything there is, whoever asks: a year is not closed over what somebody cannot see. */
export const allOf = async ({ db }: Pick<Reading, 'db'>, year: number): Promise<Counts> => {
  const { from, until } = boundsOf(year);
  return db
    .selectFrom(standing(db))
    .leftJoin('archiveItems as i', (join) => join.onRef('i.recordId', '=', 's.recordId').on('i.withdrawnAt', 'is', null))
    .leftJoin('archiveExclusions as x', (join) => join.onRef('x.recordId', '=', 's.recordId').on('x.undoneAt', 'is', null).on(excludedStill))
    .select(columns).where('s.at', '>=', from).where('s.at', '<', until).executeTakeFirstOrThrow();
};

export const summed = (rows: readonly Counts[]): Counts =>
  Object.fromEntries(Object.keys(none).map((name) => [name, rows.reduce((sum, row) => sum + row[name as keyof Counts], 0)])) as unknown as Counts;

/** What the closing of a year is decided by. */
export const standingOf = async (ctx: Reading, year: number, seen: Counts) => {
  const all = await allOf(ctx, year);
  return { all, over: year < Number(dayOf(ctx.now).slice(0, 4)), closed: await isClosed(ctx, year), waiting: seen.waiting, hidden: all.waiting - seen.waiting };
};
