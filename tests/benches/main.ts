// npm run bench: each screen's request against the raw SQL it needs and against bare Fastify, on one database in one run.
// SECONDS (4), SIZES (10000,100000)
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadSchool } from '#database/school/school.ts';
import { hashOfToken } from '#mechanisms/access/who.ts';
import { migrate, openDb } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { startPostgres } from '#platform/postgres.ts';
import { chance, corpusOr } from './corpus.ts';
import { idOf, loadDocuments } from './load.ts';

const clients = 20;
const seconds = Number(process.env['SECONDS'] ?? 4);
const sizes = (process.env['SIZES'] ?? '10000,100000').split(',').map(Number);
const home = mkdtempSync(join(tmpdir(), 'zongban-bench-'));
const server = await startPostgres(home, { shared_buffers: '512MB', max_wal_size: '4GB' });
const address = { host: server.host, port: server.port, user: server.user, database: 'postgres' };
const db = openDb(address, 4);
await migrate(db, 'database/migrations');
await loadSchool(db, { now: '2016-01-01T00:00:00.000Z', passwordHash: '' });
const tokenOf = async (username: string) => {
  const token = `zb_${randomBytes(18).toString('base64url')}`;
  const { id } = await db.selectFrom('people').select('id').where('username', '=', username).executeTakeFirstOrThrow();
  await db.insertInto('accessTokens').values({ tokenHash: hashOfToken(token), id: newId(), personId: id, name: 'bench', createdAt: new Date().toISOString() }).execute();
  return token;
};
const [clerk, head] = [await tokenOf('office.clerk'), await tokenOf('department.head')];
const corpus = corpusOr(join('..', 'shared/data/corpus/documents.jsonl.gz'), chance(3));
const words = ['学校安全', '教育', '经费', '教师资格', '管理办法', '学生', '食品安全', '职业教育'];

const read = (name: string, module: string, endpoint: string, url: string, params: Record<string, string> = {}, query: object = {}) => ({ name, module, endpoint, url, params, query });
const readsAt = (size: number) => {
  const documentId = idOf(size - 700);
  return [
    read('inbox', 'todos', 'list', '/api/todos'),
    read('register', 'incoming', 'list', '/api/incoming'),
    read('filtered', 'incoming', 'list', '/api/incoming?state=dispatched&handling=action', {}, { state: 'dispatched', handling: 'action' }),
    read('record', 'incoming', 'one', `/api/incoming/${documentId}`, { documentId }),
  ];
};

const agent = new Agent({ keepAlive: true, maxSockets: clients });
const send = (url: string, { method = 'GET', token, body }: { method?: string; token: string; body?: string }) =>
  new Promise<void>((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) };
    const sent = request(url, { method, agent, headers }, (answer) => answer.resume().on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${answer.statusCode}`)))));
    sent.on('error', reject).end(body);
  });

const load = async (job: (n: number) => Promise<void>, time: number) => {
  const until = performance.now() + time * 1000;
  const took: number[] = [];
  let n = 0;
  const worker = async () => {
    while (performance.now() < until) {
      const from = performance.now();
      await job(n++);
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, worker));
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]!;
  return { rate: took.length / time, p50: at(0.5), p95: at(0.95) };
};

const usageOf = async (child: ChildProcess) => {
  child.send('usage');
  const [usage] = (await once(child, 'message')) as [{ cpu: NodeJS.CpuUsage; rss: number }];
  return usage;
};

type Result = Awaited<ReturnType<typeof load>>;
const results: Record<string, Record<string, Result>> = {};
let memory = 0;

const measure = async (kind: string, size: number) => {
  const reads = readsAt(size);
  const child = fork(new URL('server.ts', import.meta.url), [kind, JSON.stringify(address), clerk, JSON.stringify(reads)], { execArgv: ['--no-warnings'] });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  const jobs: [string, (n: number) => Promise<void>][] = reads.map(({ name, url: path }) => [name, () => send(url + path, { token: clerk })]);
  if (kind === 'house') {
    jobs.push(['search', (n) => send(`${url}/api/search?q=${encodeURIComponent(words[n % words.length]!)}`, { token: clerk })]);
    jobs.push(['search, narrow', (n) => send(`${url}/api/search?q=${encodeURIComponent(words[n % words.length]!)}`, { token: head })]);
    jobs.push(['inbox, narrow', () => send(`${url}/api/todos`, { token: head })], ['register, narrow', () => send(`${url}/api/incoming`, { token: head })]);
  }
  jobs.push(['submit', (n) => send(`${url}/api/incoming`, { method: 'POST', token: clerk, body: JSON.stringify({ sender: `某单位${n % 50}`, title: `关于第${n}项工作的通知` }) })]);
  for (const [name, job] of jobs) {
    await load(job, 1);
    (results[`${kind} ${size}`] ??= {})[name] = await load(job, seconds);
  }
  if (kind === 'house') memory = Math.max(memory, (await usageOf(child)).rss);
  child.kill();
  await once(child, 'exit');
};

let loaded = 0;
for (const size of sizes) {
  const from = performance.now();
  await loadDocuments(db, { from: loaded, to: size, corpus });
  loaded = size;
  console.log(`${size} documents loaded in ${((performance.now() - from) / 1000).toFixed(0)} s`);
  for (const kind of ['bare', 'raw', 'house']) await measure(kind, size);
}
await db.destroy();
await server.stop();
agent.destroy();
rmSync(home, { recursive: true, force: true });

const last = sizes.at(-1)!;
const [house, raw, bare, small] = [results[`house ${last}`]!, results[`raw ${last}`]!, results[`bare ${last}`]!, results[`house ${sizes[0]}`]!];
console.log(`\n${last} documents, ${clients} clients, ${seconds} s each`);
console.log('request            product/s     p50     p95   raw SQL/s   ratio   bare/s   cost from the first size');
const ratios: Record<string, number> = {};
for (const [name, { rate, p50, p95 }] of Object.entries(house)) {
  const plain = raw[name];
  if (plain) ratios[name] = rate / plain.rate;
  const growth = small[name] ? small[name].rate / rate : 1;
  console.log(`${name.padEnd(18)} ${rate.toFixed(0).padStart(9)} ${p50.toFixed(1).padStart(7)} ${p95.toFixed(1).padStart(7)}   ${(plain ? plain.rate.toFixed(0) : '').padStart(9)}   ${(plain ? ratios[name]!.toFixed(2) : '').padStart(5)}   ${(bare[name] ? bare[name].rate.toFixed(0) : '').padStart(6)}   ${growth.toFixed(2)}×`);
}
const assets = '.build/web';
const firstLoad = existsSync(join(assets, 'index.html'))
  ? ['index.html', ...[...readFileSync(join(assets, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file!)].reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0)
  : 0;
console.log(`server memory ${(memory / 1024 ** 2).toFixed(0)} MB; first load ${(firstLoad / 1024).toFixed(0)} KB gzip`);
console.log(JSON.stringify({ documents: last, p95: Object.fromEntries(Object.entries(house).map(([name, { p95 }]) => [name, Number(p95.toFixed(1))])), ratios: Object.fromEntries(Object.entries(ratios).map(([name, ratio]) => [name, Number(ratio.toFixed(2))])), memoryMB: Math.round(memory / 1024 ** 2), firstLoadKB: Math.round(firstLoad / 1024) }));
