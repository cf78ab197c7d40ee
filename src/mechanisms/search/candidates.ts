import { expressionBuilder, type RawBuilder, sql } from 'kysely';
import type { DB } from '#database/tables.ts';
import { blankSight, seenWith, type Sight, sightOf } from '#mechanisms/access/records.ts';
import { prepare, shapes, unseen } from '#platform/db.ts';
import type { Reading } from '#platform/module.ts';
import { instantOf } from '#platform/time.ts';
import type { Asked } from './contract.ts';
import { onShelves } from './entries.ts';
import { gramsWanted, type Wanted } from './rules.ts';

/** What is asked, as the database is asked it. */
interface Looking {
  readonly sight: Sight;
  readonly asked: Asked;
  readonly whole: string;
  readonly terms: readonly string[];
  readonly after: Hit | null;
  readonly most: number;
}

/** 0: it is its very number. 1: its title and numbers hold every word. 2: it holds them somewhere. */
export type Rank = 0 | 1 | 2;

/** A record in its order: by rank, and in each the newest first. */
export interface Hit {
  readonly rank: Rank;
  readonly at: string;
  readonly id: string;
}

export interface Hits {
  readonly hits: readonly Hit[];
  /** After which to go on, if there is more. */
  readonly next: Hit | null;
  /** How many records hold it, never counting one that the asker may not see; nobody asks again on later pages. */
  readonly count: number | null;
  readonly counted: 'exactly' | 'at_least';
}

// So many can be looked into while somebody waits; of more, that they are more is enough.
const mostCounted = 50;
/** A word whose neighbours are common but that is rare itself: so many candidates of an age are looked into, older ones on the next page. */
const mostLookedInto = 3000;

/** The next so many records after one that was shown. `more`: conditions of a module on `search_entries e`. */
export const hitsAfter = async (ctx: Reading, wanted: Wanted, { asked, after, most, more }: Pick<Looking, 'asked' | 'after' | 'most'> & { more: readonly RawBuilder<unknown>[] }): Promise<Hits> => {
  const looking: Looking = { ...wanted, asked, after, most, sight: sightOf(ctx) };
  const rows = await (more.length ? statement(shapeOf(looking), (of) => of(looking), more).execute(ctx.db).then((result) => result.rows) : preparedFor(looking)(ctx.db, looking));
  const hits = rows.filter(({ rank }) => rank < 3) as readonly Hit[];
  const bound = rows.find(({ rank }) => rank === 3);
  const { count = null } = rows.find(({ rank }) => rank === 4) ?? {};
  if (hits.length > most) return { hits: hits.slice(0, most), next: hits[most - 1]!, ...(count !== null && count > mostCounted ? { count: mostCounted, counted: 'at_least' } : { count, counted: 'exactly' }) };
  const shown = bound ? hits.filter(({ rank, at }) => rank < 2 || at >= bound.at) : hits;
  return { hits: shown, next: bound ? { ...bound, rank: 2 } : null, count: after ? null : shown.length, counted: bound ? 'at_least' : 'exactly' };
};

/** 3: so far it was looked. 4: how many there are. */
interface Row {
  readonly rank: Rank | 3 | 4;
  readonly at: string;
  readonly id: string;
  readonly count: number | null;
}

/** What makes one question another statement. */
const shapeOf = ({ terms, whole, after, asked: { q: _, after: __, ...filters } }: Looking) => ({
  words: terms.length,
  long: terms.map((term, i) => (isLong(term) ? i : -1)).filter((i) => i >= 0),
  // No document is known by a number without a figure: what has none is not looked for as one, and not left out as one.
  isNumber: /\d/.test(whole),
  after: after?.rank ?? null,
  filters: Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, name === 'open' ? value : value !== undefined])) as Partial<Record<keyof Asked, boolean>>,
});
type Shape = ReturnType<typeof shapeOf>;

/** Two neighbours are their own gram; of a longer word the grams may stand apart. */
const isLong = (term: string) => term.length > 2;

const known = shapes<ReturnType<typeof prepared>>();
const preparedFor = (looking: Looking) => {
  const shape = shapeOf(looking);
  return known(JSON.stringify(shape), () => prepared(shape));
};
const prepared = (shape: Shape) => prepare<Looking, Row>((db, blank) => statement(shape, blank, []).compile(db));

type Blank = <T>(of: (looking: Looking) => T) => T;

/**
 * The database stops at the branch that fills the page, so that what is common costs no more than what is rare; how far it looked, and how
 * many there are, is only worked out where it is said. What is fenced by `offset 0` is done in the order in which it stands here.
 */
const statement = (shape: Shape, blank: Blank, more: readonly RawBuilder<unknown>[]) => {
  const of = partsOf(shape, blank, more);
  const from = shape.after ?? (shape.isNumber ? 0 : 1);
  const branches = [
    ...(from === 0 ? [of.found(0, sql`(${of.newest(0)}) e`)] : []),
    ...(from <= 1 ? ages.map((age) => of.found(1, sql`(${of.newest(1, age)}) e`)) : []),
    ...ages.map((age) => of.found(2, sql`${shape.long.length ? lookedInto(age) : sql`(${of.newest(2, age)})`} e`)),
  ];
  const looked = shape.long.length ? ages.map((age) => sql`${lookedInto(age)} as materialized (${of.newest(2, age)} limit ${sql.lit(mostLookedInto)}), `) : [];
  const isFull = sql`(select count(*) from page) > ${of.most}`;
  return sql<Row>`with mine as materialized (${of.mine}), ${sql.join(looked, sql``)} page as materialized (select * from (${sql.join(branches, sql` union all `)}) ranked limit ${of.most} + 1)
    select rank, id, at, null::integer as count from page
    ${shape.long.length ? sql`union all select 3, id, at, null from (${sql.join(ages.map((age) => sql`(select e.record_id as id, e.at from ${lookedInto(age)} e offset ${sql.lit(mostLookedInto - 1)} limit 1)`), sql` union all `)} limit 1) b where not ${isFull}` : sql``}
    ${shape.after === null ? sql`union all select 4, null, null, case when ${isFull} then ${of.count} end` : sql``}`;
};

