import { erase } from '#mechanisms/files/store.ts';
import { tellPeople } from '#mechanisms/notifications/notifications.ts';
import { secrecyOf } from '#mechanisms/reading/marks.ts';
import { indexAttachment } from '#mechanisms/search/entries.ts';
import type { Ctx, Working } from '#platform/module.ts';

/** What was read of a file becomes findable with the documents it belongs to; of a stub nothing is. */
export const indexFiles = async ({ db }: Working, sha256?: string, one?: { recordId: string; fileId: string }) => {
  const files = await db
    .selectFrom('attachments as a')
    .innerJoin('files as f', 'f.id', 'a.fileId')
    .innerJoin('blobs as b', 'b.sha256', 'f.sha256')
    .select(['a.recordId', 'f.id as fileId', 'f.name', 'b.text'])
    .$if(sha256 !== undefined, (q) => q.where('f.sha256', '=', sha256!))
    .$if(one !== undefined, (q) => q.where('a.recordId', '=', one!.recordId).where('f.id', '=', one!.fileId))
    .where('b.textState', '=', 'read')
    .execute();
  for (const { text, ...file } of files) await indexAttachment(db, { ...file, text: text ?? '' });
};

/**
 * Text marked 秘密 or above must not enter the system: where it is found, text and bytes go at once, whoever uploaded it
 * is told, and the trail has it. Says whether it was so.
 */
export const eraseClassified = async (ctx: Working, sha256: string) => {
  const blob = await ctx.db.selectFrom('blobs').select('text').where('sha256', '=', sha256).where('erasedAt', 'is', null).executeTakeFirst();
  if (!blob?.text || !secrecyOf(blob.text)) return false;
  await forget(ctx, [sha256]);
  const files = await ctx.db.selectFrom('files').select(['id', 'name', 'uploadedBy']).where('sha256', '=', sha256).execute();
  for (const { id, name, uploadedBy } of files) {
    await ctx.db.insertInto('audit').values({ at: ctx.now, actorId: uploadedBy, action: 'incoming.text_is_classified', recordId: null, input: JSON.stringify({ fileId: id }) }).execute();
    await tellPeople(ctx, { to: [uploadedBy], what: 'incoming.classified', params: { name }, recordId: null });
  }
  await ctx.enqueue('incoming.erase', { sha256 });
  return true;
};

/** Of a document that turned out to be classified: its files leave the system, text at once and bytes after the commit. */
export const eraseFilesOf = async (ctx: Ctx<any>, recordId: string) => {
  const files = await ctx.db.selectFrom('attachments as a').innerJoin('files as f', 'f.id', 'a.fileId').select('f.sha256').distinct().where('a.recordId', '=', recordId).execute();
  const erased = files.map(({ sha256 }) => sha256);
  await forget(ctx, erased);
  ctx.tell('incoming.files_erased', { erased });
};

const forget = async ({ db, now }: Pick<Ctx, 'db' | 'now'>, sha256: readonly string[]) => {
  if (!sha256.length) return;
  await db.updateTable('blobs').set({ erasedAt: now, text: null, textState: 'none', textWhy: 'classified' }).where('sha256', 'in', [...sha256]).execute();
  await db.deleteFrom('searchTexts').where('part', 'in', db.selectFrom('files').select('id').where('sha256', 'in', [...sha256])).execute();
};

/** The bytes, after the rows that say so were committed. */
export const eraseBytes = (sha256: string) => erase(sha256);
