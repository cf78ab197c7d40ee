import { type RawBuilder, sql } from 'kysely';
import { found } from '#mechanisms/search/queries.ts';
import type { Answer } from '#platform/contract.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { instantOf } from '#platform/time.ts';
import { read } from '../rules.ts';
import { itemsSeen, keysOf, lines, presented } from '../tree.ts';
import type { finding as contract, types } from './contract.ts';

type Wanted = Parameters<Queries<Pick<typeof contract, 'search'>>['search']>[1]['query'];
type Results = Answer<typeof contract.search>['results'];

const pageSize = 20;
const recent = 30 * 86_400_000;

export const queries: Queries<Pick<typeof contract, 'search' | 'changes' | 'following'>> = {
  async search(ctx, { query }) {
    const narrowed = await narrowing(ctx, query);
    const few = narrowed.length ? await fewOf(ctx, narrowed) : undefined;
    if (!query.q) return listed(ctx, query, few ? [sql`i.id = any(${few}::uuid[])`] : narrowed);
    const more = few ? sql`e.record_id = any(${few}::uuid[])` : sql`exists (select from library_items i where i.id = e.record_id and ${sql.join(narrowed, sql` and `)})`;
    const { results, ...page } = await found(ctx, { q: query.q, kind: 'library', ...(query.after && { after: query.after }) }, narrowed.length ? [more] : []);
    const facts = new Map((results.length ? await factsOf(ctx).where('i.id', 'in', results.map(({ recordId }) => recordId)).execute() : []).map((row) => [row.id, row]));
    return {
      ...page,
      results: results.flatMap(({ recordId, title, attachments }) => {
        const row = facts.get(recordId);
        return row ? [{ ...presentedFound(row), name: title, text: attachments[0]?.text ?? [] }] : [];
      }),
    };
  },

  async changes(ctx, { query: { after } }) {
    const [at, id] = after?.split('_') ?? [];
    const rows = await lines(ctx)
      .innerJoin('libraryItems as f', 'f.id', 'i.parentId')
      .leftJoin('libraryLooks as seen', (join) => join.onRef('seen.folderId', '=', 'i.parentId').on('seen.personId', '=', ctx.actor.id))
      .select(['f.name as folderName', folderLevel(ctx).as('folderLevel')])
      .where('i.isFolder', '=', false)
      .where('l.level', '>=', read)
      .where('i.changedBy', '!=', ctx.actor.id)
      .where('i.changedAt', '>', new Date(Date.parse(ctx.now) - recent).toISOString())
      .where((eb) => eb.or([eb('seen.at', 'is', null), eb('i.changedAt', '>', eb.ref('seen.at'))]))
      .$if(at !== undefined && id !== undefined, (q) => q.where(sql<boolean>`(i.changed_at, i.id) < (${at}::timestamptz, ${id}::uuid)`))
      .orderBy('i.changedAt', 'desc')
      .orderBy('i.id', 'desc')
      .limit(pageSize + 1)
      .execute();
    const items = rows.slice(0, pageSize).map(({ folderName, folderLevel: level, ...row }) => ({ ...presented(row), folder: level ? { id: row.parentId!, name: folderName } : null }));
    const last = items.at(-1);
    return { items, next: rows.length > pageSize && last ? `${last.changedAt}_${last.id}` : null };
  },

  async following(ctx, { params }) {
    await itemsSeen(ctx).select('i.id').where('i.id', '=', params.itemId).where('i.isFolder', '=', true).executeTakeFirstOrThrow(notFound);
    const look = await ctx.db.selectFrom('libraryLooks').select('at').where('personId', '=', ctx.actor.id).where('folderId', '=', params.itemId).executeTakeFirst();
    const follow = await ctx.db.selectFrom('libraryFollows').select('folderId').where('personId', '=', ctx.actor.id).where('folderId', '=', params.itemId).executeTakeFirst();
    return { follows: follow !== undefined, looked: look?.at ?? null };
  },
};

const mostFew = 3000;

/** What is narrowed to few is named: to look through every file that holds a common word, for one that is of a rare kind, takes a second. */
const fewOf = async ({ db }: Reading, narrowed: RawBuilder<unknown>[]) => {
  const { rows } = await sql<{ id: string }>`select i.id from library_items i where not i.is_folder and ${sql.join(narrowed, sql` and `)} limit ${mostFew + 1}`.execute(db);
  return rows.length > mostFew ? undefined : rows.map(({ id }) => id);
};

