import { sql } from 'kysely';
import { changed } from '#platform/live.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { lockPerson } from './accounts.ts';
import type { access as contract } from './contract.ts';
import { othersWith, rolesOf } from './holders.ts';
import { type Role, roles } from './roles.ts';
import { whyNotGivePost, whyNotGrant, whyNotLose } from './rules.ts';
import { defaultGrants, forgetGrants } from './who.ts';

type Posts = 'givePost' | 'endPost' | 'settlePostRequests' | 'setClearance' | 'removeTotp' | 'grant';

/** 安全管理员: who may do what. */
export const posts: Pick<Actions<typeof contract>, Posts> = {
  async givePost(ctx, { params: { personId }, body }) {
    await lockPerson(ctx, personId);
    const department = await ctx.db.selectFrom('departments').select('id').where('id', '=', body.departmentId).where('closedAt', 'is', null).forShare().executeTakeFirst();
    if (!department) ctx.refuse('access.no_department');
    ctx.refuse(...whyNotGivePost(body.role, await rolesOf(ctx, personId), personId === ctx.actor.id));
    const id = newId();
    await ctx.db.insertInto('posts').values({ ...body, id, personId, since: ctx.now }).execute();
    await tellPerson(ctx, personId);
    return { id };
  },

  async endPost(ctx, { params }) {
    const post = await ctx.db.selectFrom('posts').selectAll().where('id', '=', params.postId).where('until', 'is', null).forUpdate().executeTakeFirstOrThrow(notFound);
    ctx.refuse(...whyNotLose(post.personId === ctx.actor.id, await leftWithout(ctx, post)));
    await endPosts(ctx, [post.id]);
    await tellPerson(ctx, post.personId);
    return {};
  },

  /** What the system administrator wrote down in an import becomes a post here, or does not. */
  async settlePostRequests(ctx, { body: { ids, give } }) {
    const asked = await ctx.db
      .updateTable('postRequests')
      .set({ settledAt: ctx.now, settledBy: ctx.actor.id, given: give })
      .where('id', 'in', ids)
      .where('settledAt', 'is', null)
      .returning(['personId', 'departmentId', 'role', 'title'])
      .execute();
    for (const { personId, role } of asked) ctx.refuse(...whyNotGivePost(role, give ? await rolesOf(ctx, personId) : [], personId === ctx.actor.id));
    const rows = asked.map((post) => ({ ...post, id: newId(), since: ctx.now }));
    if (give && rows.length) await ctx.db.insertInto('posts').values(rows).onConflict((conflict) => conflict.doNothing()).execute();
    await changed(ctx.db, { keys: 'all', what: ['access', 'organisation'] });
    return { settled: asked.length };
  },

  async setClearance(ctx, { params: { personId }, body: { clearance } }) {
    if (personId === ctx.actor.id) ctx.refuse('access.not_yourself');
    await lockPerson(ctx, personId);
    await ctx.db.updateTable('people').set({ clearance }).where('id', '=', personId).execute();
    await tellPerson(ctx, personId);
    return {};
  },

  async removeTotp(ctx, { params: { personId } }) {
    if (personId === ctx.actor.id) ctx.refuse('access.not_yourself');
    await lockPerson(ctx, personId);
    await ctx.db.updateTable('people').set({ totp: null, totpWaiting: null, recovery: [] }).where('id', '=', personId).execute();
    return {};
  },

  /** Only what differs from the modules' own grants is kept. */
  async grant(ctx, { params: { role, permission }, body: { granted } }) {
    if (!roles.includes(role as Role)) ctx.refuse('access.unknown_role');
    const holders = [...defaultGrants()].filter(([, held]) => held.has(permission)).map(([holder]) => holder);
    if (!holders.length) ctx.refuse('access.unknown_permission');
    const isOwnRole = (await rolesOf(ctx, ctx.actor.id)).includes(role);
    ctx.refuse(...whyNotGrant({ role, permission, granted, holders, isOwnRole }));
    await ctx.db.deleteFrom('rolePermissions').where('role', '=', role).where('permission', '=', permission).execute();
    if (granted !== holders.includes(role)) await ctx.db.insertInto('rolePermissions').values({ role, permission, granted }).execute();
    forgetGrants(ctx.db);
    await changed(ctx.db, { keys: 'all', what: ['access'] });
    return {};
  },
};

/** They end now. A post that begins and ends at one moment was a mistake; it still keeps its place in time. */
export const endPosts = async ({ db, now, tell }: Ctx<any>, ids: readonly string[]) => {
  if (!ids.length) return;
  const ended = await db.updateTable('posts').set({ until: sql<string>`greatest(${now}::timestamptz, since + interval '1 millisecond')` }).where('id', 'in', [...ids]).returning('personId').execute();
  for (const personId of new Set(ended.map((post) => post.personId))) tell('access.post_ended', { personId });
  await db.updateTable('people').set({ actingPostId: null }).where('actingPostId', 'in', [...ids]).execute();
};

/** Another post of the same role keeps the duty with the person. */
const leftWithout = async (ctx: Ctx<any>, { id, personId, role }: { id: string; personId: string; role: string }) => {
  const others = await othersWith(ctx, personId, [role]);
  const again = await ctx.db.selectFrom('posts').select('id').where('personId', '=', personId).where('role', '=', role).where('id', '<>', id).where('until', 'is', null).limit(1).execute();
  return again.length ? [] : others;
};

const tellPerson = async ({ db }: Ctx<any>, personId: string) => {
  await changed(db, { keys: [personId], what: ['access'] });
  await changed(db, { keys: 'all', what: ['organisation'] });
};
