import type { Db } from '#platform/db.ts';
import { tellLater } from '#platform/outbox.ts';
import { unlessSpokenOf } from './dropping.ts';
import { dropPieces, takeAway, untouched } from './store.ts';

const day = 86_400_000;

/** Uploads nobody went on with for a day, files that never became part of a record in a week, and bytes that no row knows. What still waits to be read is read again. */
export const sweep = async (db: Db, now: string) => {
  const ago = (days: number) => new Date(Date.parse(now) - days * day).toISOString();
  const left = await db.deleteFrom('uploads').where('touchedAt', '<', ago(1)).returning('pieces').execute();
  for (const { pieces } of left) await dropPieces(pieces);
  const loose = await db
    .selectFrom('files')
    .select('id')
    .where('uploadedAt', '<', ago(7))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('attachments').select('attachments.id').whereRef('attachments.fileId', '=', 'files.id'))))
    .execute();
  // What another table speaks of, the picture of a seal or the text of a draft, stays.
  for (const { id } of loose) await db.deleteFrom('files').where('id', '=', id).execute().catch(unlessSpokenOf);
  await db
    .updateTable('blobs')
    .set({ erasedAt: now, text: null })
    .where('createdAt', '<', ago(7))
    .where('erasedAt', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('files').select('files.id').whereRef('files.sha256', '=', 'blobs.sha256'))))
    .execute();
  for (const { sha256 } of await db.selectFrom('blobs').select('sha256').where('textState', '=', 'waiting').where('erasedAt', 'is', null).where('createdAt', '<', ago(1)).execute()) await tellLater(db, now, 'files.stored', { sha256 });
  await sweepDisk(db);
};

/** What a crash left between the disk and the rows. The disk has its own clock: only what is old by it is looked at. */
const sweepDisk = async (db: Db) => {
  const before = Date.now() - day;
  for await (const { piece, sha256 } of untouched(before)) {
    if (piece && !(await isAwaited(db, piece))) await dropPieces([piece]);
    if (sha256 && !(await isKept(db, sha256))) await takeAway(sha256, before);
  }
};

const isAwaited = async (db: Db, piece: string) => Boolean(await db.selectFrom('uploads').select('id').where((eb) => eb(eb.val(piece), '=', eb.fn.any('pieces'))).executeTakeFirst());

const isKept = async (db: Db, sha256: string) => Boolean(await db.selectFrom('blobs').select('sha256').where('sha256', '=', sha256).where('erasedAt', 'is', null).executeTakeFirst());
