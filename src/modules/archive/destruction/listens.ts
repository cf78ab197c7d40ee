import { breakOffApproval } from '#mechanisms/approvals/approvals.ts';
import { tellHistoryBy } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import type { Ctx, Listener } from '#platform/module.ts';
import { seenAnew } from '../items.ts';
import { askArchivists } from '../loans/loans.ts';

interface Told {
  recordId: string;
  subject: string;
}

/** What is kept longer is so from now on; what is to be destroyed waits for the archivist. */
const approved: Listener = async (ctx, { recordId, subject }: Told) => {
  if (subject !== 'archive.destruction') return;
  const items = await ctx.db.selectFrom('archiveDestructionItems as x').innerJoin('archiveItems as i', 'i.id', 'x.itemId').select(['i.id', 'i.recordId', 'i.number', 'x.verdict', 'x.keepUntil', 'x.why']).where('x.listId', '=', recordId).orderBy('i.id').execute();
  const destroys = items.some(({ verdict }) => verdict === 'destroy');
  const list = await ctx.db.updateTable('archiveDestructions').set({ decidedAt: ctx.now, ...(destroys ? { state: 'approved' } : { state: 'done', doneAt: ctx.now }) }).where('id', '=', recordId).where('state', '=', 'asked').returning(['madeBy', 'number']).executeTakeFirst();
  if (!list) return;
  for (const { id, recordId: documentId, number, keepUntil, why } of items.filter(({ verdict }) => verdict === 'keep')) {
    await ctx.db.updateTable('archiveItems').set({ keptUntil: keepUntil }).where('id', '=', id).execute();
    await tellHistoryBy(ctx, { recordId: documentId, by: list.madeBy, what: 'archive.keepLonger', details: { number, why, note: `续存至 ${keepUntil} 年（销毁清册 ${list.number}）` } });
  }
  if (destroys) await askArchivists(ctx, { recordId, what: 'archive.destroy', askedBy: list.madeBy });
  await seenAnew(ctx);
};

const ended = (state: 'returned' | 'refused' | 'recalled'): Listener => async (ctx, { recordId, subject }: Told) => {
  if (subject !== 'archive.destruction') return;
  const list = await ctx.db.updateTable('archiveDestructions').set({ state, decidedAt: ctx.now }).where('id', '=', recordId).where('state', '=', 'asked').returning(['madeBy', 'number']).executeTakeFirst();
  if (!list) return;
  if (state === 'returned') {
    // Its items are free; what is mended is a new list with a number of its own.
    await breakOffApproval(ctx as unknown as Ctx<any>, recordId);
    await notify(ctx, { to: [list.madeBy], what: 'archive.list_returned', params: { number: list.number }, recordId });
  }
  await seenAnew(ctx);
};

export const listens: Record<string, Listener> = {
  'approvals.approved': approved,
  'approvals.returned': ended('returned'),
  'approvals.refused': ended('refused'),
  'approvals.recalled': ended('recalled'),
  'archive.destroyed': (ctx, { listId }: { listId: string }) => ctx.enqueue('archive.erase_destroyed', { listId }),
};
