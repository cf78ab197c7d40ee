import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { askInTime } from '../asking.ts';
import { startDocumentClocks } from '../clocks.ts';
import { type DocumentRow, lockDocument, named } from '../documents.ts';
import { askFirstStep } from '../first-step.ts';
import { headsOf, officeOf } from '../people.ts';
import type { closing as contract } from './contract.ts';
import { whyNotReopen } from './rules.ts';

export const reopening: Pick<Actions<typeof contract>, 'reopen'> = {
  /** 退回重办: chosen departments do their part again; one that had none begins anew with 拟办 or 传阅. New clocks; what was closed before is in the history. */
  async reopen(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    const parts = await closedParts(ctx, document.id);
    ctx.refuse(...whyNotReopen(document, { parts: parts.map(({ id }) => id), chosen: body.parts }));
    return beginAgain(ctx, document, { reason: body.reason, parts: parts.filter(({ id }) => body.parts.includes(id)) });
  },
};

const beginAgain = async (ctx: Ctx<any>, document: DocumentRow, { reason, parts }: { reason: string; parts: Awaited<ReturnType<typeof closedParts>> }) => {

  const state = parts.length ? ('dispatched' as const) : ('accepted' as const);
  await ctx.db.updateTable('incomingDocuments').set({ state, doneAt: null, doneBy: null }).where('id', '=', document.id).execute();
  await tellHistory(ctx, document.id, 'incoming.reopen', { reason, departments: parts.map(({ name }) => name) });
  await startDocumentClocks(ctx, document, parts[0]?.departmentId ?? (await officeOf(ctx)));
  for (const part of parts) await openAgain(ctx, document, part);
  if (!parts.length) await askFirstStep(ctx, document);
  const to = (await headsOf(ctx, parts.map(({ departmentId }) => departmentId))).map(({ id }) => id);
  await notify(ctx, { to, what: 'incoming.reopened', params: { ...named(document), reason }, recordId: document.id });
  return { id: document.id, state };
};

const closedParts = ({ db }: Ctx<any>, documentId: string) =>
  db
    .selectFrom('incomingParts as p')
    .innerJoin('departments as d', 'd.id', 'p.departmentId')
    .select(['p.id', 'p.departmentId', 'd.name'])
    .where('p.documentId', '=', documentId)
    .where('p.closedAt', 'is not', null)
    .orderBy('p.role', 'desc')
    .execute();

const openAgain = async (ctx: Ctx<any>, document: DocumentRow, part: { id: string; departmentId: string }) => {
  await ctx.db.updateTable('incomingParts').set({ closedAt: null, closedBy: null, outcome: null }).where('id', '=', part.id).execute();
  await askInTime(ctx, { departmentId: part.departmentId, kind: 'act', recordId: document.id, itemId: part.id, what: 'incoming.handle' });
};
