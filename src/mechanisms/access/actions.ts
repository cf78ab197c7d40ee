import { randomBytes } from 'node:crypto';
import { Secret } from 'otpauth';
import QRCode from 'qrcode';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { access as contract } from './contract.ts';
import { recoveryCodes } from './passwords.ts';
import { roles } from './roles.ts';
import { whyNotGivePost, whyNotGrant, whyNotLose } from './rules.ts';
import { hashOfCode, isTotp, totpOf } from './sign-in.ts';
import { defaultGrants, forgetGrants, hashOfToken } from './who.ts';

export const actions: Actions<typeof contract> = {
  async signOut(ctx) {
    await ctx.db.deleteFrom('sessions').where('id', '=', ctx.actor.sessionId).execute();
    return {};
  },

  async actAs(ctx, { body }) {
    const post = await ctx.db.selectFrom('posts').select('id').where('id', '=', body.postId).where('personId', '=', ctx.actor.id).where('until', 'is', null).executeTakeFirst();
    if (!post) ctx.refuse('access.not_your_post');
    await ctx.db.updateTable('people').set({ actingPostId: body.postId }).where('id', '=', ctx.actor.id).execute();
    return {};
  },

  async prefer(ctx, { body }) {
    if (Object.keys(body).length) await ctx.db.updateTable('people').set(body).where('id', '=', ctx.actor.id).execute();
    return {};
  },

  /** The secret waits, marked as such, until a code made from it was typed once. */
  async startTotp(ctx) {
    const person = await lockPerson(ctx, ctx.actor.id);
    if (person.totp) ctx.refuse('access.totp_on');
    const secret = new Secret({ size: 20 }).base32;
    await ctx.db.updateTable('people').set({ totp: null, recovery: [`${waiting}${secret}`] }).where('id', '=', person.id).execute();
    const uri = totpOf(secret, person.username).toString();
    return { uri, qr: await QRCode.toString(uri, { type: 'svg', margin: 1 }) };
  },

  async confirmTotp(ctx, { body }) {
    const person = await lockPerson(ctx, ctx.actor.id);
    const secret = person.recovery.find((text) => text.startsWith(waiting))?.slice(waiting.length);
    if (!secret) ctx.refuse('access.totp_not_started');
    if (!isTotp(secret!, body.code, ctx.now)) ctx.refuse('access.wrong_code');
    const recovery = recoveryCodes();
    await ctx.db.updateTable('people').set({ totp: secret!, recovery: recovery.map(hashOfCode) }).where('id', '=', person.id).execute();
    return { recovery };
  },

  async endSession(ctx, { params }) {
    await ctx.db.deleteFrom('sessions').where('id', '=', params.otherId).where('personId', '=', ctx.actor.id).execute();
    return {};
  },

  async endOthers(ctx) {
    await ctx.db.deleteFrom('sessions').where('personId', '=', ctx.actor.id).where('id', '<>', ctx.actor.sessionId).execute();
    return {};
  },

  /** The value is shown once; only its hash stays. */
  async createToken(ctx, { body }) {
    if (body.endsAt && body.endsAt <= ctx.now) ctx.refuse('access.ends_in_the_past');
    const value = `zb_${randomBytes(24).toString('base64url')}`;
    const row = { id: newId(), name: body.name, createdAt: ctx.now, endsAt: body.endsAt };
    await ctx.db.insertInto('accessTokens').values({ ...row, tokenHash: hashOfToken(value), personId: ctx.actor.id }).execute();
    return { ...row, usedAt: null, value };
  },

  async revokeToken(ctx, { params }) {
    await ctx.db.updateTable('accessTokens').set({ revokedAt: ctx.now }).where('id', '=', params.accessTokenId).where('personId', '=', ctx.actor.id).execute();
    return {};
  },

  async setDisabled(ctx, { params, body }) {
    const held = await rolesOf(ctx, params.personId);
    if (body.disabled) ctx.refuse(...whyNotLose(params.personId === ctx.actor.id, await leftWithout(ctx, params.personId, held)));
    await ctx.db.updateTable('people').set({ disabledAt: body.disabled ? ctx.now : null }).where('id', '=', params.personId).execute();
    if (body.disabled) await ctx.db.deleteFrom('sessions').where('personId', '=', params.personId).execute();
    return {};
  },

  async givePost(ctx, { params, body }) {
    await lockPerson(ctx, params.personId);
    ctx.refuse(...whyNotGivePost(body.role, await rolesOf(ctx, params.personId), params.personId === ctx.actor.id));
    const id = newId();
    await ctx.db.insertInto('posts').values({ ...body, id, personId: params.personId, since: ctx.now }).execute();
    return { id };
  },

  async endPost(ctx, { params }) {
    const post = await ctx.db.selectFrom('posts').selectAll().where('id', '=', params.postId).where('until', 'is', null).forUpdate().executeTakeFirstOrThrow(notFound);
    ctx.refuse(...whyNotLose(post.personId === ctx.actor.id, await leftWithout(ctx, post.personId, [post.role])));
    // A post that begins and ends at one moment was a mistake; it still keeps its place in time.
    const until = ctx.now > post.since ? ctx.now : new Date(Date.parse(post.since) + 1).toISOString();
    await ctx.db.updateTable('posts').set({ until }).where('id', '=', post.id).execute();
    await ctx.db.updateTable('people').set({ actingPostId: null }).where('id', '=', post.personId).where('actingPostId', '=', post.id).execute();
    return {};
  },

  async setClearance(ctx, { params, body }) {
    if (params.personId === ctx.actor.id) ctx.refuse('access.not_yourself');
    await ctx.db.updateTable('people').set({ clearance: body.clearance }).where('id', '=', params.personId).execute();
    return {};
  },

  async grant(ctx, { params, body }) {
    const known = [...defaultGrants().values()].some((permissions) => permissions.has(params.permission));
    if (!roles.includes(params.role as 'staff')) ctx.refuse('access.unknown_role');
    if (!known) ctx.refuse('access.unknown_permission');
    ctx.refuse(...whyNotGrant(params.role, params.permission, body.granted));
    const row = { role: params.role, permission: params.permission, granted: body.granted };
    await ctx.db.insertInto('rolePermissions').values(row).onConflict((conflict) => conflict.columns(['role', 'permission']).doUpdateSet({ granted: body.granted })).execute();
    forgetGrants(ctx.db);
    return {};
  },
};

const waiting = 'waiting:';

const lockPerson = ({ db }: Ctx<any>, id: string) => db.selectFrom('people').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow(notFound);

const rolesOf = async ({ db }: Ctx<any>, personId: string) =>
  (await db.selectFrom('posts').select('role').distinct().where('personId', '=', personId).where('until', 'is', null).execute()).map(({ role }) => role);

/** How many others could still do what these roles do. */
const leftWithout = async ({ db }: Ctx<any>, personId: string, held: readonly string[]) => {
  const rows = held.length
    ? await db
        .selectFrom('posts')
        .innerJoin('people', 'people.id', 'posts.personId')
        .select(['posts.role', ({ fn }) => fn.countAll<string>().as('n')])
        .where('posts.role', 'in', [...held])
        .where('posts.until', 'is', null)
        .where('people.disabledAt', 'is', null)
        .where('people.id', '<>', personId)
        .groupBy('posts.role')
        .execute()
    : [];
  return held.map((role) => ({ role, left: Number(rows.find((row) => row.role === role)?.n ?? 0) }));
};
