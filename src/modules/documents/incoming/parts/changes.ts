import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { withdraw } from '#mechanisms/todos/todos.ts';
import type { Actions } from '#platform/module.ts';
import { giveToDepartment } from '../clocks.ts';
import { named } from '../documents.ts';
import { needsCountersign } from '../handling/rules.ts';
import { headsOf } from '../people.ts';
import type { parts as contract } from './contract.ts';
import { endAsking, endIfHandled } from './ending.ts';
import { holdPart, updatePart } from './part.ts';
import { whyNotMakeLead, whyNotWithdrawPart } from './rules.ts';
import { holderOf, runningParts } from './running.ts';

/** The office changes a dispatch afterwards; what was and why stays in the history. */
export const changes: Pick<Actions<typeof contract>, 'withdrawPart' | 'makeLead'> = {
  /** Taken back from a department, or not sent to another one after a department returned it. */
  async withdrawPart(ctx, { params, body }) {
    const held = await holdPart(ctx, params.partId);
    const { document, part, department } = held;
    ctx.refuse(...whyNotWithdrawPart(part, document.state));
    const { returnedAt, returnedBy, returnedWhy } = part.returnedAt ? part : { returnedAt: ctx.now, returnedBy: ctx.actor.id, returnedWhy: body.reason };
    await updatePart(ctx, held, { settledAt: ctx.now, returnedAt, returnedBy, returnedWhy });
    await endAsking(ctx, held);
    await withdraw(ctx, { recordId: document.id, what: 'incoming.dispatch_again', itemId: part.id });
    const countersign = needsCountersign(await runningParts(ctx, document.id));
    await ctx.db.updateTable('incomingDocuments').set({ countersign }).where('id', '=', document.id).execute();
    await giveToDepartment(ctx, document.id, await holderOf(ctx, document.id));
    await tellHistory(ctx, document.id, part.returnedAt ? 'incoming.settleReturn' : 'incoming.withdrawPart', { partId: part.id, department, reason: body.reason });
    const to = (await headsOf(ctx, [part.departmentId])).map(({ id }) => id);
    if (!part.returnedAt) await notify(ctx, { to, what: 'incoming.part_withdrawn', params: { ...named(document), reason: body.reason }, recordId: document.id });
    return { id: part.id, documentId: document.id, documentDone: await endIfHandled(ctx, { ...document, countersign }) };
  },

  /** 改主办: this department leads from now on, the one that led assists. */
  async makeLead(ctx, { params, body }) {
    const held = await holdPart(ctx, params.partId);
    const { document, part, department } = held;
    ctx.refuse(...whyNotMakeLead(part, document.state));
    await ctx.db.updateTable('incomingParts').set({ role: 'assist' }).where('documentId', '=', document.id).where('role', '=', 'lead').where('returnedAt', 'is', null).execute();
    await updatePart(ctx, held, { role: 'lead' });
    await giveToDepartment(ctx, document.id, part.departmentId);
    await tellHistory(ctx, document.id, 'incoming.makeLead', { partId: part.id, department, reason: body.reason });
    const to = (await headsOf(ctx, [part.departmentId])).map(({ id }) => id);
    await notify(ctx, { to, what: 'incoming.lead_changed', params: { ...named(document), department, reason: body.reason }, recordId: document.id });
    return { id: part.id, documentId: document.id, documentDone: await endIfHandled(ctx, document) };
  },
};
