import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '#mechanisms/audit/audit.ts';
import { type Db, openDb } from '#platform/db.ts';
import { freePort } from '#platform/postgres/place.ts';
import { type Embedded, startPostgres } from '#platform/postgres.ts';
import { openClients } from './clients.ts';
import { fillSchool, token, until } from './product.ts';

// A PostgreSQL that somebody else runs: with a password, over TCP, and with other databases on it.
const folder = mkdtempSync(join(tmpdir(), 'zongban-shared-'));
chmodSync(folder, 0o755);
const port = await freePort();
const started: ChildProcess[] = [];
let server: Embedded;
let db: Db;
const urlOf = (database: string, password = server.password!) => `postgres://${server.user}:${password}@127.0.0.1:${port}/${database}`;

const startServer = () => startPostgres(join(folder, 'server'), { port: String(port) }, true);

beforeAll(async () => {
  server = await startServer();
  const admin = openDb({ connectionString: urlOf('postgres') }, 1);
  await sql`create database office`.execute(admin);
  await sql`create database ascii encoding 'SQL_ASCII' template template0 locale 'C'`.execute(admin);
  await admin.destroy();
  db = openDb({ connectionString: urlOf('office') }, 4);
  await fillSchool(db);
});
afterAll(async () => {
  await Promise.all(started.filter(({ exitCode }) => exitCode === null).map((child) => new Promise((resolve) => child.once('exit', resolve).kill('SIGTERM'))));
  await db.destroy();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (role: 'web' | 'worker' | 'all') => {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: urlOf('office'), DATA_DIR: join(folder, 'files'), PORT: String(port), LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, ['--no-warnings', 'src/app/server.ts', `--role=${role}`], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => /已就绪/.test(String(text)) && resolve());
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  return `http://127.0.0.1:${port}`;
};

const refusal = (url: string) => {
  const { status, stderr } = spawnSync(process.execPath, ['--no-warnings', 'src/app/server.ts'], { env: { ...process.env, DATABASE_URL: url, DATA_DIR: join(folder, 'none') }, encoding: 'utf8', timeout: 60_000 });
  return { status, said: stderr };
};

test.each([
  ['a wrong password', () => urlOf('office', 'guessed'), /DATABASE_URL：用户名或密码不对[^]*Wrong user name or password/],
  ['no such database', () => urlOf('nowhere'), /DATABASE_URL：服务器上没有这个数据库[^]*create it first/],
  ['a database that is not UTF8', () => urlOf('ascii'), /DATABASE_URL：数据库的编码是 SQL_ASCII[^]*UTF8 is needed/],
  ['a server that is not there', () => 'postgres://nobody@127.0.0.1:9/office', /DATABASE_URL：连接不上数据库服务器[^]*cannot be reached[^]*ECONNREFUSED/],
])('%s: the start is refused in Chinese and English', (_name, url, says) => {
  const { status, said } = refusal(url());
  expect(said).toMatch(says);
  expect(said).not.toMatch(/guessed|\n {4}at /);
  expect(status).toBe(1);
});

test('tables made by a newer program are not touched', async () => {
  await sql`insert into kysely_migration (name, timestamp) values ('9999_future.sql', '2099-01-01')`.execute(db);
  expect(refusal(urlOf('office'))).toEqual({ status: 1, said: expect.stringMatching(/更新的或另一版本的程序建立的[^]*nothing was changed[^]*9999_future/) });
  await sql`delete from kysely_migration where name = '9999_future.sql'`.execute(db);
});

test('a second start at the same moment waits for the first to make the tables', async () => {
  const admin = openDb({ connectionString: urlOf('postgres') }, 1);
  await sql`create database fresh`.execute(admin);
  await admin.destroy();
  const run = () => new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, ['--no-warnings', 'src/app/server.ts', '--role=worker'], { env: { ...process.env, DATABASE_URL: urlOf('fresh'), DATA_DIR: join(folder, 'files') }, stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (text) => /已就绪/.test(String(text)) && child.kill('SIGTERM'));
    child.once('exit', resolve);
  });
  expect(await Promise.all([run(), run()])).toEqual([0, 0]);
});

test('two web and two worker processes on one database: live changes cross, nothing is done twice, and it outlives a restart of the server', async () => {
  const [first, second] = await Promise.all([start('web'), start('web'), start('worker'), start('worker')]);
  const line = await fetch(`${second}/api/live`, { headers: { authorization: `Bearer ${token}` } });
  let heard = '';
  void (async () => { for await (const bytes of line.body!) heard += Buffer.from(bytes).toString(); })().catch(() => undefined);
  const clients = [openClients(first!, 4, 'A'), openClients(second!, 4, 'B')];
  const acknowledged = () => clients.flatMap((one) => one.acknowledged);
  await until('documents are acknowledged', async () => acknowledged().length > 40);
  await until('the other process heard of them', async () => heard.includes('incoming'));
  await server.stop();
  const health = () => fetch(`${first}/api/health`).then(({ status }) => status);
  expect(await health()).toBe(503);
  server = await startServer();
  await until('it is well again', async () => (await health()) === 200);
  const known = acknowledged().length;
  await until('documents are acknowledged again', async () => acknowledged().length > known);
  await Promise.all(clients.map((one) => one.stop()));
  await until('all is delivered and sealed', async () => {
    const { rows: [row] } = await sql<{ n: number }>`select ((select count(*) from outbox) + (select count(*) from blobs where text_state = 'waiting') + (select count(*) from audit a where not exists (select from audit_links l where l.audit_id = a.id)))::int as n`.execute(db);
    return row!.n === 0;
  }, 120);
  const { rows: [counted] } = await sql`select count(*)::int as documents, count(distinct number)::int as numbers, max(seq)::int as last,
    (select count(*)::int from clocks) as clocks, (select count(*)::int from search_entries) as found, (select count(*) - count(distinct audit_id) from audit_links)::int as sealed_twice from incoming_documents`.execute(db);
  const n = acknowledged().length;
  expect(counted).toEqual({ documents: n, numbers: n, last: n, clocks: 2 * n, found: n, sealedTwice: 0 });
  expect((await verify(db)).brokenAt).toBeNull();
});
