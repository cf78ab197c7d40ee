import { type RawBuilder, sql } from 'kysely';
import { blankSight, type Sight, sightOf } from '#mechanisms/access/records.ts';
import { prepare, shapes, unseen } from '#platform/db.ts';
import type { Reading } from '#platform/module.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import { squashed } from '../intake/rules.ts';
import { ended } from '../rules.ts';
import type { Filters } from './contract.ts';
import { isSeen, lines, type Row } from './lines.ts';

/** The line of plain choices above the register, as the database is asked. */
type Wanted = Omit<Filters, 'q' | 'from' | 'to'> & { letters?: string; since?: string; until?: string };

export const wantedOf = ({ q, from, to, ...rest }: Filters): Wanted => ({
  ...rest,
  // Of nothing but signs, a sign is looked for: no word has one.
  ...(q && { letters: squashed(q) || '-' }),
  ...(from && { since: instantOf(from) }),
  ...(to && { until: dayAfter(to) }),
});

/** Every choice narrows in SQL. */
export const narrowing = ({ letters, year, state, open, handling, urgency, senderId, departmentId, since, until, late, major }: Wanted, now: string) => {
  const choices: [boolean, RawBuilder<boolean>][] = [
    [year !== undefined, sql`d.year = ${year}`],
    [state !== undefined, sql`d.state = ${state}`],
    [open === true, sql`d.state not in (${ending})`],
    [open === false, sql`d.state in (${ending})`],
    [handling !== undefined, sql`d.handling = ${handling}`],
    [urgency !== undefined, sql`d.urgency = ${urgency}`],
    [senderId !== undefined, sql`d.sender_id = ${senderId}`],
    [major !== undefined, sql`d.major = ${major}`],
    [since !== undefined, sql`d.received_at >= ${since}`],
    [until !== undefined, sql`d.received_at < ${until}`],
    [late === true, sql`exists (select from clocks where record_id = d.id and stopped_at is null and due_at <= ${now})`],
    [departmentId !== undefined, sql`exists (select from incoming_parts where document_id = d.id and department_id = ${departmentId} and returned_at is null)`],
    // Part of a title, a sender, or a number, in whatever brackets.
    [letters !== undefined, sql`d.words like '%' || ${letters} || '%'`],
  ];
  return choices.filter(([chosen]) => chosen).map(([, narrow]) => narrow);
};

const ending = sql.join(ended.map((state) => sql.lit(state)));

interface Asked {
  sight: Sight;
  now: string;
  wanted: Wanted;
  /** Year and number of the last line of the page before. */
  after: readonly [number, number];
}

/**
 * A page of the register, the newest line first. A word is looked for among the newest lines one by one, where a common one
 * fills the page at once; a rarer one is then found by its letters, year by year.
 */
export const pageOf = async (ctx: Reading, { wanted, after, most }: Pick<Asked, 'wanted' | 'after'> & { most: number }) => {
  const { year } = wanted;
  const asked = { wanted, after: year === undefined || after[0] <= year ? after : ([year + 1, 0] as const), sight: sightOf(ctx, 'incoming.'), now: ctx.now };
  const through = !ctx.actor.permissions.has('incoming.read_all') ? 'keys' : wanted.departmentId ? 'department' : 'all';
  if (wanted.letters === undefined) return preparedFor(wanted, { through, most })(ctx.db, asked);
  const found = await preparedFor(wanted, { through, most, newest: 200 })(ctx.db, asked);
  return found.length < most ? preparedFor(wanted, { through: 'word', most })(ctx.db, asked) : found;
};

/** How the lines are found: all in their order; those that the asker's keys or a department lead to, in theirs; or by letters. */
interface Way {
  through: 'all' | 'keys' | 'department' | 'word';
  most: number;
  newest?: number;
}

const pages = shapes<ReturnType<typeof preparedPage>>();

const preparedFor = (wanted: Wanted, way: Way) =>
  pages(JSON.stringify([way, wanted], (name, value) => (name in types ? value !== undefined : value)), () => preparedPage(wanted, way));

