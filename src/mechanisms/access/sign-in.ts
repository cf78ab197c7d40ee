import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Selectable } from 'kysely';
import type { People } from '#database/tables.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx, Moves, Reading, Transfer } from '#platform/module.ts';
import type { access as contract } from './contract.ts';
import { hashPassword, isPassword, oneTimePassword } from './passwords.ts';
import { limits, whyNotPassword, whyNotTry } from './rules.ts';
import { hashOfToken } from './who.ts';

type Person = Selectable<People>;

export const transfers: Moves<typeof contract> = {
  /** User name, password and, where the person switched it on, a code. Wrong tries are counted although they are refused. */
  async signIn(ctx, { body }) {
    const account = `account:${body.username.toLowerCase()}`;
    const address = `address:${ctx.actor.address}`;
    ctx.refuse(...whyNotTry(await failuresOf(ctx, account, address)));
    const person = await ctx.db.selectFrom('people').selectAll().where('username', '=', body.username.toLowerCase()).where('disabledAt', 'is', null).executeTakeFirst();
    const right = await isPassword(person?.password, body.password);
    if (!right || !person) return fail(ctx, [account, address], 'access.wrong_name_or_password');
    if (person.totp && !body.code) ctx.refuse('access.code_needed');
    const used = person.totp ? codeUsed(person, body.code!, ctx.now) : 'totp';
    if (!used) return fail(ctx, [account, address], 'access.wrong_code');
    return ctx.commit({ username: person.username }, (open) => openSession(open, person, used));
  },

  async changePassword(ctx, { body }) {
    const person = await self(ctx);
    await provePassword(ctx, person, body.password);
    ctx.refuse(...whyNotPassword(body.newPassword, person, body.password));
    const password = await hashPassword(body.newPassword);
    return ctx.commit({}, async (open) => {
      await open.db.updateTable('people').set({ password, mustChange: false }).where('id', '=', person.id).execute();
      await open.db.deleteFrom('sessions').where('personId', '=', person.id).where('id', '<>', ctx.actor.sessionId).execute();
      return {};
    });
  },

  async stopTotp(ctx, { body }) {
    const person = await self(ctx);
    await provePassword(ctx, person, body.password);
    return ctx.commit({}, async (open) => {
      await open.db.updateTable('people').set({ totp: null, recovery: [] }).where('id', '=', person.id).execute();
      return {};
    });
  },

  /** The password is shown once and changed at the first sign-in. */
  async createAccount(ctx, { body: { departmentId, ...person } }) {
    const department = await ctx.db.selectFrom('departments').select('name').where('id', '=', departmentId).where('closedAt', 'is', null).executeTakeFirst();
    if (!department) ctx.refuse('access.no_department');
    const oneTime = oneTimePassword();
    const password = await hashPassword(oneTime);
    const id = newId();
    return ctx.commit({ ...person, departmentId }, async (open) => {
      await open.db.insertInto('people').values({ ...person, id, password, mustChange: true, createdAt: ctx.now }).execute();
      await open.db.insertInto('posts').values({ id: newId(), personId: id, departmentId, role: 'staff', title: `${department!.name}教职工`, since: ctx.now }).execute();
      return { id, oneTime };
    });
  },

  async resetPassword(ctx, { params }) {
    if (params.personId === ctx.actor.id) ctx.refuse('access.not_yourself');
    const oneTime = oneTimePassword();
    const password = await hashPassword(oneTime);
    return ctx.commit({ params }, async (open) => {
      await open.db.updateTable('people').set({ password, mustChange: true, totp: null, recovery: [] }).where('id', '=', params.personId).execute();
      await open.db.deleteFrom('sessions').where('personId', '=', params.personId).execute();
      return { oneTime };
    });
  },
};

const self = ({ db, actor }: Reading) => db.selectFrom('people').selectAll().where('id', '=', actor.id).executeTakeFirstOrThrow();

const absoluteDays = 7;

const openSession = async (ctx: Ctx<any>, person: Person, used: 'totp' | number) => {
  const token = randomBytes(24).toString('base64url');
  const endsAt = new Date(Date.parse(ctx.now) + absoluteDays * 86_400_000).toISOString();
  await ctx.db
    .insertInto('sessions')
    .values({ tokenHash: hashOfToken(token), id: newId(), personId: person.id, createdAt: ctx.now, seenAt: ctx.now, endsAt, address: ctx.actor.address })
    .execute();
  if (used !== 'totp') await ctx.db.updateTable('people').set({ recovery: person.recovery.filter((_, i) => i !== used) }).where('id', '=', person.id).execute();
  await ctx.db.deleteFrom('signInFailures').where('subject', '=', `account:${person.username}`).execute();
  return { id: person.id, name: person.name, mustChange: person.mustChange, token };
};

const failuresOf = async ({ db, now }: Reading, account: string, address: string) => {
  const since = new Date(Date.parse(now) - limits.minutes * 60_000).toISOString();
  const rows = await db
    .selectFrom('signInFailures')
    .select(['subject', ({ fn }) => fn.countAll<string>().as('n')])
    .where('subject', 'in', [account, address])
    .where('at', '>', since)
    .groupBy('subject')
    .execute();
  const count = (subject: string) => Number(rows.find((row) => row.subject === subject)?.n ?? 0);
  return { account: count(account), address: count(address) };
};

/** The failure is kept, then refused. */
const fail = async (ctx: Transfer<any>, subjects: readonly string[], code: string): Promise<never> => {
  await ctx.commit({ failed: code, subjects }, async (open) => {
    await open.db.insertInto('signInFailures').values(subjects.map((subject) => ({ subject, at: ctx.now }))).execute();
  });
  ctx.refuse(code);
  throw new Error('a refusal throws');
};

const provePassword = async (ctx: Transfer<any>, person: Person, password: string) => {
  const account = `account:${person.username}`;
  ctx.refuse(...whyNotTry(await failuresOf(ctx, account, '')));
  if (!(await isPassword(person.password, password))) await fail(ctx, [account], 'access.wrong_password');
};

/** 'totp', the place of the recovery code that was used, or undefined. */
const codeUsed = (person: Person, code: string, now: string): 'totp' | number | undefined => {
  if (isTotp(person.totp!, code, now)) return 'totp';
  const place = person.recovery.indexOf(hashOfCode(code));
  return place < 0 ? undefined : place;
};

export const hashOfCode = (code: string) => createHash('sha256').update(code.toLowerCase().replace(/[^a-z0-9]/g, '')).digest('hex');

export const totpOf = (secret: string, label: string) => new TOTP({ issuer: '综办', label, secret: Secret.fromBase32(secret) });

/** The code of now, or of half a minute before or after. */
export const isTotp = (secret: string, code: string, now: string) => totpOf(secret, '').validate({ token: code.replace(/\s/g, ''), timestamp: Date.parse(now), window: 1 }) !== null;
