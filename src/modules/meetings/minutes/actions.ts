import { shareWith } from '#mechanisms/access/records.ts';
import { breakOffApproval, submit } from '#mechanisms/approvals/approvals.ts';
import { openCalendar } from '#mechanisms/calendar/calendar.ts';
import { addTime, isUnpublished } from '#mechanisms/calendar/rules.ts';
import { startClock, stopClock } from '#mechanisms/deadlines/clocks.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { ask, settle, withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';
import { lockMeeting } from '../meetings.ts';
import { contentOf, keepVersion, lockPaper, openPaper, type PaperRow, writesPaper } from '../papers/papers.ts';
import { whyNotWritePaper } from '../papers/rules.ts';
import { officeOf } from '../people.ts';
import { writes } from '../sitting/sitting.ts';
import { seenAnew } from '../topics/topics.ts';
import type { minutes as contract } from './contract.ts';
import { corrections } from './corrections.ts';
import { dayWritten, draftOf } from './drafting.ts';
import { attendeesOf, heardOf, leftOutOf, makeMinutes, recordedOf } from './minutes.ts';
import { whyNotCorrectFinal, whyNotDraft, whyNotDropNote, whyNotPrintMinutes, whyNotRead, whyNotRedraft, whyNotSendMinutes, whyNotSubmitMinutes } from './rules.ts';

