import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { extractImages, getDocumentProxy } from 'unpdf';
import { join } from 'node:path';
import { type Extracted, packageFolder } from './extract.ts';
import { Unreadable } from './unreadable.ts';

const fewest = 20;

/** The text layer. A PDF without one, or whose first page has none, holds pictures. */
export const readPdf = async (path: string): Promise<Extracted> => {
  const pdf = await opened(path);
  const texts: string[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) texts.push(await textOf(pdf, page));
  const signs = texts.map(signsOf);
  const all = signs.reduce((sum, n) => sum + n, 0);
  if ((all < 10 * pdf.numPages && all <= 200) || (signs[0]! < fewest && (await pictureOf(pdf, 1)))) throw new Unreadable('pictures');
  return { text: texts.join('\n'), pages: pdf.numPages, how: 'text' };
};

/** Page by page, the text where there is some; of the first pages without, the picture. */
export const pagesOf = async (path: string, most: number): Promise<(string | Buffer)[]> => {
  const pdf = await opened(path);
  const pages: (string | Buffer)[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const text = await textOf(pdf, page);
    const picture = page <= most && signsOf(text) < fewest ? await pictureOf(pdf, page) : undefined;
    pages.push(picture ?? text);
  }
  return pages;
};

const signsOf = (text: string) => text.replace(/\s/g, '').length;

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
  if (!largest || largest.width * largest.height < 200_000) return undefined;
  const { data, width, height, channels } = largest;
  return sharp(Buffer.from(data), { raw: { width, height, channels } }).png().toBuffer();
};
