import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '#platform/postgres/place.ts';
import { isAlive } from '#platform/postgres/process.ts';
import { newSchool, openProduct, type Product, token, until } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct(await newSchool());
  await product.up();
});
afterAll(() => product.remove());

/** One start that must fail: what it said, and with which code it ended. */
const failed = (env: Record<string, string>, args: string[] = []) => {
  const { status, stderr } = spawnSync(process.execPath, ['--no-warnings', 'src/app/server.ts', ...args], { env: { ...process.env, DATABASE_URL: '', ...env }, encoding: 'utf8', timeout: 60_000 });
  return { status, said: stderr };
};

test('a second process on the same data is refused, and the first serves on', async () => {
  const second = failed({ DATA_DIR: product.folder, PORT: String(await freePort()) });
  expect(second).toEqual({ status: 1, said: expect.stringMatching(/正由另一个综办进程使用[^]*in use by another Zongban process/) });
  expect(await product.isUp()).toBe(true);
});

test('a port in use is said, and nothing is left running', async () => {
  const folder = await newSchool();
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as { port: number };
  expect(failed({ DATA_DIR: folder, PORT: String(port) })).toEqual({ status: 1, said: expect.stringMatching(new RegExp(`PORT=${port}：端口已被占用[^]*The port is in use`)) });
  expect(running(folder)).toEqual([]);
  expect(failed({ DATA_DIR: folder, PORT: String(await freePort()), HOST: '203.0.113.7' }).said).toMatch(/HOST=203.0.113.7：本机没有这个地址[^]*no such address/);
  expect(running(folder)).toEqual([]);
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a wrong value stops the start before anything is touched', () => {
  expect(failed({ PORT: 'eighty' })).toEqual({ status: 1, said: expect.stringContaining('PORT=eighty') });
  expect(failed({}, ['--role=web'])).toEqual({ status: 1, said: expect.stringContaining('DATABASE_URL') });
});

test('SIGTERM: what was asked is answered, then nothing is left', async () => {
  await product.up();
  const [server, postgres] = [product.pid(), product.postgres()];
  const { answer, finish } = slowly(`${product.url}/api/incoming`, JSON.stringify({ title: '关于停电前最后一件来文的通知', sender: '江城市教育局' }));
  await wait(300);
  const stopping = product.stop();
  await wait(300);
  finish();
  expect(await answer).toMatchObject({ status: 200, body: { number: expect.stringMatching(/^\d{4}-\d+$/) } });
  await stopping;
  expect([isAlive(server), isAlive(postgres)]).toEqual([false, false]);
});

test.each([
  ['SIGTERM to npm start', (npm: ChildProcess) => npm.kill('SIGTERM')],
  ['Ctrl+C in the terminal of npm start', (npm: ChildProcess) => process.kill(-npm.pid!, 'SIGINT')],
  ['kill -9 of the launcher', (_npm: ChildProcess, folder: string) => process.kill(running(folder).find(({ command }) => command.includes('bin/start.mjs') && !command.startsWith('sh'))!.pid, 'SIGKILL')],
])('%s leaves no process behind', async (_name, end) => {
  const folder = await newSchool();
  const [npm, url] = await npmStart(folder);
  await until('it answers', () => fetch(`${url}/api/health`).then(({ ok }) => ok, () => false), 120);
  expect(running(folder).length).toBeGreaterThan(1);
  end(npm, folder);
  await until(`nothing of it runs: ${JSON.stringify(running(folder))}`, async () => running(folder).length === 0, 30);
  rmSync(folder, { recursive: true, force: true });
});

test('SIGTERM while it starts leaves no process behind', async () => {
  const folder = await newSchool();
  const [npm] = await npmStart(folder);
  await until('PostgreSQL starts', async () => running(folder).some(({ command }) => command.includes('/bin/postgres')), 120);
  npm.kill('SIGTERM');
  await until('nothing of it runs', async () => running(folder).length === 0, 30);
  rmSync(folder, { recursive: true, force: true });
});

const npmStart = async (folder: string) => {
  const port = await freePort();
  const npm = spawn('npm', ['start'], { env: { ...process.env, DATABASE_URL: '', DATA_DIR: folder, PORT: String(port) }, stdio: 'ignore', detached: true, shell: process.platform === 'win32' });
  return [npm, `http://127.0.0.1:${port}`] as const;
};

/** Every program that was started for this folder of data: by its environment, or PostgreSQL by its name tag. */
const running = (folder: string) =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      const isIts = command.includes(folder) || readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`DATA_DIR=${folder}`);
      return isIts && command ? [{ pid: Number(pid), command }] : [];
    } catch {
      return [];
    }
  });

/** A request whose last letter comes when `finish` is called. */
const slowly = (url: string, text: string) => {
  const bytes = Buffer.from(text);
  const asked = request(url, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': bytes.length } });
  const answer = new Promise<{ status: number; body: object }>((resolve, reject) => {
    asked.on('error', reject);
    asked.on('response', (response) => {
      let body = '';
      response.on('data', (text) => (body += text)).on('end', () => resolve({ status: response.statusCode!, body: JSON.parse(body) }));
    });
  });
  asked.write(bytes.subarray(0, -1));
  return { answer, finish: () => asked.end(bytes.subarray(-1)) };
};
