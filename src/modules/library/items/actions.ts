import { sql } from 'kysely';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { freeName, manage, whyNotManage, whyNotPut, whyNotRename, whyNotTakeOut, whyNotWrite } from '../rules.ts';
import { settleRights } from '../shelves.ts';
import { type Held, itemsSeen, keysOf, lockItem, lockTree, namesakeIn } from '../tree.ts';
import { keepable, newFile, newVersion } from '../versions/contents.ts';
import type { items as contract } from './contract.ts';
import { gigabyte, weigh, weightOf } from './quota.ts';
import { removeForGood } from './removing.ts';

export const actions: Actions<Omit<typeof contract, 'tops' | 'folder' | 'trashed' | 'usage'>> = {
  async makeProject(ctx, { body: { name } }) {
    await lockTree(ctx);
    const taken = await itemsSeen(ctx).select('i.id').where('i.space', '=', 'project').where('i.name', '=', name).executeTakeFirst();
    if (taken) ctx.refuse('library.name_taken');
    const id = newId();
    await ctx.db.insertInto('libraryItems').values({ id, rootId: id, space: 'project', isFolder: true, name, shelfId: id, inherits: false, createdBy: ctx.actor.id, createdAt: ctx.now, changedBy: ctx.actor.id, changedAt: ctx.now }).execute();
    await ctx.db.insertInto('libraryGrants').values({ id: newId(), itemId: id, kind: 'person', subjectId: ctx.actor.id, key: ctx.actor.id, level: manage, givenBy: ctx.actor.id, givenAt: ctx.now }).execute();
    await settleRights(ctx.db, id);
    return changed(ctx, { id });
  },

  async makeFolder(ctx, { params, body: { name } }) {
    await lockTree(ctx);
    const folder = await lockItem(ctx, params.itemId, true);
    ctx.refuse(...whyNotPut(folder));
    if (await namesakeIn(ctx, folder.id, name)) ctx.refuse('library.name_taken');
    return changed(ctx, { id: await insertFolder(ctx, folder, name) });
  },

  async putFile(ctx, { params, body: { fileId, path, name, onConflict, comment } }) {
    if (path.length) await lockTree(ctx);
    const top = await lockItem(ctx, params.itemId, true);
    const file = await keepable(ctx, fileId, name);
    const folder = await reached(ctx, top, path);
    ctx.refuse(...whyNotPut(folder));
    const there = await namesakeIn(ctx, folder.id, file.name);
    if (there && (onConflict === 'refuse' || (onConflict === 'version' && there.isFolder))) ctx.refuse('library.name_taken');
    if (there && onConflict === 'version') {
      const item = await lockItem(ctx, there.id, false);
      ctx.refuse(...whyNotWrite(item, ctx.actor.id));
      const { sha256 } = await ctx.db.selectFrom('files').select('sha256').where('id', '=', item.fileId!).executeTakeFirstOrThrow();
      if (sha256 === file.sha256) return { id: item.id, version: item.version! };
      return changed(ctx, await newVersion(ctx, item, file, { comment }));
    }
    const taken = there ? await namesLike(ctx, folder.id) : [];
    return changed(ctx, await newFile(ctx, folder, { ...file, name: freeName(file.name, taken) }, comment));
  },

  async rename(ctx, { params, body: { name } }) {
    const item = await lockItem(ctx, params.itemId);
    // The name of a department's folder is the department's; that of a project is its managers'.
    ctx.refuse(...whyNotRename({ ...item, isTop: item.isTop && (item.space !== 'project' || item.level < manage) }));
    if (item.parentId) await ctx.db.selectFrom('libraryItems').select('id').where('id', '=', item.parentId).forUpdate().execute();
    if (item.parentId && (await namesakeIn(ctx, item.parentId, name, item.id))) ctx.refuse('library.name_taken');
    await ctx.db.updateTable('libraryItems').set({ name, ...(item.isFolder && { changedAt: ctx.now, changedBy: ctx.actor.id }) }).where('id', '=', item.id).execute();
    if (!item.isFolder) {
      await ctx.db.updateTable('records').set({ title: name }).where('id', '=', item.id).execute();
      await tellHistory(ctx, item.id, 'library.rename', { from: item.name, name });
    }
    return changed(ctx, { id: item.id });
  },

  async move(ctx, { body: { ids, toId } }) {
    await lockTree(ctx);
    const to = await lockItem(ctx, toId, true);
    ctx.refuse(...whyNotPut(to));
    let moved = 0;
    for (const id of new Set(ids)) moved += await moveOne(ctx, await lockItem(ctx, id), to);
    return changed(ctx, { moved });
  },

  async trash(ctx, { body: { ids } }) {
    await lockTree(ctx);
    for (const id of new Set(ids)) {
      const item = await lockItem(ctx, id);
      ctx.refuse(...whyNotTakeOut(item, ctx.actor.id));
      await ctx.db.updateTable('libraryItems').set({ trashedAt: ctx.now, trashedBy: ctx.actor.id, lockedBy: null, lockedAt: null, lockNote: '' }).where('id', '=', id).execute();
      if (!item.isFolder) await tellHistory(ctx, id, 'library.trash');
      await settleRights(ctx.db, id);
    }
    return changed(ctx, { trashed: new Set(ids).size });
  },

  async untrash(ctx, { params }) {
    await lockTree(ctx);
    const item = await lockTrashed(ctx, params.itemId);
    if (await namesakeIn(ctx, item.parentId!, item.name)) ctx.refuse('library.name_taken');
    await ctx.db.updateTable('libraryItems').set({ trashedAt: null, trashedBy: null }).where('id', '=', item.id).execute();
    if (!item.isFolder) await tellHistory(ctx, item.id, 'library.untrash');
    await settleRights(ctx.db, item.id);
    return changed(ctx, { id: item.id });
  },

  async remove(ctx, { params }) {
    await lockTree(ctx);
    const item = await lockTrashed(ctx, params.itemId);
    ctx.refuse(...whyNotManage({ level: item.above }));
    await removeForGood(ctx.db, item.id);
    return changed(ctx, { id: item.id });
  },

  async tag(ctx, { body: { ids, add, remove } }) {
    for (const id of new Set(ids)) {
      const item = await lockItem(ctx, id);
      ctx.refuse(...whyNotPut(item));
      const tags = [...new Set([...item.tags.filter((tag) => !remove.includes(tag)), ...add])];
      if (tags.length > mostTags) ctx.refuse('library.too_many_tags');
      await ctx.db.updateTable('libraryItems').set({ tags }).where('id', '=', id).execute();
      if (!item.isFolder) ctx.tell('library.file_changed', { itemId: id });
    }
    return changed(ctx, { tagged: new Set(ids).size });
  },

  async setQuota(ctx, { params, body: { gigabytes } }) {
    const { numUpdatedRows } = await ctx.db.updateTable('libraryItems').set({ quota: gigabytes === null ? null : String(Math.round(gigabytes * gigabyte)) }).where('id', '=', params.itemId).where('parentId', 'is', null).executeTakeFirst();
    if (!numUpdatedRows) ctx.refuse('library.not_a_space');
    return changed(ctx, { id: params.itemId });
  },
};

