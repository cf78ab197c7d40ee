import type { Actions } from '#platform/module.ts';
import type { access as contract } from './contract.ts';

type Own = 'signOut' | 'actAs' | 'prefer' | 'endSession' | 'endOthers' | 'revokeToken';

/** What a person does with their own account. */
export const own: Pick<Actions<typeof contract>, Own> = {
  async signOut({ db, actor }) {
    await db.deleteFrom('sessions').where('id', '=', actor.sessionId).execute();
    return {};
  },

  async actAs(ctx, { body }) {
    const post = await ctx.db.selectFrom('posts').select('id').where('id', '=', body.postId).where('personId', '=', ctx.actor.id).where('until', 'is', null).executeTakeFirst();
    if (!post) ctx.refuse('access.not_your_post');
    await ctx.db.updateTable('people').set({ actingPostId: body.postId }).where('id', '=', ctx.actor.id).execute();
    return {};
  },

  async prefer({ db, actor }, { body }) {
    if (Object.keys(body).length) await db.updateTable('people').set(body).where('id', '=', actor.id).execute();
    return {};
  },

  async endSession({ db, actor }, { params }) {
    await db.deleteFrom('sessions').where('id', '=', params.otherId).where('personId', '=', actor.id).execute();
    return {};
  },

  async endOthers({ db, actor }) {
    await db.deleteFrom('sessions').where('personId', '=', actor.id).where('id', '<>', actor.sessionId).execute();
    return {};
  },

  async revokeToken({ db, actor, now }, { params }) {
    await db.updateTable('accessTokens').set({ revokedAt: now }).where('id', '=', params.accessTokenId).where('personId', '=', actor.id).where('revokedAt', 'is', null).execute();
    return {};
  },
};
