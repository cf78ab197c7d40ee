import type { Proposal } from './rules.ts';

const year = '(?:19|20)\\d{2}';
const code = '[\\u4e00-\\u9fa5]{1,14}(?:[(（][\\u4e00-\\u9fa5]{1,6}[)）][\\u4e00-\\u9fa5]{0,6})?';
const opens = '〔［\\[（(【﹝{「〈<『';
const closes = '〕］\\]）)】﹞}」〉>』';
// Readers of pictures take one bracket of the pair for a letter that looks like it: 教基t2024〕3号.
const years = `(?:[${opens}]\\s*(${year})\\s*[${closes}jJlI|1]?|[tTlLIiCcGfr|1]\\s*(${year})\\s*[${closes}])`;
const bracketed = new RegExp(`(${code})\\s*${years}\\s*(第?)\\s*(\\d{1,5})\\s*号`);
const yearFirst = new RegExp(`[${opens}](${year})[${closes}]\\s*([\\u4e00-\\u9fa5]{1,10}字?)(第?)\\s*(\\d{1,5})\\s*号`);
const decree = new RegExp(`([\\u4e00-\\u9fa5]{2,30}(?:令|公告|通告))\\s*((?:${year}年)?第\\s*\\d{1,4}\\s*号)`);

export interface Number {
  value: string;
  written: string;
}

/** 发文字号 in whatever brackets, or the number of a decree or an announcement. */
export const numberIn = (line: string): Number | undefined => {
  const one = bracketed.exec(line);
  if (one) return { value: `${codeOf(one[1]!)}〔${one[2] ?? one[3]}〕${one[4]}${one[5]}号`, written: one[0] };
  const two = yearFirst.exec(line);
  if (two) return { value: `〔${two[1]}〕${two[2]}${two[3]}${two[4]}号`, written: two[0] };
  const three = decree.exec(line);
  return three ? { value: `${three[1]}${three[2]!.replace(/\s/g, '')}`, written: three[0] } : undefined;
};

const codeOf = (written: string) => written.replace(/^.*(?:文件|文号|字号)/, '').replace(/^(?:特急|加急|特提|平急|明电|密电)+/, '');

const after = /^(?:签发人.*|类别.*|[A-D]类?|公开|主动公开|(?:特急|加急|急件)|\d{4}年.*日)?$/;

/** Whether a line is a number and nothing else that counts. */
export const isNumberLine = (line: string) => {
  const found = numberIn(line);
  if (!found) return false;
  const [before = '', behind = ''] = line.split(found.written);
  return !/[\u4e00-\u9fa5]/.test(before) && after.test(behind.replace(/^[\s（()）★☆*·]+|[\s（()）]+$/g, ''));
};

/** The number of the document itself, from the lines above the addressee; one that is only cited is not taken for it. */
export const numberOf = (lines: readonly string[]): Proposal | undefined => {
  const body = lines.findIndex((line, i) => i > 0 && /[：:]$/.test(line) && line.length < 200);
  const own = lines.slice(0, body > 0 ? Math.min(body, 25) : 14);
  const paired = own.map((line, i) => (/(?:令|公告|通告)$/.test(line) && /^第?\s*(?:\d{4}年第)?\s*\d+\s*号$/.test(own[i + 1] ?? '') ? line + own[i + 1] : line));
  const where = paired.find(isNumberLine) ?? paired.find(isNumberWithTitle);
  return where ? { value: numberIn(where)!.value, where } : undefined;
};

const isNumberWithTitle = (line: string) => line.length < 40 && numberIn(line) !== undefined && !/根据|按照|依据|贯彻|转发|印发|收悉|[《》“”，。；]/.test(line);
