import { read } from '#mechanisms/files/store.ts';
import { asDocx, asPdf } from '#mechanisms/reports/sheets.ts';
import type { Actions, Queries } from '#platform/module.ts';
import { person } from '../meetings.ts';
import { seenAnew } from '../topics/topics.ts';
import type { papers as contract } from './contract.ts';
import { drawn, keptOf, nameOf } from './drawing.ts';
import { contentOf, keepVersion, lockPaper, paperRow, writesPaper } from './papers.ts';
import { whyNotSavePaper, whyNotWritePaper } from './rules.ts';

export const queries: Queries<Pick<typeof contract, 'written' | 'writtenVersion' | 'printedWritten'>> = {
  async written(ctx, { params }) {
    const paper = await paperRow(ctx, params.paperId);
    const rows = await ctx.db.selectFrom('meetingPaperVersions as v').leftJoin('people as p', 'p.id', 'v.by').select(['v.version', 'v.at', 'v.by as byId', person('p.id', 'p.name').as('by')]).where('v.paperId', '=', paper.id).orderBy('v.version', 'desc').execute();
    const versions = rows.map(({ byId, by, ...version }) => ({ ...version, by: byId ? by : null }));
    const { id, kind, state, version } = paper;
    return { id, kind, state, version, content: await contentOf(ctx, id, version), versions, whyNot: { save: whyNotWritePaper(paper, await writesPaper(ctx, paper)) } };
  },

  async writtenVersion(ctx, { params }) {
    const { id } = await paperRow(ctx, params.paperId);
    return contentOf(ctx, id, /^[1-9]\d{0,8}$/.test(params.number) ? Number(params.number) : 0);
  },

  async printedWritten(ctx, { params, query: { as } }) {
    const paper = await paperRow(ctx, params.paperId);
    const kept = (await keptOf(ctx, paper.id)).find(({ type }) => (type === 'application/pdf') === (as === 'pdf'));
    if (kept && paper.state === 'final') return { name: kept.name, type: kept.type, content: read(kept.sha256), inline: as === 'pdf' };
    const made = await drawn(ctx, paper);
    const name = nameOf(paper);
    return as === 'pdf' ? asPdf(name, await made.pdf()) : asDocx(name, await made.docx());
  },
};

export const actions: Actions<Pick<typeof contract, 'saveWritten'>> = {
  async saveWritten(ctx, { params, body: { base, ...content } }) {
    const paper = await lockPaper(ctx, params.paperId);
    ctx.refuse(...whyNotSavePaper(paper, { mine: await writesPaper(ctx, paper), base }));
    const version = await keepVersion(ctx, paper, content, ctx.actor.id);
    await seenAnew(ctx);
    return { id: paper.id, version };
  },
};
