import { sql } from 'kysely';
import type { Db } from '#platform/db.ts';
import { changed } from '#platform/live.ts';
import type { Ctx } from '#platform/module.ts';
import { tellSearch } from './documents.ts';

/** What the archive asks of the book (IN-6): every line that counts, done or under way; it is kept where the last department had it. */
export const incomingForArchive = {
  documents: (db: Db) =>
    db.selectFrom('incomingDocuments as d').where('d.state', 'not in', ['returned', 'void']).select([
      'd.id as recordId', sql<string>`'incoming'`.as('source'), 'd.kind', 'd.senderNumber as docNumber', 'd.sender as author', 'd.title', sql<string | null>`d.written_on::text`.as('writtenOn'), 'd.secrecy', 'd.secrecyPeriod',
      sql<number | null>`d.pages`.as('pages'),
      sql<string | null>`(select department_id from incoming_parts p where p.document_id = d.id and p.role = 'lead' and p.returned_at is null)`.as('departmentId'),
      sql<string>`coalesce(d.done_at, d.received_at)`.as('at'), sql<boolean>`d.state = 'done'`.as('finished'), sql<boolean>`false`.as('filesComing'),
    ]),

  /** Held until the transaction ends: it is not taken up again meanwhile. */
  hold: ({ db }: Pick<Ctx, 'db'>, ids: readonly string[]) => db.selectFrom('incomingDocuments').select('id').where('id', 'in', ids).orderBy('id').forNoKeyUpdate().execute(),

  /** 销毁: its text is in its files alone. */
  destroy: async () => [],

  /** 档号, or empty: it is not in the archive any more. */
  async keepNumber(ctx: Ctx<any>, recordId: string, number: string) {
    const document = await ctx.db.updateTable('incomingDocuments').set({ archiveNumber: number }).where('id', '=', recordId).returningAll().executeTakeFirst();
    if (!document) return;
    tellSearch(ctx, document);
    await changed(ctx.db, { keys: 'all', what: ['incoming'] });
  },
};

/** What the meetings say of the agenda item that a document became (IN-5): it was dealt with or given up, and may be proposed again. */
export const incomingForMeetings = {
  takenUp: ({ db, now }: Pick<Ctx, 'db' | 'now'>, proposalId: string) => db.updateTable('agendaProposals').set({ takenUpAt: now }).where('id', '=', proposalId).where('takenUpAt', 'is', null).execute(),
};
