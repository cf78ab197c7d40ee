import { sql } from 'kysely';
import type { Queries } from '#platform/module.ts';
import { notFound, refused } from '#platform/problem.ts';
import { contentOf, versionOf, visibleTo } from '../documents.ts';
import type { drafts } from '../drafts/contract.ts';
import { bookOf, deliveryBookOf, sealBookOf } from '../papers/books.ts';
import type { register as contract } from './contract.ts';
import { linesOf, narrowed, presentedLine } from './lines.ts';
import { documentOf } from './one.ts';

/** As many lines as one book of paper holds. */
const mostLines = 5000;

export const queries: Queries<typeof contract & Pick<typeof drafts, 'version'>> = {
  async list(ctx, { query: { after, most, ...filters } }) {
    const rows = await narrowed(linesOf(ctx), ctx, filters)
      .$if(after !== undefined, (l) => l.where(sql<boolean>`(d.created_at, d.id) < (select created_at, id from outgoing_documents where id = ${after})`))
      .orderBy('d.createdAt', 'desc').orderBy('d.id', 'desc').limit(most + 1).execute();
    return { documents: rows.slice(0, most).map(presentedLine), next: rows.length > most ? rows[most - 1]!.id : null };
  },

  one: (ctx, { params }) => documentOf(ctx, params.documentId),

  async version(ctx, { params }) {
    await visibleTo(ctx).select('d.id').where('d.id', '=', params.documentId).executeTakeFirstOrThrow(notFound);
    if (!/^\d{1,6}$/.test(params.number)) throw notFound();
    return contentOf(await versionOf(ctx, params.documentId, Number(params.number)));
  },

  /** 发文登记簿 as it is filtered on the screen, in the order of the numbers. */
  async book(ctx, { query: { as, ...filters } }) {
    const rows = await narrowed(linesOf(ctx), ctx, filters).orderBy('d.createdAt').orderBy('d.id').limit(mostLines + 1).execute();
    if (rows.length > mostLines) throw refused(['outgoing.too_many_lines']);
    return bookOf(ctx, rows.map(presentedLine), as);
  },

  sealBook: (ctx, { query }) => sealBookOf(ctx, query, mostLines),
  deliveryBook: (ctx, { query }) => deliveryBookOf(ctx, query, mostLines),
};
