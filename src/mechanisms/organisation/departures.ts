import { sql } from 'kysely';
import { endEverywhere } from '#mechanisms/access/accounts.ts';
import { othersWith, rolesOf } from '#mechanisms/access/holders.ts';
import { endPosts } from '#mechanisms/access/posts.ts';
import { whyNotLose } from '#mechanisms/access/rules.ts';
import { changed } from '#platform/live.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { organisation as contract } from './contract.ts';
import { isAdministrator, lockPeople } from './leaves.ts';
import { whyNotDepart } from './rules.ts';

export const departures: Pick<Actions<typeof contract>, 'depart'> = {
  /** Whoever takes over stands in for good, so each act is shown under both names; posts are not inherited. */
  async depart(ctx, { params: { personId }, body: { successorId } }) {
    const people = await lockPeople(ctx, [personId, ...(successorId ? [successorId] : [])]);
    const person = people.find(({ id }) => id === personId);
    if (!person) throw notFound();
    ctx.refuse(...whyNotLose(personId === ctx.actor.id, await othersWith(ctx, personId, await rolesOf(ctx, personId))));
    const isThere = people.some(({ id, disabledAt }) => id === successorId && !disabledAt);
    const successor = successorId ? { id: successorId, isThere, isAdministrator: await isAdministrator(ctx, successorId) } : null;
    ctx.refuse(...whyNotDepart({ hasLeft: person.leftAt !== null, openWork: await openWorkOf(ctx, personId), personId, successor }));
    await leave(ctx, personId, successorId);
    await changed(ctx.db, { keys: 'all', what: ['organisation', 'access', 'todos'] });
    if (successorId) ctx.tell('organisation.left', { personId, successorId });
    return { id: personId };
  },
};

/** What is asked of the person, or of somebody from whom they took over. */
const openWorkOf = async ({ db }: Ctx<any>, personId: string) => {
  const { rows: [row] } = await sql<{ n: number }>`select count(*)::int as n from todos
    where person_id in (select id from people where id = ${personId} or successor_id = ${personId}) and done_at is null and withdrawn_at is null`.execute(db);
  return row!.n;
};

const leave = async (ctx: Ctx<any>, personId: string, successorId: string | null) => {
  const { db, now, actor } = ctx;
  const posts = await db.selectFrom('posts').select('id').where('personId', '=', personId).where('until', 'is', null).execute();
  await endPosts(ctx, posts.map(({ id }) => id));
  await db.updateTable('postRequests').set({ settledAt: now, settledBy: actor.id, given: false }).where('personId', '=', personId).where('settledAt', 'is', null).execute();
  await db.deleteFrom('oversight').where('personId', '=', personId).execute();
  await db.updateTable('leaves').set({ endedAt: now }).where('personId', '=', personId).where('endedAt', 'is', null).where('ends', '>', now).execute();
  await endEverywhere(ctx, personId);
  await db.updateTable('people').set({ disabledAt: now, leftAt: now, successorId }).where('id', '=', personId).execute();
  await db.updateTable('people').set({ successorId }).where('successorId', '=', personId).execute();
};
