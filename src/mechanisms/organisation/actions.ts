import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { organisation as contract } from './contract.ts';
import { isEmail, makesCircle, whyNotTakeLeave } from './rules.ts';

export const actions: Actions<typeof contract> = {
  async createDepartment(ctx, { body }) {
    const { last } = await ctx.db.selectFrom('departments').select(({ fn }) => fn.max('position').as('last')).executeTakeFirstOrThrow();
    const id = newId();
    await ctx.db.insertInto('departments').values({ ...body, short: body.short || body.name, id, position: (last ?? 0) + 1 }).execute();
    return { id };
  },

  async changeDepartment(ctx, { params, body }) {
    const all = await ctx.db.selectFrom('departments').select(['id', 'parentId']).execute();
    if (body.parentId !== undefined && makesCircle(all, params.departmentId, body.parentId)) ctx.refuse('organisation.circle');
    if (Object.keys(body).length) await ctx.db.updateTable('departments').set(body).where('id', '=', params.departmentId).execute();
    return { id: params.departmentId };
  },

  async closeDepartment(ctx, { params }) {
    const people = await ctx.db.selectFrom('posts').select('id').where('departmentId', '=', params.departmentId).where('until', 'is', null).limit(1).execute();
    const below = await ctx.db.selectFrom('departments').select('id').where('parentId', '=', params.departmentId).where('closedAt', 'is', null).limit(1).execute();
    if (people.length || below.length) ctx.refuse('organisation.not_empty');
    await ctx.db.updateTable('departments').set({ closedAt: ctx.now }).where('id', '=', params.departmentId).execute();
    return { id: params.departmentId };
  },

  async oversee(ctx, { params, body }) {
    await ctx.db.deleteFrom('oversight').where('departmentId', '=', params.departmentId).execute();
    const rows = [...new Set(body.people)].map((personId) => ({ departmentId: params.departmentId, personId }));
    if (rows.length) await ctx.db.insertInto('oversight').values(rows).execute();
    return { id: params.departmentId };
  },

  async changePerson(ctx, { params, body }) {
    if (body.email !== undefined && !isEmail(body.email)) ctx.refuse('organisation.bad_email');
    if (Object.keys(body).length) await ctx.db.updateTable('people').set(body).where('id', '=', params.personId).execute();
    return { id: params.personId };
  },

  /** 请假: somebody else acts for the person in this time, under both names. */
  async takeLeave(ctx, { body }) {
    await ctx.db.selectFrom('people').select('id').where('id', '=', ctx.actor.id).forUpdate().executeTakeFirstOrThrow();
    const deputy = await ctx.db.selectFrom('people').select('id').where('id', '=', body.deputyId).where('disabledAt', 'is', null).executeTakeFirst();
    if (!deputy) ctx.refuse('organisation.no_such_deputy');
    const about = { personId: ctx.actor.id, now: ctx.now, own: await leavesOf(ctx, ctx.actor.id), deputys: await leavesOf(ctx, body.deputyId) };
    ctx.refuse(...whyNotTakeLeave(body, about));
    const id = newId();
    await ctx.db.insertInto('leaves').values({ ...body, id, personId: ctx.actor.id, createdBy: ctx.actor.id, createdAt: ctx.now }).execute();
    return { id };
  },

  async endLeave(ctx, { params }) {
    const leave = await ctx.db.selectFrom('leaves').selectAll().where('id', '=', params.leaveId).forUpdate().executeTakeFirstOrThrow(notFound);
    if (leave.personId !== ctx.actor.id && !ctx.actor.permissions.has('leaves.manage')) throw notFound();
    if (!leave.endedAt) await ctx.db.updateTable('leaves').set({ endedAt: ctx.now }).where('id', '=', leave.id).execute();
    return { id: leave.id };
  },
};

const leavesOf = ({ db, now }: Ctx<any>, personId: string) =>
  db.selectFrom('leaves').select(['starts', 'ends']).where('personId', '=', personId).where('endedAt', 'is', null).where('ends', '>', now).execute();
