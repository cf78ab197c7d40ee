import { sql } from 'kysely';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { nextOf } from '#mechanisms/registers/registers.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { isInUse, isOnOpenList } from '../destruction/lists.ts';
import { isClosed, keepYearsAsTheyAre, lockItem, seenAnew } from '../items.ts';
import type { Retention } from '../nouns.ts';
import { departmentsCoded } from '../retention/codes.ts';
import { numberWritten, thicknessOf } from '../rules.ts';
import { holdAll, keepNumber } from '../sources.ts';
import type { filing as contract, Wanted } from './contract.ts';
import { documentsFor, type Facts, factsOf, proposing, yearOf } from './documents.ts';
import { whyNotArchive, whyNotCorrect, whyNotExclude, whyNotInclude, whyNotWithdraw } from './rules.ts';

type Mine = Omit<typeof contract, 'waiting'>;

export const actions: Actions<Mine> = {
  /** 归档: what is finished is fixed with its files, and gets its 档号 last. Several are numbered in the order in which they were done. */
  async archive(ctx, { body }) {
    const documents = await held(ctx, body.items.map(({ recordId }) => recordId));
    const wanted = new Map(body.items.map((item) => [item.recordId, item]));
    for (const document of documents) ctx.refuse(...whyNotArchive(document, wanted.get(document.recordId)));
    const codes = await codesFor(ctx, body.items.map(({ departmentId }) => departmentId));
    const propose = await proposing(ctx);
    const sheet = await setting<number>(ctx, 'archive.sheet_mm');
    const rows = documents.map((document) => rowOf(document, { wanted: wanted.get(document.recordId)!, proposal: propose(document), sheet, codes }));
    if (rows.some(({ secrecy, title }) => secrecy === 0 && !title)) ctx.refuse('archive.title_missing');
    const fonds = await setting<string>(ctx, 'archive.fonds');
    const items = (await seated(ctx, rows)).map((row) => ({ ...row, id: newId(), number: numberWritten({ fonds, ...row }), archivedAt: ctx.now, archivedBy: ctx.actor.id }));
    await ctx.db.insertInto('archiveItems').values(items.map(({ source: _, ...item }) => item)).execute();
    await fixFiles(ctx, items.map(({ id }) => id));
    for (const { source, recordId, number } of items) {
      await keepNumber(ctx, { source, recordId, number });
      await tellHistory(ctx, recordId, 'archive.archive', { number });
    }
    await seenAnew(ctx);
    return { items: items.map(({ id, recordId, number }) => ({ id, recordId, number })) };
  },

  /** 不归档 with the reason, which can be taken back. */
  async exclude(ctx, { body: { records, reason } }) {
    const documents = await held(ctx, records);
    for (const document of documents) ctx.refuse(...whyNotExclude(document));
    await ctx.db.updateTable('archiveExclusions').set({ undoneAt: ctx.now, undoneBy: ctx.actor.id }).where('recordId', 'in', records).where('undoneAt', 'is', null).execute();
    await ctx.db.insertInto('archiveExclusions').values(records.map((recordId) => ({ id: newId(), recordId, at: ctx.now, by: ctx.actor.id, reason }))).execute();
    for (const { recordId } of documents) await tellHistory(ctx, recordId, 'archive.exclude', { reason });
    await seenAnew(ctx);
    return { done: documents.length };
  },

  async include(ctx, { body: { records } }) {
    const documents = await held(ctx, records);
    for (const document of documents) ctx.refuse(...whyNotInclude(document));
    await ctx.db.updateTable('archiveExclusions').set({ undoneAt: ctx.now, undoneBy: ctx.actor.id }).where('recordId', 'in', records).where('undoneAt', 'is', null).execute();
    for (const { recordId } of documents) await tellHistory(ctx, recordId, 'archive.include');
    await seenAnew(ctx);
    return { done: documents.length };
  },

  /** 撤回: archived in the wrong row or too early. Its number is void and stays in the catalogue; the document waits again. */
  async withdraw(ctx, { params, body: { reason } }) {
    const item = await lockItem(ctx, params.itemId);
    await keepYearsAsTheyAre(ctx, [item.year]);
    ctx.refuse(...whyNotWithdraw({ ...item, destroyed: item.destroyedAt !== null, listed: await isOnOpenList(ctx, item.id), lent: await isInUse(ctx, item.id), yearClosed: await isClosed(ctx, item.year) }));
    await ctx.db.updateTable('archiveItems').set({ withdrawnAt: ctx.now, withdrawnBy: ctx.actor.id, withdrawnWhy: reason }).where('id', '=', item.id).execute();
    await keepNumber(ctx, { source: await sourceOf(ctx, item.recordId), recordId: item.recordId, number: '' });
    await tellHistory(ctx, item.recordId, 'archive.withdraw', { number: item.number, reason });
    await seenAnew(ctx);
    return { id: item.id };
  },

  /** 更正目录: both wordings are in the history. */
  async correct(ctx, { params, body: { why, ...wanted } }) {
    const item = await lockItem(ctx, params.itemId);
    const before = await ctx.db.selectFrom('archiveItems').select(['docNumber', 'author', 'title', 'pages', 'remark', 'thickness', sql<string | null>`written_on::text`.as('writtenOn')]).where('id', '=', item.id).executeTakeFirstOrThrow();
    const changes = Object.entries(wanted).filter(([name, value]) => before[name as 'title'] !== value);
    const set = Object.fromEntries(changes) as typeof wanted;
    ctx.refuse(...whyNotCorrect({ ...item, destroyed: item.destroyedAt !== null }, { ...set, changes: changes.length }));
    await ctx.db.updateTable('archiveItems').set(set).where('id', '=', item.id).execute();
    const told = Object.fromEntries(changes.map(([name, to]) => [name, { from: before[name as 'title'], to }]));
    await tellHistory(ctx, item.recordId, 'archive.correct', { why, changes: told });
    await seenAnew(ctx);
    return { id: item.id };
  },
};

