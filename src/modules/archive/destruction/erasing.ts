import { sql } from 'kysely';
import { takeAway } from '#mechanisms/files/store.ts';
import type { Db } from '#platform/db.ts';
import type { Job } from '#platform/module.ts';

/** The bytes of what was destroyed, after the rows that say so were committed. Run again after it broke off, it goes on. */
export const erasing: Job = {
  retries: 5,
  timeout: 3600,
  work: async ({ db, now, data: { listId } }: { db: Db; now: () => string; data: { listId: string } }) => {
    const speaking = await othersThatSpeak(db);
    for (const sha256 of await sumsOf(db, listId)) {
      const before = Date.now();
      if (await forgotten(db, { now: now(), sha256, speaking })) await takeAway(sha256, before);
    }
  },
};

/** Every file that ever hung on the documents, whenever it came, and the files as they were archived. */
const sumsOf = async (db: Db, listId: string) => {
  const { rows } = await sql<{ sha256: string }>`
    select distinct s.sha256 from archive_items i cross join lateral (
      select f.sha256 from archive_files f where f.item_id = i.id
      union select f.sha256 from attachments a join files f on f.id = a.file_id where a.record_id = i.record_id
    ) s where i.destruction_id = ${listId} order by 1`.execute(db);
  return rows.map(({ sha256 }) => sha256);
};

interface Forgetting {
  now: string;
  sha256: string;
  speaking: readonly { place: string; column: string }[];
}

/** Whether nobody else uses the bytes: then their text is gone with this. */
const forgotten = (db: Db, { now, sha256, speaking }: Forgetting) =>
  db.transaction().execute(async (open) => {
    await open.selectFrom('blobs').select('sha256').where('sha256', '=', sha256).forUpdate().execute();
    if (await isUsedElsewhere(open as Db, sha256, speaking)) return false;
    await open.updateTable('blobs').set({ erasedAt: now, text: null, textState: 'none', textWhy: '' }).where('sha256', '=', sha256).where('erasedAt', 'is', null).execute();
    await open.deleteFrom('searchTexts').where('part', 'in', open.selectFrom('files').select('id').where('sha256', '=', sha256)).execute();
    return true;
  });

/** By a document that was not destroyed, by another item, by whatever else speaks of the file, or as an upload that is part of nothing yet. */
const isUsedElsewhere = async (db: Db, sha256: string, speaking: Forgetting['speaking']) => {
  const others = speaking.map(({ place, column }) => sql`or exists (select from ${sql.table(place)} o where o.${sql.ref(column)} = f.id)`);
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from files f where f.sha256 = ${sha256} and (
      not exists (select from attachments a where a.file_id = f.id)
      or exists (select from attachments a join records r on r.id = a.record_id where a.file_id = f.id and r.erased_at is null)
      or exists (select from archive_files x join archive_items i on i.id = x.item_id join records r on r.id = i.record_id where x.file_id = f.id and r.erased_at is null)
      ${sql.join(others, sql` `)}
    )) as used`.execute(db);
  return rows[0]!.used;
};

/** Every other table that names files; what was written into one of them by the document itself is empty by now. An upload is let go of with its file. */
const othersThatSpeak = async (db: Db) => {
  const { rows } = await sql<{ place: string; column: string }>`
    select c.conrelid::regclass::text as place, a.attname as column from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'files'::regclass and c.conrelid::regclass::text not in ('attachments', 'archive_files', 'uploads')`.execute(db);
  return rows;
};
