import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Owner {
  uid: number;
  gid: number;
}

export const asRoot = process.getuid?.() === 0;

/** One who may do nothing here: what root would run and need not be root is lent to them. */
export const ordinaryUser = (): Owner | undefined => {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':')).filter(([, , uid]) => Number(uid) > 0);
  const user = users.find(([name]) => name === 'nobody') ?? users.find(([, , uid]) => Number(uid) >= 1000) ?? users[0];
  return user && { uid: Number(user[2]), gid: Number(user[3]) };
};

/** Root's temporary folder may be closed to the lent user. */
export const isOpenToAll = (folder: string): boolean =>
  !asRoot || (Boolean(statSync(folder).mode & 0o001) && (dirname(folder) === folder || isOpenToAll(dirname(folder))));
