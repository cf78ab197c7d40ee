import { datesOf } from './dates.ts';

export interface Proposal {
  value: string;
  /** The line it was read from. */
  where: string;
}
export type Field = 'title' | 'number' | 'sender' | 'date' | 'kind' | 'secrecy' | 'secrecyPeriod' | 'urgency' | 'respondBy';
export type Proposals = Partial<Record<Field, Proposal>>;

/** What the fields of an incoming document probably are, for a person to confirm; nothing where the text does not say. */
export const propose = (text: string, fileName = ''): Proposals => {
  const lines = linesOf(text);
  const head = lines.slice(0, 40);
    const title = titleOf(head) ?? fromFileName(fileName);
  const law = title && isLaw(title.value) ? lawOf(lines) : undefined;
  const date: Dated | undefined = law?.date ?? dateOf(lines);
  const number = law?.number ?? numberOf(head);
  const sender = law?.sender ?? senderOf(lines, title?.value ?? '', date?.line);
  return tidy({ title, number, sender, date: date && { value: date.value, where: date.where }, kind: kindOf(title), secrecy: secrecyOf(head.slice(0, 12).join('\n')), ...marksOf(head), respondBy: respondByOf(lines) });
};

const tidy = (all: Partial<Record<Field, Proposal | undefined>>) => Object.fromEntries(Object.entries(all).filter(([, proposal]) => proposal)) as Proposals;

