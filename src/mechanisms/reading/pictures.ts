import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { refuseBomb } from './archives.ts';
import type { Extracted } from './extract.ts';
import { limitInputPixels, recognise } from './ocr.ts';
import { pagesOf } from './pdf.ts';
import { Unreadable } from './unreadable.ts';

// The first pages of a scan say what it is; the rest of a thick one would hold up everything behind it.
const mostPages = 12;
const smallestPage = 200_000;

/** The text of page pictures: of an image, of a scanned PDF, of an office file or OFD that holds nothing but scans. */
export const readPictures = async (path: string, type: string): Promise<Extracted> => {
  const pages = type.startsWith('image/') ? await framesOf(path) : type === 'application/pdf' ? await pagesOf(path, mostPages) : await picturesIn(path);
  const read = await recognise(pages.filter((page) => typeof page !== 'string'));
  const text = pages.map((page) => (typeof page === 'string' ? page : read.shift())).join('\n');
  if (!text.trim()) throw new Unreadable('no_text');
  return { text, pages: pages.length, how: 'ocr' };
};

/** A scanner may put several pages into one TIFF. */
const framesOf = async (path: string): Promise<Buffer[]> => {
  const file = await readFile(path);
  const { pages = 1, format } = await sharp(file, { limitInputPixels }).metadata();
  if (format !== 'tiff' || pages === 1) return [file];
  return Promise.all(Array.from({ length: Math.min(pages, mostPages) }, (_, page) => sharp(file, { page, limitInputPixels }).png().toBuffer()));
};

const picturesIn = async (path: string) => {
  await refuseBomb(path);
  const entries = unzipSync(await readFile(path), { filter: ({ name }) => /\.(?:jpe?g|png|bmp|tiff?|webp)$/i.test(name) });
  const inOrder = Object.keys(entries).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const pictures: Buffer[] = [];
  for (const name of inOrder) {
    const { width = 0, height = 0 } = await sharp(entries[name]).metadata().catch(() => ({ width: 0, height: 0 }));
    if (width * height >= smallestPage && pictures.length < mostPages) pictures.push(Buffer.from(entries[name]!));
  }
  return pictures;
};
