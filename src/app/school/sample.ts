import { randomBytes } from 'node:crypto';
import { loadSchool, sampleUsernames } from '#database/school/school.ts';
import { hashPassword } from '#mechanisms/access/passwords.ts';
import type { Db } from '#platform/db.ts';
import { liveThrough } from './life.ts';

const weeks = 8;

/** The sample school: its people, and eight weeks of their work up to `now`. */
export const makeSample = async (db: Db, now: string, wanted?: string) => {
  const password = wanted ?? randomBytes(9).toString('base64url');
  const passwordHash = await hashPassword(password);
  const begins = new Date(Date.parse(now) - weeks * 7 * 86_400_000).toISOString();
  await db.transaction().execute((open) => loadSchool(open, { now: begins, passwordHash }));
  await liveThrough(db, begins, now);
  // People have read what they were told until the day before yesterday.
  await db.updateTable('messages').set({ readAt: now }).where('at', '<', new Date(Date.parse(now) - 2 * 86_400_000).toISOString()).where('readAt', 'is', null).execute();
  return { password, usernames: [...sampleUsernames] };
};
