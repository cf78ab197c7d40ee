import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { isBomb, sameName } from './rules.ts';

/** What is wrong with the package itself: a code of `faults`, and where. */
export class Faulty extends Error {
  readonly what: string;
  readonly at: string;
  constructor(what: string, at = '') {
    super(`${what} ${at}`);
    this.what = what;
    this.at = at;
  }
}

const most = { entries: 200_000, bytes: 200 * 1024 ** 3 };

export interface Opened {
  entries: ReadonlyMap<string, Entry>;
  /** The bytes of an entry, no more of them than it says it has. */
  read: (path: string) => Promise<Readable>;
  /** A short text, whole. */
  text: (path: string, most: number) => Promise<string>;
  close: () => void;
}

/** Opens a ZIP somebody brought. Nothing is written by the names that stand in it. */
export const openPackage = async (path: string): Promise<Opened> => {
  const zip = await new Promise<ZipFile>((resolve, reject) => yauzl.open(path, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, opened) => (error ? reject(new Faulty('not_zip')) : resolve(opened))));
  try {
    const entries = await listed(zip);
    const readOne = (name: string) => new Promise<Readable>((resolve, reject) => zip.openReadStream(entries.get(name)!, (error, stream) => (error ? reject(new Faulty('unreadable', name)) : resolve(stream))));
    const text = async (name: string, longest: number) => {
      if (entries.get(name)!.uncompressedSize > longest) throw new Faulty('bomb', name);
      const chunks: Buffer[] = [];
      for await (const chunk of await readOne(name)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString('utf8');
    };
    return { entries, read: readOne, text, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
};

/** The list is judged before anything is unpacked. */
const listed = async (zip: ZipFile) => {
  if (zip.entryCount > most.entries) throw new Faulty('too_many', String(zip.entryCount));
  const entries = new Map<string, Entry>();
  const names = new Set<string>();
  let total = 0;
  for (let entry = await next(zip); entry; entry = await next(zip)) {
    const { fileName: name, uncompressedSize: size, compressedSize: pressed } = entry;
    if (name.endsWith('/')) continue;
    if ((entry.generalPurposeBitFlag & 1) === 1) throw new Faulty('encrypted', name);
    if (names.has(sameName(name))) throw new Faulty('duplicate', name);
    total += size;
    if (isBomb({ size, pressed }) || total > most.bytes) throw new Faulty('bomb', name);
    names.add(sameName(name));
    entries.set(name, entry);
  }
  return entries;
};

const next = (zip: ZipFile) =>
  new Promise<Entry | undefined>((resolve, reject) => {
    zip.removeAllListeners();
    zip.once('entry', resolve).once('end', () => resolve(undefined)).on('error', (error: Error) => reject(/^(absolute path|invalid relative path|invalid characters)/.test(error.message) ? new Faulty('bad_path', error.message.replace(/^[^:]*: /, '').slice(0, 200)) : new Faulty('not_zip')));
    zip.readEntry();
  });
