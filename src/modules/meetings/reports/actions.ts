import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { settle } from '#mechanisms/todos/todos.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { lockPaper, type PaperRow } from '../papers/papers.ts';
import { whyNotWritePaper } from '../papers/rules.ts';
import { seenAnew } from '../topics/topics.ts';
import type { reports as contract } from './contract.ts';
import { readersOf } from './making.ts';

export const actions: Actions<Pick<typeof contract, 'readReport' | 'finishReport'>> = {
  async readReport(ctx, { params }) {
    const report = await holdReport(ctx, params.paperId);
    const what = asked[report.kind];
    const waits = await ctx.db.selectFrom('todos').select('id').where('recordId', '=', report.id).where('what', '=', what).where('personId', '=', ctx.actor.id).where('doneAt', 'is', null).where('withdrawnAt', 'is', null).executeTakeFirst();
    if (!waits) ctx.refuse('meetings.nothing_to_read');
    await settle(ctx, { recordId: report.id, what, personId: ctx.actor.id });
    return done(ctx, report.id, 'meetings.readReport');
  },

  async finishReport(ctx, { params }) {
    const report = await holdReport(ctx, params.paperId);
    ctx.refuse(...(whyNotWritePaper(report, true) as 'meetings.paper_final'[]));
    await ctx.db.updateTable('meetingPapers').set({ state: 'final', finalAt: ctx.now, finalBy: ctx.actor.id }).where('id', '=', report.id).execute();
    await notify(ctx, { to: (await readersOf(ctx, report.kind)).filter((id) => id !== ctx.actor.id), what: 'meetings.report_finished', params: { title: report.title }, recordId: report.id });
    ctx.tell('meetings.paper_final', { paperId: report.id });
    return done(ctx, report.id, 'meetings.finishReport');
  },
};

const asked = { weekly: 'meetings.readWeekly', monthly: 'meetings.readMonthly' };

const holdReport = async (ctx: Ctx<any>, id: string) => {
  const paper = await lockPaper(ctx, id);
  if (paper.kind !== 'weekly' && paper.kind !== 'monthly') throw notFound();
  return paper as PaperRow & { kind: 'weekly' | 'monthly' };
};

const done = async (ctx: Ctx<any>, id: string, what: string) => {
  await tellHistory(ctx, id, what);
  await seenAnew(ctx);
  return { id };
};
