import { attach, usable } from '#mechanisms/files/files.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { ask } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { lockMeeting } from '../meetings.ts';
import { enterRoom } from '../place/rooms.ts';
import { seenAnew } from '../topics/topics.ts';
import type { sitting as contract } from './contract.ts';
import { dealWith, endSitting, putOff } from './ending.ts';
import { momentOf, whyNotBegin, whyNotEnd, whyNotReopen, whyNotSayWhy, whyNotScan, whyNotSettleItem, whyNotTalk } from './rules.ts';
import { endTalk, holdItem, holdSitting, lastMoment, opensAt, writes } from './sitting.ts';
import { writing } from './writing.ts';

export const actions: Actions<Omit<typeof contract, 'sitting' | 'recordPage'>> = {
  ...writing,

  /** Where nobody wrote while the meeting was going on, it was when it was planned to be. */
  async beginMeeting(ctx, { params, body: { at } }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    const opens = await opensAt(ctx, meeting.startsAt);
    ctx.refuse(...whyNotBegin(meeting, { mine: writes(ctx, meeting.minuteTakerId), now: ctx.now, opens }));
    const begunAt = momentOf(at, { least: opens, now: ctx.now });
    const writtenLater = begunAt >= meeting.endsAt;
    await ctx.db.updateTable('meetings').set({ begunAt: writtenLater ? meeting.startsAt : begunAt, begunBy: ctx.actor.id, writtenLater }).where('id', '=', meeting.id).execute();
    await enterRoom(ctx, meeting.id);
    await ask(ctx, { personId: meeting.minuteTakerId, kind: 'act', recordId: meeting.id, what: 'meetings.endMeeting', dueAt: meeting.endsAt });
    return done(ctx, meeting.id, 'meetings.beginMeeting', {});
  },

  async talkAbout(ctx, { params, body: { at } }) {
    const { item, meeting } = await holdItem(ctx, params.itemId);
    ctx.refuse(...whyNotTalk(item, meeting));
    const now = await ctx.db.selectFrom('meetingTalks').select('itemId').where('meetingId', '=', meeting.id).where('endedAt', 'is', null).executeTakeFirst();
    if (now?.itemId === item.id) return { id: meeting.id };
    const beganAt = momentOf(at, { least: await lastMoment(ctx, meeting), now: ctx.now });
    await endTalk(ctx, meeting.id, beganAt);
    await ctx.db.insertInto('meetingTalks').values({ id: newId(), meetingId: meeting.id, itemId: item.id, beganAt }).execute();
    await seenAnew(ctx);
    return { id: meeting.id };
  },

  async pauseMeeting(ctx, { params, body: { at } }) {
    const meeting = await holdSitting(ctx, params.meetingId);
    await endTalk(ctx, meeting.id, momentOf(at, { least: await lastMoment(ctx, meeting), now: ctx.now }));
    await seenAnew(ctx);
    return { id: meeting.id };
  },

  /** A topic that is put off waits for the next meeting, with the reason. */
  async settleItem(ctx, { params, body: { outcome, why, at } }) {
    const { item, meeting } = await holdItem(ctx, params.itemId);
    ctx.refuse(...whyNotSettleItem(item, { outcome, why }));
    const isNow = await ctx.db.selectFrom('meetingTalks').select('id').where('meetingId', '=', meeting.id).where('itemId', '=', item.id).where('endedAt', 'is', null).executeTakeFirst();
    if (isNow) await endTalk(ctx, meeting.id, momentOf(at, { least: await lastMoment(ctx, meeting), now: ctx.now }));
    if (outcome === 'deferred') await putOff(ctx, item, why);
    else await dealWith(ctx, item, why);
    await seenAnew(ctx);
    return { id: meeting.id };
  },

  async sayWhy(ctx, { params, body: { why } }) {
    const { item, meeting } = await holdItem(ctx, params.itemId);
    ctx.refuse(...whyNotSayWhy(item));
    await ctx.db.updateTable('meetingItems').set({ why }).where('id', '=', item.id).execute();
    if (why !== item.why) await tellHistory(ctx, item.topicId, 'meetings.sayWhy', { why });
    await seenAnew(ctx);
    return { id: meeting.id };
  },

  async reopenItem(ctx, { params }) {
    const { item, meeting } = await holdItem(ctx, params.itemId);
    const topic = await ctx.db.selectFrom('meetingTopics').select('state').where('id', '=', item.topicId).forNoKeyUpdate().executeTakeFirstOrThrow();
    ctx.refuse(...whyNotReopen(item, topic));
    await ctx.db.updateTable('meetingItems').set({ state: 'planned', why: '' }).where('id', '=', item.id).execute();
    await ctx.db.updateTable('meetingTopics').set({ state: 'scheduled' }).where('id', '=', item.topicId).execute();
    await tellHistory(ctx, item.topicId, 'meetings.reopenItem', {});
    await seenAnew(ctx);
    return { id: meeting.id };
  },

  async endMeeting(ctx, { params, body: { why, at } }) {
    const meeting = await holdSitting(ctx, params.meetingId);
    const left = await ctx.db.selectFrom('meetingItems').select(['id', 'topicId']).where('meetingId', '=', meeting.id).where('state', '=', 'planned').orderBy('position').execute();
    ctx.refuse(...whyNotEnd({ left: left.length, why }));
    const endedAt = momentOf(meeting.writtenLater ? (at ?? meeting.endsAt) : at, { least: await lastMoment(ctx, meeting), now: ctx.now });
    await endSitting(ctx, meeting, { endedAt, left, why });
    return done(ctx, meeting.id, 'meetings.endMeeting', {});
  },

  /** More pages, or a new version of one; none goes. It may come when the meeting is over. */
  async attachScan(ctx, { params, body: { files } }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    ctx.refuse(...whyNotScan(meeting, writes(ctx, meeting.minuteTakerId)));
    for (const fileId of files) {
      if (!(await usable(ctx, fileId))) ctx.refuse('meetings.file_unknown');
      await attach(ctx, { fileId, recordId: meeting.id, role: 'record' });
    }
    return done(ctx, meeting.id, 'meetings.attachScan', {});
  },
};

const done = async (ctx: Ctx<any>, id: string, what: string, details: object) => {
  await tellHistory(ctx, id, what, details);
  await seenAnew(ctx);
  return { id };
};
