import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { extractImages, getDocumentProxy } from 'unpdf';
import { join } from 'node:path';
import { type Extracted, packageFolder } from './extract.ts';
import { Unreadable } from './unreadable.ts';

/** The text layer. A PDF without one holds pictures. */
export const readPdf = async (path: string): Promise<Extracted> => {
  const pdf = await opened(path);
  const texts: string[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) texts.push(await textOf(pdf, page));
  const text = texts.join('\n');
  const signs = text.replace(/\s/g, '').length;
  if (signs < 10 * pdf.numPages && signs <= 200) throw new Unreadable('pictures');
  return { text, pages: pdf.numPages, how: 'text' };
};

/** The page pictures of the first pages of a scan. */
export const picturesOf = async (path: string, most: number) => {
  const pdf = await opened(path);
  const pictures: Buffer[] = [];
  for (let page = 1; page <= Math.min(pdf.numPages, most); page += 1) pictures.push(...(await pictureOf(pdf, page)));
  return { pictures, pages: pdf.numPages };
};

// Without its character maps, a font of GBK that is not embedded gives no text at all.
const opened = async (path: string) => {
  const cMapUrl = `${pathToFileURL(join(packageFolder('pdfjs-dist'), 'cmaps')).href}/`;
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(path)), { cMapUrl, cMapPacked: true, isEvalSupported: false });
  if (pdf.numPages === 0) throw new Unreadable('broken');
  return pdf;
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
