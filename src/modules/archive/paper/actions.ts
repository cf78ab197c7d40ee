import { attach, usable } from '#mechanisms/files/files.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Listener, Moves } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { lockItem, seenAnew } from '../items.ts';
import type { paper as contract } from './contract.ts';
import { judged } from './judging.ts';
import { keptOf, readScanName, whyNotImportPaper, whyNotScan } from './rules.ts';
import { mostRows, readPaper } from './sheets.ts';
import { isEntering, itemAt } from './standing.ts';

export const transfers: Moves<Pick<typeof contract, 'bringPaper'>> = {
  /** Looked through at once; only the rows are kept, the table is not: it may name what is classified. */
  async bringPaper(ctx, { query: { name }, body }) {
    const read = await readPaper(body);
    if ('why' in read) return ctx.refuse(`archive.paper_${read.why}`) as never;
    if (read.lines.length > mostRows) ctx.refuse('archive.paper_too_long');
    if (!read.lines.length) ctx.refuse('archive.paper_empty');
    const lines = await judged(ctx, read.lines.map(({ row, ...said }) => ({ line: row, said })));
    const good = lines.filter(({ item }) => item).length;
    const id = newId();
    return ctx.commit({ id, name, total: lines.length, good }, async (open) => {
      await open.db.insertInto('archivePapers').values({ id, askedAt: open.now, askedBy: open.actor.id, name, state: 'checked', total: lines.length, good }).execute();
      const rows = lines.map(({ line, said, faults, item }) => ({ paperId: id, line, said: JSON.stringify(keptOf(said)), faults, item: item && JSON.stringify(item) }));
      for (let i = 0; i < rows.length; i += 500) await open.db.insertInto('archivePaperLines').values(rows.slice(i, i + 500)).execute();
      await seenAnew(open);
      return { id };
    });
  },
};

export const actions: Actions<Pick<typeof contract, 'importPaper' | 'addScan'>> = {
  async importPaper(ctx, { params: { paperId }, body: { good: confirmed } }) {
    const { state, good } = await ctx.db.selectFrom('archivePapers').select(['state', 'good']).where('id', '=', paperId).forUpdate().executeTakeFirstOrThrow(notFound);
    ctx.refuse(...whyNotImportPaper({ state, running: await isEntering(ctx), good, confirmed }));
    await ctx.db.updateTable('archivePapers').set({ state: 'importing', why: '', startedAt: ctx.now, startedBy: ctx.actor.id, finishedAt: null }).where('id', '=', paperId).execute();
    ctx.tell('archive.paper_wanted', { paperId });
    await seenAnew(ctx);
    return { id: paperId };
  },

  /** The same scan again changes nothing; another of the same name is refused, for what is archived is not overwritten. */
  async addScan(ctx, { body: { fileId } }) {
    const file = await usable(ctx, fileId);
    if (!file) ctx.refuse('archive.scan_unknown');
    const { name, sha256, size } = file!;
    const read = readScanName(name);
    const found = read && (await itemAt(ctx, read.place));
    ctx.refuse(...whyNotScan({ read: read !== undefined, item: found }));
    const item = await lockItem(ctx, found!.id);
    if (item.destroyedAt) ctx.refuse('archive.destroyed_already');
    const files = await ctx.db.selectFrom('archiveFiles').select(['name', 'sha256', 'position']).where('itemId', '=', item.id).execute();
    if (files.some((one) => one.sha256 === sha256)) return { itemId: item.id, number: item.number };
    if (files.some((one) => one.name === name)) ctx.refuse('archive.scan_differs');
    await attach(ctx, { fileId, recordId: item.recordId, role: 'scan' });
    await ctx.db.insertInto('archiveFiles').values({ itemId: item.id, position: freePlace(read!.page, files), fileId, name, role: 'scan', version: 1, sha256, size }).execute();
    await tellHistory(ctx, item.recordId, 'archive.addScan', { name });
    await seenAnew(ctx);
    return { itemId: item.id, number: item.number };
  },
};

const freePlace = (page: number, files: readonly { position: number }[]) => (files.some(({ position }) => position === page) ? Math.max(...files.map(({ position }) => position)) + 1 : Math.max(1, page));

export const listens: Record<string, Listener> = {
  'archive.paper_wanted': (ctx, { paperId }: { paperId: string }) => ctx.enqueue('archive.import_paper', { paperId }),
};
