// A way back in when no administrator can give one: npm run password -- USERNAME [--without-codes]
// Whoever may run it holds the machine already. What it does stands in the audit trail.
import { issueOneTime } from '#mechanisms/access/accounts.ts';
import { onDatabase } from './on-database.ts';

const [username, flag] = process.argv.slice(2);
if (!username || (flag && flag !== '--without-codes')) {
  console.error('npm run password -- 用户名 [--without-codes]\n  为此人生成一次性密码；--without-codes 同时解除动态码。请先停止服务（使用 DATABASE_URL 时不必）。\n  A one-time password for this person; --without-codes also takes codes by phone off. Stop the server first, unless DATABASE_URL is used.');
  process.exit(2);
}
const oneTime = await onDatabase((db) => issueOneTime(db, { username, withoutCodes: flag !== undefined, now: new Date().toISOString() }));
console.log(oneTime ?? `没有这个用户名 / no such user name: ${username}`);
process.exit(oneTime ? 0 : 1);
