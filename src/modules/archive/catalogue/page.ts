import { expressionBuilder, type RawBuilder, sql } from 'kysely';
import type { DB } from '#database/tables.ts';
import { blankSight, seenWith, type Sight, sightOf } from '#mechanisms/access/records.ts';
import { prepare, shapes, unseen } from '#platform/db.ts';
import type { Reading } from '#platform/module.ts';
import { linesBy, type Row } from '../items.ts';
import { retentions } from '../nouns.ts';
import type { Filters } from './contract.ts';

interface Asked {
  readonly sight: Sight;
  readonly filters: Filters;
  /** The last item of the page before. */
  readonly after: string | undefined;
}

type Blank = <T>(of: (asked: Asked) => T) => T;

/** Every choice narrows in SQL, on `archive_items i`; year and retention by the columns of the order, whose index leads to the lines. */
export const narrowing = ({ q, year, retention, departmentId, source, unboxed }: Filters, blank: Blank) => {
  const choices: [boolean, () => RawBuilder<unknown>][] = [
    [year !== undefined, () => sql`i.year_back = ${yearBack(blank)}`],
    [retention !== undefined, () => sql`i.rank = ${rank(blank)}`],
    [departmentId !== undefined, () => sql`i.department_id = ${unseen(blank(({ filters }) => filters.departmentId), 'uuid')}`],
    [source !== undefined, () => sql`exists (select from records where records.id = i.record_id and kind = ${unseen(blank(({ filters }) => filters.source), 'text')})`],
    [unboxed === true, () => sql`i.box_id is null and i.withdrawn_at is null and i.destroyed_at is null`],
    [Boolean(q), () => sql`i.words like '%' || ${letters(blank)} || '%'`],
  ];
  return sql.join([sql`true`, ...choices.filter(([chosen]) => chosen).map(([, narrow]) => narrow())], sql` and `);
};

const yearBack = (blank: Blank) => unseen(blank(({ filters }) => -filters.year!), 'int');
const rank = (blank: Blank) => unseen(blank(({ filters }) => retentions.indexOf(filters.retention!)), 'int');
const letters = (blank: Blank) => unseen(blank(({ filters }) => lettersOf(filters.q!)), 'text');

/** Letters and digits alone; of nothing but signs, a sign is looked for: no word has one. */
const lettersOf = (q: string) => q.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || '-';

/**
 * A page of the catalogue in its order. Whoever sees a part of it is led to it by their own lines. A word is looked for among the first lines one
 * by one, where a common one fills the page at once; a rarer one is then found by its letters, year by year (docs/decisions/0009).
 */
export const pageOf = async (ctx: Reading, { filters, after, most }: Omit<Asked, 'sight'> & { most: number }) => {
  const asked = { sight: sightOf(ctx), filters, after };
  const through = ctx.actor.permissions.has('archive.read_all') ? 'all' : 'keys';
  if (!filters.q) return preparedFor(asked, { through, most })(ctx.db, asked);
  const found = await preparedFor(asked, { through, most, first: 200 })(ctx.db, asked);
  return found.length < most ? preparedFor(asked, { through: 'letters', most })(ctx.db, asked) : found;
};

/** How the items are found: all in their order, of each key in theirs, the first so many alone; or by letters. */
interface Way {
  through: 'all' | 'keys' | 'letters';
  most: number;
  first?: number;
}

const pages = shapes<ReturnType<typeof preparedPage>>();

const preparedFor = ({ filters, after }: Asked, way: Way) => {
  const shape = { way, filters: Object.entries(filters).filter(([, value]) => value !== undefined && value !== false && value !== '').map(([name]) => name), after: after !== undefined };
  return pages(JSON.stringify(shape), () => preparedPage(filters, after !== undefined, way));
};

const preparedPage = (filters: Filters, isLater: boolean, way: Way) =>
  prepare<Asked, Row>((db, blank) => {
    const sight = blankSight(blank);
    const after = isLater ? unseen(blank((asked) => asked.after), 'uuid') : undefined;
    const seen = sql`exists (select from records where records.id = i.record_id and ${seenWith(sight)(expressionBuilder<DB, 'records'>())} offset 0)`;
    const found = { all, keys, letters: byLetters }[way.through](way, { filters, blank, sight, after, narrow: narrowing(filters, blank), seen });
    return linesBy(db, sight).where(sql<boolean>`i.id = any (array(${found}))`).orderBy('i.yearBack').orderBy('i.rank').orderBy('i.code').orderBy('i.seq').compile();
  });

interface Looked {
  filters: Filters;
  blank: Blank;
  sight: Sight;
  after: RawBuilder<string | undefined> | undefined;
  narrow: RawBuilder<unknown>;
  seen: RawBuilder<unknown>;
}

// The ids of the page. What is fenced by `offset 0` is done in the order in which it stands here.
const inOrder = sql`order by year_back, rank, code, seq`;
const behind = (after: Looked['after']) => (after ? sql`and (year_back, rank, code, seq) > (select year_back, rank, code, seq from archive_items where id = ${after})` : sql``);
const ofYear = ({ filters, blank }: Looked) => (filters.year === undefined ? sql`` : sql`and year_back = ${yearBack(blank)}`);

const all = ({ most, first }: Way, looked: Looked) => sql`select id from (
  select * from archive_items where true ${behind(looked.after)} ${ofYear(looked)} ${inOrder} ${first === undefined ? sql`` : sql`limit ${sql.lit(first)}`}) i where ${looked.narrow} and ${looked.seen} ${inOrder} limit ${sql.lit(most)}`;

const keys = ({ most, first }: Way, looked: Looked) => {
  const { filters, blank, sight, after, narrow, seen } = looked;
  const ofRank = filters.retention === undefined ? sql`` : sql`and rank = ${rank(blank)}`;
  return sql`select item_id from (select distinct p.* from unnest(${sight.keys}::uuid[] || array(select search_key(name) from unnest(${sight.permissions}::text[]) name)) k (key) cross join lateral (
    select l.year_back, l.rank, l.code, l.seq, l.item_id from (select * from archive_lines where key = k.key ${ofYear(looked)} ${ofRank} ${behind(after)} ${inOrder} ${first === undefined ? sql`offset 0` : sql`limit ${sql.lit(first)}`}) l
    where exists (select from archive_items i where i.id = l.item_id and ${narrow} and ${seen} offset 0) ${inOrder} limit ${sql.lit(most)}) p) p ${inOrder} limit ${sql.lit(most)}`;
};

const byLetters = ({ most }: Way, { filters, blank, after, narrow, seen }: Looked) => {
  const from = after ? sql`(select year_back from archive_items where id = ${after})` : sql`min(year_back)`;
  const years = filters.year === undefined ? sql`select generate_series(${from}, max(year_back)) as of from archive_items` : sql`select ${yearBack(blank)} as of`;
  return sql`select id from (${years}) y cross join lateral (
    select * from (select * from archive_items where word_grams @> ((select letter_grams_wanted(${letters(blank)})) || y.of) offset 0) i where year_back = y.of and ${narrow} ${behind(after)} ${inOrder} offset 0) i
  where ${seen} limit ${sql.lit(most)}`;
};
