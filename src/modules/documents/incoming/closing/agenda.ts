import { newId } from '#platform/ids.ts';
import type { Ctx } from '#platform/module.ts';
import type { DocumentRow } from '../documents.ts';

/** 重大: it is proposed for a meeting's agenda, once; the event is what the meetings module takes up (IN-5). */
export const proposeForAgenda = async (ctx: Ctx<any>, document: Pick<DocumentRow, 'id' | 'title'>, why: string) => {
  await ctx.db.updateTable('incomingDocuments').set({ major: true }).where('id', '=', document.id).execute();
  if (await isOnAgenda(ctx, document.id)) return;
  const id = newId();
  await ctx.db.insertInto('agendaProposals').values({ id, recordId: document.id, title: document.title, why, proposedAt: ctx.now, proposedBy: ctx.actor.id }).execute();
  ctx.tell('agenda.proposed', { proposalId: id, recordId: document.id, title: document.title, why });
};

export const isOnAgenda = async ({ db }: Pick<Ctx, 'db'>, recordId: string) =>
  (await db.selectFrom('agendaProposals').select('id').where('recordId', '=', recordId).where('takenUpAt', 'is', null).executeTakeFirst()) !== undefined;
