import { sql } from 'kysely';
import type { Queries, Reading } from '#platform/module.ts';
import { visibleTo } from '../documents.ts';
import type { State } from '../nouns.ts';
import { paperOf } from '../papers/data.ts';
import type { intake as contract } from './contract.ts';
import { squashed } from './rules.ts';
import { senderColumns } from './senders.ts';

export const queries: Queries<typeof contract> = {
  /** Names that hold what was typed, the most frequent senders first. */
  async senders(ctx, { query }) {
    const like = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    const senders = await ctx.db
      .selectFrom('senders')
      .select(senderColumns)
      .where('mergedInto', 'is', null)
      .where((eb) => eb.or([eb('name', 'ilike', like), eb('word', 'ilike', like)]))
      .orderBy('times', 'desc')
      .orderBy('name')
      .limit(query.most)
      .execute();
    return { senders };
  },

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
