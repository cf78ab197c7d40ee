import { sql } from 'kysely';
import type { Answer } from '#platform/contract.ts';
import type { Queries } from '#platform/module.ts';
import type { years as contract } from './contract.ts';
import { countsOf, standingOf, summed } from './counts.ts';
import { whyNotClose, whyNotReopenYear } from './rules.ts';

type Closing = Answer<typeof contract.completeness>['closings'][number];

export const queries: Queries<Pick<typeof contract, 'completeness'>> = {
  async completeness(ctx, { query: { year } }) {
    const sources = await countsOf(ctx, year);
    const counts = summed(sources);
    const closings = await ctx.db
      .selectFrom('archiveYears as y').innerJoin('people as p', 'p.id', 'y.closedBy').leftJoin('people as r', 'r.id', 'y.reopenedBy')
      .select(['y.closedAt as at', 'y.archived', 'y.excluded', 'y.open', 'y.reopenedAt', 'y.reopenedWhy', sql<Closing['by']>`as_person(p.id, p.name)`.as('by'), sql<Closing['reopenedBy']>`as_person(r.id, r.name)`.as('reopenedBy')])
      .where('y.year', '=', year).orderBy('y.closedAt', 'desc').execute();
    const standing = await standingOf(ctx, year, counts);
    const whyNot: Record<string, string[]> = ctx.actor.permissions.has('archive.manage') ? { closeYear: whyNotClose(standing), reopenYear: whyNotReopenYear(standing) } : {};
    return { year, counts, sources, closings, whyNot };
  },
};
