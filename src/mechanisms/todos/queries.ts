import { type RawBuilder, sql } from 'kysely';
import { malformed } from '#platform/problem.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import type { Todo, todos as contract } from './contract.ts';

export const queries: Queries<typeof contract> = {
  async list(ctx, { query: { box, after, most, ...filters } }) {
    const { from, order, sort } = boxesOf(ctx)[box];
    const rows = await page(ctx, { from, order, sort, narrow: [...narrowed(filters, ctx.now), ...(after ? [beyond(sort, order, after)] : [])], most: most + 1 });
    const last = rows.length > most ? rows[most - 1] : undefined;
    return { todos: rows.slice(0, most).map((row) => presented(ctx, row)), next: last ? `${last.position}_${last.id}` : null };
  },

  async counts(ctx) {
    const tomorrow = instantOf(dayOf(new Date(Date.parse(ctx.now) + 86_400_000).toISOString()));
    const { rows: [row] } = await sql<{ act: number; read: number; late: number; dueToday: number }>`
      select count(*) filter (where t.kind = 'act')::int as act, count(*) filter (where t.kind = 'read')::int as read,
        count(*) filter (where t.due_at <= ${ctx.now})::int as late, count(*) filter (where t.due_at > ${ctx.now} and t.due_at < ${tomorrow})::int as due_today
      from (${openOf(ctx)}) t join records r on r.id = t.record_id where ${seen(ctx)}`.execute(ctx.db);
    return row!;
  },
};

/** The row's record may be seen: the same condition as mayRead, on r. */
const seen = ({ actor }: Reading) =>
  sql`r.clearance <= ${actor.clearance} and (r.all_permission = any(${[...actor.permissions]}::text[]) or r.readers && ${[...actor.keys]}::uuid[])`;

/** Everything asked of the person, of the departments they sign for, and of those for whom they stand in. */
const openOf = ({ actor }: Reading) => sql`
  select * from todos where person_id = any(${people({ actor })}::uuid[]) and done_at is null and withdrawn_at is null${sql.join(limited({ actor }), sql``)}
  union all select * from todos where department_id = any(${[...actor.departments]}::uuid[]) and done_at is null and withdrawn_at is null`;

const people = ({ actor }: Pick<Reading, 'actor'>) => [actor.id, ...actor.deputyFor.filter(({ scope }) => scope === 'all').map(({ id }) => id)];

/** Of those for whom they stand in for one module alone, what that module asks. */
const limited = ({ actor }: Pick<Reading, 'actor'>) =>
  actor.deputyFor.filter(({ scope }) => scope !== 'all').map(({ id, scope }) => sql`
  union all select * from todos where person_id = ${id} and split_part(what, '.', 1) = ${scope} and done_at is null and withdrawn_at is null`);

interface Box {
  from: RawBuilder<unknown>;
  sort: RawBuilder<unknown>;
  order: 'asc' | 'desc';
}

/** What is due first comes first; what has no limit comes last. Done and asked: the newest first. */
const boxesOf = (ctx: Reading): Record<'act' | 'read' | 'done' | 'mine', Box> => {
  const open = (kind: string): Box => ({ from: sql`(select * from (${openOf(ctx)}) o where o.kind = ${kind})`, sort: sql`coalesce(t.due_at, timestamptz '9999-12-31 00:00:00Z')`, order: 'asc' });
  return {
    act: open('act'),
    read: open('read'),
    done: { from: sql`(select * from todos where done_by = ${ctx.actor.id} and done_at is not null)`, sort: sql`t.done_at`, order: 'desc' },
    mine: { from: sql`(select * from todos where asked_by = ${ctx.actor.id})`, sort: sql`t.asked_at`, order: 'desc' },
  };
};

