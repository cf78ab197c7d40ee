import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Layout } from '../nouns.ts';
import { docxOf } from './docx.ts';
import { officialData } from './official.ts';

// Where things stand in the editable paper. The numbers were compared once with LibreOffice: on the first page of each layout no line is further than half a millimetre from the PDF. Later pages are held to the arithmetic of an exact line.
const school = { name: '江城市实验学校', office: '党政办公室', principal: '王建华' };
const content = { title: '关于做好期中考试工作的通知', body: '现将有关事项通知如下。', bodyFile: null, attachments: [], mainTo: ['各年级组'], copyTo: [], note: '' };
const facts = { number: '江实校发〔2026〕1号', signedBy: null, signedAt: '2026-11-22T03:00:00.000Z', urgency: 0, issueDay: null, printedAt: null, sealedAt: '2026-11-22T04:00:00.000Z' };
const partsOf = async (layout: Layout) => {
  const data = officialData({ ...facts, layout }, school, { content, sealWidth: 0, isDraft: false });
  const parts = unzipSync(new Uint8Array(await docxOf(data, '2026-11-22T03:00:00.000Z')));
  return Object.fromEntries(Object.entries(parts).filter(([name]) => name.endsWith('.xml')).map(([name, xml]) => [name, strFromU8(xml)]));
};
const twips = (mm: number) => Math.floor((mm / 25.4) * 1440);
const higher = twips(3.4);
const linesOf = (xml: string) => [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => ({ text: [...one.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(''), before: Number(/w:before="(\d+)"/.exec(one)?.[1] ?? 0), line: Number(/w:line="(\d+)"/.exec(one)?.[1] ?? 0) }));

test.each([['file', 35], ['upward', 35], ['minutes', 35], ['order', 20]] as const)('%s: the name begins %d mm below the type area, and a line is 579 twips', async (layout, above) => {
  const { 'word/document.xml': body } = await partsOf(layout);
  expect(body).toContain(`w:top="${twips(37) - higher}"`);
  const [name, ...rest] = linesOf(body!);
  expect(name).toMatchObject({ before: higher + twips(above) });
  expect(rest.find(({ text }) => text === '现将有关事项通知如下。')).toMatchObject({ line: 579 });
  expect(body).toContain('<w:widowControl w:val="false"/>');
});

test('函: the name 30 mm below the paper’s edge in the head of the first page, the double lines beyond the type area, no number on that page', async () => {
  const parts = await partsOf('letter');
  expect(parts['word/document.xml']).toMatch(new RegExp(`w:header="${twips(30)}"[^>]*w:footer="${twips(20)}"`));
  const first = Object.entries(parts).find(([name, xml]) => /header\d/.test(name) && xml.includes('江城市实验学校'))![1];
  expect(linesOf(first)[0]).toMatchObject({ text: '江城市实验学校', before: 0 });
  expect(first).toMatch(/thickThinSmallGap/);
  expect(first).toContain(`w:left="-${twips(8)}" w:right="-${twips(6)}"`);
  const foot = Object.entries(parts).find(([name, xml]) => /footer\d/.test(name) && xml.includes('thinThickSmallGap'))![1];
  expect(foot).not.toContain('PAGE');
  expect(linesOf(parts['word/document.xml']!)[0]!.text).toBe('江实校发〔2026〕1号');
});

test('from the second page on the first line stands where that of the PDF does, within half a millimetre', async () => {
  const { 'word/document.xml': body } = await partsOf('file');
  const top = Number(/w:top="(\d+)"/.exec(body!)![1]);
  // An exact line puts the foot of its letters at four fifths of its height; in the PDF it is 0.88 of 16 points below the type area's edge.
  expect(Math.abs(((top + 0.8 * 579) / 1440) * 25.4 - (37 + ((0.88 * 16) / 72) * 25.4))).toBeLessThan(0.5);
  const bottom = Number(/w:bottom="(\d+)"/.exec(body!)![1]);
  expect(Math.floor((twips(297) - top - bottom) / 579)).toBe(22);
});

test('函: the empty head of its later pages ends above their text', async () => {
  const parts = await partsOf('letter');
  const heads = Object.entries(parts).filter(([name, xml]) => /header\d/.test(name) && !xml.includes('江城市实验学校'));
  const top = Number(/w:top="(\d+)"/.exec(parts['word/document.xml']!)![1]);
  expect(heads.map(([, xml]) => linesOf(xml).map(({ line }) => twips(30) + line < top))).toEqual([[true], [true]]);
});

test('with 份号 and 紧急程度 above it the name still begins 35 mm below the type area', async () => {
  const data = officialData({ ...facts, layout: 'file', urgency: 1 }, school, { content: { ...content, copyNumber: '000001' }, sealWidth: 0, isDraft: false });
  const body = strFromU8(unzipSync(new Uint8Array(await docxOf(data, '2026-11-22T03:00:00.000Z')))['word/document.xml']!);
  expect(linesOf(body).slice(0, 3)).toMatchObject([{ text: '000001', line: 579 }, { text: '加急', line: 579 }, { before: higher + twips(35) - 2 * 579 }]);
});
