import { randomBytes } from 'node:crypto';
import { Secret } from 'otpauth';
import { newId } from '#platform/ids.ts';
import type { Ctx, Moves } from '#platform/module.ts';
import { hashOfCode, stepOf, totpOf } from './codes.ts';
import type { access as contract } from './contract.ts';
import { recoveryCodes } from './passwords.ts';
import { hashOfToken } from './who.ts';

/** What is answered once and kept nowhere: a transfer's answer is not remembered for a request that comes twice. */
export const shownOnce: Pick<Moves<typeof contract>, 'startTotp' | 'confirmTotp' | 'createToken'> = {
  /** The secret waits until a code made from it was typed once. */
  async startTotp(ctx) {
    const secret = new Secret({ size: 20 }).base32;
    const username = await ctx.commit({}, async (open) => {
      const person = await lockSelf(open);
      if (person.totp) open.refuse('access.totp_on');
      await open.db.updateTable('people').set({ totpWaiting: secret }).where('id', '=', person.id).execute();
      return person.username;
    });
    const uri = totpOf(secret, username).toString();
    const { toString } = await import('qrcode');
    return { uri, qr: await toString(uri, { type: 'svg', margin: 1 }) };
  },

  confirmTotp: (ctx, { body }) =>
    ctx.commit({}, async (open) => {
      const { id, totpWaiting: totp } = await lockSelf(open);
      if (!totp) open.refuse('access.totp_not_started');
      const totpStep = stepOf(totp!, body.code, open.now);
      if (!totpStep) open.refuse('access.wrong_code');
      const recovery = recoveryCodes();
      await open.db.updateTable('people').set({ totp, totpStep: totpStep!, totpWaiting: null, recovery: recovery.map(hashOfCode) }).where('id', '=', id).execute();
      return { recovery };
    }),

  /** Only the hash of a token stays. */
  async createToken(ctx, { body }) {
    if (body.endsAt && body.endsAt <= ctx.now) ctx.refuse('access.ends_in_the_past');
    const value = `zb_${randomBytes(24).toString('base64url')}`;
    const row = { ...body, id: newId(), createdAt: ctx.now };
    return ctx.commit({ body }, async ({ db, actor }) => {
      await db.insertInto('accessTokens').values({ ...row, tokenHash: hashOfToken(value), personId: actor.id }).execute();
      return { ...row, usedAt: null, value };
    });
  },
};

const lockSelf = ({ db, actor }: Ctx<any>) => db.selectFrom('people').selectAll().where('id', '=', actor.id).forUpdate().executeTakeFirstOrThrow();
