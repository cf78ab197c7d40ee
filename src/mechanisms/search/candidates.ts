import { expressionBuilder, type RawBuilder, sql } from 'kysely';
import type { DB } from '#database/tables.ts';
import { mayRead } from '#mechanisms/access/records.ts';
import type { Reading } from '#platform/module.ts';
import { instantOf } from '#platform/time.ts';
import type { Asked } from './contract.ts';
import { onShelves } from './entries.ts';
import { gramsWanted, type Wanted, wantedIn } from './rules.ts';

export interface Looking extends Reading, Wanted {
  /** On `search_entries e`: what was asked beside the words, and who may come near. */
  readonly where: RawBuilder<unknown>;
}

/** `more`: conditions of a module on `search_entries e`. */
export const lookingFor = (ctx: Reading, asked: Asked, more: readonly RawBuilder<unknown>[] = []): Looking => ({
  ...ctx,
  ...wantedIn(asked.q),
  where: sql.join([...nearby(ctx), ...filters(asked), ...more], sql` and `),
});

/** 0: it is its very number. 1: its title and numbers hold every word. 2: it holds them somewhere. */
export type Rank = 0 | 1 | 2;

/** A record in its order: by rank, and in each the newest first. */
export interface Hit {
  readonly rank: Rank;
  readonly at: string;
  readonly id: string;
}

/** The next so many records after one that was shown, and after which to go on. */
export const hitsAfter = async (looking: Looking, after: Hit | null, most: number) => {
  const { rows } = await branches(looking, after, most + 1).execute(looking.db);
  if (rows.length > most) return { hits: rows.slice(0, most), next: rows[most - 1]! };
  const bound = await boundOf(looking, after);
  return { hits: bound ? rows.filter(({ rank, at }) => rank < 2 || at >= bound.at) : rows, next: bound };
};

// So many can be looked into word for word while somebody waits; of more, that they are more is enough.
const mostCounted = 301;

/** How many records hold it, never counting one that the asker may not see. Of longer words, where there are many, only the neighbours are counted. */
export const countOf = async (looking: Looking) => {
  const count = await counted(looking, []);
  if (count === mostCounted) return { count: mostCounted - 1, counted: 'at_least' as const };
  const long = looking.terms.filter(isLong);
  return { count: long.length ? await counted(looking, long.map(holds)) : count, counted: 'exactly' as const };
};

const counted = async (looking: Looking, held: RawBuilder<unknown>[]) => {
  const part = (recent: boolean) => sql`select from (${near(looking, { recent, of: sql`e.grams` })} offset 0) e ${seen(looking)} ${sql.join(held.map((one) => sql`and ${one}`), sql` `)}`;
  const { rows: [row] } = await sql<{ count: number }>`select count(*)::int as count from (${part(true)} union all ${part(false)} limit ${mostCounted}) c`.execute(looking.db);
  return row!.count;
};

/** The database stops at the branch that fills the page, so that what is common costs no more than what is rare. */
const branches = (looking: Looking, after: Hit | null, most: number) => {
  const all = ([0, 1, 2] as const)
    .filter((rank) => rank >= (after?.rank ?? (mayBeNumber(looking) ? 0 : 1)))
    .flatMap((rank) => [true, false].map((recent) => branch(looking, { rank, recent, most, after: after?.rank === rank ? after : null })));
  return sql<Hit>`select * from (${sql.join(all, sql` union all `)}) ranked limit ${most}`;
};

interface Branch {
  rank: Rank;
  recent: boolean;
  most: number;
  after: Hit | null;
}

const branch = (looking: Looking, { rank, recent, most, after }: Branch) => {
  const held = rank === 2 ? looking.terms.filter(isLong).map(holds) : [];
  return sql`(select ${sql.lit(rank)} as rank, e.record_id as id, e.at
    from (${newest(looking, { rank, recent, after })} limit ${mostLookedInto}) e ${seen(looking)} ${sql.join(held.map((one) => sql`and ${one}`), sql` `)}
    order by e.at desc, e.record_id desc limit ${most})`;
};

