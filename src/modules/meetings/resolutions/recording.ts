import { openRecord } from '#mechanisms/access/records.ts';
import { startClock } from '#mechanisms/deadlines/clocks.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { takeNumber } from '#mechanisms/registers/registers.ts';
import { ask } from '#mechanisms/todos/todos.ts';
import { incomingForMeetings } from '#modules/documents/incoming/public.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import { calledTo, lockMeeting } from '../meetings.ts';
import { seenAnew } from '../topics/topics.ts';
import type { resolutions as contract } from './contract.ts';
import { headsOf } from './resolutions.ts';
import { whyNotRecord, whyNotResolve, whyNotSettleItem } from './rules.ts';

export const recording: Actions<Pick<typeof contract, 'settleItem' | 'resolve'>> = {
  /** A topic that is put off waits for the next meeting, with the reason. */
  async settleItem(ctx, { params, body }) {
    const { item, meeting } = await holdItem(ctx, params.itemId);
    const { resolutions } = await ctx.db.selectFrom('resolutions').select(({ fn }) => fn.countAll<number>().as('resolutions')).where('itemId', '=', item.id).executeTakeFirstOrThrow();
    ctx.refuse(...whyNotSettleItem({ state: item.state, resolutions: Number(resolutions) }, body));
    await ctx.db.updateTable('meetingItems').set({ state: body.outcome, why: body.why }).where('id', '=', item.id).execute();
    const { proposalId } = await ctx.db.updateTable('meetingTopics').set({ state: body.outcome }).where('id', '=', item.topicId).returning('proposalId').executeTakeFirstOrThrow();
    if (proposalId && body.outcome === 'dealt') await incomingForMeetings.takenUp(ctx, proposalId);
    await tellHistory(ctx, item.topicId, body.outcome === 'dealt' ? 'meetings.dealTopic' : 'meetings.deferTopic', { why: body.why });
    await seenAnew(ctx);
    return { id: meeting.id };
  },

  async resolve(ctx, { params, body }) {
    const { item, meeting } = await holdItem(ctx, params.itemId);
    ctx.refuse(...whyNotResolve(item, body, { today: dayOf(ctx.now), known: await areOpen(ctx, [body.departmentId, ...body.assisting]) }));
    const id = newId();
    const title = [...body.text].slice(0, 200).join('');
    await openRecord(ctx, { id, kind: 'resolution', title, allPermission: 'meetings.read_all', clearance: 0, readers: [body.departmentId, ...body.assisting, ctx.actor.id, ...(await calledTo(ctx, meeting.id))] });
    await startClock(ctx, { promise: 'meetings.resolution', recordId: id, departmentId: body.departmentId, dueAt: instantOf(body.dueOn, '17:30'), why: '会议决议' });
    await tellHistory(ctx, id, 'meetings.resolve', {});
    await ask(ctx, { departmentId: body.departmentId, kind: 'act', recordId: id, what: 'meetings.carryOut' });
    const number = await takeNumber(ctx, 'meetings.resolution');
    await ctx.db.insertInto('resolutions').values({ id, number, itemId: item.id, ...body, state: 'open', recordedBy: ctx.actor.id, recordedAt: ctx.now }).execute();
    await ctx.db.updateTable('records').set({ number }).where('id', '=', id).execute();
    await notify(ctx, { to: await headsOf(ctx, [body.departmentId, ...body.assisting]), what: 'meetings.resolved', params: { number, text: title, until: body.dueOn }, recordId: id });
    await seenAnew(ctx);
    return { id, number };
  },
};

/** The meeting is held before its item: two who write down go one after the other. */
const holdItem = async (ctx: Ctx<any>, itemId: string) => {
  const { meetingId } = await ctx.db.selectFrom('meetingItems').select('meetingId').where('id', '=', itemId).executeTakeFirstOrThrow(notFound);
  const meeting = await lockMeeting(ctx, meetingId);
  ctx.refuse(...whyNotRecord(meeting, { mine: meeting.minuteTakerId === ctx.actor.id || ctx.actor.permissions.has('meetings.manage'), now: ctx.now }));
  const item = await ctx.db.selectFrom('meetingItems').selectAll().where('id', '=', itemId).executeTakeFirstOrThrow();
  return { item, meeting };
};

const areOpen = async ({ db }: Pick<Ctx<any>, 'db'>, ids: readonly string[]) => {
  const wanted = [...new Set(ids)];
  return (await db.selectFrom('departments').select('id').where('id', 'in', wanted).where('closedAt', 'is', null).execute()).length === wanted.length;
};
