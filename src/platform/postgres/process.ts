import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { program } from './engine.ts';

/** What PostgreSQL wrote about itself in the folder of data. The file is never ours to change. */
export const noteIn = (data: string) => {
  const [pid, , , port, sockets, , , status] = linesOf(join(data, 'postmaster.pid'));
  return { pid: Number(pid ?? 0), port: Number(port ?? 0), sockets: sockets ?? '', ready: status?.trim() === 'ready' };
};

/** With which it is known again among all programs, and told from any other that got its number. */
export const nameTag = (data: string) => `zongban.data=${data}`;

/** The number of the server that runs on this data. */
export const serverOn = (data: string) => {
  const { pid } = noteIn(data);
  return pid > 0 && commandOf(pid).includes(nameTag(data)) ? pid : undefined;
};

/** The number in PostgreSQL's note where it belongs to another program by now: PostgreSQL alone could not know. */
export const strangerOn = (data: string) => {
  const { pid } = noteIn(data);
  const command = pid > 0 ? commandOf(pid) : '';
  return command && !command.includes(nameTag(data)) ? pid : undefined;
};

export const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return process.platform !== 'linux' || commandOf(pid) !== '';
};

/** The command it was started with; line ends are PostgreSQL's quoting. */
export const startedWith = (data: string) => linesOf(join(data, 'postmaster.opts')).join('\n').trim();

/** Ends it as after a day's work: nobody new, those at work are sent home, everything is written down. */
export const endServer = async (engine: string, data: string) => {
  const pid = serverOn(data);
  if (!pid) return;
  if (process.platform === 'win32') return void spawnSync(program(engine, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-t', '60'], { windowsHide: true });
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 10) {
    // Without a last word: what was committed is in the log and is read back at the next start.
    if (waited === 30_000) process.kill(pid, 'SIGQUIT');
    await wait(10);
  }
};

const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);

/** Empty for a number that nobody has. */
const commandOf = (pid: number) => {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    if (process.platform !== 'win32') return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    const asked = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
    return execFileSync('powershell', ['-NoProfile', '-Command', asked], { encoding: 'utf8', windowsHide: true });
  } catch {
    return '';
  }
};
