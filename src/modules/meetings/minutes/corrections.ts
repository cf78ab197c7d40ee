import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask, settle } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { lockPaper, writesPaper } from '../papers/papers.ts';
import { seenAnew } from '../topics/topics.ts';
import type { minutes as contract } from './contract.ts';
import { whyNotAskCorrection, whyNotDecideCorrection } from './rules.ts';

/** 修改意见: each is asked in words, taken or not with the reason, and stays. */
export const corrections: Actions<Pick<typeof contract, 'askCorrection' | 'decideCorrection'>> = {
  async askCorrection(ctx, { params, body: { text } }) {
    const paper = await lockPaper(ctx, params.paperId);
    const receipt = await ctx.db.selectFrom('minutesReceipts').select('id').where('paperId', '=', paper.id).where('personId', '=', ctx.actor.id).executeTakeFirst();
    ctx.refuse(...whyNotAskCorrection(paper, { attended: receipt !== undefined, now: ctx.now }));
    const id = newId();
    await ctx.db.insertInto('minutesCorrections').values({ id, paperId: paper.id, at: ctx.now, by: ctx.actor.id, text }).execute();
    const { minuteTakerId } = await ctx.db.selectFrom('meetings').select('minuteTakerId').where('id', '=', paper.meetingId!).executeTakeFirstOrThrow();
    await ask(ctx, { personId: minuteTakerId, kind: 'act', recordId: paper.id, itemId: id, what: 'meetings.decideCorrection' });
    // Who asks for a change has read it.
    await ctx.db.updateTable('minutesReceipts').set({ readAt: ctx.now, readBy: ctx.actor.id }).where('id', '=', receipt!.id).where('readAt', 'is', null).execute();
    await settle(ctx, { recordId: paper.id, what: 'meetings.readMinutes', personId: ctx.actor.id });
    await tellHistory(ctx, paper.id, 'meetings.askCorrection', { note: text });
    await seenAnew(ctx);
    return { id: paper.id };
  },

  async decideCorrection(ctx, { params, body }) {
    const { paperId } = await ctx.db.selectFrom('minutesCorrections').select('paperId').where('id', '=', params.correctionId).executeTakeFirstOrThrow(notFound);
    const paper = await lockPaper(ctx, paperId);
    const correction = await ctx.db.selectFrom('minutesCorrections').selectAll().where('id', '=', params.correctionId).executeTakeFirstOrThrow();
    ctx.refuse(...whyNotDecideCorrection({ mine: await writesPaper(ctx, paper), decided: correction.decidedAt !== null, wanted: body }));
    await ctx.db.updateTable('minutesCorrections').set({ ...body, decidedAt: ctx.now, decidedBy: ctx.actor.id }).where('id', '=', correction.id).execute();
    await settle(ctx, { recordId: paper.id, what: 'meetings.decideCorrection', itemId: correction.id });
    await notify(ctx, { to: [correction.by], what: body.taken ? 'meetings.correction_taken' : 'meetings.correction_refused', params: { title: paper.title, ...(body.reason && { reason: body.reason }) }, recordId: paper.id });
    await tellHistory(ctx, paper.id, body.taken ? 'meetings.correction_taken' : 'meetings.correction_refused', { reason: body.reason });
    await seenAnew(ctx);
    return { id: paper.id };
  },
};
