import { stopClock } from '#mechanisms/deadlines/clocks.ts';
import { settle } from '#mechanisms/todos/todos.ts';
import type { Actions } from '#platform/module.ts';
import { askInTime } from '../asking.ts';
import { firstResponse, giveToDepartment } from '../clocks.ts';
import { attachAll } from '../files.ts';
import { officeOf } from '../people.ts';
import { assigning } from './assigning.ts';
import type { parts as contract } from './contract.ts';
import { changes } from './changes.ts';
import { endAsking, endIfHandled } from './ending.ts';
import { holdPart, updatePart } from './part.ts';
import { whyNotClosePart, whyNotGiveOpinion, whyNotReturnPart, whyNotSign } from './rules.ts';
import { tell } from './telling.ts';

export const actions: Actions<typeof contract> = {
  ...changes,
  ...assigning,

  async signFor(ctx, { params }) {
    const held = await holdPart(ctx, params.partId);
    ctx.refuse(...whyNotSign(held.part, ctx.actor));
    await updatePart(ctx, held, { signedAt: ctx.now, signedBy: ctx.actor.id });
    await stopClock(ctx, { recordId: held.document.id, promise: 'incoming.sign', itemId: held.part.id });
    await settle(ctx, { recordId: held.document.id, what: 'incoming.sign', itemId: held.part.id });
    await askInTime(ctx, { departmentId: held.part.departmentId, kind: 'act', recordId: held.document.id, itemId: held.part.id, what: 'incoming.handle' });
    return tell(ctx, held, 'signFor');
  },

  /** The department's opinion; the lead's first one is the answer that an urgent document waits for (SLA-1). */
  async giveOpinion(ctx, { params, body }) {
    const held = await holdPart(ctx, params.partId);
    ctx.refuse(...whyNotGiveOpinion(held.part, ctx.actor));
    await updatePart(ctx, held, { opinion: body.text, opinionAt: ctx.now, opinionBy: ctx.actor.id });
    if (held.part.role === 'lead') await firstResponse(ctx, held.document.id);
    return tell(ctx, held, 'giveOpinion', { text: body.text });
  },

  async closePart(ctx, { params, body }) {
    const held = await holdPart(ctx, params.partId);
    ctx.refuse(...whyNotClosePart(held.part, ctx.actor, held.document.countersign));
    await updatePart(ctx, held, { outcome: body.outcome, result: body.result, closedAt: ctx.now, closedBy: ctx.actor.id });
    await attachAll(ctx, held.document, body.files.map((fileId) => ({ fileId, role: 'evidence' as const })));
    if (held.part.role === 'lead') await firstResponse(ctx, held.document.id);
    await endAsking(ctx, held);
    ctx.tell('incoming.part_closed', { documentId: held.document.id, partId: held.part.id });
    const told = await tell(ctx, held, 'closePart', { outcome: body.outcome, result: body.result });
    return { ...told, documentDone: await endIfHandled(ctx, held.document) };
  },

  /** Not ours: the office decides anew. The reason stays in the history. */
  async returnPart(ctx, { params, body }) {
    const held = await holdPart(ctx, params.partId);
    ctx.refuse(...whyNotReturnPart(held.part, ctx.actor));
    await updatePart(ctx, held, { returnedAt: ctx.now, returnedBy: ctx.actor.id, returnedWhy: body.reason });
    await endAsking(ctx, held);
    if (held.part.role === 'lead') await giveToDepartment(ctx, held.document.id, await officeOf(ctx));
    await askInTime(ctx, { departmentId: await officeOf(ctx), kind: 'act', recordId: held.document.id, itemId: held.part.id, what: 'incoming.dispatch_again' });
    return tell(ctx, held, 'returnPart', { reason: body.reason });
  },
};
