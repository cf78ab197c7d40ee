import { endPosts } from '#mechanisms/access/posts.ts';
import { changed } from '#platform/live.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { organisation as contract } from './contract.ts';
import { makesCircle, whyNotClose } from './rules.ts';

type Departments = 'createDepartment' | 'changeDepartment' | 'closeDepartment' | 'orderDepartments' | 'oversee';

export const departments: Pick<Actions<typeof contract>, Departments> = {
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

  async closeDepartment(ctx, { params: { departmentId }, body: { intoId } }) {
    const all = await lockDepartments(ctx);
    const department = all.find(({ id }) => id === departmentId);
    if (!department) throw notFound();
    if (department.closedAt) return { id: departmentId };
    const into = all.find(({ id, closedAt }) => id === intoId && id !== departmentId && !closedAt);
    if (intoId && !into) ctx.refuse('organisation.no_such_department');
    const posts = await postsIn(ctx, departmentId);
    const isParent = all.some(({ parentId, closedAt }) => parentId === departmentId && !closedAt);
    const isUsed = posts.length > 0 || isParent || (await isAskedFor(ctx, departmentId));
    ctx.refuse(...whyNotClose({ isOffice: posts.some(({ role }) => role === 'office.director'), isUsed, hasWork: await hasWork(ctx, departmentId), isMerged: into !== undefined }));
    if (into) await moveInto(ctx, department, into, posts);
    await ctx.db.updateTable('departments').set({ closedAt: ctx.now, mergedInto: into?.id ?? null }).where('id', '=', departmentId).execute();
    return told(ctx, departmentId);
  },

  async orderDepartments(ctx, { body: { ids } }) {
    const open = (await lockDepartments(ctx)).filter(({ closedAt }) => !closedAt);
    if (new Set(ids).size !== open.length || !open.every(({ id }) => ids.includes(id))) ctx.refuse('organisation.order_incomplete');
    for (const [i, id] of ids.entries()) await ctx.db.updateTable('departments').set({ position: i + 1 }).where('id', '=', id).execute();
    await changed(ctx.db, { keys: 'all', what: ['organisation'] });
    return {};
  },

  /** 分管 is a leader's. */
  async oversee(ctx, { params: { departmentId }, body }) {
    await ctx.db.selectFrom('departments').select('id').where('id', '=', departmentId).forUpdate().executeTakeFirstOrThrow(notFound);
    const people = [...new Set(body.people)];
    if ((await leadersAmong(ctx, people)) < people.length) ctx.refuse('organisation.not_a_leader');
    await ctx.db.deleteFrom('oversight').where('departmentId', '=', departmentId).execute();
    if (people.length) await ctx.db.insertInto('oversight').values(people.map((personId) => ({ departmentId, personId }))).execute();
    ctx.tell('organisation.oversight_changed', { departmentId });
    return told(ctx, departmentId);
  },
};

const told = async ({ db }: Ctx<any>, id: string) => {
  await changed(db, { keys: 'all', what: ['organisation', 'access', 'todos'] });
  return { id };
};

/** The whole tree is held: two moves at once could make a circle, and nobody enters a department that is being closed. */
const lockDepartments = ({ db }: Ctx<any>) => db.selectFrom('departments').select(['id', 'name', 'parentId', 'position', 'closedAt']).orderBy('id').forUpdate().execute();
type Locked = Awaited<ReturnType<typeof lockDepartments>>[number];

const isOpen = (all: readonly { id: string; closedAt: string | null }[], parentId: string | null) => parentId === null || all.some(({ id, closedAt }) => id === parentId && !closedAt);

const postsIn = ({ db }: Ctx<any>, departmentId: string) => db.selectFrom('posts').selectAll().where('departmentId', '=', departmentId).where('until', 'is', null).orderBy('id').execute();
type Post = Awaited<ReturnType<typeof postsIn>>[number];

const isAskedFor = async ({ db }: Ctx<any>, departmentId: string) =>
  (await db.selectFrom('postRequests').select('id').where('departmentId', '=', departmentId).where('settledAt', 'is', null).limit(1).execute()).length > 0;

const hasWork = async ({ db }: Ctx<any>, departmentId: string) => {
  const open = await db
    .selectFrom('todos')
    .select('id')
    .where('departmentId', 'in', (eb) => eb.selectFrom('departments').select('id').where((or) => or.or([or('id', '=', departmentId), or('mergedInto', '=', departmentId)])))
    .where('doneAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .limit(1)
    .execute();
  return open.length > 0;
};

// Whoever sits at the desk of a department signs for it: the security administrator decides who does so in the other one.
const atTheDesk = new Set(['department.head', 'office.clerk']);

const moveInto = async (ctx: Ctx<any>, department: Locked, into: Locked, posts: readonly Post[]) => {
  const { db, now, actor } = ctx;
  await db.updateTable('departments').set({ parentId: department.parentId }).where('parentId', '=', department.id).execute();
  await db.updateTable('departments').set({ mergedInto: into.id }).where('mergedInto', '=', department.id).execute();
  await db.updateTable('postRequests').set({ departmentId: into.id }).where('departmentId', '=', department.id).where('settledAt', 'is', null).execute();
  await endPosts(ctx, posts.map(({ id }) => id));
  const [desk, others] = [posts.filter(({ role }) => atTheDesk.has(role)), posts.filter(({ role }) => !atTheDesk.has(role))];
  const seats = [...others.map(({ personId, role, title }) => ({ personId, role, title })), ...desk.map(({ personId }) => ({ personId, role: 'staff', title: `${into.name}教职工` }))];
  if (seats.length) await db.insertInto('posts').values(seats.map((seat) => ({ ...seat, id: newId(), departmentId: into.id, since: now }))).onConflict((conflict) => conflict.doNothing()).execute();
  if (desk.length) await db.insertInto('postRequests').values(desk.map(({ personId, role, title }) => ({ personId, role, title, id: newId(), departmentId: into.id, askedBy: actor.id, askedAt: now }))).execute();
};

const leadersAmong = async ({ db }: Ctx<any>, people: readonly string[]) => {
  if (!people.length) return 0;
  const found = await db.selectFrom('posts').select('personId').distinct().where('personId', 'in', [...people]).where('role', 'in', ['leader', 'principal']).where('until', 'is', null).execute();
  return found.length;
};
