import type { Db } from '#platform/db.ts';
import { changed } from '#platform/live.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx, Moves } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { access as contract } from './contract.ts';
import { hashOneTime, oneTimePassword } from './passwords.ts';
import { othersWith, rolesOf } from './holders.ts';
import { whyNotLose, whyNotResetPassword } from './rules.ts';

/** 系统管理员: accounts, without any right beyond reading what one is sent. */
export const withOneTimePassword: Pick<Moves<typeof contract>, 'createAccount' | 'resetPassword'> = {
  /** The password is shown once and changed at the first sign-in. */
  async createAccount(ctx, { body: { departmentId, ...person } }) {
    const department = await ctx.db.selectFrom('departments').select('name').where('id', '=', departmentId).where('closedAt', 'is', null).executeTakeFirst();
    if (!department) ctx.refuse('access.no_department');
    const oneTime = oneTimePassword();
    const password = await hashOneTime(oneTime);
    const id = newId();
    return ctx.commit({ ...person, departmentId }, async ({ db, now }) => {
      await db.insertInto('people').values({ ...person, id, password, mustChange: true, createdAt: now }).execute();
      await db.insertInto('posts').values({ id: newId(), personId: id, departmentId, role: 'staff', title: `${department!.name}教职工`, since: now }).execute();
      return { id, oneTime };
    });
  },

  /** Sessions and tokens end. The second step stays: another administrator takes it off. */
  async resetPassword(ctx, { params: { personId } }) {
    const oneTime = oneTimePassword();
    const password = await hashOneTime(oneTime);
    return ctx.commit({ params: { personId } }, async (open) => {
      const { username, totp } = await lockPerson(open, personId);
      open.refuse(...whyNotResetPassword({ isSelf: personId === ctx.actor.id, held: await rolesOf(open, personId), hasTotp: totp !== null }));
      await startAnew(open, { personId, username, password });
      return { oneTime };
    });
  },
};

interface Anew {
  personId: string;
  username: string;
  password: string;
}

const startAnew = async ({ db, now }: Pick<Ctx<any>, 'db' | 'now'>, { personId, username, password }: Anew) => {
  await db.updateTable('people').set({ password, mustChange: true }).where('id', '=', personId).execute();
  await db.deleteFrom('signInFailures').where((eb) => eb.or([eb('subject', '=', `account:${username}`), eb('subject', 'like', `account:${username.replace(/_/g, '\\_')}@%`)])).execute();
  await signOutEverywhere({ db, now }, personId);
};

/** From the machine itself, when no administrator can: the one-time password, or undefined for a name that is not there. */
export const issueOneTime = async (db: Db, { username, withoutCodes, now }: { username: string; withoutCodes: boolean; now: string }) => {
  const oneTime = oneTimePassword();
  const password = await hashOneTime(oneTime);
  return db.transaction().execute(async (open) => {
    const person = await open.selectFrom('people').select('id').where('username', '=', username).where('disabledAt', 'is', null).forUpdate().executeTakeFirst();
    if (!person) return undefined;
    await startAnew({ db: open, now }, { personId: person.id, username, password });
    if (withoutCodes) await open.updateTable('people').set({ totp: null, totpWaiting: null, recovery: [] }).where('id', '=', person.id).execute();
    await open.insertInto('audit').values({ at: now, action: 'access.issueOneTime', recordId: person.id, input: JSON.stringify({ username, withoutCodes }) }).execute();
    return oneTime;
  });
};

export const accounts: Pick<Actions<typeof contract>, 'setDisabled'> = {
  async setDisabled(ctx, { params: { personId }, body: { disabled } }) {
    await lockPerson(ctx, personId);
    if (disabled) ctx.refuse(...whyNotLose(personId === ctx.actor.id, await othersWith(ctx, personId, await rolesOf(ctx, personId))));
    await ctx.db.updateTable('people').set(disabled ? { disabledAt: ctx.now } : { disabledAt: null, leftAt: null, successorId: null }).where('id', '=', personId).execute();
    if (disabled) await endEverywhere(ctx, personId);
    await changed(ctx.db, { keys: 'all', what: ['organisation'] });
    return {};
  },
};

export const lockPerson = ({ db }: Ctx<any>, id: string) => db.selectFrom('people').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow(notFound);

/** Signed out, no token holds, and whoever counted on this deputy is told. */
export const endEverywhere = async ({ db, now, tell }: Ctx<any>, personId: string) => {
  const leaves = await db.updateTable('leaves').set({ endedAt: now }).where('deputyId', '=', personId).where('endedAt', 'is', null).where('ends', '>', now).returning('personId').execute();
  if (leaves.length) tell('access.deputy_gone', { deputyId: personId, people: leaves.map((leave) => leave.personId) });
  await signOutEverywhere({ db, now }, personId);
};

const signOutEverywhere = async ({ db, now }: Pick<Ctx<any>, 'db' | 'now'>, personId: string) => {
  await db.deleteFrom('sessions').where('personId', '=', personId).execute();
  await db.updateTable('accessTokens').set({ revokedAt: now }).where('personId', '=', personId).where('revokedAt', 'is', null).execute();
};
