import { sql } from 'kysely';
import { setting } from '#mechanisms/settings/settings.ts';
import type { Db } from '#platform/db.ts';

/** An item and what lies below it are gone for good, and their room is free. The line of the record stays for history and audit, and says nothing. */
export const removeForGood = async (db: Db, itemId: string) => {
  const { rows } = await sql<{ id: string; rootId: string }>`
    with recursive below as (select id, root_id from library_items where id = ${itemId} union all select i.id, i.root_id from below b join library_items i on i.parent_id = b.id)
    select id, root_id from below`.execute(db);
  const ids = rows.map(({ id }) => id);
  const { rows: [weight] } = await sql<{ bytes: string }>`select coalesce(sum(f.size), 0) as bytes from library_versions v join files f on f.id = v.file_id where v.item_id = any(${ids}::uuid[])`.execute(db);
  await sql`update library_items set used = greatest(0, used - ${weight!.bytes}::bigint) where id = ${rows[0]!.rootId}`.execute(db);
  await sql`delete from attachments where record_id = any(${ids}::uuid[])`.execute(db);
  await sql`delete from search_entries where record_id = any(${ids}::uuid[])`.execute(db);
  await sql`delete from passes where key in (select key from library_grants where item_id = any(${ids}::uuid[]) and kind = 'link')`.execute(db);
  await sql`delete from shelf_keys where shelf_id = any(${ids}::uuid[])`.execute(db);
  await sql`update records set title = '' where id = any(${ids}::uuid[])`.execute(db);
  await sql`delete from library_items where id = any(${ids}::uuid[])`.execute(db);
};

const atOnce = 20;

/** Once a day: what lay in the trash long enough, and keys of links that have ended. Each in its own transaction; a crash loses nothing. */
export const emptyTrash = async (db: Db, now: string) => {
  await db.deleteFrom('passes').where('endsAt', '<=', now).execute();
  const days = await setting<number>({ db }, 'library.trash_days');
  const before = new Date(Date.parse(now) - days * 86_400_000).toISOString();
  for (;;) {
    const due = await db.selectFrom('libraryItems').select('id').where('trashedAt', '<', before).orderBy('trashedAt').limit(atOnce).execute();
    for (const { id } of due)
      await db.transaction().execute(async (open) => {
        await sql`select pg_advisory_xact_lock(hashtext('library.tree'))`.execute(open);
        const still = await open.selectFrom('libraryItems').select('id').where('id', '=', id).where('trashedAt', '<', before).forUpdate().executeTakeFirst();
        if (still) await removeForGood(open, id);
      });
    if (due.length < atOnce) return;
  }
};
