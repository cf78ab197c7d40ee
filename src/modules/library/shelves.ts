import { sql } from 'kysely';
import type { Db } from '#platform/db.ts';
import { manage } from './rules.ts';

interface Node {
  id: string;
  depth: number;
  dead: boolean;
}

/**
 * Who may do what is worked out anew for an item and for what lies below it: every folder, and the files that have rights of
 * their own. Files without are not touched, so a tree of 100,000 files costs as much as its folders. Of what is in the trash
 * nobody may do anything. Whoever manages a folder manages all below it, also where the rights do not come from above.
 */
export const settleRights = async (db: Db, itemId: string) => {
  await ownShelf(db, itemId);
  const { rows } = await sql<Node>`
    with recursive below as (
      select id, 0 as depth, trashed_at is not null as dead, is_folder from library_items where id = ${itemId} and shelf_id = id
      union all
      select i.id, depth + 1, dead or i.trashed_at is not null, i.is_folder from below b join library_items i on i.parent_id = b.id where b.is_folder and i.shelf_id = i.id)
    select id, depth, dead from below order by depth`.execute(db);
  await sql`delete from shelf_keys where shelf_id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(db);
  const alive = rows.filter(({ dead }) => !dead);
  // From above down: each level takes from the one before.
  for (const depth of new Set(alive.map((node) => node.depth))) await settleLevel(db, alive.filter((node) => node.depth === depth).map(({ id }) => id));
};

const settleLevel = (db: Db, ids: readonly string[]) => sql`
  insert into shelf_keys (shelf_id, key, level)
  select id, key, max(level) from (
    select i.id, k.key, k.level from library_items i join shelf_keys k on k.shelf_id = i.parent_id where i.id = any(${[...ids]}::uuid[]) and (i.inherits or k.level = ${manage})
    union all select i.id, g.key, g.level from library_items i join library_grants g on g.item_id = i.id where i.id = any(${[...ids]}::uuid[])) given
  group by id, key`.execute(db);

/** A file stands on its folder's shelf, unless it has rights of its own or lies in the trash. */
const ownShelf = async (db: Db, id: string) => {
  await sql`
    update library_items i set shelf_id = case when is_folder or not inherits or trashed_at is not null or exists (select from library_grants g where g.item_id = i.id) then id else parent_id end
    where id = ${id}`.execute(db);
  await sql`update records r set shelf_id = i.shelf_id from library_items i where i.id = ${id} and r.id = i.id and not i.is_folder and r.shelf_id is distinct from i.shelf_id`.execute(db);
  await sql`delete from shelf_keys k using library_items i where i.id = ${id} and k.shelf_id = i.id and i.shelf_id <> i.id`.execute(db);
};
