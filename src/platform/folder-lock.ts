import { accessSync, closeSync, constants, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from './problem.ts';

/**
 * One process owns a folder of data as long as it lives. Node has no lock on a file of its own, SQLite has one on every
 * system: the kernel lets go of it when the process is gone, however it went. No number of a process is believed.
 */
export const lockFolder = (folder: string): (() => void) => {
  const file = join(folder, 'zongban.lock');
  // SQLite opens what it may not write for reading, and would then hold no lock.
  closeSync(openSync(file, 'a', 0o600));
  accessSync(file, constants.W_OK);
  const lock = new DatabaseSync(file);
  try {
    lock.exec('pragma busy_timeout = 0; pragma journal_mode = off; begin exclusive');
  } catch (error) {
    lock.close();
    throw (error as { errcode?: number }).errcode === busy ? inUse(folder) : error;
  }
  return () => lock.close();
};

const busy = 5;

const inUse = (folder: string) =>
  new CannotStart(`数据目录 ${folder} 正由另一个综办进程使用，请先停掉它，或用 DATA_DIR 指定另一个目录。\nThe data folder ${folder} is in use by another Zongban process: stop that one first, or name another folder by DATA_DIR.`);
