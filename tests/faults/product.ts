import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loadSchool } from '#database/school/school.ts';
import { hashOfToken } from '#mechanisms/access/who.ts';
import { type Address, type Db, migrate, openDb } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { freePort } from '#platform/postgres/place.ts';
import { endServer, noteIn } from '#platform/postgres/process.ts';
import { startPostgres } from '#platform/postgres.ts';

export const token = 'zb_a-clerk-who-keeps-on-registering';

/** A folder of data with the sample school's people in it, and the office's clerk holding `token`. */
export const newSchool = async (folder = mkdtempSync(join(tmpdir(), 'zongban-faults-'))) => {
  const server = await startPostgres(folder);
  const db = openDb({ ...server, database: 'postgres' });
  await fillSchool(db);
  await db.destroy();
  await server.stop();
  return folder;
};

export const fillSchool = async (db: Db) => {
  await migrate(db, 'database/migrations');
  const now = new Date().toISOString();
  await loadSchool(db, { now, passwordHash: '' });
  const clerk = await db.selectFrom('people').select('id').where('username', '=', 'office.clerk').executeTakeFirstOrThrow();
  await db.insertInto('accessTokens').values({ tokenHash: hashOfToken(token), id: newId(), personId: clerk.id, name: 'faults', createdAt: now }).execute();
};

export interface Product {
  url: string;
  folder: string;
  /** The number of the running server process. */
  pid: () => number;
  postgres: () => number;
  /** Everything that was written to the console. */
  said: () => string;
  isUp: () => Promise<boolean>;
  /** Starts the server if it does not run, and waits until it answers. */
  up: () => Promise<void>;
  /** Without a word. */
  kill: (what: 'server' | 'postgres') => Promise<void>;
  stop: () => Promise<void>;
  /** Stopped, and its folder removed. */
  remove: () => Promise<void>;
}

/** The product as it is started every day, in a process of its own. */
export const openProduct = async (folder: string, more: Record<string, string> = {}): Promise<Product> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = join(folder, 'console.log');
  const env = { ...process.env, DATABASE_URL: '', PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'error', ...more };
  let server: ChildProcess | undefined;
  const runs = () => server !== undefined && server.exitCode === null && server.signalCode === null;
  const launch = () => {
    const output = openSync(log, 'a');
    server = spawn(process.execPath, ['--no-warnings', 'src/app/server.ts'], { env, stdio: ['ignore', output, output] });
    closeSync(output);
  };
  const said = () => readFileSync(log, 'utf8');
  const isUp = () => fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2000) }).then(({ ok }) => ok, () => false);
  const up = async () => {
    if (!runs()) launch();
    for (const until = Date.now() + 60_000; !(await isUp()); await wait(20)) {
      if (!runs()) throw new Error(`the server ended by itself:\n${said()}`);
      if (Date.now() > until) throw new Error(`no answer in a minute:\n${said()}`);
    }
  };
  const postgres = () => noteIn(join(folder, 'postgres')).pid;
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (!runs()) return;
    const ended = new Promise((resolve) => server!.once('exit', resolve));
    server!.kill(signal);
    await ended;
  };
  const stop = () => end('SIGTERM');
  return {
    url, folder, said, isUp, up, postgres, stop,
    pid: () => server!.pid!,
    kill: async (what) => (what === 'server' ? end('SIGKILL') : void process.kill(postgres(), 'SIGKILL')),
    remove: async () => {
      await stop();
      await endServer('', join(folder, 'postgres'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Looks into the database of a product that runs. */
export const look = async <T>({ folder }: Pick<Product, 'folder'>, at: (db: Db) => Promise<T>): Promise<T> => {
  const { sockets, port } = noteIn(join(folder, 'postgres'));
  const address: Address = { host: sockets || '127.0.0.1', port, user: 'zongban', database: 'postgres' };
  const db = openDb(address, 2);
  return at(db).finally(() => db.destroy());
};

/** Asks again until it is so; after that time it is said what was asked. */
export const until = async (what: string, isSo: () => Promise<boolean>, seconds = 60) => {
  for (const end = Date.now() + seconds * 1000; !(await isSo()); await wait(50)) if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
};
