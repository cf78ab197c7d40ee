import type { Ctx, Reading } from '#platform/module.ts';
import { refused } from '#platform/problem.ts';
import { askInTime } from './asking.ts';

/** Who signs for a department: its heads, or those of the department it went into. Everybody who is to be told of its part. */
export const headsOf = async ({ db }: Pick<Reading, 'db'>, departmentIds: readonly string[]) => {
  if (!departmentIds.length) return [];
  const rows = await db
    .selectFrom('posts')
    .innerJoin('people', 'people.id', 'posts.personId')
    .innerJoin('departments', (join) => join.on((on) => on('posts.departmentId', '=', on.fn.coalesce('departments.mergedInto', 'departments.id'))))
    .select(['people.id', 'people.name', 'people.phone', 'departments.id as departmentId'])
    .where('departments.id', 'in', [...departmentIds])
    .where('posts.role', 'in', ['department.head', 'office.director'])
    .where('posts.until', 'is', null)
    .where('people.disabledAt', 'is', null)
    .orderBy('posts.since')
    .execute();
  return rows;
};

/** Whoever acts for these people today: they hear of what is urgent, too. */
export const deputiesOf = ({ db, now }: Pick<Reading, 'db' | 'now'>, ids: readonly string[]) =>
  ids.length
    ? db
        .selectFrom('leaves')
        .innerJoin('people', 'people.id', 'leaves.deputyId')
        .select(['people.id', 'people.name', 'people.phone'])
        .distinct()
        .where('leaves.personId', 'in', [...ids])
        .where('leaves.starts', '<=', now)
        .where('leaves.ends', '>', now)
        .where('leaves.endedAt', 'is', null)
        .where('people.disabledAt', 'is', null)
        .execute()
    : [];

/** 分管校领导 of the departments. */
export const leadersOf = async ({ db }: Pick<Reading, 'db'>, departmentIds: readonly string[]) => {
  if (!departmentIds.length) return [];
  return db
    .selectFrom('oversight')
    .innerJoin('people', 'people.id', 'oversight.personId')
    .select(['people.id', 'people.name', 'oversight.departmentId'])
    .where('departmentId', 'in', [...departmentIds])
    .where('people.disabledAt', 'is', null)
    .execute();
};

const officeRoles = ['office.director', 'office.clerk'];

/** The office and its directors: its desk is asked where no other department is concerned, and a director where only a director may act. */
export const officeAnd = async ({ db }: Pick<Reading, 'db'>) => {
  const posts = await db
    .selectFrom('posts')
    .innerJoin('people', 'people.id', 'posts.personId')
    .select(['posts.departmentId', 'posts.personId'])
    .where('posts.role', '=', 'office.director')
    .where('posts.until', 'is', null)
    .where('people.disabledAt', 'is', null)
    .orderBy('posts.since')
    .execute();
  if (!posts[0]) throw refused(['incoming.office_has_no_director']);
  return { office: posts[0].departmentId, directors: posts.map(({ personId }) => personId) };
};

export const officeOf = async (ctx: Pick<Reading, 'db'>) => (await officeAnd(ctx)).office;

/** 初审 and 拟办 are the director's own. */
export const askDirectors = async (ctx: Ctx<any>, directors: readonly string[], asked: { recordId: string; what: string }) => {
  for (const personId of directors) await askInTime(ctx, { ...asked, personId, kind: 'act' });
};

export const officePeople = async ({ db }: Pick<Reading, 'db'>, roles: readonly string[] = officeRoles) => {
  const rows = await db
    .selectFrom('posts')
    .innerJoin('people', 'people.id', 'posts.personId')
    .select('people.id')
    .distinct()
    .where('posts.role', 'in', [...roles])
    .where('posts.until', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
};

/** Ids of people who exist and are not disabled, among those given. */
export const knownPeople = async ({ db }: Pick<Reading, 'db'>, ids: readonly string[]) => {
  if (!ids.length) return [];
  const rows = await db.selectFrom('people').select('id').where('id', 'in', [...ids]).where('disabledAt', 'is', null).execute();
  return rows.map(({ id }) => id);
};

export const knownDepartments = async ({ db }: Pick<Reading, 'db'>, ids: readonly string[]) => {
  if (!ids.length) return [];
  const rows = await db.selectFrom('departments').select('id').where('id', 'in', [...ids]).where('closedAt', 'is', null).execute();
  return rows.map(({ id }) => id);
};
