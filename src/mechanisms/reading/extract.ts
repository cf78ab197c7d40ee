import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { refuseBomb } from './archives.ts';
import { Unreadable } from './unreadable.ts';

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

/** The body with its text boxes, and before it what stands at the head of the pages: a mark may stand there. */
const docx: Reader = async (path) => {
  await refuseBomb(path);
  const mammoth = (await import('mammoth')).default;
  const entries = unzipSync(await readFile(path), { filter: ({ name }) => /^word\/header\d*\.xml$/.test(name) });
  const heads = Object.values(entries).map((xml) => paragraphs(strFromU8(xml), 'w').trim());
  return plain([...heads, (await mammoth.extractRawText({ path })).value.replace(/\n{2,}/g, '\n')].filter(Boolean).join('\n'));
};

interface WordFile {
  getHeaders(options: { includeFooters: boolean }): string;
  getTextboxes(options: { includeHeadersAndFooters: boolean }): string;
  getBody(): string;
}

const doc: Reader = async (path) => {
  if ((await readFile(path)).includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new Unreadable('locked');
  const WordExtractor = require('word-extractor') as new () => { extract: (path: string) => Promise<WordFile> };
  const file = await new WordExtractor().extract(path);
  return plain([file.getHeaders({ includeFooters: false }), file.getTextboxes({ includeHeadersAndFooters: false }), file.getBody()].filter((text) => text?.trim()).join('\n'));
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

/** GB18030 where it is not UTF-8: most old office programs write it. A few GBK words are valid UTF-8 by chance, but no Chinese then. */
const text: Reader = async (path) => {
  const bytes = await readFile(path);
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (wide) return plain(new TextDecoder(wide).decode(bytes));
  const narrow = new TextDecoder('gb18030').decode(bytes);
  try {
    const utf8 = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const foreign = utf8.match(/[\u0080-\u07ff]/g)?.length ?? 0;
    return plain(foreign > utf8.length / 2 && /^[\s -~\u3000-\u9fff\uff00-\uffef]+$/.test(narrow) ? narrow : utf8);
  } catch {
    return plain(narrow);
  }
};

const readers: Record<string, Reader> = {
  'application/pdf': async (path) => (await import('./pdf.ts')).readPdf(path),
  [`${office}.wordprocessingml.document`]: docx,
  [`${office}.spreadsheetml.sheet`]: xlsx,
  [`${office}.presentationml.presentation`]: pptx,
  'application/vnd.oasis.opendocument.text': odt,
  'application/msword': doc,
  'application/vnd.ms-works': doc,
  'application/x-cfb': doc,
  'application/ofd': async (path) => (await import('./ofd.ts')).readOfd(path),
  'text/plain': text,
};

const pictures = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/tiff', 'image/bmp', 'image/gif']);

export const isPicture = (type: string) => pictures.has(type);

export const isReadable = (type: string) => type in readers;

/** The text of a file of a known type. It throws `pictures` where only its page pictures could tell, else the reason there is none. */
export const extract = async (path: string, type: string): Promise<Extracted> => {
  const found = await readers[type]!(path);
  if (!found.text.trim()) throw new Unreadable(type.startsWith('text/') || type === 'application/msword' ? 'no_text' : 'pictures');
  return found;
};
