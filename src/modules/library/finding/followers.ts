import { sql } from 'kysely';
import { wouldBe } from '#mechanisms/access/who.ts';
import { tellPeople } from '#mechanisms/notifications/notifications.ts';
import type { Db } from '#platform/db.ts';
import { tellLater } from '#platform/outbox.ts';
import { read } from '../rules.ts';
import { keysOf } from '../tree.ts';

interface Follow {
  personId: string;
  folderId: string;
  toldAt: string;
  name: string;
}

/** Every quarter of an hour: whoever follows a folder is told in one line how much others changed in it, of what they may read. */
export const tellFollowers = async (db: Db, now: string) => {
  const { rows } = await sql<Follow>`
    select f.person_id, f.folder_id, f.told_at, i.name from library_follows f join library_items i on i.id = f.folder_id
    where exists (select from library_items c where c.root_id = i.root_id and not c.is_folder and c.changed_at > f.told_at)`.execute(db);
  for (const follow of rows) await db.transaction().execute((open) => tell(open, follow, now));
};

const tell = async (db: Db, { personId, folderId, toldAt, name }: Follow, now: string) => {
  const person = await wouldBe(db, personId, now);
  const keys = person && person.permissions.has('library.read') ? keysOf({ actor: person }) : [];
  const { rows: [news] } = await sql<{ files: number; last: string }>`
    with recursive below as (
      select id from library_items where id = ${folderId} and exists (select from shelf_keys k where k.shelf_id = ${folderId} and k.key = any(${keys}::uuid[]))
      union all select i.id from below b join library_items i on i.parent_id = b.id and i.is_folder)
    select count(*)::int as files, max(i.name) as last from below b join library_items i on i.parent_id = b.id
    where not i.is_folder and i.changed_at > ${toldAt} and i.changed_at <= ${now} and i.changed_by <> ${personId}
      and exists (select from shelf_keys k where k.shelf_id = i.shelf_id and k.key = any(${keys}::uuid[]) and k.level >= ${read})`.execute(db);
  await db.updateTable('libraryFollows').set({ toldAt: now }).where('personId', '=', personId).where('folderId', '=', folderId).execute();
  if (!news!.files) return;
  const ctx = { db, now, tell: (event: string, data: object) => void told.push([event, data] as const), enqueue: async () => undefined };
  const told: (readonly [string, object])[] = [];
  await tellPeople(ctx, { to: [personId], what: 'library.folder_changed', params: { title: name, files: String(news!.files), last: news!.last, href: `/library/${folderId}` }, recordId: null });
  for (const [event, data] of told) await tellLater(db, now, event, data);
};