/** No document is known by a number without a figure: what has none is not looked for as one, and not left out as one. */
const mayBeNumber = ({ whole }: Looking) => /\d/.test(whole);

/** A word whose neighbours are common but that is rare itself: so many candidates are looked into, older ones on the next page. */
const mostLookedInto = 3000;

const boundOf = async (looking: Looking, after: Hit | null): Promise<Hit | null> => {
  if (!looking.terms.some(isLong)) return null;
  const key = after?.rank === 2 ? after : null;
  for (const recent of [true, false]) {
    const { rows: [last] } = await sql<Hit>`select 2 as rank, e.record_id as id, e.at
      from (${newest(looking, { rank: 2, recent, after: key })} offset ${mostLookedInto - 1} limit 1) e`.execute(looking.db);
    if (last) return last;
  }
  return null;
};

const newest = (looking: Looking, { rank, recent, after }: Omit<Branch, 'most'>) => {
  const isNumber = mayBeNumber(looking) ? sql`e.numbers @> array[${looking.whole}]` : sql`false`;
  const inName = sql`e.named like all (${looking.terms.map((term) => `%${term}%`)}::text[])`;
  const ranked = [isNumber, sql`${inName} and not ${isNumber}`, sql`not (${inName} or ${isNumber})`][rank]!;
  return sql`${near(looking, { recent, of: rank === 2 ? sql`e.grams` : sql`e.name_grams` })} and ${ranked}
    ${after ? sql`and (e.at, e.record_id) < (${after.at}, ${after.id})` : sql``} order by e.at desc, e.record_id desc`;
};

const near = ({ terms, where }: Looking, { recent, of }: { recent: boolean; of: RawBuilder<unknown> }) => sql`
  select e.record_id, e.at, e.named, e.sent_by from search_entries e
  where ${recent ? sql`e.recent` : sql`not e.recent`} and ${of} @> ${terms.flatMap(gramsWanted)}::integer[] and ${where}`;

/** Who may see has the last word; `seers` only keeps those lines away that it would refuse. */
const seen = (looking: Looking) => sql`join records on records.id = e.record_id where ${mayRead(looking)(expressionBuilder<DB, 'records'>())}`;

const nearby = ({ actor: { keys, permissions, clearance } }: Reading) => [
  sql`e.seers && (${[...keys, onShelves]}::uuid[] || array(select key from search_permissions where permission = any(${[...permissions]}::text[])))`,
  // The readers of a shelf change too often to be copied to every line: they are asked for here, before the candidates are counted.
  sql`(e.shelf_id is null or e.shelf_id in (select shelf_id from shelf_keys where key = any(${[...keys]}::uuid[]) and level >= 2))`,
  sql`e.clearance <= ${clearance}`,
];

const filters = ({ kind, sender, departmentId, open, from, to }: Asked) => [
  ...(kind ? [sql`e.kind = ${kind}`] : []),
  ...(sender ? [sql`strpos(e.sender, ${sender}) > 0`] : []),
  ...(departmentId ? [sql`e.seers @> array[${departmentId}::uuid]`] : []),
  ...(open === undefined ? [] : [sql`${open ? sql`` : sql`not `}exists (select from todos where record_id = e.record_id and done_at is null and withdrawn_at is null)`]),
  ...(from ? [sql`e.at >= ${instantOf(from)}`] : []),
  ...(to ? [sql`e.at < ${instantOf(to)}::timestamptz + interval '1 day'`] : []),
];

/** Two neighbours are their own gram; of a longer word the grams may stand apart. */
const isLong = (term: string) => term.length > 2;

const holds = (term: string) => {
  const like = `%${term}%`;
  return sql`(e.named like ${like} or e.sent_by like ${like}
    or exists (select from search_texts t where t.record_id = e.record_id and (t.squashed like ${like} or t.called like ${like})))`;
};
