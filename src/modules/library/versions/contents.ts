import { attach, usable } from '#mechanisms/files/files.ts';
import { openRecord } from '#mechanisms/access/records.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { isMarkedName, secrecyOf } from '#mechanisms/reading/marks.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx } from '#platform/module.ts';
import { refused } from '#platform/problem.ts';
import { weigh } from '../items/quota.ts';
import type { Held } from '../tree.ts';

/** An uploaded file that may be kept here: nothing marked 秘密 or above comes in by any way. */
export const keepable = async (ctx: Ctx<any>, fileId: string, name?: string) => {
  const file = await usable(ctx, fileId);
  if (!file) throw refused([(await wasErased(ctx, fileId)) ? 'library.text_is_classified' : 'library.file_unknown']);
  const { text } = await ctx.db.selectFrom('blobs').select('text').where('sha256', '=', file.sha256).executeTakeFirstOrThrow();
  if (isMarkedName(name ?? file.name) || (text !== null && secrecyOf(text) !== undefined)) throw refused(['library.text_is_classified']);
  return { id: file.id, name: name ?? file.name, type: file.type, size: Number(file.size), sha256: file.sha256 };
};

export type Kept = Awaited<ReturnType<typeof keepable>>;

/** Reading was quicker than whoever uploaded it: the mark was found, and the content is gone. */
const wasErased = async ({ db, actor }: Ctx<any>, fileId: string) =>
  (await db.selectFrom('files as f').innerJoin('blobs as b', 'b.sha256', 'f.sha256').select('f.id').where('f.id', '=', fileId).where('f.uploadedBy', '=', actor.id).where('b.textWhy', '=', 'classified').executeTakeFirst()) !== undefined;

/** A new file in a folder that is held, with its first version. */
export const newFile = async (ctx: Ctx<any>, folder: Pick<Held, 'id' | 'rootId'>, file: Kept, comment: string) => {
  const id = newId();
  await weigh(ctx, folder.rootId, file.size);
  await openRecord(ctx, { id, kind: 'library', title: file.name, allPermission: '', clearance: 0, shelfId: folder.id });
  const line = { parentId: folder.id, rootId: folder.rootId, isFolder: false, name: file.name, shelfId: folder.id, createdBy: ctx.actor.id, createdAt: ctx.now };
  await ctx.db.insertInto('libraryItems').values({ id, ...line, version: 1, fileId: file.id, type: file.type, size: String(file.size), changedBy: ctx.actor.id, changedAt: ctx.now }).execute();
  await write(ctx, id, { number: 1, fileId: file.id, comment, restores: null });
  await tellHistory(ctx, id, 'library.putFile', { comment });
  return { id, version: 1 };
};

interface Written {
  number: number;
  fileId: string;
  comment: string;
  restores: number | null;
}

/** One more version of a file that is held. */
export const newVersion = async (ctx: Ctx<any>, item: Held, file: Kept, { comment, restores = null }: { comment: string; restores?: number | null }) => {
  const number = item.version! + 1;
  await weigh(ctx, item.rootId, file.size);
  await ctx.db.updateTable('libraryItems').set({ version: number, fileId: file.id, type: file.type, size: String(file.size), changedBy: ctx.actor.id, changedAt: ctx.now }).where('id', '=', item.id).execute();
  await write(ctx, item.id, { number, fileId: file.id, comment, restores });
  await tellHistory(ctx, item.id, restores ? 'library.restoreVersion' : 'library.addVersion', { comment, number, restores });
  return { id: item.id, version: number };
};

const write = async (ctx: Ctx<any>, itemId: string, version: Written) => {
  await ctx.db.insertInto('libraryVersions').values({ itemId, ...version, by: ctx.actor.id, at: ctx.now }).execute();
  await attach(ctx, { fileId: version.fileId, recordId: itemId, role: 'content' });
  ctx.tell('library.file_changed', { itemId });
};
