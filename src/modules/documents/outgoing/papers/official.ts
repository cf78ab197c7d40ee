import { levelOf } from '#platform/levels.ts';
import { dayOf } from '#platform/time.ts';
import type { Content, Document, Layout } from '../nouns.ts';

export interface School {
  name: string;
  office: string;
  principal: string;
}

export interface Look {
  content: Content;
  /** The text of an uploaded draft, where the body was not written here. */
  uploaded?: string;
  /** Millimetres across; 0: no picture of a seal. */
  sealWidth: number;
  isDraft: boolean;
}

type Facts = Pick<Document, 'layout' | 'number' | 'signedBy' | 'signedAt' | 'urgency' | 'issueDay' | 'printedAt' | 'sealedAt'>;
type Paragraph = { level: number; text: string } | { rows: string[][]; /** How the columns share the width. */ widths: number[] };

/** What the official layouts are filled with (GB/T 9704-2012), on paper and in the DOCX. */
export const officialData = (document: Facts, school: School, { content, uploaded = '', sealWidth, isDraft }: Look) => {
  const { layout } = document;
  const issuerLines = linesOfIssuer(school.name, suffixes[layout]);
  const isBelow = [...content.mainTo.join('，')].length > mostBeforeText;
  return {
    layout: layout as Layout | 'plain',
    issuer: school.name,
    issuerLines,
    issuerSize: sizeOf(issuerLines),
    number: layout === 'order' ? (document.number ?? '').replace(/^.*〕(\d+号)$/, '第$1') : (document.number ?? ''),
    signer: layout === 'order' ? school.principal : (document.signedBy?.name ?? ''),
    signerTitle: '校长',
    copyNumber: content.copyNumber ?? '',
    urgency: ['', '加急', '特急'][document.urgency] ?? '',
    title: content.title,
    titleLines: titleLines(content.title),
    mainTo: layout === 'order' || isBelow ? '' : content.mainTo.join('，'),
    mainToBelow: isBelow ? content.mainTo.join('，') : '',
    body: paragraphsOf(content.body.trim() ? content.body : uploaded),
    attachments: content.attachments,
    present: layout === 'minutes' ? [{ label: '出席', names: content.attending ?? '' }, { label: '请假', names: content.absent ?? '' }, { label: '列席', names: content.observing ?? '' }].filter(({ names }) => names) : [],
    date: document.issueDay ?? document.signedAt ? dayWritten(document.issueDay ?? dayOf(document.signedAt!)) : '',
    // The layout sets the brackets.
    note: content.note.trim().replace(/^[（(](.*)[）)]$/, '$1'),
    copyTo: content.copyTo.join('，'),
    printer: school.office,
    printDate: printDay(document),
    sealWidth,
    watermark: isDraft ? '草稿' : '',
  };
};

export type Official = ReturnType<typeof officialData>;

/** A paper of the office itself, without a red head and without a foot: signed with the office's name and the day. */
export const plainData = (facts: Omit<Facts, 'layout'>, school: School, look: Look): Official => ({ ...officialData({ ...facts, layout: 'file' }, school, look), layout: 'plain', issuer: school.office, issuerLines: [], titleLines: bracketBelow(look.content.title) });

/** What a long title says in brackets at its end stands in a line by itself. */
const bracketBelow = (title: string) => (/^(.{1,19})(（.{1,19}）)$/u.exec(title)?.slice(1) ?? titleLines(title));

/** What follows the issuer's name at the head of each layout. */
export const suffixes = { file: '文件', upward: '文件', letter: '', minutes: '纪要', order: '令' };

/** Eight lines of recipients leave no text on the first page: they go to the foot of the last (7.3.2). */
const mostBeforeText = 8 * 28;

/** Sent to the press before it was sealed, or on the day of the seal: a later print run does not change the paper. */
const printDay = ({ printedAt, sealedAt }: Facts) => {
  const first = [printedAt, sealedAt].filter((at) => at !== null).toSorted()[0];
  return first ? dayWritten(dayOf(first)) : '';
};

