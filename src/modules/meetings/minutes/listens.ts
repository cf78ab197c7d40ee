import { shareWith } from '#mechanisms/access/records.ts';
import { stopClock } from '#mechanisms/deadlines/clocks.ts';
import type { Promised } from '#mechanisms/deadlines/promises.ts';
import type { ClockTold } from '#mechanisms/deadlines/tick.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { takeNumber } from '#mechanisms/registers/registers.ts';
import { ask } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Listener, Working } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import { contentOf, type PaperRow, tellSearch } from '../papers/papers.ts';
import { holdersOf, officeOf } from '../people.ts';
import { headsOf, resolutionsOf } from '../resolutions/resolutions.ts';
import { seenAnew } from '../topics/topics.ts';
import { topicClassified } from './classified.ts';
import { attendeesOf, makeMinutes } from './minutes.ts';
import { subject } from './route.ts';

/** Sent, on paper, final: three stages, three promises (MTG-8). */
export const promised: readonly Promised[] = [
  {
    name: 'meetings.minutes_sent', kind: 'elapsed', length: { setting: 'meetings.minutes_hours', unit: 'hours' }, warn: { share: 0.75 }, escalate: { after: { minutes: 120 }, to: 'office.director' },
    zh: { title: '会议纪要电子版', from: '会议结束', to: '发给参会人' }, en: { title: 'Minutes, electronic', from: 'the meeting ended', to: 'sent to the attendees' },
  },
  {
    name: 'meetings.minutes_printed', kind: 'working_days', length: { setting: 'meetings.minutes_print_days', unit: 'days' }, warn: { share: 0.75 }, escalate: { after: { minutes: 1440 }, to: 'office.director' },
    zh: { title: '会议纪要纸质版', from: '电子版发出', to: '印发纸质版' }, en: { title: 'Minutes, on paper', from: 'sent electronically', to: 'printed' },
  },
  {
    name: 'meetings.minutes_final', kind: 'working_days', length: { setting: 'meetings.minutes_final_days', unit: 'days' }, warn: { share: 0.75 }, escalate: { after: { minutes: 1440 }, to: 'office.director' },
    zh: { title: '会议纪要定稿', from: '会议结束', to: '领导审核并分发各部门' }, en: { title: 'Minutes, final', from: 'the meeting ended', to: 'approved and distributed' },
  },
];

const names = promised.map(({ name }) => name);

/** Warned: whoever writes, of the paper the office. Late: the office too. Later still: the director. */
const clockTold = (what: string, to: (ctx: Working, clock: ClockTold) => Promise<readonly string[]>): Listener => async (ctx, clock: ClockTold) => {
  const promise = promised.find(({ name }) => name === clock.promise);
  if (!promise || !names.includes(clock.promise)) return;
  const { title } = await ctx.db.selectFrom('meetingPapers').select('title').where('id', '=', clock.recordId).executeTakeFirstOrThrow();
  await notify(ctx, { to: [...new Set(await to(ctx, clock))], what, params: { title, stage: promise.zh.to, until: clock.dueAt ? dayOf(clock.dueAt) : '' }, recordId: clock.recordId });
  await seenAnew(ctx);
};

const writer = async (ctx: Working, { personId }: ClockTold) => (personId ? [personId] : officeOf(ctx));

const ended: Listener = async (ctx, { meetingId }: { meetingId: string }) => {
  const meeting = await ctx.db.selectFrom('meetings').selectAll().where('id', '=', meetingId).forNoKeyUpdate().executeTakeFirstOrThrow();
  const there = await ctx.db.selectFrom('meetingPapers').select('id').where('meetingId', '=', meetingId).where('kind', '=', 'minutes').executeTakeFirst();
  if (there) return;
  await makeMinutes(ctx, meeting);
  await seenAnew(ctx);
};

interface Told {
  recordId: string;
  approvalId: string;
  subject: string;
}

