import { expressionBuilder, type RawBuilder, sql } from 'kysely';
import type { DB } from '#database/tables.ts';
import { seenWith, sightOf } from '#mechanisms/access/records.ts';
import { prepare, shapes, unseen } from '#platform/db.ts';
import { malformed } from '#platform/problem.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import type { Todo, todos as contract } from './contract.ts';

export const queries: Queries<typeof contract> = {
  async list(ctx, { query: { box, after, most, ...filters } }) {
    const rows = await page(ctx, { box, most: most + 1, wanted: { ...wantedOf(filters), ...(after && placeOf(after)) } });
    const last = rows.length > most ? rows[most - 1] : undefined;
    return { todos: rows.slice(0, most).map((row) => presented(ctx, row)), next: last ? `${last.position}_${last.id}` : null };
  },

  async counts(ctx) {
    const tomorrow = instantOf(dayOf(new Date(Date.parse(ctx.now) + 86_400_000).toISOString()));
    const [row] = await counted(ctx.db, { ...valuesOf(ctx), tomorrow });
    return row!;
  },
};

const counted = prepare<ReturnType<typeof valuesOf> & { tomorrow: string }, { act: number; read: number; late: number; dueToday: number }>((db, blank) => {
  const values = blanksOf(blank);
  const { now } = values;
  return sql<{ act: number; read: number; late: number; dueToday: number }>`
    select count(*) filter (where t.kind = 'act')::int as act, count(*) filter (where t.kind = 'read')::int as read,
        count(*) filter (where t.due_at <= ${now})::int as late,
      count(*) filter (where t.due_at > ${now} and t.due_at < ${unseen(blank(({ tomorrow }) => tomorrow), 'timestamptz')})::int as due_today
    from (${openOf(values)}) t cross join lateral ${recordOf(values)}`.compile(db);
});

/** The row's record, if it may be seen. */
const recordOf = ({ clearance, permissions, keys }: Values) => sql`
  (select kind, number, title from records where records.id = t.record_id and ${seenWith({ clearance, permissions, keys } as never)(expressionBuilder<DB, 'records'>())} offset 0) r`;

/** Everything asked of the person, of the departments they sign for, and of those for whom they stand in: for all, or for one module alone. */
const openOf = ({ people, departments, limited, scopes }: Values) => {
  const open = sql`done_at is null and withdrawn_at is null`;
  return sql`
  select * from todos where person_id = any(${people}) and ${open}
  union all select * from todos where department_id = any(${departments}) and ${open}
  union all select t.* from unnest(${limited}, ${scopes}) l (person, scope) join todos t on t.person_id = l.person and split_part(t.what, '.', 1) = l.scope where ${open}`;
};

/** Who asks, and what they chose. */
const valuesOf = ({ actor, now }: Reading) => {
  const standsIn = (all: boolean) => actor.deputyFor.filter(({ scope }) => (scope === 'all') === all);
  return {
    now,
    me: actor.id,
    ...sightOf({ actor }),
    people: [actor.id, ...standsIn(true).map(({ id }) => id)],
    departments: [...actor.departments],
    limited: standsIn(false).map(({ id }) => id),
    scopes: standsIn(false).map(({ scope }) => scope),
  };
};

const types = { now: 'timestamptz', me: 'uuid', clearance: 'int', permissions: 'text[]', keys: 'uuid[]', people: 'uuid[]', departments: 'uuid[]', limited: 'uuid[]', scopes: 'text[]' } as const;
type Values = Record<keyof typeof types, RawBuilder<unknown>>;

const blanksOf = (blank: <T>(of: (given: ReturnType<typeof valuesOf>) => T) => T) =>
  Object.fromEntries(Object.entries(types).map(([name, type]) => [name, unseen(blank((given) => given[name as 'now']), type)])) as Values;

type Box = 'act' | 'read' | 'done' | 'mine';

