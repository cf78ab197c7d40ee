import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { whyNotAdd, whyNotUnlock, whyNotWrite } from '../rules.ts';
import { type Held, lockItem } from '../tree.ts';
import { keepable, newVersion } from './contents.ts';
import type { versions as contract } from './contract.ts';

export const actions: Actions<Pick<typeof contract, 'addVersion' | 'restoreVersion' | 'lock' | 'unlock'>> = {
  async addVersion(ctx, { params, body: { fileId, base, comment } }) {
    const item = await lockItem(ctx, params.itemId, false);
    ctx.refuse(...whyNotAdd(factsOf(item), ctx.actor.id, base));
    const file = await keepable(ctx, fileId);
    if (file.sha256 === (await sumOf(ctx, item.fileId!))) ctx.refuse('library.same_content');
    const added = await newVersion(ctx, item, file, { comment });
    return changed(ctx, added);
  },

  /** An old version becomes the newest; those between stay. */
  async restoreVersion(ctx, { params, body: { base } }) {
    const item = await lockItem(ctx, params.itemId, false);
    ctx.refuse(...whyNotAdd(factsOf(item), ctx.actor.id, base));
    const number = Number(params.number);
    if (number === item.version) ctx.refuse('library.is_current');
    const old = await ctx.db.selectFrom('libraryVersions').selectAll().where('itemId', '=', item.id).where('number', '=', Number.isSafeInteger(number) ? number : 0).executeTakeFirstOrThrow(notFound);
    const file = await keepable(ctx, old.fileId);
    return changed(ctx, await newVersion(ctx, item, file, { comment: '', restores: number }));
  },

  async lock(ctx, { params, body: { note } }) {
    const item = await lockItem(ctx, params.itemId, false);
    ctx.refuse(...whyNotWrite(item, ctx.actor.id));
    await ctx.db.updateTable('libraryItems').set({ lockedBy: ctx.actor.id, lockedAt: ctx.now, lockNote: note }).where('id', '=', item.id).execute();
    await tellHistory(ctx, item.id, 'library.lock', { note });
    return changed(ctx, { id: item.id });
  },

  async unlock(ctx, { params, body: { reason } }) {
    const item = await lockItem(ctx, params.itemId, false);
    ctx.refuse(...whyNotUnlock(item, ctx.actor.id, reason));
    await ctx.db.updateTable('libraryItems').set({ lockedBy: null, lockedAt: null, lockNote: '' }).where('id', '=', item.id).execute();
    await tellHistory(ctx, item.id, 'library.unlock', { reason });
    if (item.lockedBy !== ctx.actor.id) ctx.tell('library.lock_broken', { itemId: item.id, name: item.name, personId: item.lockedBy, by: ctx.actor.name, reason });
    return changed(ctx, { id: item.id });
  },
};

const factsOf = ({ level, lockedBy, version }: Held) => ({ level, lockedBy, version: version! });

const sumOf = async ({ db }: Ctx<any>, fileId: string) => (await db.selectFrom('files').select('sha256').where('id', '=', fileId).executeTakeFirstOrThrow()).sha256;

const changed = <T,>(ctx: Ctx<any>, answer: T) => {
  ctx.tell('library.changed', {});
  return answer;
};
