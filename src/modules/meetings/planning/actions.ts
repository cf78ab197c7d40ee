import { openRecord } from '#mechanisms/access/records.ts';
import { submit } from '#mechanisms/approvals/approvals.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { settle } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { itemsOf, lockMeeting } from '../meetings.ts';
import { areKnown } from '../people.ts';
import { keepPreparation } from '../equipment/preparations.ts';
import { keepRoom, placeFor } from '../place/rooms.ts';
import { whoSits } from '../place/rules.ts';
import { seenAnew } from '../topics/topics.ts';
import type { Plan, planning as contract } from './contract.ts';
import { leadOf } from './lead.ts';
import { whyNotChangePlan, whyNotPlan, whyNotSend } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'plan' | 'changePlan' | 'sendForApproval'>> = {
  async plan(ctx, { body }) {
    await refuseBad(ctx, body, []);
    const id = newId();
    await openRecord(ctx, { id, kind: 'meeting', title: body.title, allPermission: 'meetings.read_all', clearance: 0, readers: [ctx.actor.id] });
    await ctx.db.insertInto('meetings').values({ id, ...columnsOf(body), place: await placeFor(ctx, body), state: 'draft', madeBy: ctx.actor.id, madeAt: ctx.now, departmentId: ctx.actor.departmentId }).execute();
    await writeAgenda(ctx, id, body);
    await keepPreparation(ctx, sittingOf(id, body));
    await keepRoom(ctx, sittingOf(id, body), body.room);
    tellSearch(ctx, id, body);
    return done(ctx, id, 'meetings.plan');
  },

  async changePlan(ctx, { params, body: { version, ...body } }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    ctx.refuse(...whyNotChangePlan(meeting, { version }));
    const before = (await itemsOf(ctx, meeting.id)).map(({ topicId }) => topicId);
    await refuseBad(ctx, body, before);
    await ctx.db.updateTable('meetings').set({ ...columnsOf(body), place: await placeFor(ctx, body), state: 'draft', version: version + 1 }).where('id', '=', meeting.id).execute();
    await ctx.db.updateTable('records').set({ title: body.title }).where('id', '=', meeting.id).execute();
    await giveBack(ctx, meeting.id, before.filter((topicId) => !body.items.some((item) => item.topicId === topicId)));
    await writeAgenda(ctx, meeting.id, body);
    await keepPreparation(ctx, sittingOf(meeting.id, body));
    await keepRoom(ctx, sittingOf(meeting.id, body), body.room);
    tellSearch(ctx, meeting.id, body);
    return done(ctx, meeting.id, 'meetings.changePlan');
  },

  async sendForApproval(ctx, { params }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    ctx.refuse(...whyNotSend(meeting, await leadOf(ctx, meeting.startsAt), ctx.now));
    await ctx.db.updateTable('meetings').set({ state: 'approving' }).where('id', '=', meeting.id).execute();
    await submit(ctx, { recordId: meeting.id, subject: 'meetings.meeting', facts: { kind: meeting.kind, urgent: meeting.urgentWhy !== '' }, drafterId: ctx.actor.id, departmentId: ctx.actor.departmentId });
    await seenAnew(ctx);
    return { id: meeting.id };
  },
};

const endOf = ({ startsAt, minutes }: Pick<Plan, 'startsAt' | 'minutes'>) => new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();

const columnsOf = ({ kind, title, startsAt, minutes, chairId, minuteTakerId, prepare, urgentWhy }: Plan) => ({ kind, title, startsAt, endsAt: endOf({ startsAt, minutes }), chairId, minuteTakerId, prepare, urgentWhy });

/** What a room has to hold. */
const sittingOf = (id: string, plan: Plan) => ({ id, title: plan.title, startsAt: plan.startsAt, endsAt: endOf(plan), people: whoSits(plan).length });

/** Topics are held first: two meetings that want one act one after the other. */
const refuseBad = async (ctx: Ctx<any>, plan: Plan, own: readonly string[]) => {
  const wanted = [...new Set(plan.items.map(({ topicId }) => topicId))].sort();
  const topics = wanted.length ? await ctx.db.selectFrom('meetingTopics').select(['id', 'state']).where('id', 'in', wanted).orderBy('id').forNoKeyUpdate().execute() : [];
  const free = topics.length === wanted.length && topics.every(({ id, state }) => own.includes(id) || state === 'applied' || state === 'deferred');
  ctx.refuse(...whyNotPlan(plan, { now: ctx.now, free }));
  if (!(await areKnown(ctx, [plan.chairId, plan.minuteTakerId, ...plan.attends, ...plan.observes, ...plan.items.map(({ presenterId }) => presenterId)]))) ctx.refuse('meetings.person_unknown');
};

/** The agenda and the people, as the plan now says; whoever chairs, minutes or presents comes. */
const writeAgenda = async (ctx: Ctx<any>, meetingId: string, { items, chairId, minuteTakerId, attends, observes }: Plan) => {
  await ctx.db.deleteFrom('meetingItems').where('meetingId', '=', meetingId).execute();
  await ctx.db.deleteFrom('meetingPeople').where('meetingId', '=', meetingId).execute();
  const ids = items.map(({ topicId }) => topicId);
  await ctx.db.insertInto('meetingItems').values(items.map((item, position) => ({ id: newId(), meetingId, ...item, position, state: 'planned' }))).execute();
  await ctx.db.updateTable('meetingTopics').set({ state: 'scheduled' }).where('id', 'in', ids).execute();
  for (const recordId of ids) await settle(ctx, { recordId, what: 'meetings.takeUp' });
  const coming = [...new Set([chairId, ...attends, ...items.map(({ presenterId }) => presenterId).filter((id) => !observes.includes(id)), ...(observes.includes(minuteTakerId) ? [] : [minuteTakerId])])];
  const all = [...coming.map((personId) => ({ personId, part: 'attends' })), ...[...new Set(observes)].filter((id) => !coming.includes(id)).map((personId) => ({ personId, part: 'observes' }))];
  await ctx.db.insertInto('meetingPeople').values(all.map((one, position) => ({ meetingId, ...one, position }))).execute();
};

/** Topics that left the plan wait as they did before. */
const giveBack = async (ctx: Ctx<any>, meetingId: string, topicIds: readonly string[]) => {
  for (const topicId of topicIds) {
    const deferred = await ctx.db.selectFrom('meetingItems').select('id').where('topicId', '=', topicId).where('meetingId', '<>', meetingId).where('state', '=', 'deferred').executeTakeFirst();
    await ctx.db.updateTable('meetingTopics').set({ state: deferred ? 'deferred' : 'applied' }).where('id', '=', topicId).execute();
  }
};

/** Found by its name, its place and what is to be prepared; its topics are found by themselves. */
const tellSearch = (ctx: Ctx<any>, recordId: string, { title, place, prepare }: Plan) => ctx.tell('search.record_changed', { recordId, title, number: '', body: `${place}\n${prepare}` });

const done = async (ctx: Ctx<any>, id: string, what: string) => {
  await tellHistory(ctx, id, what, {});
  await seenAnew(ctx);
  return { id };
};
