import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Ctx } from '#platform/module.ts';

export interface Asked {
  /** Exactly one of the two: a person, or whoever signs for the department. */
  personId?: string | undefined;
  departmentId?: string | undefined;
  /** 待办 or 待阅. */
  kind: 'act' | 'read';
  recordId: string;
  /** What is asked, worded by the module: 'incoming.sign'. */
  what: string;
  itemId?: string | undefined;
  dueAt?: string | undefined;
  clockId?: string | undefined;
}

/** A line in somebody's inbox. */
export const ask = async (ctx: Ctx<any>, { personId, departmentId, ...asked }: Asked) => {
  await ctx.db
    .insertInto('todos')
    .values({ ...asked, id: newId(), personId: personId ?? null, departmentId: departmentId ?? null, askedBy: ctx.actor.id, askedAt: ctx.now })
    .execute();
  ctx.tell('todos.changed', { keys: [personId ?? departmentId] });
};

export interface Which {
  recordId: string;
  /** All of the record's if left out. */
  what?: string | undefined;
  itemId?: string | undefined;
  personId?: string | undefined;
  departmentId?: string | undefined;
}

/** Done by whoever acts now. */
export const settle = (ctx: Ctx<any>, which: Which) => end(ctx, which, sql`done_at = ${ctx.now}, done_by = ${ctx.actor.id}`);

/** Not asked any more, and not done. */
export const withdraw = (ctx: Ctx<any>, which: Which) => end(ctx, which, sql`withdrawn_at = ${ctx.now}`);

const end = async (ctx: Ctx<any>, { recordId, what, itemId, personId, departmentId }: Which, set: ReturnType<typeof sql>) => {
  const narrow = [
    ...(what ? [sql`and what = ${what}`] : []),
    ...(itemId ? [sql`and item_id = ${itemId}`] : []),
    ...(personId ? [sql`and person_id = ${personId}`] : []),
    ...(departmentId ? [sql`and department_id = ${departmentId}`] : []),
  ];
  const { rows } = await sql<{ key: string; askedBy: string }>`update todos set ${set}
    where record_id = ${recordId} and done_at is null and withdrawn_at is null ${sql.join(narrow, sql` `)}
    returning coalesce(person_id, department_id) as key, asked_by`.execute(ctx.db);
  if (rows.length) ctx.tell('todos.changed', { keys: [...new Set(rows.flatMap(({ key, askedBy }) => [key, askedBy]))] });
};
