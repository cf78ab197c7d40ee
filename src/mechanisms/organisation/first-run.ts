import { randomInt, timingSafeEqual } from 'node:crypto';
import { countTry, fail, forgive } from '#mechanisms/access/tries.ts';
import type { Db } from '#platform/db.ts';
import type { Transfer } from '#platform/module.ts';

/** At boot, where there is no school yet: the code that whoever creates it must know, or none where only this machine reaches the server. */
export const openFirstRun = async (db: Db, isReachable: boolean) => {
  if (await db.selectFrom('school').select('name').executeTakeFirst()) return undefined;
  if (!isReachable) return void (await db.deleteFrom('firstRun').execute());
  await db.insertInto('firstRun').values({ code: newCode() }).onConflict((conflict) => conflict.doNothing()).execute();
  return codeOf(db);
};

export const codeOf = async (db: Db) => (await db.selectFrom('firstRun').select('code').executeTakeFirst())?.code;

/** Refuses whoever does not know the code; too many tries wait, as at the sign-in. */
export const refuseStranger = async (ctx: Transfer<any>, given: string) => {
  const code = await codeOf(ctx.db);
  if (!code) return;
  const counted = await countTry(ctx, 'first run');
  if (!isSame(given, code)) await fail(ctx, counted, 'organisation.wrong_code');
  await forgive(ctx.db, counted);
};

// Letters that are not taken for one another, in two groups that are read out easily.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
const newCode = () => `${group()}-${group()}`;

const bare = (code: string) => Buffer.from(code.toUpperCase().replace(/[^A-Z0-9]/g, '').padEnd(40).slice(0, 40));
const isSame = (a: string, b: string) => timingSafeEqual(bare(a), bare(b));
