import { changed } from '#platform/live.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { organisation as contract } from './contract.ts';
import { leaves } from './leaves.ts';
import { makesCircle, whyNotChangePerson } from './rules.ts';

export const actions: Actions<typeof contract> = {
  ...leaves,

  async createDepartment(ctx, { body }) {
    const all = await lockDepartments(ctx);
    if (!isOpen(all, body.parentId)) ctx.refuse('organisation.no_such_department');
    const id = newId();
    const position = Math.max(0, ...all.map((department) => department.position)) + 1;
    await ctx.db.insertInto('departments').values({ ...body, short: body.short || body.name, id, position }).execute();
    return told(ctx, id);
  },

  async changeDepartment(ctx, { params: { departmentId }, body }) {
    const all = await lockDepartments(ctx);
    if (!all.some(({ id }) => id === departmentId)) throw notFound();
    if (body.parentId !== undefined && !isOpen(all, body.parentId)) ctx.refuse('organisation.no_such_department');
    if (body.parentId !== undefined && makesCircle(all, departmentId, body.parentId)) ctx.refuse('organisation.circle');
    if (Object.keys(body).length) await ctx.db.updateTable('departments').set(body).where('id', '=', departmentId).execute();
    return told(ctx, departmentId);
  },

  async closeDepartment(ctx, { params: { departmentId } }) {
    const all = await lockDepartments(ctx);
    const department = all.find(({ id }) => id === departmentId);
    if (!department) throw notFound();
    const isParent = all.some(({ parentId, closedAt }) => parentId === departmentId && !closedAt);
    if (isParent || (await isUsed(ctx, departmentId))) ctx.refuse('organisation.not_empty');
    if (!department.closedAt) await ctx.db.updateTable('departments').set({ closedAt: ctx.now }).where('id', '=', departmentId).execute();
    return told(ctx, departmentId);
  },

  /** 分管 is a leader's. */
  async oversee(ctx, { params: { departmentId }, body }) {
    await ctx.db.selectFrom('departments').select('id').where('id', '=', departmentId).forUpdate().executeTakeFirstOrThrow(notFound);
    const people = [...new Set(body.people)];
    if ((await leadersAmong(ctx, people)) < people.length) ctx.refuse('organisation.not_a_leader');
    await ctx.db.deleteFrom('oversight').where('departmentId', '=', departmentId).execute();
    if (people.length) await ctx.db.insertInto('oversight').values(people.map((personId) => ({ departmentId, personId }))).execute();
    return told(ctx, departmentId);
  },

  async changePerson(ctx, { params: { personId }, body }) {
    ctx.refuse(...whyNotChangePerson(body));
    await ctx.db.selectFrom('people').select('id').where('id', '=', personId).forUpdate().executeTakeFirstOrThrow(notFound);
    if (Object.keys(body).length) await ctx.db.updateTable('people').set(body).where('id', '=', personId).execute();
    return told(ctx, personId);
  },
};

const told = async ({ db }: Ctx<any>, id: string) => {
  await changed(db, { keys: 'all', what: ['organisation'] });
  return { id };
};

/** The whole tree is held: two moves at once could make a circle, and nobody enters a department that is being closed. */
const lockDepartments = ({ db }: Ctx<any>) => db.selectFrom('departments').select(['id', 'parentId', 'position', 'closedAt']).orderBy('id').forUpdate().execute();

const isOpen = (all: readonly { id: string; closedAt: string | null }[], parentId: string | null) => parentId === null || all.some(({ id, closedAt }) => id === parentId && !closedAt);

const isUsed = async ({ db }: Ctx<any>, departmentId: string) => {
  const posts = await db.selectFrom('posts').select('id').where('departmentId', '=', departmentId).where('until', 'is', null).limit(1).execute();
  const asked = await db.selectFrom('postRequests').select('id').where('departmentId', '=', departmentId).where('settledAt', 'is', null).limit(1).execute();
  return posts.length + asked.length > 0;
};

const leadersAmong = async ({ db }: Ctx<any>, people: readonly string[]) => {
  if (!people.length) return 0;
  const found = await db.selectFrom('posts').select('personId').distinct().where('personId', 'in', [...people]).where('role', 'in', ['leader', 'principal']).where('until', 'is', null).execute();
  return found.length;
};
