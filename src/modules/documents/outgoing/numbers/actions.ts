import { nextInYear } from '#mechanisms/registers/registers.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { ask, settle } from '#mechanisms/todos/todos.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { refused } from '#platform/problem.ts';
import { contentOf, type DocumentRow, lockDocument, moved, tellSearch, versionOf } from '../documents.ts';
import { officeOf } from '../people.ts';
import { numberWritten } from '../rules.ts';
import type { numbers as contract } from './contract.ts';
import { whyNotNumber, whyNotVoid } from './rules.ts';

export const actions: Actions<Omit<typeof contract, 'series' | 'report'>> = {
  async addSeries(ctx, { body }) {
    const last = await ctx.db.selectFrom('outgoingSeries').select(({ fn }) => fn.max('position').as('position')).executeTakeFirst();
    await ctx.db.insertInto('outgoingSeries').values({ ...body, position: (last?.position ?? 0) + 1 }).execute();
    return { word: body.word };
  },

  /** A series that is not used any more keeps its book. */
  async changeSeries(ctx, { params: { word }, body: { name, closed } }) {
    if (!(await seriesOf(ctx, word))) ctx.refuse('outgoing.series_unknown');
    const set = { ...(name && { name }), ...(closed !== undefined && { closedAt: closed ? ctx.now : null }) };
    if (Object.keys(set).length) await ctx.db.updateTable('outgoingSeries').set(set).where('word', '=', word).execute();
    return { word };
  },

  /** The number comes last, from the locked counter of its series and year, or is one that was kept for it. */
  async number(ctx, { params, body: { series, reserved } }) {
    const document = await lockDocument(ctx, params.documentId);
    const found = reserved ? await numberOf(ctx, { series, ...reserved }) : undefined;
    ctx.refuse(...whyNotNumber(document.state, await seriesOf(ctx, series), reserved ? { reserved: true, found: found?.state === 'reserved' ? 'reserved' : found && 'other' } : undefined));
    const { year, seq } = found ?? (await nextOf(ctx, series));
    const taken = { series, year, seq, state: 'taken', documentId: document.id, why: found?.why ?? '', at: ctx.now, by: ctx.actor.id };
    await ctx.db.insertInto('outgoingNumbers').values(taken).onConflict((conflict) => conflict.columns(['series', 'year', 'seq']).doUpdateSet({ state: 'taken', documentId: document.id, at: ctx.now, by: ctx.actor.id })).execute();
    const number = numberWritten(series, year, seq);
    await ctx.db.updateTable('outgoingDocuments').set({ number, numberedAt: ctx.now }).where('id', '=', document.id).execute();
    await ctx.db.updateTable('records').set({ number }).where('id', '=', document.id).execute();
    await settle(ctx, { recordId: document.id, what: 'outgoing.number' });
    await ask(ctx, { departmentId: await officeOf(ctx), kind: 'act', recordId: document.id, what: 'outgoing.seal' });
    tellSearch(ctx, { id: document.id, number }, contentOf(await versionOf(ctx, document.id, document.version)));
    return { ...(await moved(ctx, document, 'number', { number })), number };
  },

  async reserve(ctx, { body: { series, why } }) {
    if (!isOpen(await seriesOf(ctx, series))) ctx.refuse('outgoing.series_unknown');
    const { year, seq } = await nextOf(ctx, series);
    await ctx.db.insertInto('outgoingNumbers').values({ series, year, seq, state: 'reserved', why, at: ctx.now, by: ctx.actor.id }).execute();
    return { number: numberWritten(series, year, seq), year, seq };
  },

  /** 作废: the number stays in the book with its reason; a document that had it is numbered anew. */
  async voidNumber(ctx, { body: { why, ...wanted } }) {
    const number = await numberOf(ctx, wanted);
    if (!number) throw refused(['outgoing.number_unknown']);
    const document = number.documentId ? await lockDocument(ctx, number.documentId) : undefined;
    ctx.refuse(...whyNotVoid(number, document?.state));
    await ctx.db.updateTable('outgoingNumbers').set({ state: 'void', documentId: null, why, at: ctx.now, by: ctx.actor.id }).where('series', '=', wanted.series).where('year', '=', wanted.year).where('seq', '=', wanted.seq).execute();
    if (document) await unnumbered(ctx, document, why);
    return { number: numberWritten(wanted.series, wanted.year, wanted.seq) };
  },
};

const seriesOf = (ctx: Ctx<any>, word: string) => ctx.db.selectFrom('outgoingSeries').select('closedAt').where('word', '=', word).executeTakeFirst();
const isOpen = (series: { closedAt: string | null } | undefined) => series !== undefined && series.closedAt === null;

const numberOf = (ctx: Ctx<any>, { series, year, seq }: { series: string; year: number; seq: number }) =>
  ctx.db.selectFrom('outgoingNumbers').selectAll().where('series', '=', series).where('year', '=', year).where('seq', '=', seq).forUpdate().executeTakeFirst();

const nextOf = async (ctx: Ctx<any>, series: string) => {
  const { year, seq } = await nextInYear(ctx, `outgoing.${series}`);
  return { year: Number(year), seq };
};

const unnumbered = async (ctx: Ctx<any>, document: DocumentRow, why: string) => {
  await ctx.db.updateTable('outgoingDocuments').set({ number: null, numberedAt: null, state: document.state === 'numbered' ? 'checked' : document.state }).where('id', '=', document.id).execute();
  await ctx.db.updateTable('records').set({ number: '' }).where('id', '=', document.id).execute();
  await settle(ctx, { recordId: document.id, what: 'outgoing.seal' });
  if (document.state === 'numbered') await ask(ctx, { departmentId: await officeOf(ctx), kind: 'act', recordId: document.id, what: 'outgoing.number' });
  await tellHistory(ctx, document.id, 'outgoing.voidNumber', { number: document.number, why });
};
