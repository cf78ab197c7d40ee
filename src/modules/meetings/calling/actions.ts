import { shareWith } from '#mechanisms/access/records.ts';
import { breakOffApproval } from '#mechanisms/approvals/approvals.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask, settle, withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { officeTime } from '#platform/time.ts';
import { calledTo, comingTo, howManySit, itemsOf, lockMeeting, type MeetingRow } from '../meetings.ts';
import { areKnown } from '../people.ts';
import { askTechnicians, dropPreparation } from '../equipment/preparations.ts';
import { giveGiven, letGoOf } from '../materials/materials.ts';
import { giveUpRoom, keepRoom, placeFor } from '../place/rooms.ts';
import { leadOf } from '../planning/lead.ts';
import { whyNotCall } from '../planning/rules.ts';
import { seenAnew } from '../topics/topics.ts';
import { silentOf } from './calling.ts';
import type { calling as contract } from './contract.ts';
import { whyNotCancel, whyNotChangeCalled, whyNotReply, whyNotUrge } from './rules.ts';

export const actions: Actions<Omit<typeof contract, 'noticePaper'>> = {
  /** 发通知: everybody has it in the inbox and by mail, and answers. */
  async call(ctx, { params }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    ctx.refuse(...whyNotCall(meeting, await leadOf(ctx, meeting.startsAt), ctx.now));
    await ctx.db.updateTable('meetings').set({ state: 'called', calledAt: ctx.now, calledBy: ctx.actor.id }).where('id', '=', meeting.id).execute();
    await settle(ctx, { recordId: meeting.id, what: 'meetings.call' });
    const people = await calledTo(ctx, meeting.id);
    await shareAll(ctx, meeting.id, people);
    await askTechnicians(ctx, { ...meeting, people: await howManySit(ctx, meeting.id) });
    for (const personId of people) await ask(ctx, { personId, kind: 'act', recordId: meeting.id, what: 'meetings.reply', dueAt: meeting.startsAt });
    await notify(ctx, { to: people, what: 'meetings.called', params: paramsOf(meeting), recordId: meeting.id });
    return done(ctx, meeting.id, 'meetings.call', {});
  },

  /** Whoever had agreed is asked again when the time is another. */
  async changeCalled(ctx, { params, body: { startsAt, minutes, prepare, why, ...where } }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    const [lead, items] = [await leadOf(ctx, startsAt), await itemsOf(ctx, meeting.id)];
    ctx.refuse(...whyNotChangeCalled(meeting, { now: ctx.now, wanted: { startsAt, minutes }, enough: lead.enough, known: lead.missingYear === null, minutes: items.reduce((sum, item) => sum + item.minutes, 0) }));
    const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
    const place = await placeFor(ctx, where);
    const before = { startsAt: meeting.startsAt, endsAt: meeting.endsAt, place: meeting.place, prepare: meeting.prepare };
    await ctx.db.insertInto('meetingChanges').values({ id: newId(), meetingId: meeting.id, at: ctx.now, by: ctx.actor.id, why, before: JSON.stringify(before) }).execute();
    await ctx.db.updateTable('meetings').set({ startsAt, endsAt, place, prepare, version: meeting.version + 1 }).where('id', '=', meeting.id).execute();
    const people = await calledTo(ctx, meeting.id);
    const sitting = { ...meeting, startsAt, endsAt, people: await howManySit(ctx, meeting.id) };
    await keepRoom(ctx, sitting, where.room);
    if (startsAt !== meeting.startsAt || place !== meeting.place) await askTechnicians(ctx, sitting);
    if (startsAt !== meeting.startsAt) await askAnew(ctx, meeting.id, startsAt);
    await notify(ctx, { to: people, what: 'meetings.changed', params: { ...paramsOf({ ...meeting, startsAt, place }), why }, recordId: meeting.id });
    return done(ctx, meeting.id, 'meetings.changeCalled', { why });
  },

  /** The topics wait for another meeting, with the reason. */
  async cancelMeeting(ctx, { params, body: { why } }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    ctx.refuse(...whyNotCancel(meeting, ctx.now));
    await ctx.db.updateTable('meetings').set({ state: 'cancelled', cancelledAt: ctx.now, cancelledWhy: why }).where('id', '=', meeting.id).execute();
    if (meeting.state === 'approving') await breakOffApproval(ctx, meeting.id);
    await giveUpRoom(ctx, meeting.id, why);
    await dropPreparation(ctx, meeting.id);
    await letGoOf(ctx, meeting.id);
    const items = await itemsOf(ctx, meeting.id);
    await ctx.db.updateTable('meetingItems').set({ state: 'deferred', why }).where('meetingId', '=', meeting.id).execute();
    for (const { topicId } of items) {
      await ctx.db.updateTable('meetingTopics').set({ state: 'deferred' }).where('id', '=', topicId).execute();
      await tellHistory(ctx, topicId, 'meetings.deferTopic', { why });
    }
    await withdraw(ctx, { recordId: meeting.id });
    if (meeting.state === 'called') await notify(ctx, { to: await calledTo(ctx, meeting.id), what: 'meetings.cancelled', params: { ...paramsOf(meeting), why }, recordId: meeting.id });
    return done(ctx, meeting.id, 'meetings.cancelMeeting', { why });
  },

  /** 回执: comes, sends a deputy, or asks leave. It may be changed until the meeting is over. */
  async reply(ctx, { params, body: { reply, deputyId, why } }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    const mine = await ctx.db.selectFrom('meetingPeople').select(['deputyId']).where('meetingId', '=', meeting.id).where('personId', '=', ctx.actor.id).executeTakeFirst();
    const coming = deputyId ? await comingTo(ctx, meeting.id) : [];
    const wanted = { reply, why, deputyId, deputyAsked: deputyId !== null && deputyId !== mine?.deputyId && (coming.includes(deputyId) || deputyId === ctx.actor.id) };
    ctx.refuse(...whyNotReply(meeting, { asked: mine !== undefined, now: ctx.now, wanted }));
    if (deputyId && !(await areKnown(ctx, [deputyId]))) ctx.refuse('meetings.person_unknown');
    const deputy = reply === 'deputy' ? deputyId : null;
    await ctx.db.updateTable('meetingPeople').set({ reply, deputyId: deputy, why, repliedAt: ctx.now }).where('meetingId', '=', meeting.id).where('personId', '=', ctx.actor.id).execute();
    await settle(ctx, { recordId: meeting.id, what: 'meetings.reply', personId: ctx.actor.id });
    if (deputy) await shareAll(ctx, meeting.id, [deputy]);
    if (deputy) await giveGiven(ctx, meeting.id, [deputy]);
    if (deputy) await notify(ctx, { to: [deputy], what: 'meetings.deputised', params: { ...paramsOf(meeting), person: ctx.actor.name }, recordId: meeting.id });
    if (reply === 'leave') await notify(ctx, { to: [...new Set([meeting.madeBy, meeting.chairId])].filter((id) => id !== ctx.actor.id), what: 'meetings.leave_asked', params: { ...paramsOf(meeting), person: ctx.actor.name, why }, recordId: meeting.id });
    return done(ctx, meeting.id, saidBy[reply], { why });
  },

  async urgeReplies(ctx, { params }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    const silent = await silentOf(ctx, meeting.id);
    const last = silent.map(({ urgedAt }) => urgedAt).filter((at) => at !== null).sort().at(-1);
    ctx.refuse(...whyNotUrge(meeting, { now: ctx.now, silent: silent.length, minutesSince: last ? (Date.parse(ctx.now) - Date.parse(last)) / 60_000 : undefined }));
    const to = silent.map(({ personId }) => personId);
    await ctx.db.updateTable('meetingPeople').set({ urgedAt: ctx.now }).where('meetingId', '=', meeting.id).where('personId', 'in', to).execute();
    await notify(ctx, { to, what: 'meetings.reply_urged', params: paramsOf(meeting), recordId: meeting.id });
    await done(ctx, meeting.id, 'meetings.urgeReplies', {});
    return { urged: to.length };
  },
};

