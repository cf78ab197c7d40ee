import type { Queries } from '#platform/module.ts';
import { countOf, type Hit, hitsAfter, lookingFor, type Rank } from './candidates.ts';
import type { search } from './contract.ts';
import { shown } from './shown.ts';

const pageSize = 20;

export const queries: Queries<typeof search> = {
  async find(ctx, { query }) {
    const looking = lookingFor(ctx, query);
    if (!looking.terms.length) return { results: [], count: 0, counted: 'exactly', next: null };
    const { hits, next } = await hitsAfter(looking, placeOf(query.after), pageSize);
    const count = query.after ? uncounted : next ? await countOf(looking) : { count: hits.length, counted: 'exactly' as const };
    return { results: await shown(looking, hits), ...count, next: next && [next.rank, next.at, next.id].join('_') };
  },
};

const uncounted = { count: null, counted: 'exactly' as const };

const placeOf = (after?: string): Hit | null => {
  if (!after) return null;
  const [rank, at, id] = after.split('_') as [string, string, string];
  return { rank: Number(rank) as Rank, at, id };
};
