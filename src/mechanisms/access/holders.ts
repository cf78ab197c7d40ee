import { sql } from 'kysely';
import type { Ctx } from '#platform/module.ts';

/** The roles a person holds now. */
export const rolesOf = async ({ db }: Ctx<any>, personId: string) =>
  (await db.selectFrom('posts').select('role').distinct().where('personId', '=', personId).where('until', 'is', null).execute()).map(({ role }) => role);

/** How many others, with an account in use, hold each of these roles. Two who ask at once are answered one after the other. */
export const othersWith = async ({ db }: Ctx<any>, personId: string, held: readonly string[]) => {
  await sql`select pg_advisory_xact_lock(hashtext('access.holders'))`.execute(db);
  const rows = held.length
    ? await db
        .selectFrom('posts')
        .innerJoin('people', 'people.id', 'posts.personId')
        .select(['posts.role', ({ fn }) => fn.count<string>('people.id').distinct().as('n')])
        .where('posts.role', 'in', [...held])
        .where('posts.until', 'is', null)
        .where('people.disabledAt', 'is', null)
        .where('people.id', '<>', personId)
        .groupBy('posts.role')
        .execute()
    : [];
  return held.map((role) => ({ role, left: Number(rows.find((row) => row.role === role)?.n ?? 0) }));
};
