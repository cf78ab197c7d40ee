import { CannotStart } from './problem.ts';

/** What a PostgreSQL server says of itself and of the database. */
export interface Server {
  version: number;
  shown: string;
  encoding: string;
  standby: boolean;
}

const oldest = 150_000;

/** Why a server that answers is none for us; nothing if it is. */
export const whyNotServer = ({ version, shown, encoding, standby }: Server) => {
  if (version < oldest) return `服务器是 PostgreSQL ${shown}，需要 15 或更新。\nThe server is PostgreSQL ${shown}: 15 or newer is needed.`;
  if (encoding !== 'UTF8') return `数据库的编码是 ${encoding}，需要 UTF8：create database … encoding 'UTF8' template template0\nThe database is encoded in ${encoding}: UTF8 is needed.`;
  return standby ? '这是只读的备用服务器，请指定主服务器。\nThis is a standby that only reads: name the primary server.' : undefined;
};

/** Why the server that DATABASE_URL names cannot be used, in words for whoever started the program, and its own words below. */
export const whyNoServer = (error: unknown) => {
  const { code = '', message = '' } = innermost(error);
  const meant = meanings.find(([codes]) => codes.test(code) || codes.test(message));
  return new CannotStart([`DATABASE_URL：${meant?.[1] ?? unknown}`, message || code || String(error)].join('\n'));
};

/** A name with several addresses fails with one error for each of them. */
const innermost = (error: unknown): { code?: string; message?: string } => ((error as AggregateError)?.errors?.[0] ?? error) as Error;

const unknown = '连接不上数据库服务器。\nThe database server cannot be reached.';

const meanings: [RegExp, string][] = [
  [/^28|password must be a string|no password/, '用户名或密码不对，或服务器不许从这里登录。\nWrong user name or password, or the server does not let you in from here.'],
  [/^3D000$/, '服务器上没有这个数据库，请先建立它。\nThe server has no such database: create it first.'],
  [/^42501$/, '这个用户没有连接该数据库的权限。\nThis user may not connect to the database.'],
  [/^53300$/, '服务器的连接数已满。\nThe server has no free connection.'],
  [/^57P03$/, '服务器正在启动，请稍后再试。\nThe server is starting: try again in a moment.'],
  [/ENOTFOUND|EAI_AGAIN/, '找不到这台服务器，请检查主机名。\nNo such server: check its name.'],
  [/SSL|certificate/i, '加密连接没有建立。\nThe encrypted connection failed.'],
  [/ECONN|EHOST|ENET|ETIMEDOUT|ENOENT|timeout|Connection terminated/, unknown],
];
