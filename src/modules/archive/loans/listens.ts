import { sql } from 'kysely';
import type { ClockTold } from '#mechanisms/deadlines/tick.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import type { Listener } from '#platform/module.ts';
import { seenAnew } from '../items.ts';
import { archivistIds, askArchivists } from './loans.ts';

interface Told {
  recordId: string;
  subject: string;
}

/** What was approved waits to be handed out; what is to be read is open at once. */
const approved: Listener = async (ctx, { recordId, subject }: Told) => {
  if (subject !== 'archive.loan') return;
  const loan = await ctx.db.updateTable('archiveLoans').set({ state: 'approved', decidedAt: ctx.now }).where('id', '=', recordId).where('state', '=', 'asked').returning(['how', 'borrowerId']).executeTakeFirst();
  if (!loan) return;
  if (loan.how !== 'read') await askArchivists(ctx, { recordId, what: 'archive.handOut', askedBy: loan.borrowerId });
  await notify(ctx, { to: [loan.borrowerId], what: 'archive.loan_approved', params: await paramsOf(ctx, recordId), recordId });
  await seenAnew(ctx);
};

const notApproved: Listener = async (ctx, { recordId, subject }: Told) => {
  if (subject !== 'archive.loan') return;
  await ctx.db.updateTable('archiveLoans').set({ state: 'refused', decidedAt: ctx.now }).where('id', '=', recordId).where('state', '=', 'asked').execute();
  await seenAnew(ctx);
};

const paramsOf = ({ db }: Parameters<Listener>[0], recordId: string) =>
  db.selectFrom('archiveLoans as l').innerJoin('archiveItems as i', 'i.id', 'l.itemId').select(['i.number', sql<string>`l.until::text`.as('until')]).where('l.id', '=', recordId).executeTakeFirstOrThrow();

const reminded = (what: string, also: (ctx: Parameters<Listener>[0], told: ClockTold) => Promise<unknown>): Listener => async (ctx, told: ClockTold) => {
  if (told.promise !== 'archive.loan' || !told.personId) return;
  await notify(ctx, { to: [told.personId], what, params: await paramsOf(ctx, told.recordId), recordId: told.recordId });
  await also(ctx, told);
  await seenAnew(ctx);
};

export const listens: Record<string, Listener> = {
  'approvals.approved': approved,
  'approvals.refused': notApproved,
  'approvals.recalled': notApproved,
  'deadlines.warned': reminded('archive.loan_due', async () => undefined),
  'deadlines.broken': reminded('archive.loan_late', (ctx, { recordId, personId }) => askArchivists(ctx, { recordId, what: 'archive.overdue', askedBy: personId! })),
  'deadlines.escalated': reminded('archive.loan_late', async (ctx, { recordId }) => notify(ctx, { to: await archivistIds(ctx), what: 'archive.loan_late', params: await paramsOf(ctx, recordId), recordId })),
};
