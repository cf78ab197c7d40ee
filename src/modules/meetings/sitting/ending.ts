import { shareWith } from '#mechanisms/access/records.ts';
import { startClock } from '#mechanisms/deadlines/clocks.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask, settle, withdraw } from '#mechanisms/todos/todos.ts';
import { incomingForMeetings } from '#modules/documents/incoming/public.ts';
import type { Ctx } from '#platform/module.ts';
import { instantOf } from '#platform/time.ts';
import type { MeetingRow } from '../meetings.ts';
import { holdersOf } from '../people.ts';
import { leaveRoom } from '../place/rooms.ts';
import { headsOf, titleOf } from '../resolutions/resolutions.ts';
import { endTalk } from './sitting.ts';
import { sql } from 'kysely';

interface Ended {
  endedAt: string;
  /** Topics nobody came to. */
  left: readonly { id: string; topicId: string }[];
  why: string;
}

type OnAgenda = Ended['left'][number];

const settleAs = async ({ db }: Ctx<any>, { id, topicId }: OnAgenda, state: 'dealt' | 'deferred', why: string) => {
  await db.updateTable('meetingItems').set({ state, why }).where('id', '=', id).execute();
  await db.updateTable('meetingTopics').set({ state }).where('id', '=', topicId).execute();
};

export const dealWith = async (ctx: Ctx<any>, item: OnAgenda, why: string) => {
  await settleAs(ctx, item, 'dealt', why);
  await tellHistory(ctx, item.topicId, 'meetings.dealTopic', { why });
};

/** 暂缓: the history says where resolutions stay behind and are carried out. */
export const putOff = async (ctx: Ctx<any>, item: OnAgenda, why: string) => {
  await settleAs(ctx, item, 'deferred', why);
  const resolved = await ctx.db.selectFrom('resolutions').select('id').where('itemId', '=', item.id).limit(1).executeTakeFirst();
  await tellHistory(ctx, item.topicId, resolved ? 'meetings.deferTopicResolved' : 'meetings.deferTopic', { why });
};

/** 散会: topics that were put off wait with the office, resolutions go to whoever carries them out, their clocks start. */
export const endSitting = async (ctx: Ctx<any>, meeting: MeetingRow, { endedAt, left, why }: Ended) => {
  await endTalk(ctx, meeting.id, endedAt);
  for (const item of left) await putOff(ctx, item, why);
  await ctx.db.updateTable('meetings').set({ endedAt, endedBy: ctx.actor.id }).where('id', '=', meeting.id).execute();
  await settle(ctx, { recordId: meeting.id, what: 'meetings.endMeeting' });
  await withdraw(ctx, { recordId: meeting.id, what: 'meetings.reply' });
  const came = await ctx.db.selectFrom('meetingAttendance').select('personId').where('meetingId', '=', meeting.id).where('personId', 'is not', null).execute();
  await shareWith(ctx, meeting.id, came.map(({ personId }) => personId!));
  await leaveRoom(ctx, meeting.id);
  await giveTopicsBack(ctx, meeting);
  await handOut(ctx, meeting.id);
  ctx.tell('meetings.ended', { meetingId: meeting.id });
};

/** Dealt with: a document that proposed it may propose it again. Put off: the office takes it up, and the applicant hears why. */
const giveTopicsBack = async (ctx: Ctx<any>, meeting: MeetingRow) => {
  const topics = await ctx.db.selectFrom('meetingItems as i').innerJoin('meetingTopics as t', 't.id', 'i.topicId').select(['t.id', 't.title', 't.appliedBy', 't.proposalId', 'i.state', 'i.why', 't.state as now']).where('i.meetingId', '=', meeting.id).orderBy('i.position').execute();
  for (const { id, title, appliedBy, proposalId, state, why, now } of topics) {
    if (state === 'dealt' && proposalId) await incomingForMeetings.takenUp(ctx, proposalId);
    if (state !== 'deferred' || now !== 'deferred') continue;
    for (const personId of await holdersOf(ctx, 'office.clerk')) await ask(ctx, { personId, kind: 'act', recordId: id, what: 'meetings.takeUp' });
    await notify(ctx, { to: [appliedBy], what: 'meetings.topic_put_off', params: { title, meeting: meeting.title, why }, recordId: id });
  }
};

/** As they are said now, after every correction. */
const handOut = async (ctx: Ctx<any>, meetingId: string) => {
  const resolutions = await ctx.db.selectFrom('resolutions as s').innerJoin('meetingItems as i', 'i.id', 's.itemId').select(['s.id', 's.number', 's.text', 's.departmentId', 's.ownerId', 's.assisting', sql<string>`s.due_on::text`.as('dueOn')]).where('i.meetingId', '=', meetingId).where('s.state', '=', 'open').orderBy('s.recordedAt').orderBy('s.id').execute();
  for (const one of resolutions) {
    const theirs = [one.departmentId, ...one.assisting];
    await shareWith(ctx, one.id, [one.ownerId, ...theirs]);
    await startClock(ctx, { promise: 'meetings.resolution', recordId: one.id, personId: one.ownerId, departmentId: one.departmentId, dueAt: instantOf(one.dueOn, '17:30'), why: '会议决议' });
    await ask(ctx, { personId: one.ownerId, kind: 'act', recordId: one.id, what: 'meetings.carryOut' });
    const to = [...new Set([one.ownerId, ...(await headsOf(ctx, theirs))])];
    await notify(ctx, { to, what: 'meetings.resolved', params: { number: one.number, text: titleOf(one), until: one.dueOn }, recordId: one.id });
  }
};