export const actions: Actions<Omit<typeof contract, 'minutesBook' | 'minutesOf' | 'minutes'>> = {
  ...corrections,

  async draftMinutes(ctx, { params }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    const there = await ctx.db.selectFrom('meetingPapers').select('id').where('meetingId', '=', meeting.id).where('kind', '=', 'minutes').executeTakeFirst();
    ctx.refuse(...whyNotDraft({ mine: writes(ctx, meeting.minuteTakerId), ended: meeting.endedAt !== null, there: there !== undefined }));
    return done(ctx, await makeMinutes(ctx, meeting), 'meetings.draftMinutes');
  },

  async redraftMinutes(ctx, { params }) {
    const paper = await holdWriting(ctx, params.paperId);
    ctx.refuse(...whyNotRedraft(paper));
    await keepVersion(ctx, paper, draftOf(await recordedOf(ctx, await lockMeeting(ctx, paper.meetingId!))), null);
    return done(ctx, paper.id, 'meetings.redraftMinutes');
  },

  /** 电子版: each attendee finds it in the inbox and by mail; the window for corrections opens, and the paper is printed the day after. */
  async sendMinutes(ctx, { params }) {
    const paper = await holdWriting(ctx, params.paperId);
    ctx.refuse(...whyNotSendMinutes(paper));
    const openUntil = await windowFrom(ctx);
    await ctx.db.updateTable('meetingPapers').set({ state: 'sent', sentAt: ctx.now, sentBy: ctx.actor.id, openUntil }).where('id', '=', paper.id).execute();
    await settle(ctx, { recordId: paper.id, what: 'meetings.sendMinutes' });
    await stopClock(ctx, { recordId: paper.id, promise: 'meetings.minutes_sent' });
    const people = (await attendeesOf(ctx, paper.meetingId!)).filter((id) => id !== ctx.actor.id);
    await shareWith(ctx, paper.id, people);
    if (people.length) await ctx.db.insertInto('minutesReceipts').values(people.map((personId) => ({ id: newId(), paperId: paper.id, personId, sentAt: ctx.now }))).execute();
    for (const personId of people) await ask(ctx, { personId, kind: 'read', recordId: paper.id, what: 'meetings.readMinutes', dueAt: openUntil });
    await notify(ctx, { to: people, what: 'meetings.minutes_sent', params: { title: paper.title, until: dayOf(openUntil) }, recordId: paper.id });
    const printing = await startClock(ctx, { promise: 'meetings.minutes_printed', recordId: paper.id });
    for (const personId of await officeOf(ctx)) await ask(ctx, { personId, kind: 'act', recordId: paper.id, what: 'meetings.printMinutes', clockId: printing.id, ...(printing.dueAt && { dueAt: printing.dueAt }) });
    await ask(ctx, { personId: ctx.actor.id, kind: 'act', recordId: paper.id, what: 'meetings.submitMinutes' });
    return done(ctx, paper.id, 'meetings.sendMinutes');
  },

  /** 已阅: by an attendee for themselves, by whoever signs for the department. */
  async readMinutes(ctx, { params }) {
    const paper = await lockPaper(ctx, params.paperId);
    const waiting = await ctx.db.selectFrom('minutesReceipts').select(['id', 'personId', 'departmentId']).where('paperId', '=', paper.id).where('readAt', 'is', null)
      .where(({ eb, or }) => or([eb('personId', '=', ctx.actor.id), ...(ctx.actor.departments.length ? [eb('departmentId', 'in', [...ctx.actor.departments])] : [])])).execute();
    ctx.refuse(...whyNotRead({ waits: waiting.length > 0 }));
    await ctx.db.updateTable('minutesReceipts').set({ readAt: ctx.now, readBy: ctx.actor.id }).where('id', 'in', waiting.map(({ id }) => id)).execute();
    for (const { personId, departmentId } of waiting) await settle(ctx, { recordId: paper.id, ...(personId ? { what: 'meetings.readMinutes', personId } : { what: 'meetings.readFinal', departmentId: departmentId! }) });
    return done(ctx, paper.id, 'meetings.readMinutes');
  },

  async submitMinutes(ctx, { params, body }) {
    const paper = await holdWriting(ctx, params.paperId);
    const { body: text } = await contentOf(ctx, paper.id, paper.version);
    const leftOut = paper.kind === 'minutes' ? (await leftOutOf(ctx, paper.meetingId!, text)).length : 0;
    ctx.refuse(...whyNotSubmitMinutes(paper, { ...(await heardOf(ctx, paper.id)), leftOut, now: ctx.now }));
    const departments = [...new Set(body.departments)];
    if ((await ctx.db.selectFrom('departments').select('id').where('id', 'in', departments).where('closedAt', 'is', null).execute()).length < departments.length) ctx.refuse('meetings.department_unknown');
    await ctx.db.updateTable('meetingPapers').set({ state: 'approving', departments }).where('id', '=', paper.id).execute();
    await settle(ctx, { recordId: paper.id, what: 'meetings.submitMinutes' });
    const { kind } = await ctx.db.selectFrom('meetings').select('kind').where('id', '=', paper.meetingId!).executeTakeFirstOrThrow();
    await submit(ctx, { recordId: paper.id, subject: 'meetings.minutes', facts: { kind, note: paper.kind === 'note' }, drafterId: ctx.actor.id, departmentId: ctx.actor.departmentId });
    await seenAnew(ctx);
    return { id: paper.id };
  },

  /** It may be printed again: the copies of the last time count. */
  async printMinutes(ctx, { params, body: { copies } }) {
    const paper = await lockPaper(ctx, params.paperId);
    ctx.refuse(...whyNotPrintMinutes(paper));
    await ctx.db.updateTable('meetingPapers').set({ printedAt: ctx.now, printedBy: ctx.actor.id, copies }).where('id', '=', paper.id).execute();
    await stopClock(ctx, { recordId: paper.id, promise: 'meetings.minutes_printed' });
    await settle(ctx, { recordId: paper.id, what: 'meetings.printMinutes' });
    return done(ctx, paper.id, 'meetings.printMinutes', { copies });
  },

  /** 更正 */
  async correctFinal(ctx, { params, body: { why, body } }) {
    const paper = await lockPaper(ctx, params.paperId);
    const open = await ctx.db.selectFrom('meetingPapers').select('id').where('corrects', '=', paper.id).where('state', 'not in', ['final', 'dropped']).executeTakeFirst();
    ctx.refuse(...whyNotCorrectFinal(paper, { mine: await writesPaper(ctx, paper), open: open !== undefined }));
    const content = { title: `关于${paper.title}的更正`, body: `${dayWritten(dayOf(paper.finalAt!))}印发的《${paper.title}》（${paper.number}）更正如下：\n${body}`, attending: '', absent: '', observing: '' };
    const noteId = await openPaper(ctx, { kind: 'note', readers: [ctx.actor.id], madeBy: ctx.actor.id, meetingId: paper.meetingId, corrects: paper.id, why, departments: paper.departments }, content);
    await tellHistory(ctx, paper.id, 'meetings.correctFinal', { why });
    return done(ctx, noteId, 'meetings.correctFinal', { why });
  },

  async dropNote(ctx, { params, body: { why } }) {
    const paper = await holdWriting(ctx, params.paperId);
    ctx.refuse(...whyNotDropNote(paper));
    await ctx.db.updateTable('meetingPapers').set({ state: 'dropped', droppedAt: ctx.now, droppedBy: ctx.actor.id, droppedWhy: why }).where('id', '=', paper.id).execute();
    await breakOffApproval(ctx, paper.id);
    await withdraw(ctx, { recordId: paper.id });
    await tellHistory(ctx, paper.corrects!, 'meetings.dropNote', { why });
    return done(ctx, paper.id, 'meetings.dropNote', { why });
  },
};

/** The paper, held, by somebody who may write it now. */
const holdWriting = async (ctx: Ctx<any>, paperId: string): Promise<PaperRow> => {
  const paper = await lockPaper(ctx, paperId);
  ctx.refuse(...whyNotWritePaper(paper, await writesPaper(ctx, paper)));
  return paper;
};

/** So many hours of working days; where no calendar is published, of all days. */
const windowFrom = async (ctx: Ctx<any>) => {
  const ms = (await setting<number>(ctx, 'meetings.correction_hours')) * 3_600_000;
  const until = addTime(await openCalendar(ctx), 'working_days', ctx.now, ms);
  return isUnpublished(until) ? new Date(Date.parse(ctx.now) + ms).toISOString() : until;
};

const done = async (ctx: Ctx<any>, id: string, what: string, details: object = {}) => {
  await tellHistory(ctx, id, what, details);
  await seenAnew(ctx);
  return { id };
};
