import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pathOf } from '#mechanisms/files/store.ts';
import type { Db } from '#platform/db.ts';
import { tellLater } from '#platform/outbox.ts';
import { type Extracted, isReadable } from './extract.ts';

export interface Limits {
  /** Milliseconds of wall time, megabytes of memory. */
  time: number;
  memory: number;
}

const forText: Limits = { time: 20_000, memory: 300 };
const forPictures: Limits = { time: 600_000, memory: 900 };

const child = fileURLToPath(new URL('./child.ts', import.meta.url));

/** The text of a stored file, read by a child that may die: of time, of memory, of the file itself. */
export const readText = (path: string, type: string, limits: Limits = type.startsWith('image/') || type === 'application/pdf' ? forPictures : forText) =>
  new Promise<Extracted>((resolve, reject) => {
    const reader = fork(child, [], { execArgv: ['--max-old-space-size=512', '--no-warnings'], serialization: 'json', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const end = (settle: () => void) => (clearTimeout(clock), clearInterval(watch), reader.removeAllListeners(), reader.kill('SIGKILL'), settle());
    const clock = setTimeout(() => end(() => reject(new Error(`not read within ${limits.time / 1000} s`))), limits.time);
    const watch = setInterval(async () => (await memoryOf(reader.pid)) > limits.memory && end(() => reject(new Error(`it needs more than ${limits.memory} MB`))), 100);
    reader.on('message', ({ ok, why }: { ok?: Extracted; why?: string }) => end(() => (ok ? resolve(ok) : reject(new Error(why)))));
    reader.on('exit', (code, signal) => end(() => reject(new Error(`the reader ended: ${signal ?? code}`))));
    reader.on('error', (error) => end(() => reject(error)));
    reader.send({ path, type });
  });

/** Megabytes in memory; only Linux says. */
const memoryOf = async (pid: number | undefined) => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
};

const longest = 2_000_000;

/** Reads a stored file once. What cannot be read is kept as a file, marked with the reason. */
export const readBlob = async (db: Db, sha256: string, now: string) => {
  const blob = await db.selectFrom('blobs').select(['type', 'textState']).where('sha256', '=', sha256).where('erasedAt', 'is', null).executeTakeFirst();
  if (blob?.textState !== 'waiting') return;
  const found = isReadable(blob.type) ? await readText(pathOf(sha256), blob.type).catch((error: Error) => error) : undefined;
  await db.transaction().execute(async (open) => {
    await open.updateTable('blobs').set({ ...outcome(found), readAt: now }).where('sha256', '=', sha256).execute();
    await tellLater(open, now, 'files.read', { sha256 });
  });
};

const outcome = (found: Extracted | Error | undefined) => {
  if (!found) return { textState: 'none' };
  if (found instanceof Error) return { textState: 'unreadable', textWhy: found.message };
  // PostgreSQL keeps no zero byte.
  const text = found.text.replaceAll('\0', '').slice(0, longest);
  return text.trim() ? { textState: 'read', text, pages: found.pages } : { textState: 'unreadable', textWhy: 'no text in it', pages: found.pages };
};
