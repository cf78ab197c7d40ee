import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Ctx, Working } from '#platform/module.ts';

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
  /** For whom it is asked, where that is not whoever acts now. */
  askedBy?: string | undefined;
  /** May be done together with others from the inbox, unread. */
  together?: boolean | undefined;
}

/** A line in somebody's inbox. Without a limit of its own it has that of the record's clock which is due first. */
export const ask = async (ctx: Ctx<any> | Working, { personId, departmentId, ...asked }: Asked) => {
  const clock = asked.clockId || asked.dueAt ? {} : await firstClock(ctx, asked.recordId);
  await ctx.db
    .insertInto('todos')
    .values({ ...asked, ...clock, id: newId(), personId: personId ?? null, departmentId: departmentId ?? null, askedBy: asked.askedBy ?? (ctx as Ctx).actor.id, askedAt: ctx.now })
    .execute();
  ctx.tell('todos.changed', { keys: [personId ?? departmentId] });
};

const firstClock = async ({ db }: Pick<Ctx<any>, 'db'>, recordId: string) => {
  const clock = await db.selectFrom('clocks').select(['id as clockId', 'dueAt']).where('recordId', '=', recordId).where('itemId', 'is', null).where('stoppedAt', 'is', null).orderBy('dueOrder').orderBy('id').limit(1).executeTakeFirst();
  return clock ?? {};
};

/** Clocks stopped while what they measured goes on: the lines have the limit that the record still has, or none. */
export const follow = async ({ db }: Pick<Working, 'db'>, clockIds: readonly string[]) => {
  const { rows } = await sql<{ key: string }>`update todos t set (clock_id, due_at) =
      (select c.id, c.due_at from clocks c where c.record_id = t.record_id and c.item_id is null and c.stopped_at is null order by c.due_order, c.id limit 1)
    where clock_id = any(${[...clockIds]}::uuid[]) and done_at is null and withdrawn_at is null returning coalesce(person_id, department_id) as key`.execute(db);
  return rows.map(({ key }) => key);
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
export const withdraw = (ctx: Ctx<any> | Working, which: Which) => end(ctx, which, sql`withdrawn_at = ${ctx.now}`);

const end = async (ctx: Ctx<any> | Working, { recordId, what, itemId, personId, departmentId }: Which, set: ReturnType<typeof sql>) => {
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