/** Files by what is known of them, without words: the newest first. */
const listed = async (ctx: Reading, { after }: Wanted, narrowed: RawBuilder<unknown>[]) => {
  if (!narrowed.length) return { results: [], count: 0, counted: 'exactly' as const, next: null };
  const [at, id] = after?.split('_') ?? [];
  const rows = await factsOf(ctx)
    .where(sql<boolean>`${sql.join(narrowed, sql` and `)}`)
    .$if(at !== undefined && id !== undefined, (q) => q.where(sql<boolean>`(i.changed_at, i.id) < (${at}::timestamptz, ${id}::uuid)`))
    .orderBy('i.changedAt', 'desc')
    .orderBy('i.id', 'desc')
    .limit(pageSize + 1)
    .execute();
  const results = rows.slice(0, pageSize).map((row) => ({ ...presentedFound(row), name: [{ text: row.name, hit: false }], text: [] }));
  const last = results.at(-1);
  return { results, count: null, counted: 'exactly' as const, next: rows.length > pageSize && last ? `${last.changedAt}_${last.id}` : null };
};

const folderLevel = (ctx: Pick<Reading, 'actor'>) => sql<number | null>`(select max(level) from shelf_keys k where k.shelf_id = i.parent_id and k.key = any(${keysOf(ctx)}::uuid[]))`;

const factsOf = (ctx: Reading) =>
  itemsSeen(ctx)
    .innerJoin('libraryItems as f', 'f.id', 'i.parentId')
    .leftJoin('people as c', 'c.id', 'i.changedBy')
    .select(['i.id', 'i.name', 'i.type', sql<number>`i.size::float8`.as('size'), 'i.tags', 'i.changedAt', 'c.id as changerId', 'c.name as changer', 'f.id as folderId', 'f.name as folderName', folderLevel(ctx).as('folderLevel')])
    .where('i.isFolder', '=', false)
    .where('l.level', '>=', read);

type Facts = Awaited<ReturnType<ReturnType<typeof factsOf>['execute']>>[number];

const presentedFound = ({ id, type, size, tags, changedAt, changerId, changer, folderId, folderName, folderLevel: level }: Facts): Omit<Results[number], 'name' | 'text'> => ({
  id, type, size, tags, changedAt, changedBy: changerId ? { id: changerId, name: changer ?? '' } : null, folder: level ? { id: folderId, name: folderName } : null,
});

const office = 'application/vnd.openxmlformats-officedocument';

const typesOf: Record<(typeof types)[number], readonly string[]> = {
  document: [`${office}.wordprocessingml.document`, 'application/msword', 'application/vnd.ms-works', 'application/vnd.oasis.opendocument.text', 'application/ofd'],
  sheet: [`${office}.spreadsheetml.sheet`, 'application/vnd.ms-excel'],
  slides: [`${office}.presentationml.presentation`, 'application/vnd.ms-powerpoint'],
  pdf: ['application/pdf'],
  picture: ['image/'],
  text: ['text/plain'],
};

/** On `library_items i`. */
const narrowing = async (ctx: Reading, { folderId, tag, type, personId, from, to }: Wanted) => [
  ...(folderId ? [sql`i.parent_id in (select unnest(${await foldersBelow(ctx, folderId)}::uuid[]))`] : []),
  ...(tag ? [sql`i.tags @> array[${tag}]`] : []),
  ...(type ? [sql`i.type like any (${typesOf[type].map((one) => `${one}%`)}::text[])`] : []),
  ...(personId ? [sql`i.changed_by = ${personId}`] : []),
  ...(from ? [sql`i.changed_at >= ${instantOf(from)}`] : []),
  ...(to ? [sql`i.changed_at < ${instantOf(to)}::timestamptz + interval '1 day'`] : []),
];

const foldersBelow = async ({ db }: Reading, folderId: string) => {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (select id from library_items where id = ${folderId} and is_folder union all select i.id from below b join library_items i on i.parent_id = b.id and i.is_folder)
    select id from below`.execute(db);
  return rows.map(({ id }) => id);
};
