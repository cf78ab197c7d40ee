import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { refuseBomb } from './archives.ts';
import { recognise } from './ocr.ts';
import { readOfd } from './ofd.ts';
import { readPdf } from './pdf.ts';

export interface Extracted {
  text: string;
  pages: number | null;
  /** Where the text came from. */
  how: 'text' | 'ocr';
}

const office = 'application/vnd.openxmlformats-officedocument';
const require = createRequire(import.meta.url);

/** The folder of a package that was installed beside us. */
export const packageFolder = (name: string) => dirname(require.resolve(`${name}/package.json`));

type Reader = (path: string) => Promise<Extracted>;

const plain = (text: string, pages: number | null = null): Extracted => ({ text, pages, how: 'text' });

const docx: Reader = async (path) => {
  await refuseBomb(path);
  const mammoth = (await import('mammoth')).default;
  return plain((await mammoth.extractRawText({ path })).value.replace(/\n{2,}/g, '\n'));
};

const doc: Reader = async (path) => {
  const WordExtractor = require('word-extractor') as new () => { extract: (path: string) => Promise<{ getBody: () => string }> };
  return plain((await new WordExtractor().extract(path)).getBody());
};

const xlsx: Reader = async (path) => {
  await refuseBomb(path);
  const { readXlsx } = await import('hucre');
  const { sheets } = await readXlsx(await readFile(path));
  return plain(sheets.map(({ rows }) => rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))).join('\t')).join('\n')).join('\n'), sheets.length);
};

/** Slides in order, their text runs paragraph by paragraph. */
const pptx: Reader = async (path) => {
  await refuseBomb(path);
  const entries = unzipSync(await readFile(path), { filter: ({ name }) => /^ppt\/slides\/slide\d+\.xml$/.test(name) });
  const slides = Object.entries(entries).sort(([a], [b]) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)));
  return plain(slides.map(([, xml]) => paragraphs(strFromU8(xml), 'a')).join('\n'), slides.length);
};

const odt: Reader = async (path) => {
  await refuseBomb(path);
  const { 'content.xml': xml } = unzipSync(await readFile(path), { filter: ({ name }) => name === 'content.xml' });
  return plain(paragraphs(strFromU8(xml ?? new Uint8Array()), 'text'));
};

const paragraphs = (xml: string, prefix: string) =>
  [...xml.matchAll(new RegExp(`<${prefix}:(?:p|h)[ >][\\s\\S]*?</${prefix}:(?:p|h)>`, 'g'))].map(([paragraph]) => unescaped(paragraph.replace(/<[^>]+>/g, ''))).join('\n');

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string) => text.replace(/&(#x?[\da-f]+|\w+);/gi, (all, name: string) => named[name] ?? (name[0] === '#' ? String.fromCodePoint(Number(name[1] === 'x' ? `0${name.slice(1)}` : name.slice(1))) : all));

/** GB18030 where it is not UTF-8: most old office programs write it. */
const text: Reader = async (path) => {
  const bytes = await readFile(path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return plain(new TextDecoder('utf-16le').decode(bytes));
  try {
    return plain(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return plain(new TextDecoder('gb18030').decode(bytes));
  }
};

const image: Reader = async (path) => ({ text: await recognise([await readFile(path)]), pages: 1, how: 'ocr' });

const readers: Record<string, Reader> = {
  'application/pdf': (path) => readPdf(path, join(packageFolder('pdfjs-dist'), 'cmaps')),
  [`${office}.wordprocessingml.document`]: docx,
  [`${office}.spreadsheetml.sheet`]: xlsx,
  [`${office}.presentationml.presentation`]: pptx,
  'application/vnd.oasis.opendocument.text': odt,
  'application/msword': doc,
  'application/vnd.ms-works': doc,
  'application/x-cfb': doc,
  'application/ofd': readOfd,
  'text/plain': text,
  'image/png': image,
  'image/jpeg': image,
  'image/webp': image,
  'image/tiff': image,
  'image/bmp': image,
};

export const isReadable = (type: string) => type in readers;

/** The text of a file of a known type. It throws with the reason when there is none to be had. */
export const extract = (path: string, type: string): Promise<Extracted> => readers[type]!(path);
