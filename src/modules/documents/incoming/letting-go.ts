import { withdraw } from '#mechanisms/todos/todos.ts';
import type { Ctx } from '#platform/module.ts';
import { stopAllClocks } from './clocks.ts';

/** Nothing is asked of anybody any more: returned to the sender, void, or from now on on paper only. */
export const letGo = async (ctx: Ctx<any>, documentId: string) => {
  const { db, now } = ctx;
  await withdraw(ctx, { recordId: documentId });
  await stopAllClocks(ctx, documentId);
  await takeBackInstructions(ctx, documentId);
  await db.updateTable('incomingTasks').set({ withdrawnAt: now }).where('documentId', '=', documentId).where('doneAt', 'is', null).where('withdrawnAt', 'is', null).execute();
  await db.updateTable('incomingReadings').set({ recalledAt: now }).where('documentId', '=', documentId).where('readAt', 'is', null).where('recalledAt', 'is', null).execute();
  await db.updateTable('incomingReplacements').set({ settledAt: now, settledBy: ctx.actor.id, settledHow: '' }).where('documentId', '=', documentId).where('settledAt', 'is', null).execute();
  await db.updateTable('incomingParts').set({ returnedAt: now, returnedBy: ctx.actor.id, settledAt: now }).where('documentId', '=', documentId).where('closedAt', 'is', null).where('returnedAt', 'is', null).execute();
};

/** A new 拟办 replaces the question that the old one asked. What was already instructed stays. */
export const takeBackInstructions = async (ctx: Ctx<any>, documentId: string) => {
  await ctx.db.updateTable('incomingInstructions').set({ withdrawnAt: ctx.now }).where('documentId', '=', documentId).where('givenAt', 'is', null).where('withdrawnAt', 'is', null).execute();
  await withdraw(ctx, { recordId: documentId, what: 'incoming.instruct' });
  await withdraw(ctx, { recordId: documentId, what: 'incoming.dispatch' });
};
