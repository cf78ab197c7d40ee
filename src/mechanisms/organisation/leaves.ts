import { administrators } from '#mechanisms/access/roles.ts';
import { changed } from '#platform/live.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { organisation as contract } from './contract.ts';
import { whyNotTakeLeave } from './rules.ts';

export const leaves: Pick<Actions<typeof contract>, 'takeLeave' | 'endLeave'> = {
  /** 请假: somebody else acts for the person in this time, under both names. The office may enter it for whoever is ill. */
  async takeLeave(ctx, { body: { personId = ctx.actor.id, ...body } }) {
    if (personId !== ctx.actor.id && !ctx.actor.permissions.has('leaves.manage')) ctx.refuse('organisation.leave_of_another');
    const people = await lockPeople(ctx, [personId, body.deputyId]);
    if (!people.some(({ id }) => id === personId)) throw notFound();
    if (!people.some(({ id, disabledAt }) => id === body.deputyId && !disabledAt)) ctx.refuse('organisation.no_such_deputy');
    ctx.refuse(...whyNotTakeLeave(body, { personId, now: ctx.now, askerId: ctx.actor.id, own: await leavesOf(ctx, 'personId', personId), standsIn: await leavesOf(ctx, 'deputyId', personId), deputys: await leavesOf(ctx, 'personId', body.deputyId) }));
    if (await isAdministrator(ctx, body.deputyId)) ctx.refuse('organisation.deputy_is_administrator');
    const id = newId();
    await ctx.db.insertInto('leaves').values({ ...body, id, personId, createdBy: ctx.actor.id, createdAt: ctx.now }).execute();
    ctx.tell('organisation.leave_entered', { personId, deputyId: body.deputyId, byId: ctx.actor.id, starts: body.starts, ends: body.ends });
    return told(ctx, { id, personId, deputyId: body.deputyId });
  },

  async endLeave(ctx, { params }) {
    const leave = await ctx.db.selectFrom('leaves').select(['id', 'personId', 'deputyId', 'ends', 'endedAt']).where('id', '=', params.leaveId).forUpdate().executeTakeFirstOrThrow(notFound);
    if (leave.personId !== ctx.actor.id && !ctx.actor.permissions.has('leaves.manage')) throw notFound();
    if (!leave.endedAt && leave.ends > ctx.now) await ctx.db.updateTable('leaves').set({ endedAt: ctx.now }).where('id', '=', leave.id).execute();
    return told(ctx, leave);
  },
};

/** Both see at once whose work is whose. */
const told = async ({ db }: Ctx<any>, { id, personId, deputyId }: { id: string; personId: string; deputyId: string }) => {
  await changed(db, { keys: [personId, deputyId], what: ['access', 'organisation', 'todos'] });
  return { id };
};

/** In one order, so that two who name each other do not wait for ever. */
export const lockPeople = ({ db }: Ctx<any>, ids: readonly string[]) => db.selectFrom('people').select(['id', 'disabledAt', 'leftAt']).where('id', 'in', [...ids]).orderBy('id').forUpdate().execute();

const leavesOf = ({ db, now }: Ctx<any>, as: 'personId' | 'deputyId', id: string) =>
  db.selectFrom('leaves').select(['starts', 'ends']).where(as, '=', id).where('endedAt', 'is', null).where('ends', '>', now).execute();

/** 三员分立: an administrator sees no documents, not for somebody else either. */
export const isAdministrator = async ({ db }: Ctx<any>, personId: string) => {
  const held = await db.selectFrom('posts').select('id').where('personId', '=', personId).where('role', 'in', [...administrators]).where('until', 'is', null).limit(1).execute();
  return held.length > 0;
};
