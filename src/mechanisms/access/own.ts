import { randomBytes } from 'node:crypto';
import { Secret } from 'otpauth';
import QRCode from 'qrcode';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { hashOfCode, stepOf, totpOf } from './codes.ts';
import type { access as contract } from './contract.ts';
import { recoveryCodes } from './passwords.ts';
import { hashOfToken } from './who.ts';

type Own = 'signOut' | 'actAs' | 'prefer' | 'startTotp' | 'confirmTotp' | 'endSession' | 'endOthers' | 'createToken' | 'revokeToken';

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

  /** The secret waits until a code made from it was typed once. */
  async startTotp(ctx) {
    const person = await lockSelf(ctx);
    if (person.totp) ctx.refuse('access.totp_on');
    const secret = new Secret({ size: 20 }).base32;
    await ctx.db.updateTable('people').set({ totpWaiting: secret }).where('id', '=', person.id).execute();
    const uri = totpOf(secret, person.username).toString();
    return { uri, qr: await QRCode.toString(uri, { type: 'svg', margin: 1 }) };
  },

  async confirmTotp(ctx, { body }) {
    const { id, totpWaiting: totp } = await lockSelf(ctx);
    if (!totp) ctx.refuse('access.totp_not_started');
    const totpStep = stepOf(totp!, body.code, ctx.now);
    if (!totpStep) ctx.refuse('access.wrong_code');
    const recovery = recoveryCodes();
    await ctx.db.updateTable('people').set({ totp, totpStep: totpStep!, totpWaiting: null, recovery: recovery.map(hashOfCode) }).where('id', '=', id).execute();
    return { recovery };
  },

  async endSession({ db, actor }, { params }) {
    await db.deleteFrom('sessions').where('id', '=', params.otherId).where('personId', '=', actor.id).execute();
    return {};
  },

  async endOthers({ db, actor }) {
    await db.deleteFrom('sessions').where('personId', '=', actor.id).where('id', '<>', actor.sessionId).execute();
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

  async revokeToken({ db, actor, now }, { params }) {
    await db.updateTable('accessTokens').set({ revokedAt: now }).where('id', '=', params.accessTokenId).where('personId', '=', actor.id).where('revokedAt', 'is', null).execute();
    return {};
  },
};

const lockSelf = ({ db, actor }: Ctx<any>) => db.selectFrom('people').selectAll().where('id', '=', actor.id).forUpdate().executeTakeFirstOrThrow();
