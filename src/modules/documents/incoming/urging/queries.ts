import { sql } from 'kysely';
import { mayRead } from '#mechanisms/access/records.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { callsPaper } from '../papers/data.ts';
import { awaitedOf } from './awaited.ts';
import type { urging as contract } from './contract.ts';

export const queries: Queries<Pick<typeof contract, 'awaited' | 'calls' | 'callSheet'>> = {
  awaited: (ctx, { query }) => awaitedOf(ctx, query),
  calls: async (ctx, { query }) => ({ calls: await callsOf(ctx, query) }),
  callSheet: async (ctx) => callsPaper(ctx, await callsOf(ctx, { most: 100 })),
};

/** Calls that are to be made, the oldest first. */
const callsOf = async (ctx: Reading, { after, most }: { after?: string | undefined; most: number }) => {
  const rows = await ctx.db
    .selectFrom('incomingUrges as u')
    .innerJoin('incomingDocuments as d', 'd.id', 'u.documentId')
    .innerJoin('records', 'records.id', 'd.id')
    .innerJoin('people as b', 'b.id', 'u.by')
    .select([
      'u.id', 'u.documentId', 'u.item', 'u.itemId', 'u.whom', 'u.at', 'u.phone', 'u.said', 'b.id as byId', 'b.name as byName', 'd.number', 'd.title',
      sql<string | null>`(select min(due_at) from clocks where record_id = d.id and stopped_at is null)`.as('dueAt'),
    ])
    .where(mayRead(ctx))
    .where('u.how', '=', 'phone')
    .where('u.calledAt', 'is', null)
    .$if(after !== undefined, (q) => q.where('u.id', '>', after!))
    .orderBy('u.id')
    .limit(most)
    .execute();
  return rows.map(({ byId, byName, item, ...row }) => ({ ...row, item: item as 'part', how: 'phone' as const, outcome: null, calledAt: null, by: { id: byId, name: byName } }));
};
