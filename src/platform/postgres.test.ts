import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { lockFolder } from './folder-lock.ts';
import { isAlive, noteIn } from './postgres/process.ts';
import { type Embedded, startPostgres } from './postgres.ts';

vi.setConfig({ testTimeout: 120_000 });

const asRoot = process.getuid?.() === 0;
const folder = mkdtempSync(join(tmpdir(), 'zongban 数据 '));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = async ({ host, port, user, password }: Embedded, text: string) => {
  const client = new pg.Client({ host, port, user, ...(password && { password }), database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  return client.query(text).then(({ rows }) => rows[0], (error) => error).finally(() => client.end());
};

const pidIn = (home: string) => noteIn(join(home, 'postgres')).pid;
const gone = async (pid: number) => { while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10)); };

/** Another process of ours that starts it and tells the number of PostgreSQL, or says why not and ends. */
const elsewhere = (home: string, options: { settings?: object; uid?: number } = {}) =>
  new Promise<{ child: ChildProcess; said: string; pid: number; code: number | null }>((resolve) => {
    const program = `import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))};
      await startPostgres(${JSON.stringify(home)}, ${JSON.stringify(options.settings ?? {})}).then(() => console.log('up'), (error) => { console.error(error.message); process.exit(3); });
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--no-warnings', '--input-type=module-typescript', '-e', program], { ...(options.uid && { uid: options.uid, gid: options.uid }), cwd: '/', env: { PATH: process.env['PATH'] } });
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    child.stdout.on('data', () => resolve({ child, said, pid: pidIn(home), code: null }));
    child.on('exit', (code) => resolve({ child, said, pid: 0, code }));
  });

const killed = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve).kill('SIGKILL'));

test('a folder has one owner at a time; a second is told in Chinese and English', () => {
  const home = mkdtempSync(join(folder, 'lock-'));
  const unlock = lockFolder(home);
  expect(() => lockFolder(home)).toThrow(/正由另一个综办进程使用.*\n.*in use by another Zongban process/);
  unlock();
  lockFolder(home)();
});

test('data in a folder with a long Chinese name and spaces; stopped, nothing of it runs', async () => {
  const home = join(folder, '综合办公室 数据'.repeat(5), 'x'.repeat(120));
  const server = await startPostgres(home);
  const pid = pidIn(home);
  expect(await ask(server, `select current_setting('server_encoding') as encoding, '收文' ~ '^\\w+$' as letters, current_setting('listen_addresses') as listens`)).toEqual({ encoding: 'UTF8', letters: true, listens: '' });
  expect(statSync(server.host).mode & 0o777).toBe(0o700);
  await server.stop();
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(server.host)).toBe(false);
});

describe('after kill -9', async () => {
  const home = mkdtempSync(join(folder, 'orphan-'));

  test('PostgreSQL serves on and is adopted, with everything in it; meanwhile nobody else gets in', async () => {
    const first = await elsewhere(home);
    expect((await elsewhere(home)).said).toContain('另一个综办进程');
    await killed(first.child);
    expect(isAlive(first.pid)).toBe(true);
    const server = await startPostgres(home);
    expect(pidIn(home)).toBe(first.pid);
    await ask(server, `create table kept as select '一' as letter`);
    await server.stop();
    expect(isAlive(first.pid)).toBe(false);
  });

  test('an orphan that was started otherwise is ended in order and started anew', async () => {
    const first = await elsewhere(home, { settings: { work_mem: '5MB' } });
    await killed(first.child);
    const server = await startPostgres(home);
    expect(pidIn(home)).not.toBe(first.pid);
    expect(isAlive(first.pid)).toBe(false);
    expect(await ask(server, 'select letter from kept')).toEqual({ letter: '一' });
    await server.stop();
  });

  test('of PostgreSQL itself: it is started again in place, and what it had is there', async () => {
    const server = await startPostgres(home);
    expect(await server.revive()).toBe(false);
    const before = pidIn(home);
    process.kill(before, 'SIGKILL');
    await gone(before);
    expect(await server.revive()).toBe(true);
    expect(await ask(server, 'select letter from kept')).toEqual({ letter: '一' });
    expect(await server.revive()).toBe(false);
    await server.stop();
  });

  test('the number in its note is another program by now: that one is let live, and ours starts', async () => {
    const server = await startPostgres(home);
    const before = pidIn(home);
    process.kill(before, 'SIGKILL');
    await gone(before);
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const note = join(home, 'postgres/postmaster.pid');
    writeFileSync(note, readFileSync(note, 'utf8').replace(/^\d+/, String(stranger.pid)));
    expect(await server.revive()).toBe(true);
    expect(await ask(server, 'select letter from kept')).toEqual({ letter: '一' });
    expect(isAlive(stranger.pid!)).toBe(true);
    stranger.kill('SIGKILL');
    await server.stop();
  });
});

test('a first start that was interrupted leaves nothing that hinders the second', async () => {
  const home = mkdtempSync(join(folder, 'half-'));
  mkdirSync(join(home, 'postgres.unfinished/base'), { recursive: true });
  writeFileSync(join(home, 'postgres.unfinished/PG_VERSION'), '18\n');
  const server = await startPostgres(home);
  expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 });
  await server.stop();
});

test('data of another version of PostgreSQL is refused and left as it is', async () => {
  const home = mkdtempSync(join(folder, 'old-'));
  await (await startPostgres(home)).stop();
  writeFileSync(join(home, 'postgres/PG_VERSION'), '17\n');
  await expect(startPostgres(home)).rejects.toThrow(/另一版本的 PostgreSQL.*\n.*another version/);
  expect(readFileSync(join(home, 'postgres/PG_VERSION'), 'utf8')).toBe('17\n');
  lockFolder(home)();
});

test('where there are no private sockets it listens on this machine alone, behind a password', async () => {
  const home = join(folder, 'tcp');
  const server = await startPostgres(home, {}, true);
  expect(server.host).toBe('127.0.0.1');
  expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 });
  await expect(ask({ ...server, password: 'guessed' }, 'select 1')).rejects.toThrow('password authentication failed');
  await server.stop();
});

test.runIf(asRoot)('root: PostgreSQL runs as an ordinary user, also on data under a folder that is root\'s alone', async () => {
  const closed = mkdtempSync(join(homedir(), '.zongban-test-'));
  const server = await startPostgres(join(closed, 'data'));
  expect(statSync(join(closed, 'data/postgres')).uid).not.toBe(0);
  expect(statSync(`/proc/${pidIn(join(closed, 'data'))}`).uid).not.toBe(0);
  expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 });
  await server.stop();
  rmSync(closed, { recursive: true, force: true });
});

test.runIf(asRoot)('an ordinary user keeps data of their own; root can go on with it; a user whom nobody knows is told so', async () => {
  const [nobody, unknown] = [65_534, 54_321];
  const home = mkdtempSync(join(folder, 'theirs-'));
  chownSync(home, nobody, nobody);
  const theirs = await elsewhere(home, { uid: nobody });
  expect(theirs.said).toBe('');
  expect(statSync(`/proc/${theirs.pid}`).uid).toBe(nobody);
  await killed(theirs.child);
  const server = await startPostgres(home);
  expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 });
  await server.stop();
  const lost = mkdtempSync(join(folder, 'unknown-'));
  chownSync(lost, unknown, unknown);
  expect(await elsewhere(lost, { uid: unknown })).toMatchObject({ code: 3, said: expect.stringContaining('/etc/passwd') });
});

test.runIf(asRoot)('data of root\'s is not for an ordinary user, who is told so', async () => {
  const home = mkdtempSync(join(folder, 'roots-'));
  await (await startPostgres(home)).stop();
  expect(await elsewhere(home, { uid: 65_534 })).toMatchObject({ code: 3, said: expect.stringMatching(/没有权限使用数据目录[^]*No permission/) });
});
