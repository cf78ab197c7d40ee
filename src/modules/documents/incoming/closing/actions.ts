import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { settle } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { lockDocument } from '../documents.ts';
import { askedOfOffice, end } from '../parts/ending.ts';
import { isOnAgenda, proposeForAgenda } from './agenda.ts';
import type { closing as contract } from './contract.ts';
import { reopening } from './reopening.ts';
import { whyNotAnswerSender, whyNotFinish, whyNotMarkMajor } from './rules.ts';

export const actions: Actions<typeof contract> = {
  ...reopening,

  /** 答复: what the sender was told, when, and by which outgoing document. */
  async answerSender(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotAnswerSender(document.state, body, ctx.now));
    const { answeredAt = ctx.now, ...answer } = body;
    await ctx.db.insertInto('incomingAnswers').values({ ...answer, id: newId(), documentId: document.id, at: answeredAt, by: ctx.actor.id }).execute();
    await tellHistory(ctx, document.id, 'incoming.answerSender', body);
    return { id: document.id, state: document.state };
  },

  /** 提请上会, with the reason (IN-5). */
  async markMajor(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotMarkMajor(document.state, await isOnAgenda(ctx, document.id)));
    await proposeForAgenda(ctx, document, body.why);
    await tellHistory(ctx, document.id, 'incoming.markMajor', { why: body.why });
    return { id: document.id, state: document.state };
  },

  /** 办结 of what needed no department and no reader, by the office, with what came of it. */
  async finish(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotFinish({ state: document.state, ...(await stillOpen(ctx, document.id)) }));
    for (const what of askedOfOffice) await settle(ctx, { recordId: document.id, what });
    await end(ctx, document, { result: body.result });
    return { id: document.id, state: 'done' as const };
  },
};

export const stillOpen = async ({ db }: Pick<Ctx, 'db'>, documentId: string) => {
  const parts = await db.selectFrom('incomingParts').select('id').where('documentId', '=', documentId).where('closedAt', 'is', null).where('returnedAt', 'is', null).execute();
  const readings = await db.selectFrom('incomingReadings').select('id').where('documentId', '=', documentId).where('readAt', 'is', null).where('recalledAt', 'is', null).execute();
  return { openParts: parts.length, openReadings: readings.length };
};