const saidBy = { comes: 'meetings.reply_comes', deputy: 'meetings.reply_deputy', leave: 'meetings.reply_leave' };

const paramsOf = ({ title, startsAt, place, prepare }: Pick<MeetingRow, 'title' | 'startsAt' | 'place' | 'prepare'>) => ({ title, when: officeTime(startsAt), place, ...(prepare && { note: prepare }) });

/** Whoever comes reads the meeting and its topics. */
const shareAll = async (ctx: Ctx<any>, meetingId: string, people: readonly string[]) => {
  await shareWith(ctx, meetingId, people);
  for (const { topicId } of await itemsOf(ctx, meetingId)) await shareWith(ctx, topicId, people);
};

const askAnew = async (ctx: Ctx<any>, meetingId: string, startsAt: string) => {
  const people = await ctx.db.selectFrom('meetingPeople').select('personId').where('meetingId', '=', meetingId).execute();
  await ctx.db.updateTable('meetingPeople').set({ reply: null, deputyId: null, why: '', repliedAt: null, urgedAt: null }).where('meetingId', '=', meetingId).execute();
  await withdraw(ctx, { recordId: meetingId, what: 'meetings.reply' });
  for (const { personId } of people) await ask(ctx, { personId, kind: 'act', recordId: meetingId, what: 'meetings.reply', dueAt: startsAt });
};

const done = async (ctx: Ctx<any>, id: string, what: string, details: object) => {
  await tellHistory(ctx, id, what, details);
  await seenAnew(ctx);
  return { id };
};
