import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import type { Db } from '#platform/db.ts';

export const hashOfCode = (code: string) => createHash('sha256').update(code.toLowerCase().replace(/[^a-z0-9]/g, '')).digest('hex');

export const totpOf = (secret: string, label: string) => new TOTP({ issuer: '综办', label, secret: Secret.fromBase32(secret) });

/** The half minute a code belongs to, of now or of one before or after; undefined for a wrong code. */
export const stepOf = (secret: string, code: string, now: string) => {
  const delta = totpOf(secret, '').validate({ token: code.replace(/\s/g, ''), timestamp: Date.parse(now), window: 1 });
  return delta === null ? undefined : Math.floor(Date.parse(now) / 30_000) + delta;
};

/** Uses up the code of the phone or a recovery code. False: it is wrong, or was used before. */
export const spendCode = async (db: Db, person: { id: string; totp: string }, code: string, now: string): Promise<boolean> => {
  const step = stepOf(person.totp, code, now);
  const hash = hashOfCode(code);
  const spent = step
    ? await db.updateTable('people').set({ totpStep: step }).where('id', '=', person.id).where('totpStep', '<', step).returning('id').execute()
    : await db
        .updateTable('people')
        .set({ recovery: sql<string[]>`array_remove(recovery, ${hash})` })
        .where('id', '=', person.id)
        .where(sql<boolean>`${hash} = any(recovery)`)
        .returning('id')
        .execute();
  return spent.length > 0;
};
