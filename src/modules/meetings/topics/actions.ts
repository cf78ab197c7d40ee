import { openRecord } from '#mechanisms/access/records.ts';
import { attach, usable } from '#mechanisms/files/files.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask, settle, withdraw } from '#mechanisms/todos/todos.ts';
import { incomingForMeetings } from '#modules/documents/incoming/public.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { areKnown, holdersOf } from '../people.ts';
import type { topics as contract } from './contract.ts';
import { whyNotChangeTopic, whyNotClassify, whyNotReturnTopic } from './rules.ts';
import { isMine, lockTopic, seenAnew, tellSearch } from './topics.ts';

export const actions: Actions<Pick<typeof contract, 'applyTopic' | 'changeTopic' | 'returnTopic' | 'withdrawTopic' | 'classifyTopic'>> = {
  async applyTopic(ctx, { body: { files, ...body } }) {
    if (!(await areKnown(ctx, body.attendees))) ctx.refuse('meetings.person_unknown');
    const id = newId();
    await openRecord(ctx, { id, kind: 'topic', title: body.title, allPermission: 'meetings.read_all', clearance: 0, readers: [ctx.actor.id, ctx.actor.departmentId] });
    await ctx.db.insertInto('meetingTopics').values({ id, ...body, departmentId: ctx.actor.departmentId, appliedBy: ctx.actor.id, appliedAt: ctx.now, state: 'applied' }).execute();
    await attachAll(ctx, id, files);
    await askClerks(ctx, id);
    tellSearch(ctx, id, body);
    return done(ctx, id, 'meetings.applyTopic', {});
  },

  async changeTopic(ctx, { params, body: { files, ...body } }) {
    const topic = await lockTopic(ctx, params.topicId);
    ctx.refuse(...whyNotChangeTopic(topic, isMine(ctx, topic)));
    if (!(await areKnown(ctx, body.attendees))) ctx.refuse('meetings.person_unknown');
    const again = topic.state === 'returned';
    await ctx.db.updateTable('meetingTopics').set({ ...body, ...(again && { state: 'applied', said: '' }) }).where('id', '=', topic.id).execute();
    await ctx.db.updateTable('records').set({ title: body.title }).where('id', '=', topic.id).execute();
    await attachAll(ctx, topic.id, files);
    tellSearch(ctx, topic.id, body);
    if (again) {
      await settle(ctx, { recordId: topic.id, what: 'meetings.mendTopic' });
      await askClerks(ctx, topic.id);
    }
    return done(ctx, topic.id, again ? 'meetings.applyAgain' : 'meetings.changeTopic', {});
  },

  /** 退回: never without the reason, and never gone. */
  async returnTopic(ctx, { params, body: { reason } }) {
    const topic = await lockTopic(ctx, params.topicId);
    ctx.refuse(...whyNotReturnTopic(topic));
    await ctx.db.updateTable('meetingTopics').set({ state: 'returned', said: reason }).where('id', '=', topic.id).execute();
    await settle(ctx, { recordId: topic.id, what: 'meetings.takeUp' });
    await ask(ctx, { personId: topic.appliedBy, kind: 'act', recordId: topic.id, what: 'meetings.mendTopic' });
    await notify(ctx, { to: [topic.appliedBy], what: 'meetings.topic_returned', params: { title: topic.title, reason }, recordId: topic.id });
    return done(ctx, topic.id, 'meetings.returnTopic', { reason });
  },

  async withdrawTopic(ctx, { params, body: { reason } }) {
    const topic = await lockTopic(ctx, params.topicId);
    ctx.refuse(...whyNotChangeTopic(topic, isMine(ctx, topic)));
    await ctx.db.updateTable('meetingTopics').set({ state: 'withdrawn', said: reason }).where('id', '=', topic.id).execute();
    if (topic.proposalId) await incomingForMeetings.takenUp(ctx, topic.proposalId);
    await withdraw(ctx, { recordId: topic.id });
    return done(ctx, topic.id, 'meetings.withdrawTopic', { reason });
  },

  async classifyTopic(ctx, { params, body: { secrecy } }) {
    const topic = await lockTopic(ctx, params.topicId);
    const { clearance } = await ctx.db.selectFrom('records').select('clearance').where('id', '=', topic.id).executeTakeFirstOrThrow();
    ctx.refuse(...whyNotClassify({ secrecy: clearance }, secrecy));
    await ctx.db.updateTable('meetingTopics').set({ title: '', reason: '', said: '' }).where('id', '=', topic.id).execute();
    await ctx.db.updateTable('records').set({ title: '', clearance: secrecy }).where('id', '=', topic.id).execute();
    return done(ctx, topic.id, 'meetings.classifyTopic', { secrecy });
  },
};

const attachAll = async (ctx: Ctx<any>, recordId: string, files: readonly string[]) => {
  for (const fileId of files) {
    if (!(await usable(ctx, fileId))) ctx.refuse('meetings.file_unknown');
    await attach(ctx, { fileId, recordId, role: 'material' });
  }
};

const askClerks = async (ctx: Ctx<any>, recordId: string) => {
  for (const personId of await holdersOf(ctx, 'office.clerk')) await ask(ctx, { personId, kind: 'act', recordId, what: 'meetings.takeUp' });
};

const done = async (ctx: Ctx<any>, id: string, what: string, details: object) => {
  await tellHistory(ctx, id, what, details);
  await seenAnew(ctx);
  return { id };
};
