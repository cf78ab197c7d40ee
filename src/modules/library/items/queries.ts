import { sql } from 'kysely';
import { setting } from '#mechanisms/settings/settings.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { edit, manage, whyNotManage, whyNotPut } from '../rules.ts';
import { itemsSeen, keysOf, lines, pathTo, presented } from '../tree.ts';
import type { items as contract } from './contract.ts';
import { usualQuota } from './quota.ts';

const day = 86_400_000;

export const queries: Queries<Pick<typeof contract, 'tops' | 'folder' | 'trashed' | 'usage'>> = {
  async tops(ctx) {
    const rows = await lines(ctx)
      .where(sql<boolean>`i.shelf_id = i.id and i.id in (select shelf_id from shelf_keys where key = any(${keysOf(ctx)}::uuid[]))`)
      .where(sql<boolean>`(i.parent_id is null or not exists (select from shelf_keys a where a.shelf_id = i.parent_id and a.key = any(${keysOf(ctx)}::uuid[])))`)
      .orderBy(sql`array_position(array['department', 'project', 'school'], i.space)`)
      .orderBy('i.name')
      .limit(500)
      .execute();
    return { items: rows.map(presented), mayMakeProjects: ctx.actor.permissions.has('library.projects') };
  },

  async folder(ctx, { params, query: { sort, down, only, tag, after, most } }) {
    const row = await lines(ctx).where('i.id', '=', params.itemId).where('i.isFolder', '=', true).executeTakeFirstOrThrow(notFound);
    const by = sorts[sort];
    const place = after ? placeOf(after) : undefined;
    const rows = await lines(ctx)
      .select(sql<string>`(${by.of})::text`.as('place'))
      .where('i.parentId', '=', params.itemId)
      .$if(only !== undefined, (q) => q.where('i.isFolder', '=', only === 'folders'))
      .$if(tag !== undefined, (q) => q.where(sql<boolean>`i.tags @> array[${tag!}]`))
      .$if(place !== undefined, (q) => q.where(sql<boolean>`(not i.is_folder, ${by.of}, i.id) ${down ? sql`< (${place![0]}, cast(${place![1]} as ${by.type}), ${place![2]}::uuid)` : sql`> (${place![0]}, cast(${place![1]} as ${by.type}), ${place![2]}::uuid)`}`))
      .orderBy(sql`not i.is_folder`, down ? 'desc' : 'asc')
      .orderBy(by.of, down ? 'desc' : 'asc')
      .orderBy('i.id', down ? 'desc' : 'asc')
      .limit(most + 1)
      .execute();
    const shown = rows.slice(0, most);
    const last = shown.at(-1);
    return {
      folder: presented(row),
      path: await pathTo(ctx, params.itemId),
      items: shown.map(({ place: _, ...line }) => presented(line)),
      tags: await tagsIn(ctx, params.itemId),
      next: rows.length > most && last ? [last.isFolder ? 0 : 1, last.id, last.place].join('_') : null,
      whyNot: { put: whyNotPut({ level: row.level! }), manage: whyNotManage({ level: row.level! }), takeOut: row.parentId === null ? ['library.is_top'] : whyNotPut({ level: row.level! }) },
    };
  },

  async trashed(ctx, { query: { after, most } }) {
    const days = await setting<number>(ctx, 'library.trash_days');
    const [at, id] = after?.split('_') ?? [];
    const rows = await ctx.db
      .selectFrom('libraryItems as i')
      .innerJoin('libraryItems as f', 'f.id', 'i.parentId')
      .innerJoin('people as p', 'p.id', 'i.trashedBy')
      .innerJoinLateral((eb) => eb.selectFrom('shelfKeys as k').select(({ fn }) => fn.max('k.level').as('level')).whereRef('k.shelfId', '=', 'f.shelfId').where(sql<boolean>`k.key = any(${keysOf(ctx)}::uuid[])`).as('l'), (join) => join.onTrue())
      .select(['i.id', 'i.isFolder', 'i.name', sql<number>`i.size::float8`.as('size'), 'f.id as fromId', 'f.name as from', 'i.trashedAt', 'p.id as personId', 'p.name as person', 'l.level'])
      .where('i.trashedAt', 'is not', null)
      .where((eb) => eb.or([eb('l.level', '=', manage), eb.and([eb('l.level', '=', edit), eb('i.trashedBy', '=', ctx.actor.id)])]))
      .$if(at !== undefined, (q) => q.where(sql<boolean>`(i.trashed_at, i.id) < (${at}::timestamptz, ${id}::uuid)`))
      .orderBy('i.trashedAt', 'desc')
      .orderBy('i.id', 'desc')
      .limit(most + 1)
      .execute();
    const items = rows.slice(0, most).map(({ fromId, from, personId, person, level, trashedAt, ...row }) => ({
      ...row, trashedAt: trashedAt!, from: { id: fromId, name: from }, trashedBy: { id: personId, name: person }, mayRemove: level === manage, goesAt: new Date(Date.parse(trashedAt!) + days * day).toISOString(),
    }));
    const last = items.at(-1);
    return { items, days, next: rows.length > most && last ? `${last.trashedAt}_${last.id}` : null };
  },

  /** How full the spaces are: to whoever manages one, and to the office of all. */
  async usage(ctx) {
    const mayChange = ctx.actor.permissions.has('library.office');
    const usual = await usualQuota(ctx);
    const rows = await itemsSeen(ctx).select(['i.id', 'i.name', sql<number>`i.used::float8`.as('used'), sql<number | null>`i.quota::float8`.as('quota')]).where('i.parentId', 'is', null).where('l.level', '=', manage).orderBy('i.name').execute();
    const all = mayChange ? await ctx.db.selectFrom('libraryItems as i').select(['i.id', 'i.name', sql<number>`i.used::float8`.as('used'), sql<number | null>`i.quota::float8`.as('quota')]).where('i.parentId', 'is', null).where('i.space', 'in', ['department', 'school']).orderBy('i.name').execute() : [];
    const spaces = [...all, ...rows.filter(({ id }) => !all.some((one) => one.id === id))];
    return { spaces: spaces.map(({ quota, ...row }) => ({ ...row, quota: quota ?? usual, own: quota !== null })), mayChange };
  },
};

const sorts = {
  name: { of: sql<string>`i.name`, type: sql`text` },
  changed: { of: sql<string>`i.changed_at`, type: sql`timestamptz` },
  size: { of: sql<string>`i.size`, type: sql`bigint` },
};

const placeOf = (after: string): [boolean, string, string] | undefined => {
  const [, kind, id, value] = /^([01])_([0-9a-f-]{36})_(.*)$/s.exec(after) ?? [];
  return id ? [kind === '1', value!, id] : undefined;
};

const tagsIn = async (ctx: Reading, folderId: string) =>
  (await itemsSeen(ctx).select(sql<string>`unnest(i.tags)`.as('tag')).distinct().where('i.parentId', '=', folderId).orderBy('tag').limit(100).execute()).map(({ tag }) => tag);
