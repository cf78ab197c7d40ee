import { ask } from '#mechanisms/todos/todos.ts';
import type { Ctx, Reading, Working } from '#platform/module.ts';

/** The department of the office, whose desk checks, numbers and issues. */
export const officeOf = async ({ db }: Pick<Reading, 'db'>) => {
  const post = await db.selectFrom('posts').select('departmentId').where('role', '=', 'office.director').where('until', 'is', null).orderBy('since').executeTakeFirst();
  if (!post) throw new Error('no post with the role office.director: the office has no director');
  return post.departmentId;
};

export const askDesk = async (ctx: Ctx<any>, recordId: string, what: string) => ask(ctx, { departmentId: await officeOf(ctx), kind: 'act', recordId, what });

export const headsOf = async ({ db }: Pick<Working, 'db'>, departmentId: string) =>
  (await db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select('people.id').where('departmentId', '=', departmentId).where('role', 'in', ['department.head', 'office.director']).where('until', 'is', null).where('disabledAt', 'is', null).execute()).map(({ id }) => id);