/** What differs from one asking to the next; the other choices change what is asked. */
const types = { year: 'int', state: 'text', handling: 'text', urgency: 'int', senderId: 'uuid', departmentId: 'uuid', major: 'bool', since: 'timestamptz', until: 'timestamptz', letters: 'text' } as const;

const preparedPage = (wanted: Wanted, way: Way) =>
  prepare<Asked, Row>((db, blank) => {
    const blanks = Object.fromEntries(
      Object.entries(wanted).filter(([, value]) => value !== undefined).map(([name, value]) => [name, name in types ? unseen(blank((asked) => asked.wanted[name as 'state']), types[name as 'state']) : value]),
    ) as Wanted;
    const sight = blankSight(blank);
    const year = unseen(blank((asked) => asked.after[0]), 'int');
    const after = { year, place: sql`(${year}, ${unseen(blank((asked) => asked.after[1]), 'int')})` };
    const narrow = sql.join([...narrowing(blanks, blank(({ now }) => now)), sql`true`], sql` and `);
    return lines(db).where(sql<boolean>`d.id = any (array(${foundBy(way, { wanted: blanks, narrow, seen: isSeen(sight), after, keys: sight.keys })}))`)
      .orderBy('d.year', 'desc').orderBy('d.seq', 'desc').compile();
  });

interface Looked {
  wanted: Wanted;
  narrow: RawBuilder<unknown>;
  seen: ReturnType<typeof isSeen>;
  after: Readonly<Record<'year' | 'place', RawBuilder<unknown>>>;
  keys: Sight['keys'];
}

/** The ids of the page. What is fenced by `offset 0` is done in the order in which it stands here. */
const foundBy = ({ through, most, newest }: Way, { wanted, narrow, seen, after, keys }: Looked) => {
  const first = sql`order by year desc, seq desc limit ${sql.lit(most)}`;
  const among = sql`order by year desc, seq desc ${newest === undefined ? sql`offset 0` : sql`limit ${sql.lit(newest)}`}`;
  const all = newest === undefined ? sql`incoming_documents` : sql`(select * from incoming_documents where (year, seq) < ${after.place} ${among})`;
  if (through === 'all') return sql`select id from ${all} d where (year, seq) < ${after.place} and ${narrow} and ${seen} ${first}`;
  if (through === 'word') {
    const years = wanted.year === undefined ? sql`select generate_series(least(max(year), ${after.year}), min(year), -1) as of from incoming_documents` : sql`select ${wanted.year} as of`;
    return sql`select id from (${years}) y cross join lateral (
      select d.id from (select * from incoming_documents where word_grams @> ((select letter_grams_wanted(${wanted.letters})) || -y.of) offset 0) d
      where year = y.of and (year, seq) < ${after.place} and ${narrow} order by seq desc offset 0) d where ${seen} limit ${sql.lit(most)}`;
  }
  const key = through === 'keys' ? keys : sql`array[${wanted.departmentId}]`;
  return sql`select id from (select distinct l.* from unnest(${key}) k (key) cross join lateral (
    select l.year, l.seq, d.id from (select * from incoming_lines where ${sql.join(ofLines(wanted), sql` and `)} and (year, seq) < ${after.place} ${among}) l
      cross join lateral (select * from incoming_documents where id = l.document_id offset 0) d
    where ${through === 'keys' && wanted.departmentId !== undefined ? sql`exists (select from incoming_lines o where o.document_id = l.document_id and o.key = ${wanted.departmentId} offset 0) and` : sql``} ${narrow} and ${seen}
    order by l.year desc, l.seq desc limit ${sql.lit(most)}) l) l ${first}`;
};

/** What the lines of a key say by themselves, so that not each document is looked at. */
const ofLines = ({ year, state, handling }: Wanted) => [
  sql`key = k.key`,
  ...(year === undefined ? [] : [sql`(year, seq) >= (${year}, 0)`]),
  ...(state === undefined ? [] : [sql`state = ${state}`]),
  ...(handling === undefined ? [] : [sql`handling = ${handling}`]),
];

const dayAfter = (day: string) => instantOf(dayOf(new Date(Date.parse(instantOf(day)) + 86_400_000).toISOString()));
