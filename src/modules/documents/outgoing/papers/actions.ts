import { createHash } from 'node:crypto';
import { readable } from '#mechanisms/access/records.ts';
import { asPdf } from '#mechanisms/reports/sheets.ts';
import type { Actions, Moves, Queries } from '#platform/module.ts';
import { refused } from '#platform/problem.ts';
import type { outgoing } from '../contract.ts';
import { lockDocument, visibleTo } from '../documents.ts';
import type { papers as contract } from './contract.ts';
import { paperOf, printedPaper } from './facts.ts';

export const queries: Queries<Pick<typeof contract, 'paper' | 'papersMade'>> = {
  async paper(ctx, { params, query }) {
    if ((await readable(ctx, params.documentId)).erasedAt) throw refused(['files.erased']);
    const paper = await paperOf(ctx.db, params.documentId, { version: query.version, isFinal: false });
    return asPdf(paper.data.number || paper.data.title, await printedPaper(paper));
  },

  async papersMade(ctx, { params }) {
    await readable(ctx, params.documentId);
    const made = await ctx.db.selectFrom('outgoingPapers').select(['state', 'askedAt', 'madeAt', 'why']).where('documentId', '=', params.documentId).executeTakeFirst();
    return { papers: made ? { ...made, state: made.state as 'ready' } : null };
  },
};

export const actions: Actions<Pick<typeof contract, 'makePapers'>> = {
  async makePapers(ctx, { params }) {
    const document = await lockDocument(ctx, params.documentId);
    if (!document.sealedAt) ctx.refuse('outgoing.not_sealed_yet');
    ctx.tell('outgoing.papers_wanted', { documentId: document.id, by: ctx.actor.id });
    return { id: document.id };
  },
};

export const transfers: Pick<Moves<typeof outgoing>, 'verifyPaper'> = {
  /** Which document it is, only to whoever may read that. */
  async verifyPaper(ctx, { body }) {
    const pdf = Buffer.from(body);
    if (!pdf.subarray(0, 1024).includes('%PDF-')) ctx.refuse('outgoing.not_a_pdf');
    const { verdictOn } = await import('#mechanisms/signatures/verifying.ts');
    const verdict = await verdictOn(pdf);
    const document = await visibleTo(ctx)
      .innerJoin('attachments as a', 'a.recordId', 'd.id').innerJoin('files as f', 'f.id', 'a.fileId')
      .select(['d.id', 'd.number', 'd.title']).where('a.role', '=', 'final_pdf').where('f.sha256', '=', createHash('sha256').update(pdf).digest('hex')).executeTakeFirst();
    return { ...verdict, document: document ? { ...document, number: document.number ?? '' } : null };
  },
};
