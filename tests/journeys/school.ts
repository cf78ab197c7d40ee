import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const password = 'sample-password';

export interface School {
  url: string;
  close: () => Promise<void>;
}

/** The real server over a fresh sample school, on a free port; at a moment of its own where one is given. */
export const openSchool = async (args: readonly string[] = ['--sample'], moment?: string): Promise<School> => {
  const data = mkdtempSync(join(tmpdir(), 'zongban-journey-'));
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: data, SAMPLE_PASSWORD: password, LOG_LEVEL: 'error', DATABASE_URL: '', ...(moment && { ZONGBAN_MOMENT: moment }) };
  const server = spawn(process.execPath, ['--no-warnings', ...(moment ? ['--import', './tests/journeys/moment.ts'] : []), 'src/app/server.ts', ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const close = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries += 1) {
    if (server.exitCode !== null) throw new Error('the server did not start');
    if (await fetch(`${url}/api/health`).then(({ ok }) => ok, () => false)) return { url, close };
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
