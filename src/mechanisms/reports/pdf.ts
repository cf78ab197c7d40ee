import { Worker } from 'node:worker_threads';
import type { Wanted } from './compiler.ts';

let outside: { fontFolder?: string | undefined; address?: string | undefined } = {};
let worker: Worker | undefined;
let done = 0;
let last = 0;
const waiting = new Map<number, { resolve: (pdf: Buffer) => void; reject: (error: Error) => void }>();

// Memory a compilation took is not given back; a new thread starts small.
const mostCompilations = 40;
const longest = 60_000;

/** At boot: the office's own fonts, 仿宋 and 楷体, which may not be shipped with a program, and the address that people use. */
export const openReports = (given: typeof outside) => {
  outside = given;
};

/** Where a printed code leads: with the address of the house a telephone opens it, without one the page for scanning does. */
export const printedLink = (path: string) => `${outside.address?.replace(/\/$/, '') ?? ''}${path}`;

interface Paper {
  /** SVG or the bytes of a PNG, by the name the template gives them. */
  images?: Readonly<Record<string, string | Uint8Array>>;
  /** PDF/A-2b with tags, to be kept for ever; the moment (milliseconds) is its date. */
  keptFrom?: number;
}

/**
 * A PDF from a Typst template (its path) and data, which reaches the template as `json("data.json")`.
 * The same data give the same bytes.
 */
export const pdf = (template: string, data: object, { images = {}, keptFrom }: Paper = {}): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const id = ++last;
    const clock = setTimeout(() => void end(new Error('the paper took too long')), longest);
    const settled = <T>(then: (value: T) => void) => (value: T) => (clearTimeout(clock), waiting.delete(id), then(value));
    waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
    const wanted: Wanted = { id, template, data: JSON.stringify(data), images, kept: keptFrom !== undefined, at: Math.floor((keptFrom ?? 0) / 1000) };
    thread().postMessage(wanted);
  });

const thread = () => {
  if (worker) return worker;
  done = 0;
  const started = new Worker(new URL('./compiler.ts', import.meta.url), { workerData: { fontFolder: outside.fontFolder }, execArgv: ['--no-warnings'] });
  started.unref();
  started.on('message', ({ id, pdf, why }: { id: number; pdf?: Uint8Array; why?: string }) => {
    const asked = waiting.get(id);
    if (pdf) asked?.resolve(Buffer.from(pdf));
    else asked?.reject(new Error(why));
    done += 1;
    if (done >= mostCompilations && !waiting.size) void end();
  });
  started.on('error', (error) => void end(error as Error));
  worker = started;
  return started;
};

const end = async (error?: Error) => {
  const ended = worker;
  worker = undefined;
  if (error) for (const { reject } of Array.from(waiting.values())) reject(error);
  await ended?.terminate();
};
