import { sql } from 'kysely';
import { sightOf } from '#mechanisms/access/records.ts';
import type { Queries } from '#platform/module.ts';
import { malformed, notFound, refused } from '#platform/problem.ts';
import { visibleTo } from '../documents.ts';
import { bookOf, paperOf } from '../papers/data.ts';
import type { register as contract } from './contract.ts';
import { delayOf } from './delay.ts';
import { linesOf, presentedLine } from './lines.ts';
import { documentOf } from './one.ts';
import { narrowing, pageOf, wantedOf } from './page.ts';
import { sortedPage } from './sorted.ts';

/** As many lines as one book of paper holds; more are asked for year by year. */
const mostLines = 5000;

export const queries: Queries<typeof contract> = {
  async list(ctx, { query: { sort, reverse, after, most, ...filters } }) {
    if (sort !== 'number' || reverse) return sortedPage(ctx, { wanted: wantedOf(filters), sort, reverse, after, most });
    if (after && !/^\d{4}-\d{1,9}$/.test(after)) throw malformed('after: not a place in this list');
    const [year, seq] = (after ?? '9999-999999999').split('-').map(Number) as [number, number];
    const rows = await pageOf(ctx, { wanted: wantedOf(filters), after: [year, seq], most: most + 1 });
    const last = rows.length > most ? rows[most - 1] : undefined;
    return { documents: rows.slice(0, most).map((row) => presentedLine(row, ctx.now)), next: last ? `${last.year}-${last.seq}` : null };
  },

  one: (ctx, { params }) => documentOf(ctx, params.documentId),

  async delay(ctx, { params }) {
    await visibleTo(ctx).select('d.id').where('d.id', '=', params.documentId).executeTakeFirstOrThrow(notFound);
    return delayOf(ctx, params.documentId);
  },

  sheet: (ctx, { params }) => paperOf(ctx, 'sheet', params.documentId),
  delayPaper: (ctx, { params }) => paperOf(ctx, 'delay', params.documentId),

  /** 收文登记簿 as it is filtered on the screen, in the order of the paper book. */
  async book(ctx, { query: { as, ...filters } }) {
    const rows = await linesOf(ctx.db, sightOf(ctx)).where((eb) => eb.and(narrowing(wantedOf(filters), ctx.now))).orderBy('d.year').orderBy('d.seq').limit(mostLines + 1).execute();
    if (rows.length > mostLines) throw refused(['incoming.too_many_lines']);
    return bookOf(ctx, rows.map((row) => presentedLine(row, ctx.now)), { as, filters });
  },

  /** Numbers run without gaps; should one ever be missing, it is said. */
  async gaps(ctx, { query }) {
    const { rows } = await sql<{ seq: number }>`
      select n as seq from generate_series(1, (select coalesce(max(seq), 0) from incoming_documents where year = ${query.year})) n
      where not exists (select from incoming_documents where year = ${query.year} and seq = n) order by n limit 1000`.execute(ctx.db);
    const counter = await ctx.db.selectFrom('registerCounters').select('last').where('register', '=', 'incoming.document').where('period', '=', String(query.year)).executeTakeFirst();
    return { last: counter?.last ?? 0, missing: rows.map(({ seq }) => seq) };
  },
};
