import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { newId } from '#platform/ids.ts';
import type { Actions } from '#platform/module.ts';
import { lockDocument } from '../documents.ts';
import type { originals as contract } from './contract.ts';
import { isOffice, paperByCode, presented } from './paper.ts';
import { whyNotOffer, whyNotTake } from './rules.ts';

export const actions: Actions<typeof contract> = {
  /** First scan: whoever holds the paper gives it away. */
  async offer(ctx, { params, body }) {
    await lockDocument(ctx, (await paperByCode(ctx, params.code)).id);
    const paper = await paperByCode(ctx, params.code);
    ctx.refuse(...whyNotOffer({ withPerson: paper.paperWith, offered: paper.handoverId !== null }, { id: ctx.actor.id, isOffice: isOffice(ctx) }));
    await ctx.db.insertInto('incomingHandovers').values({ id: newId(), documentId: paper.id, fromPerson: paper.paperWith, offeredAt: ctx.now, offeredBy: ctx.actor.id, note: body.note }).execute();
    return presented(ctx, await paperByCode(ctx, params.code));
  },

  /** Second scan: whoever has it now says so. */
  async take(ctx, { params, body }) {
    await lockDocument(ctx, (await paperByCode(ctx, params.code)).id);
    const paper = await paperByCode(ctx, params.code);
    ctx.refuse(...whyNotTake({ withPerson: paper.paperWith, offered: paper.handoverId !== null }, ctx.actor));
    await ctx.db.updateTable('incomingHandovers').set({ takenAt: ctx.now, takenBy: ctx.actor.id, place: body.place }).where('id', '=', paper.handoverId).execute();
    await ctx.db.updateTable('incomingDocuments').set({ paperWith: ctx.actor.id, paperPlace: body.place }).where('id', '=', paper.id).execute();
    await tellHistory(ctx, paper.id, 'incoming.handover', { from: paper.holder, place: body.place });
    return presented(ctx, await paperByCode(ctx, params.code));
  },
};
