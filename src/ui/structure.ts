import { levelOf } from '#platform/levels.ts';

export type Level = 0 | 1 | 2 | 3 | 4;

const digits = '〇一二三四五六七八九';

/** 1 to 99 as headings count: 十, 十一, 二十. */
const han = (n: number) => (n < 10 ? digits[n]! : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ''}`);

const marks: Record<Level, (n: number) => string> = { 0: () => '', 1: (n) => `${han(n)}、`, 2: (n) => `（${han(n)}）`, 3: (n) => `${n}.`, 4: (n) => `（${n}）` };

const heads = [/^\s*[一二三四五六七八九十百]+、\s*/, /^\s*（[一二三四五六七八九十百]+）\s*/, /^\s*\d+[.．]\s*/, /^\s*（\d+）\s*/];

/** A line without the mark of its level. */
const bare = (line: string) => heads.reduce((text, head) => text.replace(head, ''), line);

/** Headings of a level count on from one, and begin anew under the one above. */
export const renumbered = (body: string) => {
  const at = [0, 0, 0, 0, 0];
  return body.split('\n').map((line) => {
    const level = levelOf(line.trim()) as Level;
    if (level === 0) return line;
    at.fill(0, level + 1);
    at[level]! += 1;
    return marks[level](at[level]!) + bare(line);
  }).join('\n');
};

interface Spot {
  start: number;
  end: number;
}

/** The lines that the selection touches get the level, and all headings count on. `caret` stands behind what was chosen. */
export const withLevel = (body: string, { start, end }: Spot, level: Level) => {
  const first = body.slice(0, start).split('\n').length - 1;
  const last = body.slice(0, end).split('\n').length - 1;
  const lines = body.split('\n').map((line, i) => (i < first || i > last ? line : marks[level](1) + bare(line)));
  const text = renumbered(lines.join('\n'));
  return { text, caret: text.split('\n').slice(0, last + 1).join('\n').length };
};

/** What comes from WPS or Word, as official text is written: one line a paragraph, no indents, full-width marks between Chinese letters, headings in their four forms. */
export const cleaned = (pasted: string) =>
  pasted
    .replace(/\r\n?|\u2028|\u2029|\v|\f/g, '\n')
    .replace(/[\u200b-\u200f\ufeff\u00ad]/g, '')
    .split('\n')
    .map(cleanedLine)
    .filter((line, i, all) => line !== '' || (all[i - 1] !== '' && i > 0 && i < all.length - 1))
    .join('\n');

const full: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

const cleanedLine = (line: string) =>
  line
    .replace(/^[\s\u3000\u00a0•·●]+|[\s\u3000\u00a0]+$/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/^([一二三四五六七八九十百]+)\s*[、.．]\s*/, '$1、')
    .replace(/^[(（]\s*([一二三四五六七八九十百]+|\d+)\s*[)）]\s*、?\s*/, '（$1）')
    .replace(/^(\d+)(?:[．、]|\.(?!\d))\s*/, '$1.')
    .replace(/(?<=[\p{Script=Han}）》”]),(?=\p{Script=Han})|(?<=\p{Script=Han})[;:?!](?=\p{Script=Han}|$)/gu, (mark) => full[mark]!)
    .replace(/(?<=\p{Script=Han})\(([^()]*)\)/gu, '（$1）')
    .replace(/"([^"]*)"/g, '“$1”')
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '');
