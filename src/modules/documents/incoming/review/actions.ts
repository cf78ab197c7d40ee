import { settle } from '#mechanisms/todos/todos.ts';
import type { Actions } from '#platform/module.ts';
import { proposeForAgenda } from '../closing/agenda.ts';
import { lockDocument, moved, waitsForPages } from '../documents.ts';
import { askFirstStep } from '../first-step.ts';
import { letGo } from '../letting-go.ts';
import type { review as contract } from './contract.ts';
import { whyNotAccept, whyNotSendBack } from './rules.ts';

export const actions: Actions<Omit<typeof contract, 'returnLetter'>> = {
  async accept(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotAccept(document.state, await waitsForPages(ctx, document.id)));
    await ctx.db.insertInto('incomingReviews').values({ documentId: document.id, at: ctx.now, by: ctx.actor.id, accepted: true }).execute();
    if (body.major) await proposeForAgenda(ctx, document, majorAtReview);
    await settle(ctx, { recordId: document.id, what: 'incoming.review' });
    await askFirstStep(ctx, document);
    return moved(ctx, document, 'accept');
  },

  /** Not ours, or not right in kind or form: back to the sender with the reason. */
  async sendBack(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotSendBack(document.state));
    await ctx.db.insertInto('incomingReviews').values({ documentId: document.id, at: ctx.now, by: ctx.actor.id, accepted: false, reason: body.reason }).execute();
    await settle(ctx, { recordId: document.id, what: 'incoming.review' });
    await letGo(ctx, document.id);
    ctx.tell('incoming.returned', { documentId: document.id });
    return moved(ctx, document, 'sendBack', { details: { reason: body.reason } });
  },
};

const majorAtReview = '初审时列为重大事项';
