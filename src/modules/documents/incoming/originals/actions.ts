import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { lockDocument, named } from '../documents.ts';
import { knownPeople, officePeople } from '../people.ts';
import type { originals as contract } from './contract.ts';
import { factsOf, isOffice, type Paper, paperByCode, presented } from './paper.ts';
import { whyNotKeep, whyNotOffer, whyNotReportLost, whyNotTake } from './rules.ts';

export const actions: Actions<typeof contract> = {
  /** First scan: whoever holds the paper gives it away. */
  async offer(ctx, { params, body }) {
    const paper = await hold(ctx, params.code);
    ctx.refuse(...whyNotOffer(factsOf(paper), asker(ctx)));
    await ctx.db.insertInto('incomingHandovers').values({ id: newId(), documentId: paper.id, fromPerson: paper.paperWith, offeredAt: ctx.now, offeredBy: ctx.actor.id, note: body.note }).execute();
    return presented(ctx, await paperByCode(ctx, params.code));
  },

  /** Second scan: whoever has it now says so. A paper that was lost is found. */
  async take(ctx, { params, body }) {
    const paper = await hold(ctx, params.code);
    ctx.refuse(...whyNotTake(factsOf(paper), ctx.actor));
    await ctx.db.updateTable('incomingHandovers').set({ takenAt: ctx.now, takenBy: ctx.actor.id, place: body.place }).where('id', '=', paper.handoverId).execute();
    await put(ctx, paper, { paperWith: ctx.actor.id, paperPlace: body.place, paperLostAt: null });
    await tellHistory(ctx, paper.id, 'incoming.handover', { from: paper.holder, place: body.place });
    return presented(ctx, await paperByCode(ctx, params.code));
  },

  async keep(ctx, { params }) {
    const paper = await hold(ctx, params.code);
    ctx.refuse(...whyNotKeep(factsOf(paper), asker(ctx)));
    await takeBackOffer(ctx, paper);
    return presented(ctx, await paperByCode(ctx, params.code));
  },

  async reportLost(ctx, { params, body }) {
    const paper = await hold(ctx, params.code);
    ctx.refuse(...whyNotReportLost(factsOf(paper), asker(ctx)));
    await takeBackOffer(ctx, paper);
    await put(ctx, paper, { paperLostAt: ctx.now });
    await tellHistory(ctx, paper.id, 'incoming.reportLost', { from: paper.holder, reason: body.reason });
    await notify(ctx, { to: await officePeople(ctx), what: 'incoming.paper_lost', params: named(paper), recordId: paper.id });
    return presented(ctx, await paperByCode(ctx, params.code));
  },

  async locate(ctx, { params, body: { personId, place, reason } }) {
    const paper = await hold(ctx, params.code);
    ctx.refuse(...(personId && !(await knownPeople(ctx, [personId])).length ? (['incoming.reader_unknown'] as const) : []));
    await takeBackOffer(ctx, paper);
    await put(ctx, paper, { paperWith: personId, paperPlace: place, paperLostAt: null });
    await tellHistory(ctx, paper.id, 'incoming.locate', { from: paper.holder, personId, place, reason });
    return presented(ctx, await paperByCode(ctx, params.code));
  },
};

const hold = async (ctx: Ctx<any>, code: string) => {
  await lockDocument(ctx, (await paperByCode(ctx, code)).id);
  return paperByCode(ctx, code);
};

const asker = (ctx: Ctx<any>) => ({ id: ctx.actor.id, isOffice: isOffice(ctx) });

const put = ({ db }: Ctx<any>, paper: Paper, where: { paperWith?: string | null; paperPlace?: string; paperLostAt: string | null }) =>
  db.updateTable('incomingDocuments').set(where).where('id', '=', paper.id).execute();

const takeBackOffer = ({ db, now }: Ctx<any>, paper: Paper) =>
  db.updateTable('incomingHandovers').set({ cancelledAt: now }).where('id', '=', paper.handoverId).where('takenAt', 'is', null).execute();
