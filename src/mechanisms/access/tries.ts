import { sql } from 'kysely';
import type { Db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { Reading, Transfer } from '#platform/module.ts';
import { Problem } from '#platform/problem.ts';
import { limits, secondsToWait, type Tries } from './rules.ts';

export interface Counted {
  account: string;
  ids: readonly string[];
}

/**
 * Counts a try before its password is looked at, so that a thousand at once are not a thousand guesses.
 * Refuses with the seconds to wait while there were too many for this account or from this address.
 */
export const countTry = async ({ db, now, actor }: Reading, username: string): Promise<Counted> => {
  const isFamiliar = await isKnown(db, username, actor.address);
  const account = `account:${username}${isFamiliar ? `@${actor.address}` : ''}`;
  const address = `address:${actor.address}`;
  const rows = [account, address].map((subject) => ({ id: newId(), subject, at: now }));
  const wait = await db.transaction().execute(async (open) => {
    await sql`select pg_advisory_xact_lock(key) from (select hashtextextended(subject, 0) as key from unnest(${[account, address]}::text[]) subject order by key) keys`.execute(open);
    const seconds = secondsToWait({ account: await triesOf(open, account, now), address: await triesOf(open, address, now), isFamiliar });
    if (!seconds) await open.insertInto('signInFailures').values(rows).execute();
    return seconds;
  });
  if (wait) throw new Problem(422, ['access.too_many_tries'], `again in ${wait} s`);
  return { account, ids: rows.map(({ id }) => id) };
};

/** The person signed in from this address before; a name that does not exist is asked about in the same way. */
const isKnown = async (db: Db, username: string, address: string) => {
  const known = await db.selectFrom('knownAddresses as k').innerJoin('people as p', 'p.id', 'k.personId').select('p.id').where('p.username', '=', username).where('k.address', '=', address).executeTakeFirst();
  return known !== undefined;
};

/** Whoever signed in here is no stranger here. */
export const remember = ({ db, now, actor }: Reading, personId: string) =>
  db.insertInto('knownAddresses').values({ personId, address: actor.address, at: now }).onConflict((conflict) => conflict.columns(['personId', 'address']).doUpdateSet({ at: now })).execute();

/** The try was none: nobody guessed. */
export const takeBack = (db: Db, { ids }: Counted) => db.deleteFrom('signInFailures').where('id', 'in', [...ids]).execute();

/** Whoever knows the password starts anew. */
export const forgive = (db: Db, { account, ids }: Counted) =>
  db.deleteFrom('signInFailures').where((eb) => eb.or([eb('subject', '=', account), eb('id', 'in', [...ids])])).execute();

/** The failure stays counted, is audited with the name that was tried, and is refused. */
export const fail = async (ctx: Transfer<any>, { account }: Counted, code: string): Promise<never> => {
  await ctx.commit({ failed: code, account }, async () => undefined);
  ctx.refuse(code);
  throw new Error('a refusal throws');
};

const triesOf = async (open: Db, subject: string, now: string): Promise<Tries> => {
  const since = new Date(Date.parse(now) - limits.window * 1000).toISOString();
  const { count, last } = await open
    .selectFrom('signInFailures')
    .select(({ fn }) => [fn.countAll<string>().as('count'), fn.max('at').as('last')])
    .where('subject', '=', subject)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return { count: Number(count), sinceLast: last ? (Date.parse(now) - Date.parse(last)) / 1000 : 0 };
};
