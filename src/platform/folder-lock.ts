import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from './problem.ts';

/**
 * One process owns a folder of data as long as it lives: it listens on a socket named after the folder. A socket that
 * nobody answers was left by a process that was killed. No number of a process is believed, since numbers are used again.
 */
export const lockFolder = async (folder: string): Promise<() => void> => {
  const address = addressOf(folder);
  if (await answers(address)) throw new CannotStart(`数据目录 ${folder} 正由另一个综办进程使用，请先停掉它。\nThe data folder ${folder} is in use by another Zongban process: stop that one first.`);
  if (process.platform !== 'win32') rmSync(address, { force: true });
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(address, resolve));
  server.unref();
  return () => void server.close();
};

const addressOf = (folder: string) => {
  const name = `zongban-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.lock`);
};

const answers = (address: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(address, () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
