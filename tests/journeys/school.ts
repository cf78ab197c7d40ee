import { spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const password = 'sample-password';

export interface School {
  url: string;
  /** Its folder. */
  data: string;
  stop: () => Promise<void>;
  /** Stops it, and its folder goes. */
  close: () => Promise<void>;
}

/** The real server over a sample school as it was made, on a free port. */
export const openSample = () => {
  const made = process.env['SAMPLE_MADE'];
  const data = newFolder();
  if (made) copyFolder(made, data);
  return openSchool(made ? [] : ['--sample'], { data });
};

/** With owners and modes: PostgreSQL opens no folder that is another's. */
const copyFolder = (from: string, to: string) => {
  cpSync(from, to, { recursive: true });
  for (const name of ['.', ...(readdirSync(from, { recursive: true }) as string[])]) {
    const { uid, gid, mode } = statSync(join(from, name));
    chmodSync(join(to, name), mode);
    chownSync(join(to, name), uid, gid);
  }
};

const newFolder = () => mkdtempSync(join(tmpdir(), 'zongban-journey-'));

/** The real server, on a free port; at a moment of its own where one is given. */
export const openSchool = async (args: readonly string[], { moment, data = newFolder() }: { moment?: string; data?: string } = {}): Promise<School> => {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: data, SAMPLE_PASSWORD: password, LOG_LEVEL: 'error', DATABASE_URL: '', ...(moment && { ZONGBAN_MOMENT: moment }) };
  const server = spawn(process.execPath, ['--no-warnings', ...(moment ? ['--import', './tests/journeys/moment.ts'] : []), 'src/app/server.ts', ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  const close = async () => {
    await stop();
    rmSync(data, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 1500; tries += 1) {
    if (server.exitCode !== null) throw new Error('the server did not start');
    if (await fetch(`${url}/api/health`).then(({ ok }) => ok, () => false)) return { url, data, stop, close };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await close();
  throw new Error('the server did not answer');
};

export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