/** What is due first comes first; what has no limit comes last. Done and asked: the newest first. */
const boxOf = (box: Box, values: Values) => {
  const due = sql`coalesce(t.due_at, timestamptz '9999-12-31 00:00:00Z')`;
  if (box === 'done') return { from: sql`select * from todos where done_by = ${values.me} and done_at is not null`, sort: sql`t.done_at`, order: 'desc' };
  if (box === 'mine') return { from: sql`select * from todos where asked_by = ${values.me}`, sort: sql`t.asked_at`, order: 'desc' };
  return { from: sql`select * from (${openOf(values)}) o where o.kind = ${sql.lit(box)}`, sort: due, order: 'asc' };
};

interface Wanted {
  like?: string;
  what?: string;
  late?: boolean;
  /** The last line of the page before. */
  at?: string;
  id?: string;
}

const wantedOf = ({ q, what, late }: { q?: string | undefined; what?: string | undefined; late?: boolean | undefined }): Wanted => ({
  ...(q && { like: `%${q.replace(/[\\%_]/g, '\\$&')}%` }),
  ...(what && { what }),
  ...(late !== undefined && { late }),
});

const placeOf = (after: string): Wanted => {
  const [at, id] = after.split('_');
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/i.test(id)) throw malformed('after: not a place in this list');
  return { at, id };
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

interface Asked {
  box: Box;
  most: number;
  wanted: Wanted;
}

const pages = shapes<ReturnType<typeof preparedPage>>();

const page = (ctx: Reading, { box, most, wanted }: Asked) => {
  const prepared = pages(JSON.stringify([box, most, wanted.late, Object.keys(wanted)]), () => preparedPage({ box, most, wanted }));
  return prepared(ctx.db, { ...valuesOf(ctx), wanted });
};

/** The record of each line is looked up in the order of the list, and the clocks of the lines that are shown: not of all that are open. */
const preparedPage = ({ box, most, wanted }: Asked) =>
  prepare<ReturnType<typeof valuesOf> & { wanted: Wanted }, Row>((db, blank) => {
    const values = blanksOf(blank);
    const { from, sort, order } = boxOf(box, values);
    const chosen = (name: 'like' | 'what' | 'at' | 'id', type: 'text' | 'timestamptz' | 'uuid') => unseen(blank((given) => given.wanted[name]), type);
    const narrow = [
      ...(wanted.like === undefined ? [] : [sql`(r.title ilike ${chosen('like', 'text')} or r.number ilike ${chosen('like', 'text')})`]),
      ...(wanted.what === undefined ? [] : [sql`t.what = ${chosen('what', 'text')}`]),
      ...(wanted.late === undefined ? [] : [wanted.late ? sql`t.due_at <= ${values.now}` : sql`(t.due_at is null or t.due_at > ${values.now})`]),
      ...(wanted.at === undefined ? [] : [sql`(${sort}, t.id) ${sql.raw(order === 'asc' ? '>' : '<')} (${chosen('at', 'timestamptz')}, ${chosen('id', 'uuid')})`]),
    ];
    const direction = sql.raw(order);
    return sql<Row>`
      select s.*, (select name from people where id = s.asked_by) as asker, (select name from people where id = s.person_id) as person, (select name from departments where id = s.department_id) as department,
        (select name from people where id = s.done_by) as doer, c.id as open_clock, c.missing_year, c.paused_at is not null as paused, coalesce(c.paused_at is null and c.warn_at <= ${values.now}, false) as near
      from (select t.id, t.kind, t.what, t.record_id, r.kind as record_kind, r.number, r.title, t.item_id, t.together, t.asked_by, t.person_id, t.department_id, t.asked_at, t.due_at, t.done_at, t.done_by,
          t.withdrawn_at, t.clock_id, ${sort} as position
        from (${from}) t cross join lateral ${recordOf(values)}
        where ${sql.join([sql`true`, ...narrow], sql` and `)}
        order by ${sort} ${direction}, t.id ${direction} limit ${sql.lit(most)}) s
        left join lateral (select id, missing_year, paused_at, warn_at from clocks where id = s.clock_id and stopped_at is null offset 0) c on true
      order by s.position ${direction}, s.id ${direction}`.compile(db);
  });

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