/** Lines without the blanks that layout and OCR put between characters, without page numbers and empty ones. */
export const linesOf = (text: string) =>
  text
    .normalize('NFC')
    .split(/\r?\n|\f/)
    .map((line) => line.replace(/办公[打斤丁庁万厂](?=关于|对|文件|转发|印发|$)/g, '办公厅').replace(/[\u3000\t ]+/g, ' ').replace(/(?<=[^\x20-\x7e]) (?=[^\x20-\x7e]|[\d〔[(（])|(?<=\d) (?=[^\x20-\x7e])/g, '').trim())
    .filter((line) => line && !/^[-—－–\s]*\d{1,3}[-—－–\s]*$/.test(line));

const year = '(?:19|20)\\d{2}';
const numberForm = new RegExp(`([\\u4e00-\\u9fa5]{1,14}?(?:[(（][\\u4e00-\\u9fa5]{1,6}[)）])?)\\s*(?:[〔［\\[（(【﹝{「]\\s*(${year})\\s*[〕］\\]）)】﹞}」]|字?第?\\s*(${year})\\s*年?)\\s*(?:第\\s*)?(\\d{1,5})\\s*号`);

/** 发文字号 in whatever brackets; in the head of a document, so that one that is only quoted is not taken for its own. */
const numberOf = (head: readonly string[]): Proposal | undefined => {
  const body = head.findIndex((line) => /[：:]$/.test(line) && line.length < 200 && head.indexOf(line) > 0);
  const own = head.slice(0, body > 0 ? body : 14);
  const alone = own.find((line) => new RegExp(`^${numberForm.source}$`).test(stripped(line))) ?? own.find((line) => numberForm.test(line) && line.length < 40 && !/^(?:根据|按照|依据)/.test(line));
  const found = alone && numberForm.exec(stripped(alone));
  return found ? { value: `${found[1]}〔${found[2] ?? found[3]}〕${Number(found[4])}号`, where: alone } : undefined;
};

const stripped = (line: string) => line.replace(/^[^\u4e00-\u9fa5]+|签发人.*$/g, '').trim();

const kindWords = ['决议', '决定', '命令', '公报', '公告', '通告', '意见', '通知', '通报', '报告', '请示', '批复', '议案', '复函', '函', '纪要', '答复', '令'];
const lawWords = ['条例', '规定', '办法', '细则', '规则', '法', '章程', '标准', '规程', '制度', '方案', '规划', '纲要', '要点', '总结', '登记表', '一览表', '目录', '清单', '名单'];
const endsAsTitle = new RegExp(`(?:${[...kindWords, ...lawWords].join('|')})(?:[（(][^（）()]{1,12}[）)])?$`);
const endsAsKind = new RegExp(`(${kindWords.join('|')})(?:[（(][^（）()]{1,12}[）)])?$`);

const isLaw = (title: string) => !endsAsKind.test(title) && /(?:条例|规定|办法|细则|规则|法)(?:[（(][^（）()]{1,12}[）)])?$/.test(title);

/** Up to six lines of the head that together end as a title ends. With 关于 first: that is how all but laws are named. */
const titleOf = (head: readonly string[]): Proposal | undefined => {
  const candidates = head.slice(0, 25).flatMap((_, start) => titlesFrom(head, start));
  const best = candidates.find(({ value }) => /关于|转发|印发/.test(value) && endsAsKind.test(value)) ?? candidates.find(({ value }) => value.length <= 60);
  return best && { ...best, value: best.value.replace(/[*＊]$/, '') };
};

const titlesFrom = (head: readonly string[], start: number) => {
  let joined = '';
  for (const line of head.slice(start, start + 6)) {
    if (isNotTitle(line)) return [];
    joined += line;
    if (joined.length > 200) return [];
    if (endsAsTitle.test(joined) && balanced(joined)) return [{ value: joined, where: joined }];
  }
  return [];
};

const balanced = (text: string) => (text.match(/《/g)?.length ?? 0) === (text.match(/》/g)?.length ?? 0);

const isNotTitle = (line: string) =>
  line.endsWith('文件') && !line.includes('关于') ? true : numberForm.test(line) && line.length < 40 ? true : /[：:。；]$|^(?:附件|抄送|目录|第[一二三四五六七八九十]+[章条])|密级|紧急程度|签发人|^(?:特急|加急)$/.test(line);

const kindOf = (title: Proposal | undefined): Proposal | undefined => {
  if (!title) return undefined;
  const kind = endsAsKind.exec(title.value)?.[1] ?? /(条例|规定|办法|细则|规则)(?:[（(][^（）()]{1,12}[）)])?$/.exec(title.value)?.[1];
  return kind ? { value: kind === '复函' ? '函' : kind, where: title.value } : undefined;
};

const organ = /(?:国务院|人民政府|人民代表大会|常务委员会|委员会|办公[厅室]|[部厅局委院会]|法院|检察院|中心|学院|大学|学校|中学|小学|协会|集团|公司|办|组|馆|站|所|队|社|处)$/;

/** The head of red letters, the issuer named in the title, or whoever signed above the date. */
const senderOf = (lines: readonly string[], title: string, dateLine: number | undefined): Proposal | undefined => {
  const red = lines.slice(0, 6).find((line) => /^[\u4e00-\u9fa5]{3,40}文件$/.test(line) && !/关于|规范性/.test(line));
  const under = dateLine === undefined ? undefined : lines[dateLine - 1];
  if (red && under && under.length <= 40 && under.startsWith(red.replace(/文件$/, ''))) return { value: under, where: under };
  if (red) return { value: red.replace(/文件$/, ''), where: red };
  const named = /^([\u4e00-\u9fa5、，（）()\s]{2,60}?)(?:关于|转发|印发|对(?=.*答复$))/.exec(title)?.[1];
  if (named && organ.test(named)) return { value: named, where: title };
  const signed = dateLine === undefined ? undefined : lines.slice(Math.max(0, dateLine - 3), dateLine).reverse().find((line) => line.length <= 40 && organ.test(line));
  return signed ? { value: signed.replace(/^.*[，。：]/, ''), where: signed } : undefined;
};

/** The first line that is nothing but a date, as under a signature; failing that, the first date of the text's end. */
const dateOf = (lines: readonly string[]) => {
  const alone = lines.findIndex((line, i) => i > 0 && datesOf(line).length === 1 && line.replace(/[（）()]/g, '').length <= datesOf(line)[0]!.text.length + 2);
  if (alone >= 0) return { value: datesOf(lines[alone]!)[0]!.day, where: lines[alone]!, line: alone };
  const last = lines.length - 1;
  for (let i = last; i > Math.max(0, last - 15); i -= 1) {
    const [date] = datesOf(lines[i]!).reverse();
    if (date && lines[i]!.length < 60) return { value: date.day, where: lines[i]!, line: i };
  }
  return undefined;
};

interface Dated extends Proposal {
  line: number;
}

interface Law {
  sender: Proposal;
  number?: Proposal;
  date?: Dated;
}

const anyDate = '(?:\\d{4}|[一二三四五六七八九〇○零]{4})年[^年]{1,12}月[^月]{1,8}日';
const passedBy = new RegExp(`(${anyDate})([^，。；（）()\\d]{0,60}(?:常务委员会|人民代表大会|人民政府|国务院|委员会|[部委局厅]))[^，。；]{0,60}?(通过|修正|修订|发布|公布|批准)`, 'g');
const decreedBy = new RegExp(`(${anyDate})((?:[\\u4e00-\\u9fa5]{2,20}令第\\d+号、?)+)`);

/** A law: the body that passed it, or changed it last, and that day, from the lines under its title; approval by another counts less. */
const lawOf = (lines: readonly string[]): Law | undefined => {
  const under = lines.slice(0, 20).join('');
  const decree = decreedBy.exec(under);
  const passed = [...under.matchAll(passedBy)];
  const last = passed.filter(([, , , how]) => how === '通过' || how === '修正' || how === '修订').at(-1) ?? passed.at(-1);
  if (decree && !passed.some(([, , , how]) => how === '修正' || how === '修订')) {
    const bodies = [...decree[2]!.matchAll(/([\u4e00-\u9fa5]{2,20}?)令第\d+号/g)].map(([, body]) => nameOf(body!));
    return { sender: { value: bodies.join(' '), where: decree[0] }, number: { value: decree[2]!.replace(/、$/, ''), where: decree[0] }, ...dated(decree[1]!, decree[0]) };
  }
  return last ? { sender: { value: nameOf(last[2]!), where: last[0] }, ...dated(last[1]!, last[0]) } : undefined;
};

const nameOf = (body: string) => body.replace(/^(?:经|由|根据)/, '').replace(/^中华人民共和国(?=国务院|教育部|.{2,8}部$)/, '');

const dated = (text: string, where: string): Pick<Law, 'date'> => {
  const date = datesOf(text)[0];
  return date ? { date: { value: date.day, where, line: 0 } } : {};
};

const fromFileName = (name: string): Proposal | undefined => {
  const value = name.replace(/\.[^.]+$/, '').replace(/^[\d\s._-]+/, '').replace(/^附件[-：:\d]*/, '');
  return /[\u4e00-\u9fa5]{4,}/.test(value) ? { value, where: name } : undefined;
};

const secrecyForm = /(?:^|\n|密级[：:]?\s*)(绝密|机密|秘密)\s*(?:[★☆*＊]\s*([0-9一二三四五六七八九十]+\s*年|长期|[0-9]+个月))?\s*(?=\n|$|[★☆*＊])/;

/** A mark of 秘密, 机密 or 绝密 that stands by itself, as on paper. Text that only speaks of secrets carries none. */
export const secrecyOf = (text: string): Proposal | undefined => {
  const found = secrecyForm.exec(linesOf(text).slice(0, 15).join('\n'));
  return found ? { value: found[1]!, where: found[0].trim() } : undefined;
};

const marksOf = (head: readonly string[]): Proposals => {
  const urgent = head.slice(0, 10).find((line) => /^(?:紧急程度[：:]?\s*)?(?:特急|加急|紧急|特提|平急)$/.test(line) || /(?:秘密|机密|绝密).*(?:特急|加急)$/.test(line));
  const period = secrecyForm.exec(head.slice(0, 15).join('\n'))?.[2];
  return tidy({ urgency: urgent ? { value: /特/.test(urgent) ? '特急' : '加急', where: urgent } : undefined, secrecyPeriod: period ? { value: period, where: period } : undefined });
};

/** 请于11月20日前报送: a date that the letter itself asks for. The year is that of the letter where none is written. */
const respondByOf = (lines: readonly string[]): Proposal | undefined => {
  const asked = lines.find((line) => /(?:于|在).{0,4}\d{1,2}月\d{1,2}日.{0,12}(?:前|之前|以前|下班前).{0,20}(?:报|送|反馈|回复|答复|寄|提交)/.test(line));
  if (!asked) return undefined;
  const found = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/.exec(asked)!;
  const written = found[1] ?? dateOf(lines)?.value.slice(0, 4);
  return written ? { value: `${written}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`, where: asked } : undefined;
};