/** Lines of cells with tabs between them are one table. */
const paragraphsOf = (body: string) => {
  const found: Paragraph[] = [];
  for (const line of body.split('\n').map((one) => one.replace(/^[ 　]+|\s+$/g, '')).filter((one) => one.trim())) {
    const before = found.at(-1);
    if (!line.includes('\t')) found.push({ level: levelOf(line), text: line });
    else if (before && 'rows' in before) before.rows.push(cellsOf(line));
    else found.push({ rows: [cellsOf(line)], widths: [] });
  }
  return found.map((one) => ('rows' in one ? sharing(sameLength(one.rows)) : one));
};

/** A column is as wide as what stands in it, from a heading of four letters to ten, and a letter for the room beside it. */
const sharing = (rows: string[][]) => ({ rows, widths: rows[0]!.map((_, i) => Math.max(4, ...rows.map((row) => Math.min(10, lengthOf(row[i]!)))) + 1) });

/** Figures and Latin letters are little more than half as wide. */
const lengthOf = (cell: string) => [...cell].reduce((sum, letter) => sum + (letter < '\u007f' ? 0.6 : 1), 0);

const cellsOf = (line: string) => line.split('\t').map((cell) => cell.trim());

const sameLength = (rows: string[][]) => {
  const most = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => [...row, ...Array.from({ length: most - row.length }, () => '')]);
};

/** A name of more than 16 characters stands in two lines, broken between words. */
const linesOfIssuer = (name: string, suffix: string) => {
  const whole = name + suffix;
  if ([...whole].length <= 16) return [whole];
  const words = wordsOf(whole);
  const cut = words.map((_, i) => words.slice(0, i + 1).join('')).toSorted((a, b) => Math.abs(a.length * 2 - whole.length) - Math.abs(b.length * 2 - whole.length))[0]!;
  return [cut, whole.slice(cut.length)].filter(Boolean);
};

/** As large as the type area of 156 mm allows, at most 48 points. */
const sizeOf = (lines: readonly string[]) => Math.min(48, Math.floor((156 / 25.4) * 72 / Math.max(...lines.map((line) => [...line].length))));

/** 2026年11月23日: no leading zero, the year in full. */
export const dayWritten = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

const mostInLine = 19;

/** Words that a line may end after: a number stays with what it counts, a mark with what it follows. */
const wordsOf = (text: string) => {
  const parts = [...new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
  return parts.reduce<string[]>((words, part) => {
    const last = words.at(-1);
    if (last !== undefined && (/^[的和与及、，》）”年月日号届次个学级章条]/.test(part) || /[\d《（“〔第和与及]$/.test(last))) words[words.length - 1] = last + part;
    else words.push(part);
    return words;
  }, []);
};

/** A title over several lines breaks between words, each line shorter than the one above (梯形) or, of three, the middle the longest (菱形). */
export const titleLines = (title: string): string[] => {
  const [words, length] = [wordsOf(title), [...title].length];
  if (length <= mostInLine) return [title];
  const least = Math.ceil(length / mostInLine);
  for (let count = least; count <= least + 2; count += 1) {
    const best = divided(words, count).filter((lines) => lines.every((line) => [...line].length <= mostInLine)).map((lines) => ({ lines, cost: costOf(lines) })).toSorted((a, b) => a.cost - b.cost)[0];
    if (best) return best.lines;
  }
  return Array.from({ length: least }, (_, i) => [...title].slice(i * mostInLine, (i + 1) * mostInLine).join(''));
};

/** Every way to set words in so many lines. */
const divided = (words: readonly string[], count: number): string[][] => {
  if (count === 1) return [[words.join('')]];
  const starts = words.map((_, i) => i + 1).filter((i) => i <= words.length - count + 1 && [...words.slice(0, i).join('')].length <= mostInLine);
  return starts.flatMap((i) => divided(words.slice(i), count - 1).map((rest) => [words.slice(0, i).join(''), ...rest]));
};

const costOf = (lines: readonly string[]) => {
  const long = lines.map((line) => [...line].length);
  const rises = long.slice(1).map((n, i) => n - long[i]!);
  const isSlope = rises.every((n) => n <= -1) || rises.every((n) => n >= 1);
  const isDiamond = long.length === 3 && rises[0]! > 0 && rises[1]! < 0;
  const mean = long.reduce((sum, n) => sum + n, 0) / long.length;
  return long.reduce((sum, n) => sum + (n - mean) ** 2, 0) + (isSlope || isDiamond ? 0 : 30);
};
