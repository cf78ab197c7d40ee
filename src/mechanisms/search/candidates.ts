import { expressionBuilder, type RawBuilder, sql } from 'kysely';
import type { DB } from '#database/tables.ts';
import { mayRead } from '#mechanisms/access/records.ts';
import type { Reading } from '#platform/module.ts';
import { instantOf } from '#platform/time.ts';
import type { Asked } from './contract.ts';
import { gramsWanted, type Wanted, wantedIn } from './rules.ts';

export interface Looking extends Reading, Wanted {
  /** On `search_entries e` and `records`: what was asked beside the words, and who may see. */
  readonly where: RawBuilder<unknown>;
}

/** The last line of a window, newest first. */
export interface Key {
  readonly at: string;
  readonly id: string;
}

const windowSize = 150;
const mostTitles = 100;
const mostCounted = 1001;

export const lookingFor = (ctx: Reading, asked: Asked): Looking => ({
  ...ctx,
  ...wantedIn(asked.q),
  where: sql.join([...visible(ctx), ...filters(asked)], sql` and `),
});

/**
 * The planner does not know what it costs to unpack an array and would rather read the whole table. A bitmap of the
 * grams is always right, and then the newest lines one by one until there are enough.
 */
export const planWell = ({ db }: Reading) =>
  sql.raw('set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off; set local jit = off').execute(db);

/** The records of one window, best first, and where the next one begins. */
export const windowFrom = async (looking: Looking, key: Key | null) => {
  const titled = await candidates(looking, sql`e.title_grams`, null, mostTitles);
  const newest = await candidates(looking, sql`e.grams`, key, windowSize);
  const first = new Set(titled.map(({ id }) => id));
  const others = newest.filter(({ id }) => !first.has(id));
  return { found: await held(looking, key ? others : [...titled, ...others]), end: newest.length === windowSize ? newest.at(-1)! : null };
};

/** How many records hold it, never counting one that the asker may not see. */
export const countOf = async (looking: Looking) => {
  const { rows: [row] } = await sql<{ count: number }>`select count(*)::int as count from (${lines(looking, sql`e.grams`, null)} limit ${mostCounted}) counted`.execute(looking.db);
  const count = Math.min(row!.count, mostCounted - 1);
  const counted = row!.count === mostCounted ? ('at_least' as const) : looking.terms.some(isLong) ? ('about' as const) : ('exactly' as const);
  return { count, counted };
};

const candidates = async (looking: Looking, array: RawBuilder<unknown>, key: Key | null, most: number) =>
  (await sql<Key>`${lines(looking, array, key)} order by e.at desc, e.record_id desc limit ${most}`.execute(looking.db)).rows;

const lines = ({ terms, where }: Looking, array: RawBuilder<unknown>, key: Key | null) => sql`
  select e.record_id as id, e.at from search_entries e join records on records.id = e.record_id
  where ${array} @> ${terms.flatMap(gramsWanted)}::integer[] and ${where}
    ${key ? sql`and (e.at, e.record_id) < (${key.at}, ${key.id})` : sql``}`;

/** The table `records` has the last word; `seers` only keeps those away that it would refuse. */
const visible = (ctx: Reading) => {
  const { keys, permissions, clearance } = ctx.actor;
  return [
    sql`e.seers && (${[...keys]}::uuid[] || array(select key from search_permissions where permission = any(${[...permissions]}::text[])))`,
    sql`e.clearance <= ${clearance}`,
    sql`${mayRead(ctx)(expressionBuilder<DB, 'records'>())}`,
  ];
};

const filters = ({ kind, sender, from, to }: Asked) => [
  ...(kind ? [sql`e.kind = ${kind}`] : []),
  ...(sender ? [sql`strpos(e.sender, ${sender}) > 0`] : []),
  ...(from ? [sql`e.at >= ${instantOf(from)}`] : []),
  ...(to ? [sql`e.at < ${instantOf(to)}::timestamptz + interval '1 day'`] : []),
];

/** Two neighbours are their own gram; of a longer term the grams may stand apart. */
const isLong = (term: string) => term.length > 2;

/** Those candidates that really hold every term, best first: its very number, then the title, then the newest. */
const held = async ({ db, terms, whole }: Looking, all: readonly Key[]) => {
  if (!all.length) return [];
  const like = terms.map((term) => `%${term}%`);
  const { rows } = await sql<{ id: string; score: number }>`
    select e.record_id as id,
      case when ' ' || e.head || ' ' like ${`% ${whole} %`} then 10 else 0 end
        + case when split_part(e.head, ' ', 1) like all (${like}::text[]) then 2 when e.head like all (${like}::text[]) then 1 else 0 end as score
    from search_entries e
    where e.record_id = any (${all.map(({ id }) => id)}::uuid[]) and ${sql.join([sql`true`, ...terms.filter(isLong).map(holds)], sql` and `)}
    order by score desc, e.at desc, e.record_id desc`.execute(db);
  return rows.map(({ id }) => id);
};

const holds = (term: string) => {
  const like = `%${term}%`;
  return sql`(e.head like ${like} or exists (select from search_texts t where t.record_id = e.record_id and (t.squashed like ${like} or t.called like ${like})))`;
};
