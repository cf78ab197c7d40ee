import type { RawBuilder } from 'kysely';
import type { Answer } from '#platform/contract.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { countOf, type Hit, hitsAfter, lookingFor, type Rank } from './candidates.ts';
import type { Asked, search } from './contract.ts';
import { shown } from './shown.ts';

const pageSize = 20;

/** What is found, a page at a time; `more` narrows it by what a module knows of its own records. */
export const found = async (ctx: Reading, query: Asked, more: readonly RawBuilder<unknown>[] = []): Promise<Answer<typeof search.find>> => {
  const looking = lookingFor(ctx, query, more);
  if (!looking.terms.length) return { results: [], count: 0, counted: 'exactly', next: null };
  const { hits, next } = await hitsAfter(looking, placeOf(query.after), pageSize);
  const count = query.after ? uncounted : next ? await countOf(looking) : { count: hits.length, counted: 'exactly' as const };
  return { results: await shown(looking, hits), ...count, next: next && [next.rank, next.at, next.id].join('_') };
};

export const queries: Queries<typeof search> = { find: (ctx, { query }) => found(ctx, query) };

const uncounted = { count: null, counted: 'exactly' as const };

const placeOf = (after?: string): Hit | null => {
  if (!after) return null;
  const [rank, at, id] = after.split('_') as [string, string, string];
  return { rank: Number(rank) as Rank, at, id };
};
