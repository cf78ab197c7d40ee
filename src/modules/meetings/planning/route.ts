import type { Subject } from '#mechanisms/approvals/subjects.ts';
import type { Listener } from '#platform/module.ts';
import { ask } from '#mechanisms/todos/todos.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { seenAnew } from '../topics/topics.ts';

/** 会议类别, for the conditions of a route. */
export const kindOfMeeting = { zh: '会议类别', en: 'Kind of meeting', type: 'choice', choices: { leaders: { zh: '校长办公会', en: 'Leaders' }, routine: { zh: '行政例会', en: 'Routine' }, special: { zh: '专题会', en: 'Special' }, staff: { zh: '教职工大会', en: 'All staff' } } } as const;

/** The leader in charge of the office approves who meets about what, and an exception from the notice. */
export const subject: Subject = {
  name: 'meetings.meeting',
  zh: '会议', en: 'A meeting', place: 50,
  fields: {
    kind: kindOfMeeting,
    urgent: { zh: '紧急召开', en: 'At short notice', type: 'flag' },
  },
  steps: [{ key: 'leader', title: '校领导审批', who: { kind: 'leader' }, mode: 'one', batch: false, when: [] }],
};

interface Told {
  recordId: string;
  subject: string;
}

const approved: Listener = async (ctx, { recordId, subject: name }: Told) => {
  if (name !== subject.name) return;
  const meeting = await ctx.db.updateTable('meetings').set({ state: 'approved' }).where('id', '=', recordId).where('state', '=', 'approving').returning(['madeBy', 'title']).executeTakeFirst();
  if (!meeting) return;
  await ask(ctx, { personId: meeting.madeBy, kind: 'act', recordId, what: 'meetings.call', askedBy: meeting.madeBy });
  await notify(ctx, { to: [meeting.madeBy], what: 'meetings.approved', params: { title: meeting.title }, recordId });
  await seenAnew(ctx);
};

const backToDraft: Listener = async (ctx, { recordId, subject: name }: Told) => {
  if (name !== subject.name) return;
  await ctx.db.updateTable('meetings').set({ state: 'draft' }).where('id', '=', recordId).where('state', '=', 'approving').execute();
  await seenAnew(ctx);
};

export const listens: Record<string, Listener> = { 'approvals.approved': approved, 'approvals.returned': backToDraft, 'approvals.refused': backToDraft, 'approvals.recalled': backToDraft };
