import { sql } from 'kysely';
import { takeAway } from '#mechanisms/files/store.ts';
import type { Db } from '#platform/db.ts';
import type { Job } from '#platform/module.ts';

/** The bytes of what was destroyed, after the rows that say so were committed. Run again after it broke off, it goes on. */
export const erasing: Job = {
  retries: 5,
  timeout: 3600,
  work: async ({ db, now, data: { listId } }: { db: Db; now: () => string; data: { listId: string } }) => {
    for (const sha256 of await sumsOf(db, listId)) {
      const before = Date.now();
      if (await forgotten(db, now(), sha256)) await takeAway(sha256, before);
    }
  },
};

/** The files as they were archived, and the versions of them before. */
const sumsOf = async (db: Db, listId: string) => {
  const { rows } = await sql<{ sha256: string }>`
    select distinct s.sha256 from archive_items i cross join lateral (
      select f.sha256 from archive_files f where f.item_id = i.id
      union select f.sha256 from attachments a join files f on f.id = a.file_id where a.record_id = i.record_id and a.attached_at <= i.archived_at
    ) s where i.destruction_id = ${listId} order by 1`.execute(db);
  return rows.map(({ sha256 }) => sha256);
};

/** Whether nobody else uses the bytes: then their text and their row are gone with this. */
const forgotten = (db: Db, now: string, sha256: string) =>
  db.transaction().execute(async (open) => {
    await open.selectFrom('blobs').select('sha256').where('sha256', '=', sha256).forUpdate().execute();
    if (await isUsedElsewhere(open as Db, sha256)) return false;
    await open.updateTable('blobs').set({ erasedAt: now, text: null, textState: 'none', textWhy: '' }).where('sha256', '=', sha256).where('erasedAt', 'is', null).execute();
    await open.deleteFrom('searchTexts').where('part', 'in', open.selectFrom('files').select('id').where('sha256', '=', sha256)).execute();
    return true;
  });

/** By a record that was not destroyed, by another item, by the library, a draft, a seal, a package, or an upload that is part of nothing yet. */
const isUsedElsewhere = async (db: Db, sha256: string) => {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from files f where f.sha256 = ${sha256} and (
      not exists (select from attachments a where a.file_id = f.id)
      or exists (select from attachments a where a.file_id = f.id and not ${isDestroyed('a.record_id')})
      or exists (select from archive_files o join archive_items i on i.id = o.item_id where o.file_id = f.id and not ${isDestroyed('i.record_id')})
      or exists (select from outgoing_versions v where v.body_file = f.id and not ${isDestroyed('v.document_id')})
      or exists (select from library_items l where l.file_id = f.id) or exists (select from library_versions l where l.file_id = f.id)
      or exists (select from seals s where s.picture = f.id)
      or exists (select from archive_packages k where k.file_id = f.id) or exists (select from archive_imports m where m.file_id = f.id)
    )) as used`.execute(db);
  return rows[0]!.used;
};

const isDestroyed = (recordId: string) => sql`exists (select from archive_items d where d.record_id = ${sql.ref(recordId)} and d.destroyed_at is not null)`;
