import { attachMade } from '#mechanisms/files/made.ts';
import { put } from '#mechanisms/files/store.ts';
import { docxType } from '#mechanisms/reports/sheets.ts';
import type { Db } from '#platform/db.ts';
import type { Job, Listener, Working } from '#platform/module.ts';
import { tellLater } from '#platform/outbox.ts';
import { seenAnew } from '../topics/topics.ts';
import { drawn, nameOf } from './drawing.ts';
import type { PaperRow } from './papers.ts';

const wanted: Listener = (ctx, { paperId }: { paperId: string }) => ctx.enqueue('meetings.make_paper', { paperId });

export const listens: Record<string, Listener> = { 'meetings.paper_final': wanted };

/** What is final is set once and kept with the sum of its bytes. Run again it adds nothing; until it has run the paper is drawn when it is asked for. */
export const making: Job = { retries: 4, timeout: 120, work: ({ db, now, data }: { db: Db; now: () => string; data: { paperId: string } }) => make(db, data.paperId, now()) };

const make = async (db: Db, paperId: string, now: string) => {
  const paper = (await db.selectFrom('meetingPapers as w').innerJoin('records as r', 'r.id', 'w.id').selectAll('w').where('w.id', '=', paperId).where('w.state', '=', 'final').where('r.clearance', '=', 0).executeTakeFirst()) as PaperRow | undefined;
  if (!paper) return;
  const made = await drawn({ db }, paper);
  const [pdf, docx] = [await made.pdf(), await made.docx()];
  // The bytes are on the disk before a row speaks of them.
  const files = [
    { name: `${nameOf(paper)}.pdf`, type: 'application/pdf', role: 'final_pdf', sha256: await put(pdf), size: pdf.length },
    { name: `${nameOf(paper)}.docx`, type: docxType, role: 'final_docx', sha256: await put(docx), size: docx.length },
  ];
  await db.transaction().execute(async (open) => {
    const told: (readonly [string, object])[] = [];
    const ctx: Working = { db: open as Db, now, tell: (event, data) => void told.push([event, data]), enqueue: async () => undefined };
    // A topic may have turned out to be classified meanwhile.
    const { clearance } = await open.selectFrom('records').select('clearance').where('id', '=', paperId).forShare().executeTakeFirstOrThrow();
    if (clearance > 0) return;
    for (const file of files) await attachMade(ctx, { ...file, recordId: paperId, by: paper.finalBy! });
    for (const [event, data] of told) await tellLater(open as Db, now, event, data);
    await seenAnew(ctx);
  });
};
