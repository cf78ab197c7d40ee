import { ask } from '#mechanisms/todos/todos.ts';
import { changed } from '#platform/live.ts';
import type { Listener, Working } from '#platform/module.ts';
import { fingerprintOf } from './documents.ts';
import { wanted } from './papers/making.ts';
import { officeOf } from './people.ts';

interface Told {
  recordId: string;
  approvalId: string;
  subject: string;
}

const ours = (work: (ctx: Working, told: Told) => Promise<void>): Listener => async (ctx, told: Told) => {
  if (told.subject !== 'outgoing.document') return;
  await work(ctx, told);
  await changed(ctx.db, { keys: 'all', what: ['outgoing', 'todos'] });
};

/** 签发: what was signed is fixed by its hash, and the desk is asked for the 复核. */
const signed = ours(async (ctx, { recordId, approvalId }) => {
  const document = await ctx.db.selectFrom('outgoingDocuments').selectAll().where('id', '=', recordId).where('state', '=', 'approving').forUpdate().executeTakeFirst();
  if (!document) return;
  const last = await ctx.db
    .selectFrom('approvalSigners').innerJoin('approvalSteps', 'approvalSteps.id', 'approvalSigners.stepId').select('decidedBy').where('approvalId', '=', approvalId).where('decision', '=', 'approved').orderBy('decidedAt', 'desc').orderBy('approvalSigners.id', 'desc').limit(1).executeTakeFirstOrThrow();
  const signedHash = await fingerprintOf(ctx, recordId, document.version);
  // A document that has its number already was changed in substance after it: it need not be numbered anew.
  await ctx.db.updateTable('outgoingDocuments').set({ state: 'signed', signedVersion: document.version, signedHash, signedAt: ctx.now, signedBy: last.decidedBy, checkedBy: null, ...(document.number ? {} : { checkedAt: null }) }).where('id', '=', recordId).execute();
  await askOffice(ctx, { recordId, what: 'outgoing.check', askedBy: last.decidedBy! });
});

const backToDraft = ours(async (ctx, { recordId }) => void (await ctx.db.updateTable('outgoingDocuments').set({ state: 'draft' }).where('id', '=', recordId).where('state', '=', 'approving').execute()));

const askOffice = async (ctx: Working, asked: { recordId: string; what: string; askedBy: string }) =>
  ask(ctx, { ...asked, departmentId: await officeOf(ctx), kind: 'act' });

const refresh: Listener = async ({ db }) => void (await changed(db, { keys: 'all', what: ['outgoing'] }));

export const listens: Record<string, Listener> = { 'approvals.approved': signed, 'approvals.returned': backToDraft, 'approvals.refused': backToDraft, 'approvals.recalled': backToDraft, 'outgoing.issued': refresh, 'outgoing.papers_wanted': wanted };
