import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, appendFile, mkdir, open, rename, rm, stat, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';

let opened: string | undefined;

/** At boot: the folder of the bytes. */
export const openStore = (folder: string) => {
  opened = folder;
};

const root = () => {
  if (!opened) throw new Error('the store of files was not opened');
  return opened;
};

export const pathOf = (sha256: string) => join(root(), sha256.slice(0, 2), sha256.slice(2, 4), sha256);

const partOf = (uploadId: string) => join(root(), 'uploads', uploadId);

/** Keeps bytes under their SHA-256. File and folder reach the disk before this answers. */
export const put = async (bytes: Uint8Array) => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const half = await halfFile();
  const file = await open(half, 'w');
  await file.writeFile(bytes).then(() => file.sync()).finally(() => file.close());
  await settleAs(half, sha256);
  return sha256;
};

export const has = (sha256: string) => access(pathOf(sha256)).then(() => true, () => false);

export const read = (sha256: string) => createReadStream(pathOf(sha256));

/** The bytes are gone for good. */
export const erase = (sha256: string) => rm(pathOf(sha256), { force: true });

/** The next piece of an upload; what a broken try left behind the known end is cut off first. */
export const append = async (uploadId: string, offset: number, bytes: Uint8Array) => {
  const part = partOf(uploadId);
  await mkdir(dirname(part), { recursive: true });
  if (offset > 0) await truncate(part, offset);
  else await rm(part, { force: true });
  await appendFile(part, bytes, { flush: true });
};

/** All pieces are there: the upload becomes a kept file. Its first bytes tell its type. */
export const complete = async (uploadId: string) => {
  const part = partOf(uploadId);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(part)) hash.update(chunk as Buffer);
  const sha256 = hash.digest('hex');
  const { size } = await stat(part);
  await settleAs(part, sha256);
  return { sha256, size };
};

export const drop = (uploadId: string) => rm(partOf(uploadId), { force: true });

const halfFile = async () => {
  const folder = join(root(), 'uploads');
  await mkdir(folder, { recursive: true });
  return join(folder, randomUUID());
};

const settleAs = async (half: string, sha256: string) => {
  const path = pathOf(sha256);
  await mkdir(dirname(path), { recursive: true });
  await rename(half, path);
  await syncFolder(dirname(path));
};

/** A new name in a folder is safe only when the folder itself reached the disk. Windows has no such thing. */
const syncFolder = async (folder: string) => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};
