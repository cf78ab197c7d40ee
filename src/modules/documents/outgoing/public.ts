import { sql } from 'kysely';
import type { Db } from '#platform/db.ts';
import type { Ctx } from '#platform/module.ts';
import { contentOf, seenAnew, tellSearch, versionOf } from './documents.ts';
import { printedPaper, schoolOf } from './papers/facts.ts';
import { officialData, plainData } from './papers/official.ts';

/** What the archive asks of the book (OUT-4): every document that was signed, issued or on its way; a draft is none yet. */
export const outgoingForArchive = {
  documents: (db: Db) =>
    db.selectFrom('outgoingDocuments as d').where('d.state', '<>', 'dropped').where('d.signedAt', 'is not', null).select([
      'd.id as recordId', sql<string>`'outgoing'`.as('source'), 'd.kind', sql<string>`coalesce(d.number, '')`.as('docNumber'), sql<string>`(select name from school)`.as('author'), 'd.title',
      sql<string | null>`coalesce(d.issue_day, (d.signed_at at time zone 'Asia/Shanghai')::date)::text`.as('writtenOn'), sql<number>`0::smallint`.as('secrecy'), sql<string>`''`.as('secrecyPeriod'),
      sql<number | null>`(select b.pages from attachments a join files f on f.id = a.file_id join blobs b on b.sha256 = f.sha256 where a.record_id = d.id and a.role = 'final_pdf' order by a.version desc limit 1)`.as('pages'),
      sql<string | null>`d.department_id`.as('departmentId'), sql<string>`d.signed_at`.as('at'), sql<boolean>`d.state = 'issued'`.as('finished'),
      sql<boolean>`exists (select from outgoing_papers p where p.document_id = d.id and p.state = 'waiting')`.as('filesComing'),
    ]),

  /** Held until the transaction ends. */
  hold: ({ db }: Pick<Ctx, 'db'>, ids: readonly string[]) => db.selectFrom('outgoingDocuments').select('id').where('id', 'in', ids).orderBy('id').forNoKeyUpdate().execute(),

  /** 销毁: every version loses its text; what was signed is known by its sum. Answers the uploaded drafts, which are part of nothing any more. */
  async destroy({ db }: Pick<Ctx, 'db'>, ids: readonly string[]) {
    const files = await db.selectFrom('outgoingVersions as v').innerJoin('files as f', 'f.id', 'v.bodyFile').select(['f.id as fileId', 'f.sha256']).distinct().where('v.documentId', 'in', ids).execute();
    await db.updateTable('outgoingVersions').set({ body: '', note: '', attending: '', absent: '', observing: '', bodyFile: null }).where('documentId', 'in', ids).execute();
    return files;
  },

  /** 档号, or empty: it is not in the archive any more. */
  async keepNumber(ctx: Ctx<any>, recordId: string, number: string) {
    const document = await ctx.db.updateTable('outgoingDocuments').set({ archiveNumber: number }).where('id', '=', recordId).returningAll().executeTakeFirst();
    if (!document) return;
    tellSearch(ctx, document, contentOf(await versionOf(ctx, recordId, document.version)));
    await seenAnew(ctx);
  },
};

interface Written {
  layout: 'minutes' | 'plain' | 'letter';
  number: string;
  title: string;
  mainTo?: string;
  body: string;
  attending: string;
  absent: string;
  observing: string;
  copyTo: readonly string[];
  /** The moment it is dated by. */
  at: string;
  isDraft: boolean;
}

/** What the office writes about meetings, on the paper of official documents: a 纪要 under its red head, a 会议通知 as a letter, a summary or report without a head. */
export const papersForMeetings = async (db: Db, { layout, number, title, mainTo, body, attending, absent, observing, copyTo, at, isDraft }: Written) => {
  const facts = { number, urgency: 0, signedBy: null, signedAt: at, issueDay: null, printedAt: layout === 'minutes' ? at : null, sealedAt: null };
  const content = { title, body, bodyFile: null, attachments: [], mainTo: mainTo ? [mainTo] : [], copyTo: [...copyTo], note: '', attending, absent, observing };
  const [school, look] = [await schoolOf(db), { content, sealWidth: 0, isDraft }];
  const data = layout === 'plain' ? plainData(facts, school, look) : officialData({ ...facts, layout }, school, look);
  return { pdf: () => printedPaper({ data, seal: undefined, at }), docx: async () => (await import('./papers/docx.ts')).docxOf(data, at) };
};
