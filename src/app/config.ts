import { existsSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.string().regex(/^\d{1,5}$/).transform(Number).pipe(z.int().min(1).max(65_535));
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const host = z.string().refine((name) => isIP(name) > 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(name));
const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
// A PostgreSQL server on this machine may be reached by its socket alone: postgres://user@/database?host=/run/postgresql
const address = (schemes: RegExp) => z.string().refine((text) => schemes.test(text) && URL.canParse(text.replace('@/', '@socket/')));
const sender = z.string().regex(/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/);

interface Variable {
  shape: z.ZodType;
  standard: string;
  /** Part of it may be a secret: it is not shown. */
  secret?: true;
  accepts: string;
  zh: string;
  en: string;
}

/** Everything that can be configured, in one place. */
export const variables = {
  PORT: { shape: port, standard: '8080', accepts: '1–65535', zh: '监听端口', en: 'port to listen on' },
  HOST: { shape: host, standard: '127.0.0.1', accepts: 'IP 地址或主机名 / an IP address or a host name', zh: '监听地址；0.0.0.0 表示校园网内都能访问', en: 'address to listen on; 0.0.0.0 lets the whole network in' },
  DATA_DIR: { shape: z.string().refine((path) => !existsSync(path) || isFolder(path)), standard: './data', accepts: '文件夹，没有则新建 / a folder, made if absent', zh: '数据目录：数据库与文件', en: 'folder of the database and the files' },
  DATABASE_URL: { shape: address(/^postgres(ql)?:\/\/./), standard: '', secret: true, accepts: 'postgres://user:password@host:port/database', zh: '改用这个 PostgreSQL 服务器（15 及以上）', en: 'use this PostgreSQL server instead (15 or newer)' },
  SAMPLE_PASSWORD: { shape: z.string().min(8).max(200), standard: '', secret: true, accepts: '8–200 个字符 / 8–200 characters', zh: '示例学校各账号的密码；不设则随机生成并显示', en: 'password of the sample accounts; made up and shown when empty' },
  PUBLIC_URL: { shape: z.url({ protocol: /^https?$/ }), standard: '', accepts: 'http(s)://…', zh: '对外网址；https 时会话只经加密连接传送', en: 'address people use; with https the session is sent encrypted only' },
  TRUST_PROXY: { shape: flag, standard: '0', accepts: '0, 1', zh: '前面有一层反向代理时设为 1', en: '1 behind one reverse proxy' },
  SMTP_URL: { shape: address(/^smtps?:\/\/./), standard: '', secret: true, accepts: 'smtp(s)://user:password@host:port', zh: '发信服务器；不设则邮件留在发信登记中等待', en: 'mail server; without it mail waits in the log' },
  MAIL_FROM: { shape: sender, standard: '综办 <zongban@localhost>', accepts: '名称 <地址> / name <address>', zh: '发件人', en: 'sender of mail' },
  FONT_DIR: { shape: z.string().refine(isFolder), standard: '', accepts: '已有的文件夹 / a folder that exists', zh: '学校自有字体（仿宋_GB2312 等）目录', en: "folder of the school's own fonts" },
  LOG_LEVEL: { shape: z.enum(['silent', 'error', 'warn', 'info', 'debug']), standard: 'warn', accepts: 'silent, error, warn, info, debug', zh: '日志详细程度', en: 'how much is logged' },
} as const satisfies Record<string, Variable>;

export type Role = 'all' | 'web' | 'worker';

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  samplePassword: string | undefined;
  publicUrl: string | undefined;
  trustProxy: boolean;
  smtpUrl: string | undefined;
  mailFrom: string;
  fontDir: string | undefined;
  logLevel: string;
  role: Role;
  sample: boolean;
  dev: boolean;
}

/** A wrong value stops the start with its name, the value, and what is accepted. */
export class WrongConfig extends Error {}

export const loadConfig = (env: Readonly<Record<string, string | undefined>>, argv: readonly string[]): Config => {
  const read = <T>(name: keyof typeof variables) => valueOf(name, env[name]) as T;
  return {
    port: read('PORT'), host: read('HOST'), dataDir: resolve(read<string>('DATA_DIR')), databaseUrl: read('DATABASE_URL'), samplePassword: read('SAMPLE_PASSWORD'), publicUrl: read('PUBLIC_URL'),
    trustProxy: read('TRUST_PROXY'), smtpUrl: read('SMTP_URL'), mailFrom: read('MAIL_FROM'), fontDir: read('FONT_DIR'), logLevel: read('LOG_LEVEL'), ...flagsOf(argv, env['DATABASE_URL'] || undefined),
  };
};

const valueOf = (name: keyof typeof variables, given: string | undefined) => {
  const { shape, standard, secret, accepts, zh, en }: Variable = variables[name];
  const text = given || standard;
  if (!text) return undefined;
  const result = shape.safeParse(text);
  if (result.success) return result.data;
  throw new WrongConfig(`${name}=${secret ? withoutSecret(text) : text}\n  ${zh} / ${en}\n  可用的值 / accepted: ${accepts}`);
};

/** Of an address all but its user and password; of anything else nothing. */
const withoutSecret = (text: string) => (text.includes('://') ? text.replace(/\/\/.*@/, '//•@') : '•');

const flags = '--sample, --role=all|web|worker, --dev, --help';

const flagsOf = (argv: readonly string[], databaseUrl: string | undefined) => {
  const role = argv.find((flag) => flag.startsWith('--role='))?.slice('--role='.length) ?? 'all';
  if (!['all', 'web', 'worker'].includes(role)) throw new WrongConfig(`--role=${role}\n  可用的值 / accepted: all, web, worker`);
  if (role !== 'all' && !databaseUrl) throw new WrongConfig(`--role=${role}\n  分开运行时须用 DATABASE_URL 指定共用的 PostgreSQL。\n  Several processes share a PostgreSQL server: set DATABASE_URL.`);
  const unknown = argv.find((flag) => !['--sample', '--dev', '--help'].includes(flag) && !flag.startsWith('--role='));
  if (unknown) throw new WrongConfig(`${unknown}\n  可用的参数 / accepted: ${flags}`);
  return { role: role as Role, sample: argv.includes('--sample'), dev: argv.includes('--dev') };
};

/** What --help shows: every variable and every flag. */
export const describeConfig = () => [...Object.entries(variables).map(described), `${'npm start --'.padEnd(16)} ${flags}`].join('\n');

const described = ([name, { standard, zh, en, accepts }]: [string, Variable]) =>
  `${name.padEnd(16)} ${zh} / ${en}\n${' '.repeat(17)}${standard ? `默认 / default: ${standard}；` : ''}${accepts}`;
