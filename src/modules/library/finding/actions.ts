import { sql } from 'kysely';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { itemsSeen, keysOf } from '../tree.ts';
import type { finding as contract } from './contract.ts';

export const actions: Actions<Pick<typeof contract, 'look' | 'lookAll' | 'follow'>> = {
  async look(ctx, { params }) {
    await seenFolder(ctx, params.itemId);
    const look = { personId: ctx.actor.id, folderId: params.itemId };
    const before = await ctx.db.selectFrom('libraryLooks').select('at').where('personId', '=', look.personId).where('folderId', '=', look.folderId).executeTakeFirst();
    await ctx.db.insertInto('libraryLooks').values({ ...look, at: ctx.now }).onConflict((conflict) => conflict.columns(['personId', 'folderId']).doUpdateSet({ at: ctx.now })).execute();
    return { before: before?.at ?? null };
  },

  async lookAll(ctx) {
    await sql`
      insert into library_looks (person_id, folder_id, at)
      select ${ctx.actor.id}, i.id, ${ctx.now} from library_items i where i.is_folder and i.id in (select shelf_id from shelf_keys where key = any(${keysOf(ctx)}::uuid[]))
      on conflict (person_id, folder_id) do update set at = excluded.at`.execute(ctx.db);
    return {};
  },

  async follow(ctx, { params, body: { follows } }) {
    await seenFolder(ctx, params.itemId);
    const follow = { personId: ctx.actor.id, folderId: params.itemId };
    if (follows) await ctx.db.insertInto('libraryFollows').values({ ...follow, toldAt: ctx.now }).onConflict((conflict) => conflict.doNothing()).execute();
    else await ctx.db.deleteFrom('libraryFollows').where('personId', '=', follow.personId).where('folderId', '=', follow.folderId).execute();
    return { follows };
  },
};

const seenFolder = (ctx: Ctx<any>, id: string) => itemsSeen(ctx).select('i.id').where('i.id', '=', id).where('i.isFolder', '=', true).executeTakeFirstOrThrow(notFound);
