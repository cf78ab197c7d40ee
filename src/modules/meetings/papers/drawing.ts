import { papersForMeetings } from '#modules/documents/outgoing/public.ts';
import type { Reading } from '#platform/module.ts';
import { contentOf, type PaperRow } from './papers.ts';

/** The paper as it is set: PDF and DOCX, the same bytes for the same words; with its watermark until it is final. */
export const drawn = async ({ db }: Pick<Reading, 'db'>, paper: PaperRow) => {
  const departments = paper.departments.length ? await db.selectFrom('departments').select('name').where('id', 'in', paper.departments).orderBy('position').execute() : [];
  const layout = paper.meetingId ? ('minutes' as const) : ('plain' as const);
  return papersForMeetings(db, { ...(await contentOf({ db }, paper.id, paper.version)), layout, number: paper.number ?? '', copyTo: departments.map(({ name }) => name), at: paper.finalAt ?? paper.madeAt, isDraft: paper.state !== 'final' });
};

export const nameOf = ({ number, title }: Pick<PaperRow, 'number' | 'title'>) => `${number ?? ''} ${title}`.trim().replace(/[\\/:*?"<>|]/g, ' ').slice(0, 120);

/** What was kept when it became final. */
export const keptOf = ({ db }: Pick<Reading, 'db'>, paperId: string) =>
  db.selectFrom('attachments as a').innerJoin('files as f', 'f.id', 'a.fileId').innerJoin('blobs as b', 'b.sha256', 'f.sha256').select(['f.name', 'f.type', 'f.sha256']).where('a.recordId', '=', paperId).where('a.role', 'in', ['final_pdf', 'final_docx']).where('b.erasedAt', 'is', null).orderBy('a.role', 'desc').execute();
