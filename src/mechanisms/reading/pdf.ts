import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { extractImages, getDocumentProxy } from 'unpdf';
import type { Extracted } from './extract.ts';
import { recognise } from './ocr.ts';

// The first pages of a scan say what it is; the rest of a thick one would hold up everything behind it.
const mostScanned = 12;

/** The text layer; where a PDF has none, its page pictures are read. */
export const readPdf = async (path: string, cmaps: string): Promise<Extracted> => {
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(path)), { cMapUrl: `${pathToFileURL(cmaps).href}/`, cMapPacked: true, isEvalSupported: false });
  if (pdf.numPages === 0) throw new Error('it has no pages');
  const texts: string[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) texts.push(await textOf(pdf, page));
  const text = texts.join('\n');
  if (text.replace(/\s/g, '').length >= 10 * pdf.numPages || text.replace(/\s/g, '').length > 200) return { text, pages: pdf.numPages, how: 'text' };
  const pictures: Buffer[] = [];
  for (let page = 1; page <= Math.min(pdf.numPages, mostScanned); page += 1) pictures.push(...(await pictureOf(pdf, page)));
  if (!pictures.length) throw new Error('no text and no page pictures');
  return { text: await recognise(pictures), pages: pdf.numPages, how: 'ocr' };
};

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const textOf = async (pdf: Pdf, page: number) => {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
};

/** The largest picture of a page is the page of a scan. */
const pictureOf = async (pdf: Pdf, page: number) => {
  const pictures = await extractImages(pdf, page);
  const largest = pictures.sort((a, b) => b.width * b.height - a.width * a.height)[0];
  if (!largest || largest.width * largest.height < 200_000) return [];
  const { data, width, height, channels } = largest;
  return [await sharp(Buffer.from(data), { raw: { width, height, channels } }).png().toBuffer()];
};
