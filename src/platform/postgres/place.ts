import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { asRoot, isOpenToAll, ordinaryUser, type Owner } from '../lent.ts';
import { CannotStart } from '../problem.ts';

const windows = process.platform === 'win32';
const linux = process.platform === 'linux';

export interface Place {
  data: string;
  /** How PostgreSQL itself names the folder it is started in. */
  dataByName: string;
  owner: Owner | undefined;
  settings: Readonly<Record<string, string>>;
  password: string | undefined;
}

/** Windows has no private sockets: there the server listens on this machine alone and asks for a password. */
export const onTcp = (place: Place) => place.password !== undefined;

export const placeIn = (home: string, settings: Place['settings'], tcp = windows): Place => {
  const data = join(realpathSync(home), 'postgres');
  const owner = asRoot ? lentUser(data) : undefined;
  if (owner && existsSync(data) && statSync(data).uid === 0) giveAll(data, owner);
  // The lent user need not be able to walk down to a folder that is its working folder already.
  return { data, dataByName: owner && linux ? '/proc/self/cwd' : data, owner, settings, password: tcp ? passwordOf(data, owner) : undefined };
};

/** A folder that PostgreSQL alone may read. */
export const privateFolder = (folder: string, owner: Owner | undefined) => {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  if (owner) chownSync(folder, owner.uid, owner.gid);
};

/** A socket's path may have 107 bytes, and a folder of data may be longer: so the socket lies in a folder of its own. */
export const socketFolder = (owner: Owner | undefined) => {
  const folder = mkdtempSync(join(isShort(tmpdir()) && isOpenToAll(tmpdir()) ? tmpdir() : '/tmp', prefix));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  return folder;
};

export const dropSocketFolder = (folder: string, owner: Owner | undefined) => {
  if (!basename(folder).startsWith(prefix) || !existsSync(folder)) return;
  const found = lstatSync(folder);
  if (found.isDirectory() && found.uid === (owner?.uid ?? process.getuid?.())) rmSync(folder, { recursive: true, force: true });
};

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const prefix = 'zongban-pg-';

const isShort = (folder: string) => Buffer.byteLength(folder) <= 70;

/** PostgreSQL refuses to be root: it is lent the user whose data it is, else one that may do nothing here. initdb wants /etc/passwd to know it. */
const lentUser = (data: string): Owner => {
  const mine = existsSync(data) ? statSync(data) : undefined;
  if (mine?.uid) return { uid: mine.uid, gid: mine.gid };
  const user = ordinaryUser();
  if (!user) throw new CannotStart('以 root 运行时，数据库需要一个普通用户（如 nobody），而 /etc/passwd 中没有。\nRunning as root, the database needs an ordinary user such as nobody, and /etc/passwd has none.');
  return user;
};

/** Data that root copied back from a backup is root's, and of no use to PostgreSQL. */
const giveAll = (data: string, { uid, gid }: Owner) => {
  chownSync(data, uid, gid);
  for (const entry of readdirSync(data, { recursive: true, withFileTypes: true })) if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), uid, gid);
};

const passwordOf = (data: string, owner: Owner | undefined) => {
  const file = `${data}.password`;
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (owner) chownSync(file, owner.uid, owner.gid);
  return readFileSync(file, 'utf8');
};