/** The documents, held until the transaction ends, in the order in which they were done. One that is not there for the asker is not found. */
const held = async (ctx: Ctx<any>, ids: readonly string[]) => {
  if (new Set(ids).size < ids.length) ctx.refuse('archive.document_twice');
  await holdAll(ctx, ids);
  const documents = await factsOf(documentsFor(ctx)).where('s.recordId', 'in', ids).orderBy('s.at').orderBy('s.recordId').execute();
  if (documents.length < ids.length) throw notFound();
  await keepYearsAsTheyAre(ctx, documents.map(yearOf));
  return documents;
};

/** The 机构代码 of the departments; one that was only proposed is kept from now on. */
const codesFor = async (ctx: Ctx<any>, ids: readonly string[]) => {
  const departments = (await departmentsCoded(ctx)).filter(({ id }) => ids.includes(id));
  if (departments.length < new Set(ids).size) ctx.refuse('archive.department_unknown');
  const fresh = departments.filter(({ kept }) => !kept).map(({ id, code }) => ({ departmentId: id, code, setAt: ctx.now, setBy: ctx.actor.id }));
  if (fresh.length) await ctx.db.insertInto('archiveCodes').values(fresh).onConflict((conflict) => conflict.column('departmentId').doNothing()).execute();
  return new Map(departments.map(({ id, code }) => [id, code]));
};

interface Given {
  wanted: Wanted;
  proposal: ReturnType<Awaited<ReturnType<typeof proposing>>>;
  sheet: number;
  codes: ReadonlyMap<string, string>;
}

const rowOf = (document: Facts, { wanted, proposal, sheet, codes }: Given) => {
  const { docNumber = document.docNumber, author = document.author, title = document.title, writtenOn = document.writtenOn, pages = proposal.pages, remark = '', retention, departmentId } = wanted;
  const asProposed = retention === proposal.retention && departmentId === proposal.department.id;
  return {
    recordId: document.recordId, source: document.source, year: yearOf(document), retention, departmentId, code: codes.get(departmentId)!, docNumber, author, title, writtenOn, pages, remark,
    secrecy: document.secrecy, secrecyPeriod: document.secrecyPeriod, thickness: wanted.thickness ?? thicknessOf(pages, sheet), because: asProposed ? proposal.because : ['chosen'],
  };
};

/** 件号, running without gaps in each year, retention and department. Rows are asked in one order, so that two at once never wait for each other. */
const seated = async <Row extends { year: number; retention: Retention; code: string }>(ctx: Ctx<any>, rows: readonly Row[]) => {
  const placeOf = ({ year, retention, code }: Row) => `${year} ${retention}-${code}`;
  const all: (Row & { seq: number })[] = [];
  for (const place of [...new Set(rows.map(placeOf))].sort()) {
    const group = rows.filter((row) => placeOf(row) === place);
    const { year, retention, code } = group[0]!;
    const last = await nextOf(ctx, { register: `archive.${retention}-${code}`, period: String(year), many: group.length });
    all.push(...group.map((row, i) => ({ ...row, seq: last - group.length + 1 + i })));
  }
  return all;
};

/** Files as they are now, by their SHA-256: the newest version of each. */
const fixFiles = (ctx: Ctx<any>, ids: readonly string[]) => sql`
  insert into archive_files (item_id, position, file_id, name, role, version, sha256, size)
  select i.id, row_number() over (partition by i.id order by a.attached_at, a.id), f.id, f.name, a.role, a.version, f.sha256, f.size
  from archive_items i join attachments a on a.record_id = i.record_id join files f on f.id = a.file_id join blobs b on b.sha256 = f.sha256 and b.erased_at is null
  where i.id = any(${[...ids]}::uuid[]) and not exists (select from attachments later where later.replaces = a.id)`.execute(ctx.db);

const sourceOf = async (ctx: Ctx<any>, recordId: string) => (await documentsFor(ctx).select('s.source').where('s.recordId', '=', recordId).executeTakeFirstOrThrow(notFound)).source;
