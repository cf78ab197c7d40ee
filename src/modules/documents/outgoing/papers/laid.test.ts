import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { libreOffice } from '#mechanisms/reading/converter.ts';
import { fontPaths } from '#mechanisms/reports/fonts.ts';
import { pdf } from '#mechanisms/reports/pdf.ts';
import type { Layout } from '../nouns.ts';
import { docxOf } from './docx.ts';
import { type Official, officialData } from './official.ts';

// The editable paper beside the PDF, line by line, as LibreOffice lays it out with the same fonts: each line has the same words, and stands within a millimetre.
const program = process.platform === 'linux' ? await libreOffice() : undefined;
const why = program ? '' : ' (left out: LibreOffice is not installed)';
const folder = mkdtempSync(join(tmpdir(), 'zongban-laid-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const school = { name: '江城市实验学校', office: '党政办公室', principal: '王建华' };
const facts = { number: '江实校发〔2026〕12号', signedBy: { id: '1', name: '陈国栋' }, signedAt: '2026-11-22T03:00:00.000Z', urgency: 0, issueDay: null, printedAt: null, sealedAt: '2026-11-22T04:00:00.000Z' };
const said = '各年级组、各处室要高度重视本次期中考试的组织工作，明确分工（见附件1），落实“谁主管、谁负责”的要求，确保命题、制卷、监考、阅卷各环节规范有序。考试于2026年11月9日至11日进行，共3天，七年级12个班、八年级11个班参加，按《考务管理办法》（江实校发〔2025〕18号）执行；听力用MP3播放。';
const body = ['现将有关事项通知如下。', '一、时间和对象', said.repeat(2), '（一）命题要求', '国'.repeat(90), said.repeat(2), '1. 试卷结构与2025年一致，满分150分。', said, '二、组织领导', said.repeat(3), '（二）阅卷安排', said.repeat(2), '（三）考务人员提前到岗。', '特此通知。'].join('\n');
const content = { title: '江城市实验学校关于做好2026年秋季学期期中考试命题制卷监考阅卷及质量分析工作的通知', body, bodyFile: null, mainTo: ['各年级组', '各处室'], attachments: ['期中考试日程安排表', '关于进一步加强全校考务管理和试卷保密工作的实施细则与分工安排一览表（2026年修订）'], copyTo: ['市教育局', '区教育督导室', '市公安局', '市卫生健康委员会', '区人民政府办公室'], note: '联系人：张三，电话：87654321', attending: '王建华、周敏、陈国栋、李芳、赵明、孙丽、周强、吴刚、郑洁、冯伟、陈晨、褚卫', observing: '李四、王五' };
const filled = (layout: Layout, more: object = {}) => officialData({ ...facts, layout }, school, { content: { ...content, ...more }, sealWidth: 0, isDraft: false });

const layouts = ['file', 'upward', 'letter', 'minutes', 'order'] as const;
// Ends of texts near the end of a page: what goes with the signature, and what stands above the 版记.
const ends = [150, 208, 266, 324, 382, 440].map((length) => filled('file', { title: '关于期中考试的通知', attachments: [], body: `${'国'.repeat(length)}。\n${'文'.repeat(length % 90)}。` }));
const papers: Record<string, Official> = { ...Object.fromEntries(layouts.map((layout) => [layout, filled(layout)])), marked: filled('file', { copyNumber: '000001' }), ...Object.fromEntries(ends.map((data, i) => [`end${i}`, data])) };

/** The fonts that came with the program, under the names that the DOCX asks for. */
const fontsUnder = () => {
  const named = { 仿宋_GB2312: 'Noto Serif SC', 楷体_GB2312: 'Noto Serif SC', 宋体: 'Noto Serif SC', 方正小标宋简体: 'Noto Serif SC', 黑体: 'Noto Sans SC' };
  const matches = Object.entries(named).map(([name, is]) => `<match target="pattern"><test name="family" qual="any"><string>${name}</string></test><edit name="family" mode="assign" binding="same"><string>${is}</string></edit>${name.startsWith('方正') ? '<edit name="weight" mode="assign"><int>205</int></edit>' : ''}</match>`);
  const path = join(folder, 'fonts.conf');
  writeFileSync(path, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${fontPaths().map((one) => `<dir>${one}</dir>`).join('')}<cachedir>${folder}/cache</cachedir>${matches.join('')}</fontconfig>`);
  return path;
};

interface Line {
  page: number;
  /** Millimetres from the paper's upper edge to the foot of the letters. */
  at: number;
  words: string;
}

const linesOf = async (bytes: Uint8Array): Promise<Line[]> => {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const lines: (Line & { parts: [number, string][] })[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || !item.str.trim()) continue;
      const [from, at] = [item.transform[4] as number, 297 - ((item.transform[5] as number) / 72) * 25.4];
      const there = lines.find((one) => one.page === page && Math.abs(one.at - at) < 1.5);
      if (there) there.parts.push([from, item.str]);
      else lines.push({ page, at, words: '', parts: [[from, item.str]] });
    }
  }
  return lines.sort((a, b) => a.page - b.page || a.at - b.at).map(({ page, at, parts }) => ({ page, at, words: parts.sort(([a], [b]) => a - b).map(([, text]) => text).join('').replace(/\s/g, '') }));
};

const template = fileURLToPath(new URL('./official.typ', import.meta.url));

beforeAll(async () => {
  if (!program) return;
  for (const [name, data] of Object.entries(papers)) writeFileSync(join(folder, `${name}.docx`), await docxOf(data, facts.signedAt));
  await promisify(execFile)(program, ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', 'pdf', '--outdir', folder, ...Object.keys(papers).map((name) => join(folder, `${name}.docx`))], { env: { ...process.env, FONTCONFIG_FILE: fontsUnder() }, timeout: 100_000 });
}, 120_000);

test.skipIf(!program).each(Object.keys(papers))(`%s: the same words in each line, on the same pages, within a millimetre${why}`, async (name) => {
  const ours = await linesOf(await pdf(template, papers[name]!, { keptFrom: Date.parse(facts.signedAt) }));
  const theirs = await linesOf(readFileSync(join(folder, `${name}.pdf`)));
  expect(theirs.map(({ page, words }) => `${page} ${words}`)).toEqual(ours.map(({ page, words }) => `${page} ${words}`));
  const apart = ours.map(({ at }, i) => Math.abs(theirs[i]!.at - at));
  expect(Math.max(...apart), `line ${apart.indexOf(Math.max(...apart)) + 1}: ${ours[apart.indexOf(Math.max(...apart))]!.words}`).toBeLessThan(1);
});

test.skipIf(!program).each(layouts)(`%s: a full page has 22 lines, a full line of Chinese 28 characters${why}`, async (name) => {
  const lines = (await linesOf(readFileSync(join(folder, `${name}.pdf`)))).filter(({ page, words }) => page === 2 && !words.startsWith('—'));
  expect(lines).toHaveLength(22);
  expect(Math.max(...lines.map(({ words }) => [...words.replace(/[0-9A-Za-z]/g, '')].length))).toBe(28);
});
