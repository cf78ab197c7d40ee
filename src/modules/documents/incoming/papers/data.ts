import { fileURLToPath } from 'node:url';
import { pdf, printedLink } from '#mechanisms/reports/pdf.ts';
import { asPdf, asXlsx, type Column, xlsx } from '#mechanisms/reports/sheets.ts';
import type { FileAnswer, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { visibleTo } from '../documents.ts';
import type { Document, Line } from '../nouns.ts';
import type { Filters } from '../register/contract.ts';
import { delayOf } from '../register/delay.ts';
import { documentOf } from '../register/one.ts';
import { zh } from '../words.zh.ts';
import { clock, dayWritten, hoursWritten, onDay } from './times.ts';
import { returnLetter, requestPaper } from './letter.ts';
import { sheetData } from './sheet.ts';

export type Paper = 'sheet' | 'receipt' | 'label' | 'delay' | 'return';

const template = (name: string) => fileURLToPath(new URL(`./${name}.typ`, import.meta.url));

export const schoolOf = async ({ db }: Pick<Reading, 'db'>) => (await db.selectFrom('school').select(['name']).executeTakeFirst())?.name ?? '';

export const titleOf = ({ title }: Pick<Line, 'title'>) => title || zh.labels.stubTitle;

/** One of the papers of a document. A stub prints no title, because it has none. */
export const paperOf = async (ctx: Reading, which: Paper, documentId: string): Promise<FileAnswer> => {
  const document = await documentOf(ctx, documentId);
  return makers[which](ctx, document, await schoolOf(ctx));
};

type Maker = (ctx: Reading, document: Document, school: string) => Promise<FileAnswer>;

const sheet: Maker = async (_ctx, document, school) => asPdf(`文件处理单 ${document.number}`, await pdf(template('sheet'), { school, ...sheetData(document) }));

const receipt: Maker = async (_ctx, document, school) => {
  const { number, sender, senderNumber, copies, pages, attachments, deliveredBy } = document;
  const data = { school, number, sender, senderNumber, copies, pages, attachments, deliveredBy, title: titleOf(document), receivedBy: document.receivedBy.name, receivedAt: clock(document.receivedAt) };
  return asPdf(`收条 ${number}`, await pdf(template('receipt'), data));
};

const label: Maker = async (_ctx, document, school) => {
  const code = await codeOf(document.paperCode);
  const data = { school, number: document.number, title: shortened(titleOf(document)), receivedOn: onDay(document.receivedAt), paperCode: document.paperCode };
  return asPdf(`标签 ${document.number}`, await pdf(template('label'), data, { images: { 'code.svg': code } }));
};

/** The QR code of the original, with the four modules of white around it that a scanner needs. */
export const codeOf = async (paperCode: string) => {
  const { toString } = await import('qrcode');
  return toString(printedLink(`/q/${paperCode}`), { type: 'svg', margin: 4, errorCorrectionLevel: 'M' });
};

// What a label of 60 × 40 mm can hold.
const shortened = (title: string) => (title.length > 30 ? `${title.slice(0, 29)}…` : title);

const delay: Maker = async (ctx, document, school) => {
  const { held, totalMinutes } = await delayOf(ctx, document.id);
  const rows = held.map(({ who, what, from, to, officeMinutes }) => [who, what, clock(from), to ? clock(to) : '至今', hoursWritten(officeMinutes)]);
  return asPdf(`办理耗时 ${document.number}`, await pdf(template('delay'), { school, number: document.number, sender: document.sender, title: titleOf(document), held: rows, total: hoursWritten(totalMinutes) }));
};

const back: Maker = async (ctx, document, school) => {
  if (document.state !== 'returned' || !document.review) throw notFound();
  return asPdf(`退文函 ${document.number}`, await pdf(template('letter'), { school, ...(await returnLetter(ctx, document)) }));
};

const makers: Record<Paper, Maker> = { sheet, receipt, label, delay, return: back };

export const letterOf = async (ctx: Reading, replacementId: string): Promise<FileAnswer> => {
  const found = await visibleTo(ctx).innerJoin('incomingReplacements as r', 'r.documentId', 'd.id').select('d.id').where('r.id', '=', replacementId).executeTakeFirstOrThrow(notFound);
  const document = await documentOf(ctx, found.id);
  const request = document.replacements.find(({ id }) => id === replacementId)!;
  return asPdf(`补页函 ${document.number}`, await pdf(template('letter'), { school: await schoolOf(ctx), ...(await requestPaper(ctx, document, request)) }));
};

interface Call {
  number: string;
  title: string;
  whom: string;
  phone: string;
  dueAt: string | null;
}

export const callsPaper = async (ctx: Reading, calls: readonly Call[]): Promise<FileAnswer> => {
  const rows = calls.map(({ number, title, whom, phone, dueAt }) => [number, title, whom, phone, dueAt ? clock(dueAt) : '', '']);
  return asPdf('电话催办单', await pdf(template('calls'), { school: await schoolOf(ctx), printedAt: clock(ctx.now), calls: rows }));
};

const columns: readonly Column<Line>[] = [
  { title: zh.labels.number, width: 12, of: (l) => l.number },
  { title: zh.labels.receivedAt, width: 17, of: (l) => clock(l.receivedAt), as: 'time' },
  { title: zh.labels.sender, width: 24, of: (l) => l.sender },
  { title: zh.labels.senderNumber, width: 22, of: (l) => l.senderNumber },
  { title: zh.labels.title, width: 60, of: titleOf },
  { title: zh.labels.writtenOn, width: 12, of: (l) => l.writtenOn, as: 'day' },
  { title: zh.labels.kind, width: 8, of: (l) => l.kind },
  { title: `${zh.labels.secrecy}／期限`, width: 12, of: (l) => [zh.secrecies[l.secrecy], l.secrecyPeriod].filter(Boolean).join('★') },
  { title: zh.labels.urgency, width: 10, of: (l) => zh.urgencies[l.urgency] ?? '' },
  { title: zh.labels.copies, width: 6, of: (l) => l.copies },
  { title: `${zh.labels.pages}／附件`, width: 10, of: (l) => `${l.pages}／${l.attachments}` },
  { title: zh.labels.lead, width: 16, of: (l) => l.lead },
  { title: zh.labels.assists, width: 24, of: (l) => l.assists.join('、') },
  { title: zh.labels.state, width: 12, of: (l) => zh.states[l.state] },
];

const extra: readonly Column<Line>[] = [
  { title: zh.labels.copyNumbers, width: 12, of: (l) => l.copyNumbers },
  { title: zh.labels.handling, width: 8, of: (l) => zh.handlings[l.handling] },
  { title: zh.labels.dueAt, width: 17, of: (l) => (l.dueAt ? clock(l.dueAt) : null), as: 'time' },
  { title: zh.labels.paper, width: 20, of: (l) => l.paper },
  { title: zh.labels.archiveNumber, width: 24, of: (l) => l.archiveNumber },
];

/** 收文登记簿: the lines as filtered, as paper or as a table. */
export const bookOf = async (ctx: Reading, lines: readonly Line[], { as, filters }: { as: 'pdf' | 'xlsx'; filters: Filters }): Promise<FileAnswer> => {
  if (as === 'xlsx') return asXlsx('收文登记簿', await xlsx('收文登记簿', [...columns, ...extra], lines));
  const rows = lines.map((line) => columns.map(({ of }) => String(of(line) ?? '')));
  const said = [filters.year && `${filters.year} 年`, filters.state && zh.states[filters.state], filters.from && `自 ${filters.from}`, filters.to && `至 ${filters.to}`, filters.q && `“${filters.q}”`].filter(Boolean);
  const data = { school: await schoolOf(ctx), title: zh.labels.book, filters: said.join('　') || `打印于 ${dayWritten(ctx.now)}`, lines: rows };
  return asPdf('收文登记簿', await pdf(template('book'), data));
};
