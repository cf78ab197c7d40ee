import type { Reading } from '#platform/module.ts';
import type { Document, Replacement } from '../nouns.ts';
import { officeOf } from '../people.ts';
import { dayWritten } from './times.ts';

const which = ({ senderNumber, title }: Document) => `${senderNumber ? `${senderNumber}` : ''}《${title || '（涉密文件）'}》`;

const phoneOf = async (ctx: Reading) => (await ctx.db.selectFrom('departments').select('phone').where('id', '=', await officeOf(ctx)).executeTakeFirst())?.phone ?? '';

/** 退文函 with the reason of the first check. */
export const returnLetter = async (ctx: Reading, document: Document) => ({
  title: '退文函',
  to: document.sender,
  number: document.number,
  phone: await phoneOf(ctx),
  date: dayWritten(document.review!.at),
  paragraphs: [`贵单位${which(document)}（${document.copies} 份，${document.pages} 页）已收悉。经审核，${document.review!.reason.replace(/[。；]$/, '')}，现予退回。`, '请核实处理后，需我校办理的，重新行文。特此函告。'],
});

/** 补页函 */
export const requestPaper = async (ctx: Reading, document: Document, request: Replacement) => ({
  title: '补页函',
  to: document.sender,
  number: document.number,
  phone: await phoneOf(ctx),
  date: dayWritten(request.askedAt),
  paragraphs: [`贵单位${which(document)}经我校签收清点，发现${request.what === 'damaged' ? '破损' : '缺页'}：${request.details.replace(/[。；]$/, '')}。`, '请补寄相应页或补发全文，以便我校及时办理。特此函告。'],
});
