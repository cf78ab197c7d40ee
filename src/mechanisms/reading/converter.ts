import { type ChildProcess, spawn } from 'node:child_process';
import { access, chown, copyFile, lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asRoot, isOpenToAll, ordinaryUser } from '#platform/lent.ts';
import { surroundings } from '#platform/surroundings.ts';
import { Unreadable } from './unreadable.ts';

const openXml = 'application/vnd.openxmlformats-officedocument';
const word = { ending: 'docx', type: `${openXml}.wordprocessingml.document` };
const sheet = { ending: 'xlsx', type: `${openXml}.spreadsheetml.sheet` };
const slides = { ending: 'pptx', type: `${openXml}.presentationml.presentation` };

// Old formats that only LibreOffice reads, where the machine has it, and the new one of the same kind. Not a PDF: on a machine without Chinese fonts its text is lost.
const kinds: Record<string, { from: string; to: typeof word }> = {
  'application/vnd.ms-excel': { from: 'xls', to: sheet },
  'application/vnd.ms-powerpoint': { from: 'ppt', to: slides },
  'application/rtf': { from: 'rtf', to: word },
  'application/vnd.oasis.opendocument.spreadsheet': { from: 'ods', to: sheet },
  'application/vnd.oasis.opendocument.presentation': { from: 'odp', to: slides },
};

export interface Bounds {
  /** Milliseconds, and megabytes of all its processes together. */
  time: number;
  memory: number;
}

const usualBounds: Bounds = { time: 120_000, memory: 1500 };

export const convertible = (type: string) => type in kinds;

/** Makes the new format of an old one and hands over its path and type. Refuses where there is no LibreOffice, or it takes more than it may. */
export const converted = async <T>(path: string, type: string, use: (made: string, type: string) => Promise<T>, bounds = usualBounds): Promise<T> => {
  const program = await libreOffice();
  if (!program) throw new Unreadable('no_converter');
  const { from, to } = kinds[type]!;
  const folder = await mkdtemp(join(tmpdir(), 'zongban-convert-'));
  try {
    const [copy, out, profile] = [join(folder, `file.${from}`), join(folder, 'out'), join(folder, 'profile')];
    await copyFile(path, copy);
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings);
    await run([program, '--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(profile).href}`, '--convert-to', to.ending, '--outdir', out, copy], folder, bounds);
    const made = join(out, `file.${to.ending}`);
    // A link would lead to what the one who made it may not read.
    if (!(await lstat(made).catch(() => undefined))?.isFile()) throw new Unreadable('broken');
    return await use(made, to.type);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

const setting = (path: string, name: string, value: string | number | boolean) => `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

// What a file names elsewhere is not fetched, for all of it would pass through a proxy that is not there; and nothing in it runs.
const settings = `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${[
  setting('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', true),
  setting('Office.Common/Security/Scripting', 'DisableMacrosExecution', true),
  setting('Inet/Settings', 'ooInetProxyType', 2),
  setting('Inet/Settings', 'ooInetNoProxy', ''),
  ...['HTTP', 'HTTPS', 'FTP'].flatMap((kind) => [setting('Inet/Settings', `ooInet${kind}ProxyName`, '127.0.0.1'), setting('Inet/Settings', `ooInet${kind}ProxyPort`, 9)]),
].join('')}</oor:items>`;

const usual = ['/Applications/LibreOffice.app/Contents/MacOS/soffice', 'C:\\Program Files\\LibreOffice\\program\\soffice.exe', 'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe'];

/** The path of LibreOffice on this machine. */
export const libreOffice = async () => {
  const names = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice'];
  const paths = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean).flatMap((folder) => names.map((name) => join(folder, name)));
  for (const path of [...paths, ...usual]) if (await access(path).then(() => true, () => false)) return path;
  return undefined;
};

// No file of more than half a gigabyte (blocks of 512 bytes). Should this program be killed meanwhile, it ends all the same: LibreOffice begins anew by itself what
// does not begin, for ever. The clock is in its group and ends with it.
const bounded = (time: number) => ['-c', `ulimit -f 1000000; (/bin/sleep ${Math.ceil(time / 1000) + 2} && kill -9 -$$) & "$0" "$@" & wait $!`];

/** Root lends it an ordinary user, whose the folder is then. */
const lent = async (folder: string) => {
  const user = asRoot && isOpenToAll(tmpdir()) ? ordinaryUser() : undefined;
  if (!user) return {};
  for (const entry of ['', ...(await readdir(folder, { recursive: true }))]) await chown(join(folder, entry), user.uid, user.gid);
  return user;
};

/** It starts others: all of them end with it. It knows neither database nor password, and its home is the folder: in one that is not its own it would wait for ever. */
const run = async (command: readonly string[], home: string, { time, memory }: Bounds) => {
  const user = await lent(home);
  await new Promise<void>((resolve, reject) => {
    const [program, args] = process.platform === 'win32' ? [command[0]!, command.slice(1)] : ['/bin/sh', [...bounded(time), ...command]];
    const started = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32', env: { ...surroundings(), HOME: home, TMPDIR: home, TEMP: home, TMP: home }, ...user });
    let why: 'slow' | 'large' | undefined;
    const endFor = (reason: typeof why) => ((why ??= reason), endAll(started));
    const clock = setTimeout(() => endFor('slow'), time);
    const watch = setInterval(async () => (await memoryOf(started.pid)) > memory && endFor('large'), 200);
    const stop = () => endAll(started);
    process.once('exit', stop);
    const ended = () => (clearTimeout(clock), clearInterval(watch), process.off('exit', stop), stop());
    started.once('error', () => (ended(), reject(new Unreadable('no_converter'))));
    started.once('exit', () => (ended(), why ? reject(new Unreadable(why)) : resolve()));
  });
};

/** The megabytes that the processes of a group hold; only Linux says. */
const memoryOf = async (group: number | undefined) => {
  const pids = process.platform === 'linux' ? (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)) : [];
  const pages = await Promise.all(pids.map(async (pid) => {
    const after = (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ')[1]?.split(' ');
    return after?.[2] === String(group) ? Number(after[21]) : 0;
  }));
  return (pages.reduce((sum, n) => sum + n, 0) * 4096) / 1024 ** 2;
};

const endAll = ({ pid }: ChildProcess) => {
  if (pid === undefined) return;
  if (process.platform === 'win32') return void spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // They ended by themselves.
  }
};
