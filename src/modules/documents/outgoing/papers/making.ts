import { attachMade } from '#mechanisms/files/made.ts';
import { put } from '#mechanisms/files/store.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { docxType } from '#mechanisms/reports/sheets.ts';
import type { Db } from '#platform/db.ts';
import { changed } from '#platform/live.ts';
import type { Job, Listener, Working } from '#platform/module.ts';
import { tellLater } from '#platform/outbox.ts';
import { paperOf, printedPaper } from './facts.ts';

const retries = 4;

/** The final papers are wanted: at the seal, at the issue, or once more. */
export const wanted: Listener = async (ctx, { documentId, by }: { documentId: string; by: string }) => {
  const asked = { state: 'waiting', askedAt: ctx.now, askedBy: by, why: '' };
  await ctx.db.insertInto('outgoingPapers').values({ documentId, ...asked }).onConflict((conflict) => conflict.column('documentId').doUpdateSet(asked)).execute();
  await ctx.enqueue('outgoing.make_papers', { documentId });
};

/** Sets, signs and keeps the final PDF and the DOCX. Run again, it makes the same bytes and adds nothing. */
export const making: Job = {
  retries,
  timeout: 120,
  work: async ({ db, now, data: { documentId }, attempt }: { db: Db; now: () => string; data: { documentId: string }; attempt: number }) => {
    try {
      await make(db, documentId, now());
    } catch (error) {
      if (attempt > retries) await ended(db, now(), documentId, { state: 'failed', why: String((error as Error).message ?? error).slice(0, 500) });
      throw error;
    }
  },
};

const make = async (db: Db, documentId: string, now: string) => {
  const paper = await paperOf(db, documentId, { isFinal: true });
  const { issuer, number, title } = paper.data;
  const { schoolCertificate } = await import('#mechanisms/signatures/certificates.ts');
  const { signed } = await import('#mechanisms/signatures/signing.ts');
  const { docxOf } = await import('./docx.ts');
  const pdf = await signed(await printedPaper(paper), await schoolCertificate(issuer, paper.at), { name: issuer, reason: number, at: paper.at });
  const docx = await docxOf(paper.data, paper.at);
  const name = `${number} ${title}`.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 120);
  // The bytes are on the disk before a row speaks of them.
  const files = [
    { name: `${name}.pdf`, type: 'application/pdf', role: 'final_pdf', sha256: await put(pdf), size: pdf.length },
    { name: `${name}.docx`, type: docxType, role: 'final_docx', sha256: await put(docx), size: docx.length },
  ];
  await ended(db, now, documentId, { state: 'ready', why: '' }, files);
};

type Made = Omit<Parameters<typeof attachMade>[1], 'recordId' | 'by'>;

/** How it ended, with the files it made, and the office told, in one transaction. */
const ended = (db: Db, now: string, documentId: string, how: { state: 'ready' | 'failed'; why: string }, files: readonly Made[] = []) =>
  db.transaction().execute(async (open) => {
    const ctx: Working = { db: open as Db, now, tell: (event, data) => void told.push(tellLater(open as Db, now, event, data)), enqueue: async () => undefined };
    const told: Promise<unknown>[] = [];
    const { askedBy } = await open.updateTable('outgoingPapers').set({ ...how, ...(how.state === 'ready' && { madeAt: now }) }).where('documentId', '=', documentId).returning('askedBy').executeTakeFirstOrThrow();
    for (const file of files) await attachMade(ctx, { ...file, recordId: documentId, by: askedBy });
    const { number, title } = await open.selectFrom('outgoingDocuments').select(['number', 'title']).where('id', '=', documentId).executeTakeFirstOrThrow();
    await notify(ctx, { to: await deskOf(open as Db), what: how.state === 'ready' ? 'outgoing.papers_ready' : 'outgoing.papers_failed', params: { number: number ?? '', title, why: how.why }, recordId: documentId });
    await Promise.all(told);
    await changed(open as Db, { keys: 'all', what: ['outgoing', 'files'] });
  });

const deskOf = async (db: Db) => (await db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select('people.id').distinct().where('role', '=', 'office.clerk').where('until', 'is', null).where('disabledAt', 'is', null).execute()).map(({ id }) => id);
