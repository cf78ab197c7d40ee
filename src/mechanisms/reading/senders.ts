import { datesOf } from './dates.ts';
import { isNumberLine } from './numbers.ts';
import type { Proposal } from './rules.ts';

const organ = /(?:国务院|政府|人民代表大会|常务委员会|委员会|指挥部|办公[厅室]|[部厅局委院会办组馆站所队社处科中大]|法院|检察院|中心|学院|大学|学校|中学|小学|高中|初中|幼儿园|校区|集团|公司|党组|支部|总支|银行|医院|街道|[乡镇])(?:[（(][\u4e00-\u9fa5]{1,12}[）)])?$/;
const name = /^[\u4e00-\u9fa5（）()]{2,40}$/;

export interface Signed {
  names: string[];
  where: string;
}

/** The authorities of a line, if it holds nothing else. */
export const organsIn = (line: string) => {
  const names = bared(line).split(/[\s、]+/).filter(Boolean);
  return names.every((one) => name.test(one) && organ.test(one) && !/[的了在]|^[一二三四五六七八九十]+$/.test(one)) ? names : [];
};

const bared = (line: string) => line.replace(/[（(](?:盖章|公章|印章|代章|章)[）)]/g, '').replace(/^[^\u4e00-\u9fa5]+|[^\u4e00-\u9fa5）)]+$/g, '');

/** Who signed: the lines of names right above the date, or before it on its own line. */
export const signedAbove = (lines: readonly string[], dateLine: number): Signed | undefined => {
  const date = datesOf(lines[dateLine] ?? '')[0];
  const beside = date ? organsIn((lines[dateLine] ?? '').slice(0, date.index)) : [];
  if (beside.length) return { names: beside, where: lines[dateLine]! };
  const above: string[][] = [];
  for (let i = dateLine - 1; i >= Math.max(0, dateLine - 10); i -= 1) {
    const names = lines[i]!.length <= 60 ? organsIn(lines[i]!) : [];
    if (!names.length) break;
    above.unshift(names);
  }
  return above.length ? { names: above.flat(), where: above.flat().join(' ') } : undefined;
};

/** The red letters: 某局文件, or several names around one 文件. */
const letterhead = (lines: readonly string[]): Signed | undefined => {
  const head = lines.slice(0, 12);
  const at = head.findIndex((line) => /^[\u4e00-\u9fa5\s]{0,60}文件$/.test(line) && !/关于|规范性|印发|转发/.test(line));
  if (at < 0) return undefined;
  const own = head[at]!.replace(/文件$/, '').trim();
  const beside = own ? (organsIn(own).length ? organsIn(own) : [own]) : [];
  const before = runOf(head.slice(0, at).reverse()).reverse();
  const names = [...before, ...beside, ...runOf(head.slice(at + 1))];
  return names.length ? { names, where: head[at]! } : undefined;
};

const runOf = (lines: readonly string[]) => {
  const end = lines.findIndex((line) => !organsIn(line).length || isNumberLine(line));
  return lines.slice(0, end < 0 ? lines.length : end).flatMap(organsIn);
};

const namedForm = /^([\u4e00-\u9fa5、，（）()\s]{2,80}?)(?:关于|转发|印发|批转|对(?=.*答复$))/;

/** Who sends it: several who signed together, the red letters, the issuer named in the title, whoever signed, the name at the top. */
export const senderOf = (lines: readonly string[], title: string, dateLine: number | undefined): Proposal | undefined => {
  const signed = dateLine === undefined ? undefined : signedAbove(lines, dateLine);
  const red = letterhead(lines);
  const named = namedForm.exec(title)?.[1]?.trim();
  if (signed && signed.names.length > 1 && agree(signed.names[0]!, red?.names[0] ?? named)) return said(signed);
  if (red && signed?.names[0]?.startsWith(red.names.join(''))) return said(signed);
  if (red) return said(red);
  if (named && organsIn(named).length) return { value: organsIn(named).join(' '), where: title };
  if (signed) return said(signed);
  if (named && /等[\d一二三四五六七八九十]*(?:部门|单位)$/.test(named)) return { value: named, where: title };
  return isNumberLine(lines[1] ?? '') && organsIn(lines[0]!).length ? { value: organsIn(lines[0]!).join(' '), where: lines[0]! } : undefined;
};

const agree = (one: string, other: string | undefined) => other === undefined || other.startsWith(one) || one.startsWith(other);

const said = ({ names, where }: Signed): Proposal => ({ value: names.join(' '), where });
