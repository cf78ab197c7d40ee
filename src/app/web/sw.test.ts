import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';

const origin = 'http://school.test';
const source = stripTypeScriptTypes(readFileSync('src/app/web/sw.ts', 'utf8'));

type Net = (path: string) => Response | 'away' | 'silent';
type Shelves = Map<string, Map<string, Response>>;

/** A browser as the worker sees it: shelves of answers, a network, and time that does not pass by itself. */
const workerOf = (build: string, shelves: Shelves, net: { answers: Net }) => {
  const pathOf = (asked: string | { url: string }) => new URL(typeof asked === 'string' ? asked : asked.url, origin).pathname;
  const fetched = (asked: string | { url: string }) => {
    const answer = net.answers(pathOf(asked));
    return answer === 'silent' ? new Promise<Response>(() => undefined) : answer === 'away' ? Promise.reject(new TypeError('no network')) : Promise.resolve(answer);
  };
  const shelf = (name: string) => {
    const has = shelves.get(name) ?? new Map<string, Response>();
    shelves.set(name, has);
    const put = async (asked: string | { url: string }, answer: Response) => void has.set(pathOf(asked), answer);
    const addAll = async (all: readonly string[]) => {
      const answers = await Promise.all(all.map(fetched));
      if (answers.some(({ ok }) => !ok)) throw new TypeError('not all there');
      for (const [n, path] of all.entries()) await put(path, answers[n]!);
    };
    return { put, addAll, match: async (asked: string | { url: string }) => has.get(pathOf(asked))?.clone() };
  };
  const self: Record<string, any> = { location: { origin }, skipWaiting: async () => undefined, clients: { claim: async () => undefined } };
  const world = {
    self, URL, Response, Promise, Error, fetch: fetched, setTimeout: (does: () => void) => setTimeout(does, 5),
    caches: { open: async (name: string) => shelf(name), keys: async () => [...shelves.keys()], delete: async (name: string) => shelves.delete(name) },
    __KEPT__: { build, entry: `assets/index-${build}.js`, files: [`/assets/index-${build}.js`, `/assets/Sitting-${build}.js`] },
  };
  runInContext(source, createContext(world));
  const during = async (name: 'oninstall' | 'onactivate') => {
    let work: Promise<unknown> = Promise.resolve();
    self[name]({ waitUntil: (done: Promise<unknown>) => (work = done) });
    await work;
  };
  /** What a page gets; undefined: the worker lets it pass. */
  const ask = async (path: string, more: object = {}) => {
    let answer: Promise<Response> | undefined;
    self['onfetch']({ request: { url: path.startsWith('http') ? path : origin + path, method: 'GET', mode: 'cors', ...more }, respondWith: (given: Promise<Response>) => (answer = given) });
    return answer && (await answer).text();
  };
  return { install: () => during('oninstall'), activate: () => during('onactivate'), ask, open: (path: string) => ask(path, { mode: 'navigate' }) };
};

const serves = (build: string): Net => (path) => {
  if (path.startsWith('/assets/')) return path.includes(build) ? new Response(`file ${build}`) : new Response('', { status: 404 });
  return new Response(`<script src="/assets/index-${build}.js">`);
};

const installed = async (build = 'one') => {
  const net = { answers: serves(build) };
  const shelves: Shelves = new Map();
  const worker = workerOf(build, shelves, net);
  await worker.install();
  await worker.activate();
  return { net, shelves, worker };
};

test('without a network, with a silent one, or with a broken server, a page opens from what was kept', async () => {
  const { net, worker } = await installed();
  for (const answer of ['away', 'silent'] as const) {
    net.answers = () => answer;
    expect(await worker.open('/meetings/1/sitting')).toContain('index-one.js');
    expect(await worker.ask('/assets/Sitting-one.js')).toBe('file one');
  }
  net.answers = () => new Response('bad gateway', { status: 502 });
  expect(await worker.open('/')).toContain('index-one.js');
  net.answers = () => new Response('gone', { status: 404 });
  expect(await worker.open('/nowhere')).toBe('gone');
});

test('what the server says about the school is never kept, and nothing that is written passes through', async () => {
  const { shelves, worker } = await installed();
  expect(await worker.ask('/api/session')).toBeUndefined();
  expect(await worker.open('/api/meeting-papers/1/paper')).toBeUndefined();
  expect(await worker.ask('/assets/x.js', { method: 'POST' })).toBeUndefined();
  expect(await worker.ask('http://elsewhere.test/assets/x.js')).toBeUndefined();
  expect(await worker.ask('/icon.svg')).toBeUndefined();
  expect([...shelves.values()].flatMap((shelf) => [...shelf.keys()])).toEqual(['/assets/index-one.js', '/assets/Sitting-one.js', '/']);
});

test('a file that was opened once is there without a network; one that is missing is not kept', async () => {
  const { net, shelves, worker } = await installed();
  expect(await worker.ask('/assets/Book-one.js')).toBe('file one');
  await worker.ask('/assets/Book-two.js');
  net.answers = () => 'away';
  expect(await worker.ask('/assets/Book-one.js')).toBe('file one');
  await expect(worker.ask('/assets/Book-two.js')).rejects.toThrow('no network');
  expect([...shelves.get('zongban-one')!.keys()]).not.toContain('/assets/Book-two.js');
});

test('a new build takes the place of the old one as a whole', async () => {
  const { net, shelves } = await installed();
  net.answers = serves('two');
  const next = workerOf('two', shelves, net);
  await next.install();
  expect([...shelves.keys()]).toEqual(['zongban-one', 'zongban-two']);
  await next.activate();
  expect([...shelves.keys()]).toEqual(['zongban-two']);
  net.answers = () => 'away';
  expect(await next.open('/')).toContain('index-two.js');
});

test('a build of which something is missing, or that another has overtaken, is not taken', async () => {
  const { net, shelves, worker } = await installed();
  net.answers = (path) => (path === '/assets/Sitting-two.js' ? new Response('', { status: 404 }) : serves('two')(path));
  await expect(workerOf('two', shelves, net).install()).rejects.toThrow('not all there');
  net.answers = serves('three');
  await expect(workerOf('two', shelves, net).install()).rejects.toThrow('another build');
  net.answers = () => 'away';
  expect(await worker.open('/')).toContain('index-one.js');
});
