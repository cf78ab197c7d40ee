import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { settle } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { stopAllClocks } from '../clocks.ts';
import { lockDocument } from '../documents.ts';
import { end } from '../parts/ending.ts';
import type { closing as contract } from './contract.ts';
import { whyNotAnswerSender, whyNotFinish, whyNotMarkMajor } from './rules.ts';

export const actions: Actions<typeof contract> = {
  /** 答复: what the sender was told, when, and by which outgoing document. */
  async answerSender(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotAnswerSender(document.state, body));
    await ctx.db.insertInto('incomingAnswers').values({ ...body, id: newId(), documentId: document.id, at: ctx.now, by: ctx.actor.id }).execute();
    await tellHistory(ctx, document.id, 'incoming.answerSender', body);
    return { id: document.id, state: document.state };
  },

  /** 重大: it is proposed for a meeting's agenda; the event is what the meetings module takes up (IN-5). */
  async markMajor(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotMarkMajor(document.state, await isOnAgenda(ctx, document.id)));
    const id = newId();
    await ctx.db.insertInto('agendaProposals').values({ id, recordId: document.id, title: document.title, why: body.why, proposedAt: ctx.now, proposedBy: ctx.actor.id }).execute();
    await ctx.db.updateTable('incomingDocuments').set({ major: true }).where('id', '=', document.id).execute();
    await tellHistory(ctx, document.id, 'incoming.markMajor', { why: body.why });
    ctx.tell('agenda.proposed', { proposalId: id, recordId: document.id, title: document.title, why: body.why });
    return { id: document.id, state: document.state };
  },

  /** 办结 of what needed no department and no reader, by the office, with what came of it. */
  async finish(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotFinish({ state: document.state, ...(await stillOpen(ctx, document.id)) }));
    await settle(ctx, { recordId: document.id });
    await stopAllClocks(ctx, document.id);
    await end(ctx, document, { result: body.result });
    return { id: document.id, state: 'done' as const };
  },
};

const isOnAgenda = async ({ db }: Ctx<any>, recordId: string) =>
  (await db.selectFrom('agendaProposals').select('id').where('recordId', '=', recordId).where('takenUpAt', 'is', null).execute()).length > 0;

export const stillOpen = async ({ db }: Pick<Ctx, 'db'>, documentId: string) => {
  const parts = await db.selectFrom('incomingParts').select('id').where('documentId', '=', documentId).where('closedAt', 'is', null).where('returnedAt', 'is', null).execute();
  const readings = await db.selectFrom('incomingReadings').select('id').where('documentId', '=', documentId).where('readAt', 'is', null).execute();
  return { openParts: parts.length, openReadings: readings.length };
};
