import { CannotStart } from '../problem.ts';

/** Why the database did not start, in words for whoever started it, and PostgreSQL's own words below. */
export const explained = (error: unknown, home: string) => {
  if (error instanceof CannotStart) return error;
  const said = String((error as Error)?.message ?? error).trim();
  const meant = meanings.find(([pattern]) => pattern.test(said));
  return new CannotStart([meant?.[1] ?? unknown, `DATA_DIR=${home}`, said].join('\n'));
};

const unknown = '内置数据库没有启动；数据未受影响。\nThe embedded database did not start; the data was not harmed.';

const meanings: [RegExp, string][] = [
  [/No space left|disk is full|ENOSPC|quota/i, '磁盘已满，内置数据库没有启动；数据未受影响。请腾出空间后再启动。\nThe disk is full, so the embedded database did not start; the data was not harmed. Free some space and start again.'],
  [/look up effective user ID/, '当前用户不在 /etc/passwd 中，内置数据库不能以它运行。请换一个用户，或设置 DATABASE_URL。\nThe present user is not in /etc/passwd, and the embedded database cannot run as such. Use another user, or set DATABASE_URL.'],
  [/Read-only file system|EROFS/, '数据目录是只读的。\nThe data folder is read-only.'],
  [/EACCES|EPERM|ermission denied|wrong ownership|readonly database/, '没有权限使用数据目录：它可能属于另一个用户（例如曾以 root 启动）。请用同一用户启动，或用 DATA_DIR 指定另一个目录。\nNo permission to use the data folder: it may belong to another user (it was once started as root, perhaps). Start as the same user, or name another folder by DATA_DIR.'],
  [/not compatible with this version|initialized by PostgreSQL version/, '数据是由另一版本的 PostgreSQL 建立的。\nThe data was made by another version of PostgreSQL.'],
  [/still in use|already exists/, '数据目录正被另一个 PostgreSQL 使用。\nThe data folder is in use by another PostgreSQL.'],
];
