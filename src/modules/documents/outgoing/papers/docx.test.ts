import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Layout } from '../nouns.ts';
import { docxOf } from './docx.ts';
import { officialData } from './official.ts';

// Where things stand in the editable paper, by the arithmetic of an exact line; laid.test.ts asks LibreOffice, where it is.
const school = { name: '江城市实验学校', office: '党政办公室', principal: '王建华' };
const content = { title: '关于做好期中考试工作的通知', body: '现将有关事项通知如下。', bodyFile: null, attachments: [], mainTo: ['各年级组'], copyTo: [], note: '' };
const facts = { number: '江实校发〔2026〕1号', signedBy: null, signedAt: '2026-11-22T03:00:00.000Z', urgency: 0, issueDay: null, printedAt: null, sealedAt: '2026-11-22T04:00:00.000Z' };
const partsOf = async (layout: Layout, more: object = {}) => {
  const data = officialData({ ...facts, layout }, school, { content: { ...content, ...more }, sealWidth: 0, isDraft: false });
  const parts = unzipSync(new Uint8Array(await docxOf(data, '2026-11-22T03:00:00.000Z')));
  return Object.fromEntries(Object.entries(parts).filter(([name]) => name.endsWith('.xml')).map(([name, xml]) => [name, strFromU8(xml)]));
};
const twips = (mm: number) => Math.floor((mm / 25.4) * 1440);
const higher = twips(3.3);
const lower = twips(0.95);
const linesOf = (xml: string) => [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => ({ xml: one, text: [...one.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(''), before: Number(/w:before="(\d+)"/.exec(one)?.[1] ?? 0), line: Number(/w:line="(\d+)"/.exec(one)?.[1] ?? 0) }));

test.each([['file', 35], ['upward', 35], ['minutes', 35], ['order', 20]] as const)('%s: the name begins %d mm below the type area, and a line is 29 points', async (layout, above) => {
  const { 'word/document.xml': body } = await partsOf(layout);
  expect(body).toContain(`w:top="${twips(37) - higher}"`);
  const [name, ...rest] = linesOf(body!);
  expect(name).toMatchObject({ before: higher + lower + twips(above) });
  expect(rest.find(({ text }) => text === '现将有关事项通知如下。')).toMatchObject({ line: 580 });
  expect(body).toContain('<w:widowControl w:val="false"/>');
});

test('函: the name 30 mm below the paper’s edge in the head of the first page, the double lines beyond the type area, no number on that page', async () => {
  const parts = await partsOf('letter');
  expect(parts['word/document.xml']).toMatch(new RegExp(`w:header="${twips(30) + lower}"[^>]*w:footer="${twips(20)}"`));
  const first = Object.entries(parts).find(([name, xml]) => /header\d/.test(name) && xml.includes('江城市实验学校'))![1];
  expect(linesOf(first)[0]).toMatchObject({ text: '江城市实验学校', before: 0 });
  expect(first).toMatch(/thickThinSmallGap/);
  expect(first).toContain(`w:left="-${twips(8)}" w:right="-${twips(6)}"`);
  const foot = Object.entries(parts).find(([name, xml]) => /footer\d/.test(name) && xml.includes('thinThickSmallGap'))![1];
  expect(foot).not.toContain('PAGE');
  expect(linesOf(parts['word/document.xml']!)[0]!.text).toBe('江实校发〔2026〕1号');
});

test('from the second page on the first line stands where that of the PDF does, and the last of 22, within half a millimetre', async () => {
  const { 'word/document.xml': body } = await partsOf('file');
  const top = Number(/w:top="(\d+)"/.exec(body!)![1]);
  // An exact line puts the foot of its letters at four fifths of its height; in the PDF it is 0.88 of 16 points below the type area's edge.
  const ofLine = (n: number) => ((top + (n - 1) * 580 + 0.8 * 580) / 1440) * 25.4 - (37 + ((0.88 * 16) / 72) * 25.4 + (n - 1) * (225 / 22));
  expect(Math.abs(ofLine(1))).toBeLessThan(0.5);
  expect(Math.abs(ofLine(22))).toBeLessThan(0.5);
  const bottom = Number(/w:bottom="(\d+)"/.exec(body!)![1]);
  expect(Math.floor((twips(297) - top - bottom) / 580)).toBe(22);
});

test('函: the empty head of its later pages ends above their text', async () => {
  const parts = await partsOf('letter');
  const heads = Object.entries(parts).filter(([name, xml]) => /header\d/.test(name) && !xml.includes('江城市实验学校'));
  const top = Number(/w:top="(\d+)"/.exec(parts['word/document.xml']!)![1]);
  expect(heads.map(([, xml]) => linesOf(xml).map(({ line }) => twips(30) + lower + line < top))).toEqual([[true], [true]]);
});

test('with 份号 and 紧急程度 above it the name still begins 35 mm below the type area', async () => {
  const data = officialData({ ...facts, layout: 'file', urgency: 1 }, school, { content: { ...content, copyNumber: '000001' }, sealWidth: 0, isDraft: false });
  const body = strFromU8(unzipSync(new Uint8Array(await docxOf(data, '2026-11-22T03:00:00.000Z')))['word/document.xml']!);
  expect(linesOf(body).slice(0, 3)).toMatchObject([{ text: '000001', line: 580 }, { text: '加急', line: 580 }, { before: higher + lower + twips(35) - 2 * 580 }]);
});

test.each(['file', 'upward', 'minutes'] as const)('%s: the red line, and the lines of the 版记, are as wide as the type area, whatever stands beside them', async (layout) => {
  const { 'word/document.xml': body } = await partsOf(layout, { copyTo: ['市教育局'] });
  const ruled = linesOf(body!).filter(({ xml }) => xml.includes('w:pBdr'));
  expect(ruled.map(({ xml }) => [/w:sz="(\d+)"/.exec(xml)![1], xml.includes('w:ind ')])).toEqual([['12', false], ['8', false], ['6', false], ['8', false]]);
});

test('a heading goes with what it heads, a numbered sentence does not, and with the signature what it signs', async () => {
  const { 'word/document.xml': body } = await partsOf('file', { body: `一、时间\n考试为期三天。\n（一）考生提前到场。\n${'长'.repeat(200)}\n特此通知。` });
  const goesOn = (text: string) => /<w:keepNext\/>/.test(linesOf(body!).findLast((one) => one.text.startsWith(text))!.xml);
  expect(['一、时间', '考试为期', '（一）考生', '长长', '特此通知', '江城市', '2026年'].map(goesOn)).toEqual([true, false, false, false, true, true, false]);
});

test('the note stands on the 纪要, too', async () => {
  const { 'word/document.xml': body } = await partsOf('minutes', { note: '联系人：张三' });
  expect(linesOf(body!).map(({ text }) => text)).toContain('（联系人：张三）');
});
