import { sql } from 'kysely';
import type { Queries, Reading } from '#platform/module.ts';
import { visibleTo } from '../documents.ts';
import type { State } from '../nouns.ts';
import { paperOf } from '../papers/data.ts';
import type { intake as contract } from './contract.ts';
import { squashed } from './rules.ts';

export const queries: Queries<typeof contract> = {
  async twins(ctx, { query }) {
    return { twins: (await twinsOf(ctx, query.senderNumber)).map((twin) => ({ ...twin, state: twin.state as State })) };
  },

  receipt: (ctx, { params }) => paperOf(ctx, 'receipt', params.documentId),
  label: (ctx, { params }) => paperOf(ctx, 'label', params.documentId),
};

/** Documents that carry the same number in whatever brackets: the clerk is told, and decides. */
const twinsOf = (ctx: Reading, senderNumber: string) =>
  visibleTo(ctx)
    .select(['d.id', 'd.number', 'd.title', 'd.receivedAt', 'd.sender', 'd.state'])
    .where(sql<boolean>`incoming_squashed(d.sender_number) = ${squashed(senderNumber)}`)
    .where('d.senderNumber', '<>', '')
    .where('d.state', '<>', 'void')
    .orderBy('d.receivedAt', 'desc')
    .limit(5)
    .execute();
