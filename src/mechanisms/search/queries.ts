import type { RawBuilder } from 'kysely';
import type { Answer } from '#platform/contract.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { hitsAfter } from './candidates.ts';
import type { Asked, search } from './contract.ts';
import { wantedIn } from './rules.ts';
import type { Hit, Rank } from './statement.ts';
import { shown } from './shown.ts';

const pageSize = 20;

/** What is found, a page at a time; `more` narrows it by what a module knows of its own records. */
export const found = async (ctx: Reading, asked: Asked, more: readonly RawBuilder<unknown>[] = []): Promise<Answer<typeof search.find>> => {
  const wanted = wantedIn(asked.q);
  if (!wanted.terms.length) return { results: [], count: 0, counted: 'exactly', next: null };
  const { hits, next, ...count } = await hitsAfter(ctx, wanted, { asked, after: placeOf(asked.after), most: pageSize, more });
  return { results: await shown(ctx, wanted, hits), ...count, next: next && [next.rank, next.at, next.id].join('_') };
};

export const queries: Queries<typeof search> = { find: (ctx, { query }) => found(ctx, query) };

const placeOf = (after?: string): Hit | null => {
  if (!after) return null;
  const [rank, at, id] = after.split('_') as [string, string, string];
  return { rank: Number(rank) as Rank, at, id };
};
