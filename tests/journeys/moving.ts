import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { loadSchool } from '#database/school/school.ts';
import { hashPassword } from '#mechanisms/access/passwords.ts';
import { migrate, openDb } from '#platform/db.ts';
import { freePort } from '#platform/postgres/place.ts';
import { type Embedded, startPostgres } from '#platform/postgres.ts';
import { openBrowser } from './browser.ts';
import { type Desk, deskOf } from './desk.ts';
import { password } from './school.ts';

/** A school without a past whose house goes on at one moment after the other: what takes days happens in a minute. */
export const openMoving = (begins: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'zongban-moving-'));
  chmodSync(folder, 0o755);
  let server: Embedded;
  let house: ChildProcess | undefined;
  let browser: Browser;
  const now = { moment: begins, url: '', address: '' };

  beforeAll(async () => {
    const port = await freePort();
    server = await startPostgres(join(folder, 'server'), { port: String(port) }, true);
    const addressOf = (database: string) => `postgres://${server.user}:${server.password}@127.0.0.1:${port}/${database}`;
    const admin = openDb({ connectionString: addressOf('postgres') }, 1);
    await sql`create database office`.execute(admin);
    await admin.destroy();
    now.address = addressOf('office');
    const db = openDb({ connectionString: now.address }, 2);
    await migrate(db, `${process.cwd()}/database/migrations`);
    await db.transaction().execute(async (open) => loadSchool(open, { now: '2026-11-02T00:00:00.000Z', passwordHash: await hashPassword(password) }));
    await db.destroy();
    [, browser] = await Promise.all([itIs(begins), openBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await ended();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ended = async () => {
    if (house?.exitCode === null) await new Promise((resolve) => house!.once('exit', resolve).kill('SIGTERM'));
  };

  /** The house goes on at another moment. */
  const itIs = async (moment: string) => {
    await ended();
    const port = await freePort();
    Object.assign(now, { moment, url: `http://127.0.0.1:${port}` });
    const env = { ...process.env, DATABASE_URL: now.address, DATA_DIR: join(folder, 'files'), PORT: String(port), LOG_LEVEL: 'error', ZONGBAN_MOMENT: moment };
    house = spawn(process.execPath, ['--no-warnings', '--import', './tests/journeys/moment.ts', 'src/app/server.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((resolve, reject) => {
      house!.stdout!.on('data', (text) => /已就绪/.test(String(text)) && resolve());
      house!.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    });
  };

  /** Somebody at their desk or with their phone, at the moment that it is. */
  const as = (username: string, width = 1440): Promise<Desk> => deskOf(browser, now.url, username, width, now.moment);

  return { now, itIs, as };
};
