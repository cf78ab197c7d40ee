import { fork } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { surroundings } from '#platform/surroundings.ts';
import type { Extracted } from './extract.ts';
import type { Why } from './unreadable.ts';

/** What a reader does: it reads text, reads the pictures of pages, or makes the picture of a photo. */
export type How = 'text' | 'pictures' | 'photo';

export interface Limits {
  /** Milliseconds of wall time, megabytes of memory. */
  time: number;
  memory: number;
}

export interface Outcome {
  found?: Extracted;
  picture?: Uint8Array;
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

interface Task {
  path: string;
  type: string;
  limits?: Limits | undefined;
}

/** A stored file, read by a child that may die: of time, of memory, of the file itself. */
export const readBy = async (how: How, { path, type, limits: given }: Task): Promise<Outcome> => {
  const limits = given ?? (await limitsFor(path, how));
  let peak = 0;
  const reader = fork(child, [], { execArgv: [`--max-old-space-size=${Math.round(limits.memory)}`, '--no-warnings'], env: surroundings(), stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced' });
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
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
};
