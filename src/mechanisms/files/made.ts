import { newId } from '#platform/ids.ts';
import type { Working } from '#platform/module.ts';

interface Made {
  name: string;
  type: string;
  role: string;
  sha256: string;
  size: number;
  recordId: string;
  /** Who asked for it. */
  by: string;
}

/** A file that the house made becomes part of a record; its bytes are on the disk already. The same bytes again are no new version; a record that was destroyed takes none. */
export const attachMade = async (ctx: Working, { recordId, role, by, ...file }: Made) => {
  const before = await ctx.db.selectFrom('attachments as a').innerJoin('files as f', 'f.id', 'a.fileId').select(['a.id', 'a.version', 'f.sha256']).where('a.recordId', '=', recordId).where('a.role', '=', role).orderBy('a.version', 'desc').limit(1).executeTakeFirst();
  if (before?.sha256 === file.sha256) return;
  if ((await ctx.db.selectFrom('records').select('erasedAt').where('id', '=', recordId).executeTakeFirstOrThrow()).erasedAt) return;
  const fileId = newId();
  await ctx.db.insertInto('blobs').values({ sha256: file.sha256, size: String(file.size), type: file.type, createdAt: ctx.now }).onConflict((conflict) => conflict.column('sha256').doUpdateSet({ erasedAt: null })).execute();
  await ctx.db.insertInto('files').values({ id: fileId, sha256: file.sha256, name: file.name, type: file.type, size: String(file.size), uploadedBy: by, uploadedAt: ctx.now }).execute();
  await ctx.db.insertInto('attachments').values({ id: newId(), recordId, fileId, role, version: (before?.version ?? 0) + 1, replaces: before?.id ?? null, attachedBy: by, attachedAt: ctx.now }).execute();
  ctx.tell('files.stored', { sha256: file.sha256 });
  ctx.tell('files.attached', { recordId, fileId });
};
