import { stopClock } from '#mechanisms/deadlines/clocks.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { settle, withdraw } from '#mechanisms/todos/todos.ts';
import type { Ctx } from '#platform/module.ts';
import { stopDocumentClocks } from '../clocks.ts';
import { isHandled } from '../closing/rules.ts';
import type { DocumentRow } from '../documents.ts';
import { hasEnded } from '../rules.ts';
import type { Held } from './part.ts';

/** The last part closed ends the document; with the 会签 mark every department must have given its opinion (IN-4). */
export const endIfHandled = async (ctx: Ctx<any>, document: DocumentRow) => {
  if (document.state !== 'dispatched') return false;
  const parts = await ctx.db.selectFrom('incomingParts').select(['role', 'closedAt', 'returnedAt', 'settledAt', 'opinion']).where('documentId', '=', document.id).execute();
  if (!isHandled(parts, document.countersign)) return false;
  await end(ctx, document);
  return true;
};

/** Done: clocks stop, what was still asked is withdrawn, and whoever is concerned hears of it. */
export const end = async (ctx: Ctx<any>, document: DocumentRow, details: object = {}) => {
  if (hasEnded(document.state)) return;
  await ctx.db.updateTable('incomingDocuments').set({ state: 'done', doneAt: ctx.now, doneBy: ctx.actor.id }).where('id', '=', document.id).execute();
  await stopDocumentClocks(ctx, document.id);
  for (const what of askedOfOffice) await withdraw(ctx, { recordId: document.id, what });
  await tellHistory(ctx, document.id, 'incoming.finish', details);
  ctx.tell('incoming.done', { documentId: document.id });
};

/** What the office and the leaders were asked on the way; tasks of persons and pages of the sender go on until they are finished. */
export const askedOfOffice = ['incoming.review', 'incoming.propose', 'incoming.circulate', 'incoming.instruct', 'incoming.dispatch', 'incoming.dispatch_again'];

/** Nothing more of this part is asked of the department. */
export const endAsking = async (ctx: Ctx<any>, { document, part }: Held) => {
  await stopClock(ctx, { recordId: document.id, promise: 'incoming.sign', itemId: part.id });
  await settle(ctx, { recordId: document.id, what: 'incoming.handle', itemId: part.id });
  await settle(ctx, { recordId: document.id, what: 'incoming.sign', itemId: part.id });
  await withdraw(ctx, { recordId: document.id, what: 'incoming.report', itemId: part.id });
};