const mostTags = 20;

const changed = <T,>(ctx: Ctx<any>, answer: T) => {
  ctx.tell('library.changed', {});
  return answer;
};

const insertFolder = async (ctx: Ctx<any>, { id: parentId, rootId }: Pick<Held, 'id' | 'rootId'>, name: string) => {
  const id = newId();
  await ctx.db.insertInto('libraryItems').values({ id, parentId, rootId, isFolder: true, name, shelfId: id, createdBy: ctx.actor.id, createdAt: ctx.now, changedBy: ctx.actor.id, changedAt: ctx.now }).execute();
  await settleRights(ctx.db, id);
  return id;
};

/** The folder that the names lead to; what is missing is made. */
const reached = async (ctx: Ctx<any>, top: Held, path: readonly string[]): Promise<Held> => {
  const [name, ...rest] = path;
  if (!name) return top;
  const there = await namesakeIn(ctx, top.id, name);
  if (there && !there.isFolder) ctx.refuse('library.name_taken');
  if (!there) ctx.refuse(...whyNotPut(top));
  return reached(ctx, await lockItem(ctx, there?.id ?? (await insertFolder(ctx, top, name)), true), rest);
};

const namesLike = async (ctx: Ctx<any>, folderId: string) => (await itemsSeen(ctx).select('i.name').where('i.parentId', '=', folderId).execute()).map(({ name }) => name);

const moveOne = async (ctx: Ctx<any>, item: Held, to: Held) => {
  ctx.refuse(...whyNotTakeOut(item, ctx.actor.id));
  if (item.parentId === to.id) return 0;
  if (item.isFolder && (await isWithin(ctx, to.id, item.id))) ctx.refuse('library.circle');
  if (await namesakeIn(ctx, to.id, item.name)) ctx.refuse('library.name_taken');
  if (item.rootId !== to.rootId) await toOtherSpace(ctx, item, to.rootId);
  await ctx.db.updateTable('libraryItems').set({ parentId: to.id }).where('id', '=', item.id).execute();
  if (!item.isFolder) await tellHistory(ctx, item.id, 'library.move', { to: to.name });
  await settleRights(ctx.db, item.id);
  return 1;
};

const toOtherSpace = async (ctx: Ctx<any>, item: Held, rootId: string) => {
  const bytes = await weightOf(ctx, item.id);
  await weigh(ctx, item.rootId, -bytes);
  await weigh(ctx, rootId, bytes);
  await sql`
    with recursive below as (select id from library_items where id = ${item.id} union all select i.id from below b join library_items i on i.parent_id = b.id)
    update library_items set root_id = ${rootId} where id in (select id from below)`.execute(ctx.db);
};

const isWithin = async ({ db }: Ctx<any>, id: string, folderId: string) => {
  const { rows } = await sql`
    with recursive up as (select id, parent_id from library_items where id = ${id} union all select i.id, i.parent_id from up join library_items i on i.id = up.parent_id)
    select from up where id = ${folderId}`.execute(db);
  return rows.length > 0;
};

/** What lies in the trash, with what the asker may do in the folder it was taken from; 404 for whoever does not see it there. */
const lockTrashed = async (ctx: Ctx<any>, id: string) => {
  const item = await ctx.db.selectFrom('libraryItems').selectAll().where('id', '=', id).where('trashedAt', 'is not', null).forUpdate().executeTakeFirstOrThrow(notFound);
  const { level } = await ctx.db.selectFrom('libraryItems as f').innerJoin('shelfKeys as k', 'k.shelfId', 'f.shelfId').select(({ fn }) => fn.max('k.level').as('level')).where('f.id', '=', item.parentId).where(sql<boolean>`k.key = any(${keysOf(ctx)}::uuid[])`).executeTakeFirstOrThrow();
  if (!level || level < 3 || (level < manage && item.trashedBy !== ctx.actor.id)) throw notFound();
  return { ...item, above: level };
};
