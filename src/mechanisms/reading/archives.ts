import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Unreadable } from './unreadable.ts';

const most = { entries: 5000, bytes: 200 * 1024 ** 2, ratio: 200 };

/** Looks at the list of a ZIP before anything is unpacked: sizes, ratio, number of entries. And no XML of Office declares a DOCTYPE. */
export const refuseBomb = async (path: string) => {
  const open = promisify<string, object, ZipFile>(yauzl.open as never);
  const zip = await open(path, { lazyEntries: true, autoClose: true });
  let total = 0;
  let count = 0;
  for await (const entry of entriesOf(zip)) {
    total += entry.uncompressedSize;
    count += 1;
    if (count > most.entries) throw new Unreadable('bomb');
    if (total > most.bytes || entry.uncompressedSize > most.ratio * Math.max(entry.compressedSize, 10_240)) throw new Unreadable('bomb');
    if (/\.xml$|\.rels$/.test(entry.fileName) && (await headOf(zip, entry)).includes('<!DOCTYPE')) throw new Unreadable('doctype');
  }
};

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      zip.once('entry', resolve).once('end', () => resolve(undefined)).once('error', reject);
      zip.readEntry();
    });
    zip.removeAllListeners();
    if (!entry) return;
    yield entry;
  }
}

const headOf = (zip: ZipFile, entry: Entry) =>
  new Promise<string>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      stream.once('data', (chunk: Buffer) => (resolve(chunk.toString('latin1')), stream.destroy()));
      stream.once('end', () => resolve(''));
      stream.once('error', reject);
    });
  });
