import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { People } from '#database/tables.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx, Moves, Reading, Transfer } from '#platform/module.ts';
import { spendCode } from './codes.ts';
import type { access as contract } from './contract.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { whyNotPassword } from './rules.ts';
import { type Counted, countTry, fail, forgive, remember, takeBack } from './tries.ts';
import { hashOfToken } from './who.ts';

type Person = Selectable<People>;

/** Whatever needs a password: its check takes long, so it is done outside a transaction. */
export const withPassword: Pick<Moves<typeof contract>, 'signIn' | 'changePassword' | 'stopTotp'> = {
  /** User name, password and, where the person switched it on, a code. Wrong tries stay counted although they are refused. */
  async signIn(ctx, { body }) {
    const username = body.username.toLowerCase();
    const tried = await countTry(ctx, username);
    const person = await ctx.db.selectFrom('people').selectAll().where('username', '=', username).where('disabledAt', 'is', null).executeTakeFirst();
    const isRight = await isPassword(person?.password, body.password);
    if (!isRight || !person) return fail(ctx, tried, 'access.wrong_name_or_password');
    if (person.totp && !body.code) {
      await takeBack(ctx.db, tried);
      ctx.refuse('access.code_needed');
    }
    if (person.totp && !(await spendCode(ctx.db, { id: person.id, totp: person.totp }, body.code!, ctx.now))) return fail(ctx, tried, 'access.wrong_code');
    return ctx.commit({ username }, (open) => openSession(open, { person, tried, agent: body.agent }), { ...ctx.actor, id: person.id });
  },

  async changePassword(ctx, { body }) {
    const { person, tried } = await proveSelf(ctx, body.password);
    ctx.refuse(...whyNotPassword(body.newPassword, person, body.password));
    const password = await hashPassword(body.newPassword);
    return ctx.commit({}, async ({ db }) => {
      await forgive(db, tried);
      await db.updateTable('people').set({ password, mustChange: false }).where('id', '=', person.id).execute();
      await db.deleteFrom('sessions').where('personId', '=', person.id).where('id', '<>', ctx.actor.sessionId).execute();
      return {};
    });
  },

  async stopTotp(ctx, { body }) {
    const { person, tried } = await proveSelf(ctx, body.password);
    return ctx.commit({}, async ({ db }) => {
      await forgive(db, tried);
      await db.updateTable('people').set({ totp: null, totpWaiting: null, recovery: [] }).where('id', '=', person.id).execute();
      return {};
    });
  },
};

const openSession = async (ctx: Ctx<any>, { person, tried, agent }: { person: Person; tried: Counted; agent: string }) => {
  const token = randomBytes(24).toString('base64url');
  const days = await setting<number>(ctx, 'access.session_days');
  const endsAt = new Date(Date.parse(ctx.now) + days * 86_400_000).toISOString();
  await ctx.db
    .insertInto('sessions')
    .values({ tokenHash: hashOfToken(token), id: newId(), personId: person.id, createdAt: ctx.now, seenAt: ctx.now, endsAt, address: ctx.actor.address, agent })
    .execute();
  await forgive(ctx.db, tried);
  await remember(ctx, person.id);
  return { id: person.id, name: person.name, mustChange: person.mustChange, token };
};

/** The person who asks, once their password was right. A stolen session does not guess it. */
const proveSelf = async (ctx: Transfer<any>, password: string) => {
  const person = await self(ctx);
  const tried = await countTry(ctx, person.username);
  if (!(await isPassword(person.password, password))) return fail(ctx, tried, 'access.wrong_password');
  await takeBack(ctx.db, tried);
  return { person, tried };
};

const self = ({ db, actor }: Reading) => db.selectFrom('people').selectAll().where('id', '=', actor.id).executeTakeFirstOrThrow();