/** 定稿: numbered, with what was resolved as it stands now, and in the inbox of each department. */
const approved: Listener = async (ctx, { recordId, approvalId, subject: name }: Told) => {
  if (name !== subject.name) return;
  const paper = (await ctx.db.selectFrom('meetingPapers').selectAll().where('id', '=', recordId).where('state', '=', 'approving').forUpdate().executeTakeFirst()) as PaperRow | undefined;
  if (!paper) return;
  const last = await ctx.db.selectFrom('approvalSigners').innerJoin('approvalSteps', 'approvalSteps.id', 'approvalSigners.stepId').select('decidedBy').where('approvalId', '=', approvalId).where('decision', '=', 'approved').orderBy('decidedAt', 'desc').orderBy('approvalSigners.id', 'desc').limit(1).executeTakeFirstOrThrow();
  if (paper.kind === 'minutes') await keepResolutions(ctx, paper);
  await distribute(ctx, paper, last.decidedBy!);
  await stopClock(ctx, { recordId, promise: 'meetings.minutes_final' });
  const number = await takeNumber(ctx, paper.kind === 'note' ? 'meetings.note' : 'meetings.minutes');
  await ctx.db.updateTable('meetingPapers').set({ state: 'final', number, finalAt: ctx.now, finalBy: last.decidedBy }).where('id', '=', recordId).execute();
  await ctx.db.updateTable('records').set({ number }).where('id', '=', recordId).execute();
  const to = [...new Set([...(await attendeesOf(ctx, paper.meetingId!)), ...(await headsOf(ctx, paper.departments))])];
  await notify(ctx, { to, what: 'meetings.minutes_final', params: { number, title: paper.title }, recordId });
  tellSearch(ctx, { ...paper, number }, await contentOf(ctx, recordId, paper.version));
  ctx.tell('meetings.paper_final', { paperId: recordId });
  await seenAnew(ctx);
};

const keepResolutions = async (ctx: Working, paper: PaperRow) => {
  const resolutions = await resolutionsOf(ctx, paper.meetingId!);
  if (resolutions.length) await ctx.db.insertInto('minutesResolutions').values(resolutions.map(({ id, number, text, department, owner, dueOn }, position) => ({ paperId: paper.id, position, resolutionId: id, number, text, department: department.name, owner: owner.name, dueOn }))).execute();
};

const distribute = async (ctx: Working, paper: PaperRow, by: string) => {
  await shareWith(ctx, paper.id, [...paper.departments, ...(await attendeesOf(ctx, paper.meetingId!))]);
  for (const departmentId of paper.departments) {
    await ctx.db.insertInto('minutesReceipts').values({ id: newId(), paperId: paper.id, departmentId, sentAt: ctx.now }).execute();
    await ask(ctx, { departmentId, kind: 'read', recordId: paper.id, what: 'meetings.readFinal', askedBy: by });
  }
};

/** Returned or recalled: it is as it was before it was sent to the leader, and the approval asks whoever wrote it. */
const back: Listener = async (ctx, { recordId, subject: name }: Told) => {
  if (name !== subject.name) return;
  const paper = await ctx.db.selectFrom('meetingPapers').select('kind').where('id', '=', recordId).where('state', '=', 'approving').forUpdate().executeTakeFirst();
  if (!paper) return;
  await ctx.db.updateTable('meetingPapers').set({ state: paper.kind === 'note' ? 'draft' : 'sent' }).where('id', '=', recordId).execute();
  await seenAnew(ctx);
};

export const listens: Record<string, Listener> = {
  'meetings.ended': ended, 'meetings.topic_classified': topicClassified,
  'approvals.approved': approved, 'approvals.returned': back, 'approvals.refused': back, 'approvals.recalled': back,
  'deadlines.warned': clockTold('meetings.minutes_due', writer),
  'deadlines.broken': clockTold('meetings.minutes_late', async (ctx, clock) => [...(await writer(ctx, clock)), ...(await officeOf(ctx))]),
  'deadlines.escalated': clockTold('meetings.minutes_escalated', (ctx) => holdersOf(ctx, 'office.director')),
};
