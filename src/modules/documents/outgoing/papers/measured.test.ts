import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { fontPaths } from '#mechanisms/reports/fonts.ts';
import type { Layout } from '../nouns.ts';
import { type Official, officialData } from './official.ts';

// The rendered page against the millimetres of GB/T 9704-2012. Ten pixels are a millimetre.
const folder = fileURLToPath(new URL('.', import.meta.url));
const template = join(folder, 'official.typ');
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontPaths() }] });
const frame = '<rect x="5" y="5" width="490" height="490" fill="none" stroke="#00f" stroke-width="10"/>';
compiler.mapShadow(join(folder, 'seal.png'), await sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500">${frame}</svg>`)).png().toBuffer());

const school = { name: '江城市实验学校', office: '党政办公室', principal: '王建华' };
const content = { title: '关于做好期中考试工作的通知', body: '一、时间\n国国国国国国国国国国国国国国国国国国国国国国国国国国国国国国国国', bodyFile: null, attachments: [], mainTo: ['各年级组'], copyTo: ['市教育局'], note: '' };
const facts = { number: '江实校发〔2026〕1号', signedBy: null, signedAt: '2026-11-22T03:00:00.000Z', urgency: 0, issueDay: null, printedAt: null, sealedAt: '2026-11-22T04:00:00.000Z' };
const filled = (layout: Layout, more: object = {}, sealWidth = 42) => officialData({ ...facts, layout }, school, { content: { ...content, ...more }, sealWidth, isDraft: false });

interface Page {
  svg: string;
  ink: (where: Area, is?: Colour) => Box;
}
interface Area {
  left?: number;
  top?: number;
  right?: number;
  bottom?: number;
}
type Box = Required<Area>;
type Colour = (r: number, g: number, b: number) => boolean;

const any: Colour = (r, g, b) => Math.min(r, g, b) < 160;
const isRed: Colour = (r, g, b) => r > 150 && g < 110 && b < 110;
const isBlue: Colour = (r, g, b) => b > 150 && r < 110 && g < 110;
const isBlack: Colour = (r, g, b) => Math.max(r, g, b) < 130;

/** The pages as they are drawn, each asked for the ink within an area (millimetres from the paper's upper left corner). */
const pagesOf = async (data: Official): Promise<Page[]> => {
  compiler.mapShadow(join(folder, 'data.json'), Buffer.from(JSON.stringify(data)));
  // The white of a later page would cover those before it.
  const svg = compiler.plainSvg({ mainFilePath: template }).replace(/<path class="typst-shape" fill="#ffffff"[^>]*\/>/g, '');
  const [, height] = /height="([\d.]+)pt"/.exec(svg)!;
  const count = Math.round(Number(height) / 841.89);
  return Promise.all(Array.from({ length: count }, async (_, i) => {
    const one = svg.replace(/viewBox="[^"]*" width="[^"]*" height="[^"]*"/, `viewBox="0 ${(i * Number(height)) / count} 595.2756 841.8898" width="2100" height="2970"`);
    const { data: pixels, info } = await sharp(Buffer.from(one), { unlimited: true }).flatten({ background: '#fff' }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    return { svg, ink: (where: Area, is = any) => inkIn(pixels, info.width, where, is) };
  }));
};

const inkIn = (pixels: Buffer, width: number, { left = 0, top = 0, right = 210, bottom = 297 }: Area, is: Colour): Box => {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let y = Math.round(Math.max(0, top) * 10); y < Math.min(297, bottom) * 10; y += 1)
    for (let x = Math.round(Math.max(0, left) * 10); x < Math.min(210, right) * 10; x += 1) {
      const at = (y * width + x) * 3;
      if (!is(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!)) continue;
      if (x / 10 < box.left) box.left = x / 10;
      if ((x + 1) / 10 > box.right) box.right = (x + 1) / 10;
      if (y / 10 < box.top) box.top = y / 10;
      box.bottom = (y + 1) / 10;
    }
  return box;
};

/** Within so many millimetres. */
const near = (is: number, wanted: number, by = 0.5) => expect(Math.abs(is - wanted), `${is.toFixed(2)} mm, not ${wanted} ± ${by}`).toBeLessThanOrEqual(by);

/** Lines of ink all across from one side to the other, from above. */
const linesOf = (page: Page, is: Colour, [from, to]: [number, number], [left, right]: [number, number]) => {
  const isThere = (y: number, x: number) => page.ink({ top: y, bottom: y + 0.09, left: x, right: x + 0.09 }, is).left < Infinity;
  const found: { top: number; bottom: number }[] = [];
  for (let y = from; y < to; y += 0.1) {
    const row = page.ink({ top: y, bottom: y + 0.09, left: left - 3, right: right + 3 }, is);
    const isLine = Math.abs(row.left - left) < 0.4 && Math.abs(row.right - right) < 0.4 && [0.2, 0.4, 0.6, 0.8].every((part) => isThere(y, left + (right - left) * part));
    if (isLine && found.at(-1) && y - found.at(-1)!.bottom < 0.15) found.at(-1)!.bottom = y + 0.1;
    else if (isLine) found.push({ top: y, bottom: y + 0.1 });
  }
  return found;
};

const redLines = (page: Page, range: [number, number], sides: [number, number]) => linesOf(page, isRed, range, sides);
const footLines = (page: Page) => linesOf(page, isBlack, [37, 264], [28, 184]);

/** Strokes in black as the page draws them, in millimetres: a quarter of one is too thin for pixels. */
const strokes = (svg: string) => [...svg.matchAll(/stroke="#000000" stroke-width="([\d.]+)"/g)].map(([, width]) => Number((Number(width) / 2.834646).toFixed(2)));

describe('文件', async () => {
  const [page] = await pagesOf(filled('file'));

  test('the name is 35 mm below the type area (37 mm), in its middle', () => {
    const name = page!.ink({ bottom: 95 }, isRed);
    near(name.top, 72);
    near((name.left + name.right) / 2, 106, 1);
  });

  test('two lines below it the number, 4 mm below that the red line as wide as the type area, 28 to 184 mm', () => {
    const name = page!.ink({ bottom: 95 }, isRed);
    const number = page!.ink({ top: name.bottom + 5, bottom: 115 }, isBlack);
    near(number.top - name.bottom, (225 / 22) * 2, 1.2);
    const [line, ...more] = redLines(page!, [100, 130], [28, 184]);
    expect(more).toEqual([]);
    near(line!.top - number.bottom, 4, 0.6);
  });

  test('the foot: 0.35, 0.25 and 0.35 mm lines as wide as the type area, the last on its lower edge (262 mm)', () => {
    expect(strokes(page!.svg)).toEqual([0.35, 0.25, 0.35]);
    const lines = footLines(page!);
    expect(lines).toHaveLength(3);
    near((lines[2]!.top + lines[2]!.bottom) / 2, 262, 0.2);
  });

  test('the seal is upright, in the middle of issuer and date, presses both, and is a line below the text at most', async () => {
    const sealed = page!.ink({}, isBlue);
    near(sealed.right - sealed.left, 42, 0.3);
    near(sealed.bottom - sealed.top, 42, 0.3);
    const written = page!.ink({ left: sealed.left + 1.5, right: sealed.right - 1.5, top: sealed.top + 1.5, bottom: sealed.bottom - 1.5 }, isBlack);
    near((written.left + written.right) / 2, (sealed.left + sealed.right) / 2, 1);
    expect(written.top).toBeGreaterThan(sealed.top);
    expect(written.bottom).toBeLessThan(sealed.bottom);
    // Both stand a little below the middle of the seal.
    expect((written.top + written.bottom) / 2 - (sealed.top + sealed.bottom) / 2).toBeGreaterThan(1);
    const text = page!.ink({ top: 150, bottom: sealed.top + 1 }, isBlack);
    expect(sealed.top - text.bottom).toBeGreaterThan(0);
    expect(sealed.top - text.bottom).toBeLessThan(225 / 22 + 1);
    // The date ends four characters before the edge.
    near(written.right, 184 - (4 * 156) / 28, 1);
  });

  test('page numbers: the dashes 7 mm below the type area, one character in, odd to the right and even to the left', async () => {
    const [one, two] = await pagesOf(filled('file', { body: '国'.repeat(900) }));
    for (const [page_, is] of [[one!, 'right'], [two!, 'left']] as const) {
      const number = page_.ink({ top: 264, bottom: 285 }, isBlack);
      const side = is === 'right' ? { left: number.right - 4 } : { right: number.left + 4 };
      const dash = page_.ink({ top: 264, bottom: 285, ...side }, isBlack);
      near(dash.top, 269);
      near(is === 'right' ? 184 - number.right : number.left - 28, 14 * 0.3528, 0.8);
    }
  });
});

test.each([30, 38, 45])('a seal of %i mm is a line below the text at most as well', async (width) => {
  const [page] = await pagesOf(filled('file', {}, width));
  const sealed = page!.ink({}, isBlue);
  const text = page!.ink({ top: 150, bottom: sealed.top + 1 }, isBlack);
  expect(sealed.top - text.bottom).toBeGreaterThan(0);
  expect(sealed.top - text.bottom).toBeLessThan(225 / 22 + 1);
});

test('22 lines of 28 characters: the second of three pages is full of 616', async () => {
  const [, page] = await pagesOf(filled('file', { body: '国'.repeat(1600) }));
  const block = page!.ink({ top: 30, bottom: 263 }, isBlack);
  near(block.left, 28, 0.8);
  near(block.right, 184, 0.8);
  near(block.top, 37, 0.8);
  // Below the last line as well there is the room between two lines.
  near(block.bottom, 262 - (225 / 22 - 16 * 0.3528), 0.8);
  expect(runs((at) => page!.ink({ left: 28, right: 184, top: at, bottom: at + 0.09 }, isBlack).left < Infinity, 36, 263)).toBe(22);
  expect(runs((at) => page!.ink({ left: at, right: at + 0.09, top: 37, bottom: 43 }, isBlack).left < Infinity, 27, 186)).toBe(28);
});

const runs = (isInk: (at: number) => boolean, from: number, to: number) => {
  let [count, before] = [0, false];
  for (let at = from; at < to; at += 0.1) {
    const now = isInk(at);
    if (now && !before) count += 1;
    before = now;
  }
  return count;
};

test('函: the name 30 mm from the edge, double lines of 170 mm, the second 20 mm from the foot, no number on the first page, no lines at the end', async () => {
  const data = filled('letter', { body: '国'.repeat(900) });
  const [page, second] = await pagesOf(data);
  near(page!.ink({ bottom: 60 }, isRed).top, 30);
  const name = page!.ink({ bottom: redLines(page!, [40, 65], [20, 190])[0]!.top - 1 }, isRed);
  const upper = redLines(page!, [40, 65], [20, 190]);
  const lower = redLines(page!, [265, 290], [20, 190]);
  expect([upper.length, lower.length]).toEqual([2, 2]);
  near(upper[0]!.top - name.bottom, 4);
  expect(upper[0]!.bottom - upper[0]!.top).toBeGreaterThan(upper[1]!.bottom - upper[1]!.top);
  expect(lower[0]!.bottom - lower[0]!.top).toBeLessThan(lower[1]!.bottom - lower[1]!.top);
  near(297 - lower[1]!.bottom, 20);
  expect(page!.ink({ top: 264, bottom: 297 }, isBlack).left).toBe(Infinity);
  expect(second!.ink({ top: 264, bottom: 285 }, isBlack).left).toBeLessThan(40);
  near(page!.ink({ left: 150, top: upper[1]!.bottom + 1, bottom: upper[1]!.bottom + 14 }, isBlack).right, 184, 1);
  expect(strokes(page!.svg)).toEqual([]);
});

test('命令: the name 20 mm below the type area; the date below the signature', async () => {
  const [page] = await pagesOf(filled('order'));
  near(page!.ink({}, isRed).top, 57);
});

test('上行文: the number at the left and whoever signed at the right, one character in from each edge', async () => {
  const [page] = await pagesOf({ ...filled('upward'), signer: '陈国栋' });
  const [line] = redLines(page!, [100, 130], [28, 184]);
  const row = page!.ink({ top: line!.top - 11, bottom: line!.top - 1 }, isBlack);
  near(row.left, 28 + 156 / 28, 0.8);
  near(184 - row.right, 156 / 28, 0.8);
});

test('纪要: the name 35 mm below the type area, no seal', async () => {
  const [page] = await pagesOf({ ...filled('minutes'), present: [{ label: '出席', names: '陈国栋、周敏' }] });
  near(page!.ink({ bottom: 95 }, isRed).top, 72);
  expect(page!.ink({}, isBlue).left).toBe(Infinity);
});

test('date and seal never stand alone on a page, however long the text is', async () => {
  for (let length = 470; length < 900; length += 140) {
    const pages = await pagesOf(filled('file', { body: '国'.repeat(length) }));
    const last = pages.find((page) => page.ink({}, isBlue).left < Infinity)!;
    const sealed = last.ink({}, isBlue);
    const text = last.ink({ bottom: sealed.top - 0.5 }, isBlack);
    expect(text.bottom - text.top, `${length} characters`).toBeGreaterThan(4);
  }
});

test('the foot covers no text: it goes to the next page where there is no room', async () => {
  for (let length = 120; length < 420; length += 84) {
    const last = (await pagesOf(filled('file', { body: '国'.repeat(length), note: '联系人：张三，电话：87654321' }))).at(-1)!;
    const [line] = footLines(last);
    const text = last.ink({ top: 37, bottom: line!.top - 0.5 });
    if (text.left < Infinity) expect(line!.top - text.bottom, `${length} characters`).toBeGreaterThan(2);
  }
});
