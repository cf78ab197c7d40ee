import { randomBytes } from 'node:crypto';
import { loadSchool, sampleUsernames } from '#database/school/school.ts';
import { hashPassword } from '#mechanisms/access/passwords.ts';
import type { Db } from '#platform/db.ts';

/** The sample school: its people, and eight weeks of their work up to `now`. */
export const makeSample = async (db: Db, now: string, wanted?: string) => {
  const password = wanted ?? randomBytes(9).toString('base64url');
  const passwordHash = await hashPassword(password);
  const weeksAgo = new Date(Date.parse(now) - 56 * 86_400_000).toISOString();
  await db.transaction().execute((open) => loadSchool(open, { now: weeksAgo, passwordHash }));
  return { password, usernames: [...sampleUsernames] };
};
