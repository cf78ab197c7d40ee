import { dateAlone } from './dates.ts';
import { isNumberLine } from './numbers.ts';
import type { Proposal } from './rules.ts';

const kindWords = ['决议', '决定', '命令', '公报', '公告', '通告', '意见', '通知', '通报', '报告', '请示', '批复', '议案', '复函', '函', '纪要', '答复', '令'];
const lawWords = ['条例', '规定', '办法', '细则', '规则', '法', '章程', '标准', '规程', '制度', '方案', '规划', '纲要', '要点', '总结', '登记表', '一览表', '目录', '清单', '名单', '预案', '计划', '措施', '指南', '守则', '公示', '简章', '须知', '倡议书', '建议', '说明'];
const tail = '(?:[（(〈][^（）()〈〉]{1,14}[）)〉])?';
const endsAsTitle = new RegExp(`(?:${[...kindWords, ...lawWords].join('|')})${tail}$`);
const endsAsKind = new RegExp(`(${kindWords.join('|')})${tail}$`);
const law = new RegExp(`(条例|规定|办法|细则|规则|法)${tail}$`);
const about = /关于|转发|印发|批转/;

export const isLaw = (title: string) => !endsAsKind.test(title) && law.test(title);

export const kindOf = (title: Proposal | undefined): Proposal | undefined => {
  const kind = title && (endsAsKind.exec(title.value)?.[1] ?? law.exec(title.value)?.[1]);
  return kind && kind !== '法' ? { value: kind === '复函' ? '函' : kind, where: title.value } : undefined;
};

/** Up to eight lines of the head that together read as a title. With 关于 first: that is how all but laws are named. */
export const titleOf = (lines: readonly string[]): Proposal | undefined => {
  const head = lines.slice(0, 30);
  const starts = head.slice(0, 25).map((_, start) => endingsFrom(head, start));
  const best = first(starts, ({ value }) => about.test(value) && endsAsKind.test(value)) ?? first(starts, ({ value }) => about.test(value)) ?? first(starts, ({ value }) => value.length <= 60) ?? openEnded(head);
  return best && { value: best.value.replace(/[*＊]$/, '').replace(/[〈(（]([^〈〉()（）]{1,14})[)）]|[(（]([^〈〉()（）]{1,14})〉/g, '（$1$2）'), where: best.value };
};

interface Ending {
  value: string;
  /** The line after it is not of the title. */
  closed: boolean;
}

const first = (starts: readonly Ending[][], fits: (ending: Ending) => boolean) => {
  const endings = starts.map((all) => all.filter(fits)).find((all) => all.length);
  return endings?.find(({ closed }) => closed) ?? endings?.[0];
};

const endingsFrom = (head: readonly string[], start: number): Ending[] => {
  const lines = linesFrom(head, start);
  return lines.flatMap((_, i) => {
    const value = lines.slice(0, i + 1).join('').replace(/^[^\u4e00-\u9fa5《“]+/, '');
    const next = head[start + i + 1];
    return endsAsTitle.test(value) && isWhole(value) ? [{ value, closed: next === undefined || isNoTitle(next) || isAddressee(next) }] : [];
  });
};

const linesFrom = (head: readonly string[], start: number) => {
  const own = head.slice(start, start + 8);
  const end = own.findIndex(isNoTitle);
  const [line = '', next = ''] = own;
  return next.startsWith(line) ? [] : own.slice(0, end < 0 ? own.length : end);
};

/** Brackets closed, no sentence in it, and not the middle of one. */
const isWhole = (value: string) =>
  value.length <= 200 && ['《》', '“”', '（）'].every(([open, close]) => value.split(open!).length === value.split(close!).length) && !/[，,。；;：:！？]/.test(value.replace(/《[^》]*》/g, '')) && !/^(?:根据|按照|依据|为了|为(?:贯彻|落实|深入|进一步|做好|加强|全面)|现将|现就|经|的|和|等)/.test(value);

const isAddressee = (line: string) => /^各|、.*(?:局|部|院|校|政府|委|厅)/.test(line);

/** Between the number and the addressee stands the title, however it ends. */
const openEnded = (head: readonly string[]): Ending | undefined => {
  const from = head.findIndex(isNumberLine) + 1;
  const to = head.findIndex((line, i) => i > from && (/[：:]$/.test(line) || isAddressee(line)));
  const value = head.slice(from, to).join('');
  return from > 0 && to > from && to - from <= 5 && isWhole(value) && /^.{0,40}关于/.test(value) && !head.slice(from, to).some(isNoTitle) ? { value, closed: true } : undefined;
};

const isNoTitle = (line: string) =>
  (line.endsWith('文件') && !line.includes('关于')) ||
  isNumberLine(line) ||
  dateAlone(line) !== undefined ||
  /[：:。；;]$|^(?:附件|附：|抄送|目录|签发人|第[一二三四五六七八九十]+[章条])|密级|紧急程度|份号|签发人|^[（(][^（）()]*[）)]$|^(?:特急|加急|特提|秘密|机密|绝密)(?:$|[★☆])|^[\x20-\x7e]+$| \| |^\||^第?(?:\d{4}年第)?\d+号$|[>＞»]|^(?:当前位置|您的位置|首页)/.test(line);

/** The name of a file is a title only if it reads as one: not 扫描件20260301 or 新建文档. */
export const fromFileName = (name: string): Proposal | undefined => {
  const value = name.replace(/\.[^.]+$/, '').replace(/^[\d\s._-]+/, '').replace(/^附件[-：:\d]*/, '').replace(/[（(]\d+[）)]$/, '');
  return /[\u4e00-\u9fa5]{4,}/.test(value) && (endsAsTitle.test(value) || about.test(value)) ? { value, where: name } : undefined;
};
