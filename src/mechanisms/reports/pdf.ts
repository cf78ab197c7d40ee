import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { surroundings } from '#platform/surroundings.ts';
import type { Wanted } from './compiler.ts';

let outside: { fontFolder?: string | undefined; address?: string | undefined } = {};
let compiler: ChildProcess | undefined;
let done = 0;
let last = 0;
const waiting = new Map<number, { resolve: (pdf: Buffer) => void; reject: (error: Error) => void }>();

const child = fileURLToPath(new URL('./compiler.ts', import.meta.url));

// Memory a compilation took is given back only with its process: after so many, after a long paper (bytes of its data), and when nobody has printed for a while.
const mostCompilations = 40;
const long = 256 * 1024;
const idle = 60_000;
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
    const clock = setTimeout(() => end(new Error('the paper took too long')), longest);
    const settled = <T>(then: (value: T) => void) => (value: T) => (clearTimeout(clock), waiting.delete(id), then(value));
    waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
    const wanted: Wanted = { id, template, data: JSON.stringify(data), images, kept: keptFrom !== undefined, at: Math.floor((keptFrom ?? 0) / 1000) };
    const asked = started();
    if (wanted.data.length > long) done = mostCompilations;
    asked.send(wanted);
  });

const started = () => {
  if (compiler) return compiler;
  done = 0;
  const begun = fork(child, outside.fontFolder ? [outside.fontFolder] : [], { execArgv: ['--no-warnings'], env: surroundings(), stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' });
  // Who waits for a paper holds the program up, not whoever sets it.
  begun.unref();
  begun.channel?.unref();
  let resting: NodeJS.Timeout | undefined;
  begun.on('message', ({ id, pdf, why }: { id: number; pdf?: Uint8Array; why?: string }) => {
    const asked = waiting.get(id);
    if (pdf) asked?.resolve(Buffer.from(pdf));
    else asked?.reject(new Error(why));
    done += 1;
    clearTimeout(resting);
    if (waiting.size) return;
    if (done >= mostCompilations) end();
    else resting = setTimeout(() => compiler === begun && !waiting.size && end(), idle).unref();
  });
  begun.on('exit', () => compiler === begun && end(new Error('the paper could not be set')));
  compiler = begun;
  return begun;
};

const end = (error?: Error) => {
  const ended = compiler;
  compiler = undefined;
  if (error) for (const { reject } of Array.from(waiting.values())) reject(error);
  ended?.kill('SIGKILL');
};
