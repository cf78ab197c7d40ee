import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { mailOutside, notify } from '#mechanisms/notifications/notifications.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { type DocumentRow, lockDocument, named } from '../documents.ts';
import { requestLetter } from '../letters.ts';
import { deputiesOf } from '../people.ts';
import type { urging as contract } from './contract.ts';
import { howToUrge, whyNotLogCall, whyNotUrge } from './rules.ts';
import { type Item, type Target, targetOf } from './targets.ts';
import { presentedUrge, urgeById } from './urges.ts';

export const actions: Actions<Omit<typeof contract, 'awaited' | 'calls' | 'callSheet'>> = {
  /** 催办: one press. Twice unanswered, the third is a call to make, with the number. */
  async urge(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    const target = await targetOf(ctx, document.id, body.item, body.itemId);
    const before = await ctx.db.selectFrom('incomingUrges').select(['at', 'how', 'calledAt']).where('itemId', '=', body.itemId).orderBy('at').execute();
    const last = before.at(-1);
    const minutes = last && (Date.parse(ctx.now) - Date.parse(last.at)) / 60_000;
    ctx.refuse(...whyNotUrge(target.open, minutes, Number(await setting(ctx, 'incoming.urge_pause_minutes')), before.some(({ how, calledAt }) => how === 'phone' && !calledAt)));
    const how = target.how ?? howToUrge(before, target.answeredAt);
    const id = newId();
    await ctx.db
      .insertInto('incomingUrges')
      .values({ id, documentId: document.id, item: body.item, itemId: body.itemId, personId: target.people[0]?.id ?? null, whom: target.whom, at: ctx.now, by: ctx.actor.id, how, phone: target.phone })
      .execute();
    if (how === 'app') await urgeInApp(ctx, document, target);
    if (how === 'mail') await urgeSender(ctx, document, body.itemId);
    await tellHistory(ctx, document.id, 'incoming.urge', { item: body.item as Item, whom: target.whom, how });
    return presentedUrge(await urgeById(ctx, id));
  },

  async logCall(ctx, { params, body }) {
    const urge = await ctx.db.selectFrom('incomingUrges').selectAll().where('id', '=', params.urgeId).executeTakeFirstOrThrow(notFound);
    await lockDocument(ctx, urge.documentId);
    const fresh = await ctx.db.selectFrom('incomingUrges').selectAll().where('id', '=', urge.id).executeTakeFirstOrThrow();
    ctx.refuse(...whyNotLogCall(fresh));
    await ctx.db.updateTable('incomingUrges').set({ ...body, calledAt: ctx.now, calledBy: ctx.actor.id }).where('id', '=', urge.id).execute();
    await tellHistory(ctx, urge.documentId, 'incoming.logCall', { whom: urge.whom, phone: urge.phone, ...body });
    return presentedUrge(await urgeById(ctx, urge.id));
  },
};

const toldOf = async (ctx: Ctx<any>, people: Target['people']) => {
  const ids = people.map(({ id }) => id);
  return [...new Set([...ids, ...(await deputiesOf(ctx, ids)).map(({ id }) => id)])];
};

const urgeInApp = async (ctx: Ctx<any>, document: DocumentRow, { people }: Target) =>
  notify(ctx, { to: await toldOf(ctx, people), what: 'incoming.urged', params: named(document), recordId: document.id });

const urgeSender = async (ctx: Ctx<any>, document: DocumentRow, replacementId: string) => {
  const asked = await ctx.db.selectFrom('incomingReplacements').selectAll().where('id', '=', replacementId).executeTakeFirstOrThrow();
  if (asked.how !== 'mail') return;
  const { subject, body } = requestLetter(document, asked, true);
  await mailOutside(ctx, { to: asked.contact, subject, body, fileIds: [], recordId: document.id });
};
