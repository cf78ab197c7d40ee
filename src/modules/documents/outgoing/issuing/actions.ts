import { signsFor } from '#mechanisms/access/deputies.ts';
import { shareWith } from '#mechanisms/access/records.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask, settle } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import { type DocumentRow, lockDocument, moved, seenAnew } from '../documents.ts';
import { headsOf } from '../people.ts';
import type { issuing as contract, Wanted } from './contract.ts';
import { whyNotCollect, whyNotIssue, whyNotReceive, whyNotSendMore, whyNotTakeBack } from './rules.ts';

export const actions: Actions<Omit<typeof contract, 'deliveries'>> = {
  async printed(ctx, { params, body: { copies } }) {
    const document = await lockDocument(ctx, params.documentId);
    if (!document.number) ctx.refuse('outgoing.not_numbered_yet');
    if (copies < (await given(ctx, document.id))) ctx.refuse('outgoing.fewer_than_given');
    await ctx.db.updateTable('outgoingDocuments').set({ copies, printedAt: ctx.now, printedBy: ctx.actor.id }).where('id', '=', document.id).execute();
    await tellHistory(ctx, document.id, 'outgoing.printed', { copies });
    return { id: document.id, state: document.state, version: document.version };
  },

  /** 印发: each unit gets it its way; a department of ours finds it in its inbox and signs for it. */
  async issue(ctx, { params, body: { deliveries, issueDay } }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotIssue(document, deliveries));
    await refuseUnknown(ctx, deliveries);
    await ctx.db.updateTable('outgoingDocuments').set({ issuedAt: ctx.now, issuedBy: ctx.actor.id, issueDay: issueDay ?? dayOf(document.signedAt ?? ctx.now) }).where('id', '=', document.id).execute();
    for (const wanted of deliveries) await send(ctx, document, wanted);
    await settle(ctx, { recordId: document.id, what: 'outgoing.issue' });
    ctx.tell('outgoing.papers_wanted', { documentId: document.id, by: ctx.actor.id });
    ctx.tell('outgoing.issued', { documentId: document.id, number: document.number, title: document.title, answers: document.answers, by: ctx.actor.id });
    return moved(ctx, document, 'issue', { units: deliveries.map(({ unit }) => unit) });
  },

  async sendMore(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotSendMore({ ...document, given: await given(ctx, document.id) }, body));
    await refuseUnknown(ctx, [body]);
    const id = await send(ctx, document, body);
    await tellHistory(ctx, document.id, 'outgoing.sendMore', { unit: body.unit });
    return { id, documentId: document.id };
  },

  async receive(ctx, { params }) {
    const delivery = await holdDelivery(ctx, params.deliveryId);
    ctx.refuse(...whyNotReceive(delivery, ctx.actor.departments));
    await ctx.db.updateTable('outgoingDeliveries').set({ receivedAt: ctx.now, receivedBy: ctx.actor.id }).where('id', '=', delivery.id).execute();
    await settle(ctx, { recordId: delivery.documentId, what: 'outgoing.receive', itemId: delivery.id });
    return handed(ctx, delivery, 'receive', {}, delivery.departmentId ? signsFor(ctx, delivery.departmentId) : undefined);
  },

  async collect(ctx, { params, body }) {
    const delivery = await holdDelivery(ctx, params.deliveryId);
    ctx.refuse(...whyNotCollect(delivery));
    await ctx.db.updateTable('outgoingDeliveries').set({ ...body, receivedAt: ctx.now, handedBy: ctx.actor.id }).where('id', '=', delivery.id).execute();
    return handed(ctx, delivery, 'collect', { collector: body.collector });
  },

  async takeBack(ctx, { params }) {
    const delivery = await holdDelivery(ctx, params.deliveryId);
    ctx.refuse(...whyNotTakeBack(delivery));
    await ctx.db.updateTable('outgoingDeliveries').set({ returnedAt: ctx.now, returnedTo: ctx.actor.id }).where('id', '=', delivery.id).execute();
    return handed(ctx, delivery, 'takeBack');
  },
};

const given = async ({ db }: Ctx<any>, documentId: string) =>
  Number((await db.selectFrom('outgoingDeliveries').select(({ fn }) => fn.sum<string>('copies').as('n')).where('documentId', '=', documentId).where('returnedAt', 'is', null).executeTakeFirst())?.n ?? 0);

const refuseUnknown = async (ctx: Ctx<any>, deliveries: readonly Wanted[]) => {
  const ids = [...new Set(deliveries.flatMap(({ departmentId }) => (departmentId ? [departmentId] : [])))];
  const known = ids.length ? await ctx.db.selectFrom('departments').select('id').where('id', 'in', ids).where('closedAt', 'is', null).execute() : [];
  if (known.length < ids.length) ctx.refuse('outgoing.department_unknown');
};

const send = async (ctx: Ctx<any>, document: DocumentRow, wanted: Wanted) => {
  const id = newId();
  await ctx.db.insertInto('outgoingDeliveries').values({ ...wanted, id, documentId: document.id, sentAt: ctx.now }).execute();
  if (!wanted.departmentId) return id;
  await shareWith(ctx, document.id, [wanted.departmentId]);
  if (wanted.how === 'electronic') await ask(ctx, { departmentId: wanted.departmentId, kind: 'read', recordId: document.id, itemId: id, what: 'outgoing.receive' });
  await notify(ctx, { to: await headsOf(ctx, wanted.departmentId), what: 'outgoing.issued', params: { number: document.number ?? '', title: document.title }, recordId: document.id });
  return id;
};

const holdDelivery = async (ctx: Ctx<any>, id: string) => {
  const { documentId } = await ctx.db.selectFrom('outgoingDeliveries').select('documentId').where('id', '=', id).executeTakeFirstOrThrow(notFound);
  await lockDocument(ctx, documentId);
  return ctx.db.selectFrom('outgoingDeliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
};

const handed = async (ctx: Ctx<any>, { id, documentId, unit }: { id: string; documentId: string; unit: string }, what: string, details: object = {}, forWhom?: string) => {
  await tellHistory(ctx, documentId, `outgoing.${what}`, { unit, ...details }, forWhom);
  await seenAnew(ctx);
  return { id, documentId };
};
