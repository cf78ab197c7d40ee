import type { Db } from '#platform/db.ts';

const day = 86_400_000;

/** Sessions that ended, and tries that no longer count. */
export const sweep = async (db: Db, now: string) => {
  await db.deleteFrom('sessions').where('endsAt', '<', now).execute();
  await db.deleteFrom('signInFailures').where('at', '<', new Date(Date.parse(now) - day).toISOString()).execute();
};
