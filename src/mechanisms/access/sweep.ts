import type { Db } from '#platform/db.ts';

const day = 86_400_000;

/** Sessions that ended, answers kept for requests that come twice, tries that no longer count, addresses nobody came from for a quarter of a year. */
export const sweep = async (db: Db, now: string) => {
  await db.deleteFrom('sessions').where('endsAt', '<', now).execute();
  await db.deleteFrom('answers').where('at', '<', new Date(Date.parse(now) - day).toISOString()).execute();
  await db.deleteFrom('signInFailures').where('at', '<', new Date(Date.parse(now) - day).toISOString()).execute();
  await db.deleteFrom('knownAddresses').where('at', '<', new Date(Date.parse(now) - 90 * day).toISOString()).execute();
};
