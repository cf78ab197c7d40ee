import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';

let opened: string | undefined;

type Room = () => Promise<number | undefined>;

/** Bytes that the disk has left for us; undefined where it does not say. */
const onDisk: Room = () => statfs(root()).then(({ bavail, bsize }) => bavail * bsize, () => undefined);
let measured = onDisk;

/** At boot: the folder of the bytes. */
export const openStore = (folder: string, room = onDisk) => {
  opened = folder;
  measured = room;
};

export const room = () => measured();

const root = () => {
  if (!opened) throw new Error('the store of files was not opened');
  return opened;
};

export const pathOf = (sha256: string) => join(root(), sha256.slice(0, 2), sha256.slice(2, 4), sha256);

const unfinished = () => join(root(), 'uploads');

/** Keeps bytes under their SHA-256. File and folder reach the disk before this answers; a disk that is full keeps nothing. */
export const put = async (bytes: Uint8Array) => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await settleAs(await keepPiece(bytes), pathOf(sha256));
  return sha256;
};

export const isThere = (path: string) => access(path).then(() => true, () => false);

export const has = (sha256: string) => isThere(pathOf(sha256));

export const read = (sha256: string) => createReadStream(pathOf(sha256));

/** The bytes are gone for good, and the picture after them: one that is being made finds them gone. */
export const erase = async (sha256: string) => {
  for (const path of [pathOf(sha256), beside(pathOf(sha256))]) await rm(path, { force: true });
};

/** Where the picture stands that was made of a kept file, under its name and never without it. */
export const beside = (path: string) => `${path}.jpg`;

export const keepBeside = async (path: string, picture: Uint8Array) => {
  await settleAs(await keepPiece(picture), beside(path));
  if (!(await isThere(path))) await rm(beside(path), { force: true });
};

/** A piece of an upload, by the name it is kept under until all are there. */
export const keepPiece = async (bytes: Uint8Array) => writtenAs(randomUUID(), async (file) => file.writeFile(bytes));

export const dropPieces = (pieces: readonly string[]) => Promise.all(pieces.map((piece) => rm(join(unfinished(), piece), { force: true })));

const headLength = 65_536;

/** The first bytes of an upload, which tell its type, however small its pieces are. */
export const headOf = async (pieces: readonly string[]) => {
  let head = Buffer.alloc(0);
  for (const piece of pieces) {
    if (head.length >= headLength) break;
    const file = await open(join(unfinished(), piece), 'r');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0).finally(() => file.close());
    head = Buffer.concat([head, buffer.subarray(0, bytesRead)]);
  }
  return head;
};

/** The pieces, one after the other, become a kept file. */
export const joinPieces = (pieces: readonly string[]) => putStream(bytesOf(pieces));

async function* bytesOf(pieces: readonly string[]) {
  for (const piece of pieces) yield* createReadStream(join(unfinished(), piece)) as AsyncIterable<Uint8Array>;
}

/** Bytes as they come, of whatever length, become a kept file. */
export const putStream = async (chunks: AsyncIterable<Uint8Array>) => {
  const hash = createHash('sha256');
  let size = 0;
  const whole = await writtenAs(randomUUID(), async (file) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      await file.write(chunk);
      size += chunk.length;
    }
  });
  const sha256 = hash.digest('hex');
  await settleAs(whole, pathOf(sha256));
  return { sha256, size };
};

const sumLength = 64;

/** The names of kept files, also by what stands beside them, and of pieces that nobody touched since `before` (milliseconds). */
export async function* untouched(before: number): AsyncGenerator<{ sha256?: string; piece?: string }> {
  for (const entry of await readdir(root(), { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile() || (await ageOf(join(entry.parentPath, entry.name))) >= before) continue;
    yield entry.parentPath === unfinished() ? { piece: entry.name } : { sha256: entry.name.slice(0, sumLength) };
  }
}

/** Takes a file that no row knows off the disk, unless somebody has just brought it again. */
export const takeAway = async (sha256: string, before: number) => {
  const aside = join(unfinished(), randomUUID());
  await mkdir(unfinished(), { recursive: true });
  await rename(pathOf(sha256), aside).catch(() => undefined);
  if ((await ageOf(aside)) >= before) await rename(aside, pathOf(sha256)).catch(() => undefined);
  for (const path of [aside, beside(pathOf(sha256))]) await rm(path, { force: true });
};

const ageOf = (path: string) => stat(path).then(({ mtimeMs }) => mtimeMs, () => 0);

/** A file under `name` among the unfinished, on the disk when this answers; one that could not be written whole is gone. */
const writtenAs = async (name: string, write: (file: FileHandle) => Promise<void>) => {
  await made(unfinished());
  const path = join(unfinished(), name);
  try {
    const file = await open(path, 'wx');
    await write(file).then(() => file.sync()).finally(() => file.close());
    await syncFolder(unfinished());
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return name;
};

const settleAs = async (piece: string, path: string) => {
  await made(dirname(path));
  await rename(join(unfinished(), piece), path);
  await syncFolder(dirname(path));
};

/** A new folder is safe only when the one above it reached the disk. */
const made = async (folder: string) => {
  const first = await mkdir(folder, { recursive: true });
  if (!first) return;
  for (let above = dirname(folder); above.length >= dirname(first).length; above = dirname(above)) {
    await syncFolder(above);
    if (above === dirname(above)) return;
  }
};

/** A new name in a folder is safe only when the folder itself reached the disk. Windows has no such thing. */
const syncFolder = async (folder: string) => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};
