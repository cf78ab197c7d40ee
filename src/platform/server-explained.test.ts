import { expect, test } from 'vitest';
import { explained } from './postgres/explained.ts';
import { CannotStart } from './problem.ts';
import { whyNoServer, whyNotServer } from './server-explained.ts';

const good = { version: 180_004, shown: '18.4', encoding: 'UTF8', standby: false };

test.each([
  [good, undefined],
  [{ ...good, version: 150_000 }, undefined],
  [{ ...good, version: 140_011, shown: '14.11' }, '需要 15 或更新'],
  [{ ...good, encoding: 'SQL_ASCII' }, '需要 UTF8'],
  [{ ...good, standby: true }, '只读的备用服务器'],
])('a server is fit for us or it is said why not: %j', (server, says) => {
  if (says) expect(whyNotServer(server)).toContain(says);
  else expect(whyNotServer(server)).toBeUndefined();
});

test.each([
  [{ code: '28P01', message: 'password authentication failed for user "x"' }, '用户名或密码不对'],
  [{ message: 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string' }, '用户名或密码不对'],
  [{ code: '3D000', message: 'database "x" does not exist' }, '没有这个数据库'],
  [{ code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND db' }, '找不到这台服务器'],
  [{ code: 'ECONNREFUSED', message: '' }, '连接不上'],
  [{ message: 'timeout exceeded when trying to connect' }, '连接不上'],
  [new AggregateError([{ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED ::1:1' }]), 'connect ECONNREFUSED ::1:1'],
  [{ message: 'The server does not support SSL connections' }, '加密连接没有建立'],
])('why a server does not let us in is said in Chinese and English: %j', (error, says) => {
  const { message } = whyNoServer(error);
  expect(message).toContain(says);
  expect(message).toMatch(/DATABASE_URL：.*[一-龥].*\n[A-Z].*\n/);
});

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', '磁盘已满'],
  ['database or disk is full', '磁盘已满'],
  ["EROFS: read-only file system, mkdir '/x'", '只读'],
  ["EACCES: permission denied, open '/x/zongban.lock'", '没有权限'],
  ['FATAL:  database files are incompatible with server\nDETAIL:  The data directory was initialized by PostgreSQL version 17, which is not compatible with this version 18.4.', '另一版本'],
  ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', '正被另一个 PostgreSQL 使用'],
  ['something nobody ever saw', '数据未受影响'],
])('why our own database does not start is said, with its own words: %s', (said, says) => {
  const error = explained(new Error(said), '/srv/数据');
  expect(error).toBeInstanceOf(CannotStart);
  expect(error.message).toContain(says);
  expect(error.message).toContain('DATA_DIR=/srv/数据');
  expect(error.message).toContain(said);
});
