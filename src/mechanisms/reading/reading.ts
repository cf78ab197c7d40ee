import { fork } from 'node:child_process';
import { readFile as contentOf, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pathOf } from '#mechanisms/files/store.ts';
import type { Db } from '#platform/db.ts';
import { tellLater } from '#platform/outbox.ts';
import { surroundings } from '#platform/surroundings.ts';
import { convertible, converted } from './converter.ts';
import { type Extracted, isPicture, isReadable } from './extract.ts';
import { type Why, whyOf } from './unreadable.ts';

export type How = 'text' | 'pictures';

export interface Limits {
  /** Milliseconds of wall time, megabytes of memory. */
  time: number;
  memory: number;
}

export interface Outcome {
  found?: Extracted;
  why?: Why;
  /** The most that was in memory; 0 where the system does not say. */
  megabytes: number;
}

/** A small file that wants more than this is hostile; a large one may take as much more as it is large. Pictures take long. */
const limitsFor = async (path: string, how: How): Promise<Limits> => {
  const megabytes = (await stat(path).then(({ size }) => size, () => 0)) / 1024 ** 2;
  return how === 'pictures' ? { time: 600_000, memory: 900 } : { time: 5000 + 1000 * megabytes, memory: 300 + 4 * megabytes };
};

const child = fileURLToPath(new URL('./child.ts', import.meta.url));

/** The text of a stored file, read by a child that may die: of time, of memory, of the file itself. */
export const readText = async (path: string, type: string, how: How, given?: Limits): Promise<Outcome> => {
  const limits = given ?? (await limitsFor(path, how));
  let peak = 0;
  const reader = fork(child, [], { execArgv: [`--max-old-space-size=${Math.round(limits.memory)}`, '--no-warnings'], env: surroundings(), stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const outcome = await new Promise<Omit<Outcome, 'megabytes'>>((settle) => {
    const ended = (result: Omit<Outcome, 'megabytes'>) => (clearTimeout(clock), clearInterval(watch), settle(result));
    const clock = setTimeout(() => ended({ why: 'slow' }), limits.time);
    const watch = setInterval(async () => (peak = Math.max(peak, await memoryOf(reader.pid))) > limits.memory && ended({ why: 'large' }), 100);
    reader.once('message', ended);
    for (const event of ['exit', 'error', 'disconnect']) reader.once(event, () => ended({ why: 'died' }));
    reader.send({ path, type, how }, (error) => error && ended({ why: 'died' }));
  });
  const megabytes = Math.round(Math.max(peak, await memoryOf(reader.pid)));
  reader.kill('SIGKILL');
  return { ...outcome, megabytes };
};

/** The most megabytes it ever held; only Linux says. */
const memoryOf = async (pid: number | undefined) => {
  const status = await contentOf(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
};

const longest = 2_000_000;
const mostTries = 3;

interface Reading {
  db: Db;
  sha256: string;
  now: string;
  attempt: number;
  /** Page pictures and conversions take long: they wait in a queue of their own. */
  queue: 'soon' | 'long';
}

/** Reads a stored file once. What cannot be read is kept as a file, marked with the reason; a reader that died is tried again. */
export const readBlob = async ({ db, sha256, now, attempt, queue }: Reading) => {
  const blob = await db.selectFrom('blobs').select(['type', 'textState']).where('sha256', '=', sha256).where('erasedAt', 'is', null).executeTakeFirst();
  if (blob?.textState !== 'waiting') return;
  const outcome = await (queue === 'soon' ? readSoon : readLong)(pathOf(sha256), blob.type);
  if (outcome.why === 'died' && attempt < mostTries) throw new Error(`the reader of ${sha256} died`);
  await db.transaction().execute(async (open) => {
    if (queue === 'soon' && outcome.why === 'pictures') return tellLater(open, now, 'files.pictures_found', { sha256 });
    await open.updateTable('blobs').set({ ...written(outcome), readAt: now }).where('sha256', '=', sha256).where('erasedAt', 'is', null).execute();
    await tellLater(open, now, 'files.read', { sha256 });
  });
};

const nothing = { megabytes: 0 };

const readSoon = async (path: string, type: string, limits?: Limits): Promise<Outcome> => {
  if (isPicture(type) || convertible(type)) return { why: 'pictures', ...nothing };
  if (type === 'image/heic' || type === 'image/heif') return { why: 'heic', ...nothing };
  return isReadable(type) ? readText(path, type, 'text', limits) : { why: 'no_reader', ...nothing };
};

const readLong = async (path: string, type: string, limits?: Limits): Promise<Outcome> =>
  convertible(type)
    ? converted(path, type, (made, its) => readText(made, its, 'text', limits)).catch((error) => ({ why: whyOf(error), ...nothing }))
    : readText(path, type, 'pictures', limits);

/** Both queues one after the other, for a file by itself. */
export const readFile = async (path: string, type: string, limits?: Limits): Promise<Outcome> => {
  const soon = await readSoon(path, type, limits);
  return soon.why === 'pictures' ? readLong(path, type, limits) : soon;
};

const written = ({ found, why }: Outcome) => {
  if (!found) return { textState: why === 'no_reader' ? 'none' : 'unreadable', textWhy: why ?? 'broken' };
  // PostgreSQL keeps no zero byte.
  const text = found.text.replaceAll('\0', '').slice(0, longest);
  return text.trim() ? { textState: 'read', text, pages: found.pages } : { textState: 'unreadable', textWhy: 'no_text', pages: found.pages };
};
