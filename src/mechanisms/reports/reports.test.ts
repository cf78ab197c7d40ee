import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { pdf } from './pdf.ts';
import { type Column, xlsx } from './sheets.ts';

interface Row {
  text: string;
  n: number;
  day: string | null;
  at: string | null;
}
const columns: Column<Row>[] = [
  { title: '文字', width: 10, of: ({ text }) => text },
  { title: '数', width: 10, of: ({ n }) => n },
  { title: '日期', width: 12, of: ({ day }) => day, as: 'day' },
  { title: '时间', width: 16, of: ({ at }) => at, as: 'time' },
];
const row = (text: string): Row => ({ text, n: 3, day: '2026-11-24', at: '2026-11-24 14:05' });

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")'])('%j in a cell is text, not a formula', async (text) => {
  const file = await xlsx('表', columns, [row(text)]);
  const sheet = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']!);
  expect(sheet).not.toContain('<f');
  expect((await readXlsx(file)).sheets[0]!.rows[1]![0]).toBe(text);
});

test('numbers, days and times are cells of their own kind; what is not known is empty', async () => {
  const { rows } = (await readXlsx(await xlsx('表', columns, [row('a'), { text: 'b', n: 0, day: null, at: null }]))).sheets[0]!;
  expect(rows[1]).toEqual(['a', 3, new Date('2026-11-24T00:00:00Z'), new Date('2026-11-24T14:05:00Z')]);
  expect(rows[2]!.slice(0, 3).map((cell) => cell ?? null)).toEqual(['b', 0, null]);
});

const book = fileURLToPath(new URL('../../modules/documents/incoming/papers/book.typ', import.meta.url));
const lines = (n: number) => Array.from({ length: n }, (_, i) => [`2026-${i}`, '2026-11-24 09:12', '某局', '某教〔2026〕1号', '关于某事的通知', '', '通知', '', '平件', '1', '1／0', '', '', '办理中']);
const textsOf = async (content: Buffer) => (await extractText(await getDocumentProxy(new Uint8Array(content)))).text.map((text) => text.replace(/\s/g, ''));

test('a long register repeats its head on every page and counts them; the same facts are the same bytes', async () => {
  const data = { school: '某校', title: '收文登记簿', filters: '', lines: lines(120) };
  const paper = await pdf(book, data);
  const pages = await textsOf(paper);
  expect(pages.length).toBeGreaterThan(2);
  for (const [i, page] of pages.entries()) expect([page.includes('来文字号'), page.includes(`第${i + 1}页，共${pages.length}页`)]).toEqual([true, true]);
  expect((await pdf(book, data)).equals(paper)).toBe(true);
});

test('an empty register says so', async () => expect((await textsOf(await pdf(book, { school: '某校', title: '收文登记簿', filters: '', lines: [] })))[0]).toContain('没有符合条件的收文'));

test('a template that cannot be set is an error, and the next paper is printed', async () => {
  await expect(pdf(book, {})).rejects.toThrow();
  await expect(pdf(book, { school: '某校', title: '收文登记簿', filters: '', lines: [] })).resolves.toBeInstanceOf(Buffer);
});