const narrowed = ({ q, what, late }: { q?: string | undefined; what?: string | undefined; late?: boolean | undefined }, now: string) => {
  const like = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return [
    ...(like ? [sql`(r.title ilike ${like} or r.number ilike ${like})`] : []),
    ...(what ? [sql`t.what = ${what}`] : []),
    ...(late === undefined ? [] : [late ? sql`t.due_at <= ${now}` : sql`(t.due_at is null or t.due_at > ${now})`]),
  ];
};

const beyond = (sort: RawBuilder<unknown>, order: string, after: string) => {
  const [at, id] = after.split('_');
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/i.test(id)) throw malformed('after: not a place in this list');
  return order === 'asc' ? sql`(${sort}, t.id) > (${at}, ${id})` : sql`(${sort}, t.id) < (${at}, ${id})`;
};

interface Row {
  id: string;
  kind: 'act' | 'read';
  what: string;
  recordId: string;
  recordKind: string;
  number: string;
  title: string;
  itemId: string | null;
  together: boolean;
  askedBy: string;
  asker: string;
  personId: string | null;
  person: string | null;
  department: string | null;
  askedAt: string;
  dueAt: string | null;
  doneAt: string | null;
  doneBy: string | null;
  doer: string | null;
  withdrawnAt: string | null;
  position: string;
  near: boolean;
  openClock: string | null;
  missingYear: number | null;
  paused: boolean;
}

const page = async (ctx: Reading, { from, sort, order, narrow, most }: Box & { narrow: RawBuilder<unknown>[]; most: number }) => {
  const direction = order === 'asc' ? sql`asc` : sql`desc`;
  // The clocks are asked about the lines that are shown, not about all that are open.
  const { rows } = await sql<Row>`
    select s.*, c.id as open_clock, c.missing_year, c.paused_at is not null as paused, coalesce(c.paused_at is null and c.warn_at <= ${ctx.now}, false) as near
    from (select t.id, t.kind, t.what, t.record_id, r.kind as record_kind, r.number, r.title, t.item_id, t.together, t.asked_by, a.name as asker, t.person_id, p.name as person, d.name as department,
        t.asked_at, t.due_at, t.done_at, t.done_by, b.name as doer, t.withdrawn_at, t.clock_id, ${sort} as position
      from ${from} t join records r on r.id = t.record_id join people a on a.id = t.asked_by
        left join people p on p.id = t.person_id left join departments d on d.id = t.department_id left join people b on b.id = t.done_by
      where ${sql.join([seen(ctx), ...narrow], sql` and `)}
      order by ${sort} ${direction}, t.id ${direction} limit ${most}) s
      left join clocks c on c.id = s.clock_id and c.stopped_at is null
    order by s.position ${direction}, s.id ${direction}`.execute(ctx.db);
  return rows;
};

const isLate = (now: string, { doneAt, dueAt }: Row) => doneAt === null && dueAt !== null && dueAt <= now;

const presented = ({ actor, now }: Reading, row: Row): Todo => ({
  id: row.id,
  kind: row.kind,
  what: row.what,
  record: { id: row.recordId, kind: row.recordKind, number: row.number, title: row.title },
  itemId: row.itemId,
  from: { id: row.askedBy, name: row.asker },
  why: whose(row, actor),
  askedAt: row.askedAt,
  dueAt: row.dueAt,
  late: isLate(now, row),
  warned: row.near && row.doneAt === null && row.withdrawnAt === null && !isLate(now, row),
  clock: row.openClock ? { id: row.openClock, paused: row.paused, missingYear: row.missingYear } : null,
  together: row.together,
  doneAt: row.doneAt,
  doneBy: row.doneBy ? { id: row.doneBy, name: row.doer ?? '' } : null,
  withdrawn: row.withdrawnAt !== null,
});

const whose = (row: Row, actor: Reading['actor']): Todo['why'] => {
  if (row.department) return { as: 'department', name: row.department };
  return { as: actor.deputyFor.some(({ id }) => id === row.personId) ? 'deputy' : 'self', name: row.person ?? '' };
};
