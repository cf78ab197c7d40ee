import { notify } from '#mechanisms/notifications/notifications.ts';
import { indexAttachment, indexRecord, itself, removeFromIndex } from '#mechanisms/search/entries.ts';
import type { Db } from '#platform/db.ts';
import { changed } from '#platform/live.ts';
import type { Listener, Working } from '#platform/module.ts';
import { removeForGood } from './items/removing.ts';

/** Found by its name, its tags, whoever wrote it, and the text of the version that counts; older versions are not found. */
const indexFile = async (db: Db, itemId: string) => {
  const item = await db.selectFrom('libraryItems as i').leftJoin('people as p', 'p.id', 'i.changedBy').innerJoin('files as f', 'f.id', 'i.fileId').innerJoin('blobs as b', 'b.sha256', 'f.sha256').select(['i.id', 'i.name', 'i.tags', 'i.fileId', 'p.name as by', 'b.text', 'b.textState', 'f.name as fileName']).where('i.id', '=', itemId).executeTakeFirst();
  if (!item) return;
  await indexRecord(db, { recordId: item.id, title: item.name, number: '', sender: item.by ?? '', body: item.tags.join('　') });
  const old = await db.selectFrom('searchTexts').select('part').where('recordId', '=', item.id).where('part', 'not in', [item.fileId!, itself]).execute();
  for (const { part } of old) await removeFromIndex(db, item.id, part);
  if (item.textState === 'read' && item.text) await indexAttachment(db, { recordId: item.id, fileId: item.fileId!, name: item.name, text: item.text });
};

/** Its content was found to be marked as classified and erased: what counts is the version before, and a file that has none left is gone. */
const dropErased = async (ctx: Working, sha256: string) => {
  const erased = await ctx.db.selectFrom('libraryItems as i').innerJoin('files as f', 'f.id', 'i.fileId').innerJoin('blobs as b', 'b.sha256', 'f.sha256').select('i.id').where('f.sha256', '=', sha256).where('b.erasedAt', 'is not', null).execute();
  for (const { id } of erased) {
    const before = await ctx.db.selectFrom('libraryVersions as v').innerJoin('files as f', 'f.id', 'v.fileId').innerJoin('blobs as b', 'b.sha256', 'f.sha256').select(['v.number', 'v.fileId', 'f.type', 'f.size', 'v.by', 'v.at']).where('v.itemId', '=', id).where('b.erasedAt', 'is', null).orderBy('v.number', 'desc').limit(1).executeTakeFirst();
    if (!before) await removeForGood(ctx.db, id);
    else await ctx.db.updateTable('libraryItems').set({ fileId: before.fileId, type: before.type, size: before.size, changedBy: before.by, changedAt: before.at }).where('id', '=', id).execute();
    await changed(ctx.db, { keys: 'all', what: ['library'] });
  }
};

/** Also those of which it is an older version: files are read when they are read. */
const filesOf = (db: Db, sha256: string) => db.selectFrom('libraryVersions as v').innerJoin('files as f', 'f.id', 'v.fileId').select('v.itemId as id').distinct().where('f.sha256', '=', sha256).execute();

const refresh: Listener = async ({ db }) => void (await changed(db, { keys: 'all', what: ['library'] }));

export const listens: Record<string, Listener> = {
  'library.changed': refresh,
  'library.file_changed': ({ db }, { itemId }: { itemId: string }) => indexFile(db, itemId),
  'files.read': async (ctx, { sha256 }: { sha256: string }) => {
    await dropErased(ctx, sha256);
    for (const { id } of await filesOf(ctx.db, sha256)) await indexFile(ctx.db, id);
  },
  'library.lock_broken': (ctx, { itemId, name, personId, by, reason }: { itemId: string; name: string; personId: string; by: string; reason: string }) =>
    notify(ctx, { to: [personId], what: 'library.lock_broken', params: { title: name, by, note: reason }, recordId: itemId }),
  'library.shared': async (ctx, { itemId, name, personId, by }: { itemId: string; name: string; personId: string; by: string }) => {
    const file = await ctx.db.selectFrom('libraryItems').select('isFolder').where('id', '=', itemId).executeTakeFirst();
    if (file) await notify(ctx, { to: [personId], what: 'library.shared', params: { title: name, by, ...(file.isFolder && { href: `/library/${itemId}` }) }, recordId: file.isFolder ? null : itemId });
  },
};
