import { sql } from 'kysely';
import type { Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { type Item, levels } from './nouns.ts';

/** A person's keys to shelves; whoever may see no record at all has none. */
export const keysOf = ({ actor }: Pick<Reading, 'actor'>): string[] => (actor.clearance < 0 ? [] : [...actor.keys]);

/** What the asker's keys open at most of one shelf. */
const levelOn = (shelf: string, keys: readonly string[]) => sql<number | null>`(select max(level) from shelf_keys where shelf_id = ${sql.ref(shelf)} and key = any(${[...keys]}::uuid[]))`;

/** Folders and files the asker may at least see; the condition is part of every question (EDM-3). */
export const itemsSeen = (ctx: Pick<Reading, 'db' | 'actor'>) =>
  ctx.db
    .selectFrom('libraryItems as i')
    .innerJoinLateral(
      (eb) => eb.selectFrom('shelfKeys as k').select(({ fn }) => fn.max('k.level').as('level')).whereRef('k.shelfId', '=', 'i.shelfId').where(sql<boolean>`k.key = any(${keysOf(ctx)}::uuid[])`).as('l'),
      (join) => join.onTrue(),
    )
    .where('l.level', '>=', 1)
    .where('i.trashedAt', 'is', null);

/** The lines of a list. */
export const lines = (ctx: Pick<Reading, 'db' | 'actor'>) =>
  itemsSeen(ctx)
    .leftJoin('people as c', 'c.id', 'i.changedBy')
    .leftJoin('people as b', 'b.id', 'i.lockedBy')
    .select(['i.id', 'i.isFolder', 'i.name', 'i.parentId', 'i.space', 'i.type', 'i.version', 'i.fileId', 'i.tags', 'i.changedAt', 'i.changedBy', 'c.name as changer', 'i.lockedBy', 'b.name as locker', 'l.level'])
    .select([sql<number>`i.size::float8`.as('size'), sql<boolean>`i.parent_id is not null and (not i.inherits or exists (select from library_grants g where g.item_id = i.id))`.as('exception')]);

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

/** A name, a size or a tag is known to whoever sees it; its text only to whoever may read it. */
export const presented = ({ changedBy, changer, lockedBy, locker, level, fileId, space, ...row }: Row): Item => ({
  ...row,
  space: space as 'school' | null,
  level: levels[level! - 1]!,
  fileId: level! > 1 ? fileId : null,
  changedBy: changedBy === null ? null : { id: changedBy, name: changer ?? '' },
  lockedBy: lockedBy === null ? null : { id: lockedBy, name: locker ?? '' },
});

/** The folders above, from the top, as far as they are seen without a gap. */
export const pathTo = async (ctx: Reading, id: string) => {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive up as (
      select id, parent_id, name, 0 as height from library_items where id = ${id}
      union all
      select i.id, i.parent_id, i.name, height + 1 from up join library_items i on i.id = up.parent_id
        where exists (select from shelf_keys k where k.shelf_id = i.shelf_id and k.key = any(${keysOf(ctx)}::uuid[])))
    select id, name from up where height > 0 order by height desc`.execute(ctx.db);
  return rows;
};

/** One at a time changes folders and rights: what is worked out for a folder rests on those above it. */
export const lockTree = async ({ db }: Pick<Ctx, 'db'>) => void (await sql`select pg_advisory_xact_lock(hashtext('library.tree'))`.execute(db));

/** The item with what the asker may do on it and on its folder, held until the end; 404 when it is not seen. */
export const lockItem = async (ctx: Ctx<any>, id: string, isFolder?: boolean) => {
  const held = await ctx.db.selectFrom('libraryItems').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  const item = held && (await itemsSeen(ctx).selectAll('i').select(['l.level', levelOn('i.parentId', keysOf(ctx)).as('above')]).where('i.id', '=', id).executeTakeFirst());
  if (!item || (isFolder !== undefined && item.isFolder !== isFolder)) throw notFound();
  return { ...item, isTop: item.parentId === null, level: item.level!, above: item.above ?? 0 };
};

export type Held = Awaited<ReturnType<typeof lockItem>>;

/** Whoever puts something under a name finds out whether one that they see has it already. */
export const namesakeIn = async (ctx: Ctx<any>, folderId: string, name: string, but?: string) =>
  itemsSeen(ctx)
    .select(['i.id', 'i.isFolder', 'l.level'])
    .where('i.parentId', '=', folderId)
    .where(sql<boolean>`lower(i.name) = lower(${name})`)
    .$if(but !== undefined, (q) => q.where('i.id', '!=', but!))
    .orderBy('i.isFolder')
    .executeTakeFirst();
