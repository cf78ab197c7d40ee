import { breakOffApproval } from '#mechanisms/approvals/approvals.ts';
import { stopClock } from '#mechanisms/deadlines/clocks.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { withdraw } from '#mechanisms/todos/todos.ts';
import type { Listener, Working } from '#platform/module.ts';
import { contentOf, keepVersion, type PaperRow, tellSearch } from '../papers/papers.ts';
import { seenAnew } from '../topics/topics.ts';
import { draftOf } from './drafting.ts';
import { recordedOf } from './minutes.ts';

/** A topic turned out to be classified; the database has emptied and erased already. What is left: minutes on their way go on without it, stubs ask nobody anything. */
export const topicClassified: Listener = async (ctx, { topicId }: { topicId: string }) => {
  const papers = (await ctx.db.selectFrom('meetingPapers as w').innerJoin('meetingItems as i', 'i.meetingId', 'w.meetingId').selectAll('w').where('i.topicId', '=', topicId).orderBy('w.madeAt').forUpdate('w').execute()) as PaperRow[];
  for (const paper of papers) {
    if (paper.state === 'approving') await breakOffApproval(ctx, paper.id);
    await (paper.kind === 'minutes' && paper.state !== 'final' ? drawAnew : letGo)(ctx, paper);
  }
  await tellReports(ctx);
  await seenAnew(ctx);
};

const drawAnew = async (ctx: Working, paper: PaperRow) => {
  const meeting = await ctx.db.selectFrom('meetings').selectAll().where('id', '=', paper.meetingId!).executeTakeFirstOrThrow();
  const content = draftOf(await recordedOf(ctx, meeting));
  await keepVersion(ctx, paper, content, null);
  await notify(ctx, { to: [meeting.minuteTakerId], what: 'meetings.minutes_drawn_anew', params: { title: content.title }, recordId: paper.id });
};

const letGo = async (ctx: Working, { id }: PaperRow) => {
  await stopClock(ctx, { recordId: id, reason: '议题涉密，转为存根' });
  await withdraw(ctx, { recordId: id });
};

/** Reports lost a cell each: search learns what they say now. */
const tellReports = async (ctx: Working) => {
  const reports = (await ctx.db.selectFrom('meetingPapers as w').selectAll('w').where('w.coversFrom', 'is not', null).where(({ exists, selectFrom }) => exists(selectFrom('meetingPaperVersions as v').select('v.version').whereRef('v.paperId', '=', 'w.id').whereRef('v.version', '=', 'w.version').where('v.body', 'like', '%（涉密，另行记录）%'))).execute()) as PaperRow[];
  for (const report of reports) tellSearch(ctx, report, await contentOf(ctx, report.id, report.version));
};
