import type { Ctx, Reading, Working } from '#platform/module.ts';

/** Whether all of them are people of the school who are still there. */
export const areKnown = async ({ db }: Pick<Reading, 'db'>, ids: readonly string[]) => {
  const wanted = [...new Set(ids)];
  if (!wanted.length) return true;
  const rows = await db.selectFrom('people').select('id').where('id', 'in', wanted).where('disabledAt', 'is', null).execute();
  return rows.length === wanted.length;
};

export const namesOf = async ({ db }: Pick<Reading, 'db'>, ids: readonly string[]) =>
  ids.length ? db.selectFrom('people').select(['id', 'name']).where('id', 'in', [...ids]).orderBy('name').execute() : [];

/** Whoever holds the role now. */
export const holdersOf = async ({ db }: Pick<Working | Ctx<any>, 'db'>, role: string) =>
  (await db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select('people.id').distinct().where('role', '=', role).where('until', 'is', null).where('disabledAt', 'is', null).execute()).map(({ id }) => id);

/** Who looks after meetings. */
export const officeOf = async (ctx: Pick<Working | Ctx<any>, 'db'>) => [...new Set([...(await holdersOf(ctx, 'office.clerk')), ...(await holdersOf(ctx, 'office.director'))])];
