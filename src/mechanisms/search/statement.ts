import { expressionBuilder, type RawBuilder, sql } from 'kysely';
import type { DB } from '#database/tables.ts';
import { seenWith, type Sight } from '#mechanisms/access/records.ts';
import { instantOf } from '#platform/time.ts';
import type { Asked } from './contract.ts';
import { onShelves } from './entries.ts';
import { gramsWanted, type Wanted } from './rules.ts';

/** What is asked, as the database is asked it. */
export interface Looking extends Wanted {
  readonly sight: Sight;
  readonly asked: Asked;
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

/** A hit with what its line says. */
export interface Line extends Hit {
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly sender: string;
}

/** 3: so far it was looked. 4: how many there are. */
export interface Row extends Omit<Line, 'rank'> {
  readonly rank: Rank | 3 | 4;
  readonly count: number | null;
}

/** What makes one question another statement. */
export const shapeOf = ({ terms, whole, after, asked: { q: _, after: __, ...filters } }: Looking) => ({
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

// So many can be looked into while somebody waits; of more, that they are more is enough.
export const mostCounted = 50;
/** A word whose neighbours are common but that is rare itself: so many candidates of an age are looked into, older ones on the next page. */
const mostLookedInto = 3000;

export type Blank = <T>(of: (looking: Looking) => T) => T;

/**
 * The database stops at the branch that fills the page, so that what is common costs no more than what is rare; how far it looked, and how
 * many there are, is only worked out where it is said. What is fenced by `offset 0` is done in the order in which it stands here.
 */
export const statement = (shape: Shape, blank: Blank, more: readonly RawBuilder<unknown>[]) => {
  const of = partsOf(shape, more);
  const from = shape.after ?? (shape.isNumber ? 0 : 1);
  const branches = [
    ...(from === 0 ? [of.found(0, sql`(${of.newest(0)}) e`)] : []),
    ...(from <= 1 ? ages.map((age) => of.found(1, sql`(${of.newest(1, age)}) e`)) : []),
    ...ages.map((age) => of.found(2, sql`${shape.long.length ? lookedInto(age) : sql`(${of.newest(2, age)})`} e`)),
  ];
  const looked = shape.long.length ? ages.map((age) => sql`${lookedInto(age)} as materialized (${of.newest(2, age)} limit ${sql.lit(mostLookedInto)}), `) : [];
  const isFull = sql`(select count(*) from page) > ${given('most')}`;
  return sql<Row>`with given as materialized (${givenOf(blank)}), ${sql.join(looked, sql``)} page as materialized (select * from (${sql.join(branches, sql` union all `)}) ranked limit ${given('most')} + 1)
    select rank, id, at, kind, number, title, sender, null::integer as count from page
      cross join lateral (select kind, number, title from records where records.id = page.id offset 0) r cross join lateral (select sender from search_entries where record_id = page.id offset 0) e
    ${shape.long.length ? sql`union all select 3, id, at, null, null, null, null, null from (${sql.join(ages.map((age) => sql`(select e.record_id as id, e.at from ${lookedInto(age)} e offset ${sql.lit(mostLookedInto - 1)} limit 1)`), sql` union all `)} limit 1) b where not ${isFull}` : sql``}
    ${shape.after === null ? sql`union all select 4, null, null, null, null, null, null, case when ${isFull} then ${of.count} end` : sql``}`;
};

/** What differs from one asking to the next, said once: each mention would be sent by itself, and a director has a hundred permissions. */
const givenOf = (blank: Blank) => sql`select *, keys || ${sql.lit(onShelves)}::uuid || array(select key from search_permissions where permission = any(permissions)) as seers from (select
  ${blank(({ sight }) => sight.clearance)}::integer as clearance, ${blank(({ sight }) => sight.permissions)}::text[] as permissions, ${blank(({ sight }) => sight.keys)}::uuid[] as keys,
  ${blank(({ terms }) => terms.flatMap(gramsWanted))}::integer[] as wanted, ${blank(({ terms }) => terms.map((term) => `%${term}%`))}::text[] as likes, ${blank((looking) => looking.whole)}::text as whole,
  ${blank(({ most }) => most)}::integer as most, ${blank(({ after }) => after?.at)}::timestamptz as after_at, ${blank(({ after }) => after?.id)}::uuid as after_id,
  ${blank(({ asked }) => asked.kind)}::text as kind, ${blank(({ asked }) => asked.sender)}::text as sender, ${blank(({ asked }) => asked.departmentId)}::uuid as department,
  ${blank(({ asked }) => asked.from && instantOf(asked.from))}::timestamptz as first, ${blank(({ asked }) => asked.to && instantOf(asked.to))}::timestamptz as last) given`;

const types = { clearance: 'integer', permissions: 'text[]', keys: 'uuid[]', seers: 'uuid[]', wanted: 'integer[]', likes: 'text[]', whole: 'text', most: 'integer', after_at: 'timestamptz', after_id: 'uuid', kind: 'text', sender: 'text', department: 'uuid', first: 'timestamptz', last: 'timestamptz' } as const;
/** A value at which PostgreSQL does not look when it plans, so that it keeps the plan. */
const given = (name: keyof typeof types) => sql`(select ${sql.raw(name)} from given)::${sql.raw(types[name])}`;

const ages = [0, 1, 2] as const;
type Age = (typeof ages)[number];
const lookedInto = (age: Age) => sql.raw(`looked_into_${age}`);

const sight: Sight = { clearance: given('clearance') as never, permissions: given('permissions') as never, keys: given('keys') as never };

const partsOf = (shape: Shape, more: readonly RawBuilder<unknown>[]) => {
  const where = sql.join([...nearby, ...filters(shape.filters), ...more], sql` and `);
  const isNumber = shape.isNumber ? sql`e.numbers @> array[${given('whole')}]` : sql`false`;
  const inName = sql`e.named like all (${given('likes')})`;
  const near = (age: Age, of: RawBuilder<unknown>) => sql`search_entries e where e.age = ${sql.lit(age)} and ${of} @> ${given('wanted')} and ${where}`;
  const ranks = {
    0: () => sql`search_entries e where ${isNumber} and ${where}`,
    1: (age: Age) => sql`${near(age, sql`e.name_grams`)} and ${inName} and not ${isNumber}`,
    2: (age: Age) => sql`${near(age, sql`e.grams`)} and not (${inName} or ${isNumber})`,
  };
  const newest = (rank: Rank, age: Age = 0) => sql`select e.record_id, e.at, e.named, e.sent_by from ${ranks[rank](age)} ${shape.after === rank ? sql`and (e.at, e.record_id) < (${given('after_at')}, ${given('after_id')})` : sql``} order by e.at desc, e.record_id desc`;
  // Who may see has the last word; `seers` only keeps those lines away that it would refuse.
  const seen = sql`cross join lateral (select from records where records.id = e.record_id and ${seenWith(sight)(expressionBuilder<DB, 'records'>())} offset 0) r`;
  const held = shape.long.map((i) => sql`and ${holds(sql`(select likes[${sql.lit(i + 1)}] from given)`)}`);
  const found = (rank: Rank, among: RawBuilder<unknown>) => sql`(select ${sql.lit(rank)} as rank, e.record_id as id, e.at from ${among} ${seen} ${rank === 2 && held.length ? sql`where true ${sql.join(held, sql` `)}` : sql``} limit ${given('most')} + 1)`;
  const all = ages.map((age) => sql`select from (select e.record_id, e.named, e.sent_by from ${near(age, sql`e.grams`)} offset 0) e ${seen} where true ${sql.join(held, sql` `)}`);
  const count = sql`(select count(*)::integer from (${sql.join(all, sql` union all `)} limit ${sql.lit(mostCounted + 1)}) c)`;
  return { newest, found, count };
};

const nearby = [
  sql`e.seers && ${given('seers')}`,
  // The readers of a shelf change too often to be copied to every line: they are asked for here, before the candidates are counted.
  sql`(e.shelf_id is null or e.shelf_id in (select shelf_id from shelf_keys where key = any(${given('keys')}) and level >= 2))`,
  sql`e.clearance <= ${given('clearance')}`,
];

const filters = ({ kind, sender, departmentId, open, from, to }: Shape['filters']) => [
  ...(kind ? [sql`e.kind = ${given('kind')}`] : []),
  ...(sender ? [sql`strpos(e.sender, ${given('sender')}) > 0`] : []),
  ...(departmentId ? [sql`e.seers @> array[${given('department')}]`] : []),
  ...(open === undefined ? [] : [sql`${open ? sql`` : sql`not `}exists (select from todos where record_id = e.record_id and done_at is null and withdrawn_at is null)`]),
  ...(from ? [sql`e.at >= ${given('first')}`] : []),
  ...(to ? [sql`e.at < ${given('last')} + interval '1 day'`] : []),
];

const holds = (like: RawBuilder<unknown>) => sql`(e.named like ${like} or e.sent_by like ${like}
  or exists (select from search_texts t where t.record_id = e.record_id and (t.squashed like ${like} or t.called like ${like})))`;