const ages = [0, 1, 2] as const;
type Age = (typeof ages)[number];
const lookedInto = (age: Age) => sql.raw(`looked_into_${age}`);

const partsOf = (shape: Shape, blank: Blank, more: readonly RawBuilder<unknown>[]) => {
  const sight = blankSight(blank);
  const likes = unseen(blank(({ terms }) => terms.map((term) => `%${term}%`)), 'text[]');
  const whole = sql`array[${unseen(blank((looking) => looking.whole), 'text')}]`;
  const wanted = unseen(blank(({ terms }) => terms.flatMap(gramsWanted)), 'int[]');
  const most = unseen(blank((looking) => looking.most), 'int');
  const after = sql`(${unseen(blank((looking) => looking.after?.at ?? null), 'timestamptz')}, ${unseen(blank((looking) => looking.after?.id ?? null), 'uuid')})`;
  const mine = sql`select ${sight.keys}::uuid[] || ${onShelves}::uuid || array(select key from search_permissions where permission = any(${sight.permissions}::text[])) as seers`;
  const where = sql.join([...nearby(sight), ...filters(shape.filters, blank), ...more], sql` and `);
  const isNumber = shape.isNumber ? sql`e.numbers @> ${whole}` : sql`false`;
  const inName = sql`e.named like all (${likes})`;
  const near = (age: Age, of: RawBuilder<unknown>) => sql`search_entries e where e.age = ${sql.lit(age)} and ${of} @> ${wanted} and ${where}`;
  const ranks = {
    0: () => sql`search_entries e where ${isNumber} and ${where}`,
    1: (age: Age) => sql`${near(age, sql`e.name_grams`)} and ${inName} and not ${isNumber}`,
    2: (age: Age) => sql`${near(age, sql`e.grams`)} and not (${inName} or ${isNumber})`,
  };
  const newest = (rank: Rank, age: Age = 0) => sql`select e.record_id, e.at, e.named, e.sent_by from ${ranks[rank](age)} ${shape.after === rank ? sql`and (e.at, e.record_id) < ${after}` : sql``} order by e.at desc, e.record_id desc`;
  // Who may see has the last word; `seers` only keeps those lines away that it would refuse.
  const seen = sql`cross join lateral (select from records where records.id = e.record_id and ${seenWith(sight)(expressionBuilder<DB, 'records'>())} offset 0) r`;
  const held = shape.long.map((i) => sql`and ${holds(unseen(blank(({ terms }) => `%${terms[i]}%`), 'text'))}`);
  const found = (rank: Rank, among: RawBuilder<unknown>) => sql`(select ${sql.lit(rank)} as rank, e.record_id as id, e.at from ${among} ${seen} ${rank === 2 && held.length ? sql`where true ${sql.join(held, sql` `)}` : sql``} limit ${most} + 1)`;
  const all = ages.map((age) => sql`select from (select e.record_id, e.named, e.sent_by from ${near(age, sql`e.grams`)} offset 0) e ${seen} where true ${sql.join(held, sql` `)}`);
  const count = sql`(select count(*)::integer from (${sql.join(all, sql` union all `)} limit ${sql.lit(mostCounted + 1)}) c)`;
  return { mine, newest, found, count, most };
};

const nearby = ({ keys, clearance }: Sight) => [
  sql`e.seers && (select seers from mine)`,
  // The readers of a shelf change too often to be copied to every line: they are asked for here, before the candidates are counted.
  sql`(e.shelf_id is null or e.shelf_id in (select shelf_id from shelf_keys where key = any(${keys}::uuid[]) and level >= 2))`,
  sql`e.clearance <= ${clearance}`,
];

const filters = ({ kind, sender, departmentId, open, from, to }: Shape['filters'], blank: Blank) => [
  ...(kind ? [sql`e.kind = ${unseen(blank(({ asked }) => asked.kind), 'text')}`] : []),
  ...(sender ? [sql`strpos(e.sender, ${unseen(blank(({ asked }) => asked.sender), 'text')}) > 0`] : []),
  ...(departmentId ? [sql`e.seers @> array[${unseen(blank(({ asked }) => asked.departmentId), 'uuid')}]`] : []),
  ...(open === undefined ? [] : [sql`${open ? sql`` : sql`not `}exists (select from todos where record_id = e.record_id and done_at is null and withdrawn_at is null)`]),
  ...(from ? [sql`e.at >= ${unseen(blank(({ asked }) => instantOf(asked.from!)), 'timestamptz')}`] : []),
  ...(to ? [sql`e.at < ${unseen(blank(({ asked }) => instantOf(asked.to!)), 'timestamptz')} + interval '1 day'`] : []),
];

const holds = (like: RawBuilder<unknown>) => sql`(e.named like ${like} or e.sent_by like ${like}
  or exists (select from search_texts t where t.record_id = e.record_id and (t.squashed like ${like} or t.called like ${like})))`;
