import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Layout } from '../nouns.ts';
import { docxOf } from './docx.ts';
import { officialData } from './official.ts';

// Where things stand in the editable paper. The numbers were compared once with LibreOffice: on the first page of each layout no line is further than half a millimetre from the PDF.
const school = { name: '江城市实验学校', office: '党政办公室', principal: '王建华' };
const content = { title: '关于做好期中考试工作的通知', body: '现将有关事项通知如下。', bodyFile: null, attachments: [], mainTo: ['各年级组'], copyTo: [], note: '' };
const facts = { number: '江实校发〔2026〕1号', signedBy: null, signedAt: '2026-11-22T03:00:00.000Z', urgency: 0, issueDay: null, printedAt: null, sealedAt: '2026-11-22T04:00:00.000Z' };
const partsOf = async (layout: Layout) => {
  const data = officialData({ ...facts, layout }, school, { content, sealWidth: 0, isDraft: false });
  const parts = unzipSync(new Uint8Array(await docxOf(data, '2026-11-22T03:00:00.000Z')));
  return Object.fromEntries(Object.entries(parts).filter(([name]) => name.endsWith('.xml')).map(([name, xml]) => [name, strFromU8(xml)]));
};
const twips = (mm: number) => Math.floor((mm / 25.4) * 1440);
const linesOf = (xml: string) => [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => ({ text: [...one.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(''), before: Number(/w:before="(\d+)"/.exec(one)?.[1] ?? 0), line: Number(/w:line="(\d+)"/.exec(one)?.[1] ?? 0) }));

test.each([['file', 35], ['upward', 35], ['minutes', 35], ['order', 20]] as const)('%s: the name begins %d mm below the type area, and a line is 579 twips', async (layout, above) => {
  const { 'word/document.xml': body } = await partsOf(layout);
  expect(body).toMatch(new RegExp(`w:top="${twips(37)}"[^>]*w:left="${twips(28)}"|w:top="${twips(37)}"`));
  const [name, ...rest] = linesOf(body!);
  expect(name).toMatchObject({ before: twips(above) });
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
