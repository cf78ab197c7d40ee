import { startClock, stopClock } from '#mechanisms/deadlines/clocks.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { mailOutside } from '#mechanisms/notifications/notifications.ts';
import { filesOf } from '#mechanisms/files/files.ts';
import { ask, settle } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { pauseForPages, resumeAfterPages } from '../clocks.ts';
import { type DocumentRow, lockDocument } from '../documents.ts';
import { attachAll } from '../files.ts';
import { requestLetter } from '../letters.ts';
import { officeOf } from '../people.ts';
import type { replacements as contract } from './contract.ts';
import { whyNotAskForPages, whyNotChangeWaiting, whyNotSettlePages } from './rules.ts';

export const actions: Actions<Omit<typeof contract, 'replacementLetter'>> = {
  /** IN-2: asked by mail with the photos, or by a logged phone call; the request has its own clock until the pages are here. */
  async askForPages(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotAskForPages(document.state, await openRequests(ctx, document.id), body));
    const id = newId();
    await ctx.db.insertInto('incomingReplacements').values({ ...body, id, documentId: document.id, askedAt: ctx.now, askedBy: ctx.actor.id }).execute();
    const office = await officeOf(ctx);
    const { dueAt, id: clockId } = await startClock(ctx, { promise: 'incoming.replacement', recordId: document.id, itemId: id, departmentId: office });
    await ask(ctx, { departmentId: office, kind: 'act', recordId: document.id, itemId: id, what: 'incoming.settle_pages', dueAt: dueAt ?? undefined, clockId });
    if (body.waits) await pauseForPages(ctx, document.id, body.details);
    if (body.how === 'mail') await mailRequest(ctx, document, body);
    await tellHistory(ctx, document.id, 'incoming.askForPages', { ...body, replacementId: id });
    return { id, documentId: document.id };
  },

  async settlePages(ctx, { params, body }) {
    const { document, request } = await hold(ctx, params.replacementId);
    ctx.refuse(...whyNotSettlePages(request));
    await attachAll(ctx, document, body.files.map((fileId) => ({ fileId, role: 'replacement' as const })));
    if (body.complete) await settleRequest(ctx, document, request, body.how);
    await tellHistory(ctx, document.id, body.complete ? 'incoming.settlePages' : 'incoming.pagesPartly', { how: body.how });
    return { id: request.id, documentId: document.id };
  },

  async changeWaiting(ctx, { params, body }) {
    const { document, request } = await hold(ctx, params.replacementId);
    ctx.refuse(...whyNotChangeWaiting(request, body.waits));
    await ctx.db.updateTable('incomingReplacements').set({ waits: body.waits }).where('id', '=', request.id).execute();
    if (body.waits) await pauseForPages(ctx, document.id, request.details);
    else await resumeAfterPages(ctx, document.id);
    await tellHistory(ctx, document.id, body.waits ? 'incoming.waitForPages' : 'incoming.goOn', { reason: body.reason });
    return { id: request.id, documentId: document.id };
  },
};

const hold = async (ctx: Ctx<any>, replacementId: string) => {
  const found = () => ctx.db.selectFrom('incomingReplacements').selectAll().where('id', '=', replacementId).executeTakeFirstOrThrow(notFound);
  const document = await lockDocument(ctx, (await found()).documentId);
  return { document, request: await found() };
};

const settleRequest = async (ctx: Ctx<any>, document: DocumentRow, request: { id: string; waits: boolean }, how: string) => {
  await ctx.db.updateTable('incomingReplacements').set({ settledAt: ctx.now, settledBy: ctx.actor.id, settledHow: how }).where('id', '=', request.id).execute();
  await stopClock(ctx, { recordId: document.id, promise: 'incoming.replacement', itemId: request.id });
  if (request.waits) await resumeAfterPages(ctx, document.id);
  await settle(ctx, { recordId: document.id, what: 'incoming.settle_pages', itemId: request.id });
};

const openRequests = async (ctx: Ctx<any>, documentId: string) =>
  (await ctx.db.selectFrom('incomingReplacements').select('id').where('documentId', '=', documentId).where('settledAt', 'is', null).execute()).length;

const mailRequest = async (ctx: Ctx<any>, document: DocumentRow, asked: { contact: string; what: string; details: string }) => {
  const photos = (await filesOf(ctx, document.id)).filter(({ role }) => role === 'damage');
  const { subject, body } = requestLetter(document, asked);
  await mailOutside(ctx, { to: asked.contact, subject, body, fileIds: photos.map(({ fileId }) => fileId), recordId: document.id });
};
