import type { Db } from '#platform/db.ts';
import { tellLater } from '#platform/outbox.ts';
import { drop, erase } from './store.ts';

const day = 86_400_000;

/** Uploads nobody went on with for a day, files that never became part of a record in a week, and files that are still not read. */
export const sweep = async (db: Db, now: string) => {
  const yesterday = new Date(Date.parse(now) - day).toISOString();
  const lastWeek = new Date(Date.parse(now) - 7 * day).toISOString();
  const left = await db.deleteFrom('uploads').where('touchedAt', '<', yesterday).returning('id').execute();
  for (const { id } of left) await drop(id);
  await db
    .deleteFrom('files')
    .where('uploadedAt', '<', lastWeek)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('attachments').select('attachments.id').whereRef('attachments.fileId', '=', 'files.id'))))
    .execute();
  const unused = await db
    .updateTable('blobs')
    .set({ erasedAt: now, text: null })
    .where('createdAt', '<', lastWeek)
    .where('erasedAt', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('files').select('files.id').whereRef('files.sha256', '=', 'blobs.sha256'))))
    .returning('sha256')
    .execute();
  for (const { sha256 } of unused) await erase(sha256);
  await askAgain(db, now, yesterday);
};

/** A file that is not read after a day, because whoever read it was ended again and again, is asked for once more. */
const askAgain = async (db: Db, now: string, before: string) => {
  const unread = await db.selectFrom('blobs').select('sha256').where('textState', '=', 'waiting').where('erasedAt', 'is', null).where('createdAt', '<', before).limit(100).execute();
  for (const { sha256 } of unread) await tellLater(db, now, 'files.stored', { sha256 });
};
