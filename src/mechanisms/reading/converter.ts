import { type ChildProcess, spawn } from 'node:child_process';
import { access, copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Unreadable } from './unreadable.ts';

// Old formats that only LibreOffice reads, where the machine has it.
const endings: Record<string, string> = {
  'application/vnd.ms-excel': 'xls',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/rtf': 'rtf',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
};
const longest = 120_000;

export const convertible = (type: string) => type in endings;

/** Makes a PDF of an old format and hands over its path. Refuses where there is no LibreOffice, or it does not end in two minutes. */
export const converted = async <T>(path: string, type: string, use: (pdf: string) => Promise<T>): Promise<T> => {
  const program = await libreOffice();
  if (!program) throw new Unreadable('no_converter');
  const folder = await mkdtemp(join(tmpdir(), 'zongban-convert-'));
  try {
    const copy = join(folder, `file.${endings[type]}`);
    await copyFile(path, copy);
    await run(program, ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', 'pdf', '--outdir', folder, copy]);
    if (!(await readdir(folder)).includes('file.pdf')) throw new Unreadable('broken');
    return await use(join(folder, 'file.pdf'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const usual = ['/Applications/LibreOffice.app/Contents/MacOS/soffice', 'C:\\Program Files\\LibreOffice\\program\\soffice.exe', 'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe'];

export const libreOffice = async () => {
  const names = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice'];
  const paths = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean).flatMap((folder) => names.map((name) => join(folder, name)));
  for (const path of [...paths, ...usual]) if (await access(path).then(() => true, () => false)) return path;
  return undefined;
};

/** It starts others: all of them end with it. */
const run = (program: string, args: readonly string[]) =>
  new Promise<void>((resolve, reject) => {
    const started = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32' });
    const clock = setTimeout(() => (endAll(started), reject(new Unreadable('slow'))), longest);
    const stop = () => endAll(started);
    process.once('exit', stop);
    started.once('error', () => reject(new Unreadable('no_converter')));
    started.once('exit', () => (clearTimeout(clock), process.off('exit', stop), resolve()));
  });

const endAll = ({ pid }: ChildProcess) => {
  if (pid === undefined) return;
  if (process.platform === 'win32') return void spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
};
