import { type RawBuilder, sql } from 'kysely';
import { sightOf } from '#mechanisms/access/records.ts';
import type { Reading } from '#platform/module.ts';
import { malformed } from '#platform/problem.ts';
import type { Sort } from './contract.ts';
import { linesOf, presentedLine, type Row } from './lines.ts';
import { narrowing, type wantedOf } from './page.ts';

interface Asked {
  wanted: ReturnType<typeof wantedOf>;
  sort: Sort;
  reverse: boolean;
  after: string | undefined;
  most: number;
}

/** A page of the register in another order than that of its numbers, which `pageOf` asks for all day. */
export const sortedPage = async (ctx: Reading, asked: Asked) => {
  const rows = asked.sort === 'due' ? await byDue(ctx, asked) : await byKey(lines(ctx, asked), asked, keys[asked.sort]);
  const last = rows.length > asked.most ? rows[asked.most - 1] : undefined;
  return { documents: rows.slice(0, asked.most).map((row) => presentedLine(row, ctx.now)), next: last ? placeOf(last, asked) : null };
};

interface Key {
  by: RawBuilder<unknown>;
  second: RawBuilder<unknown>;
  /** The newest first, unless it is asked the other way round. */
  newest: boolean;
  of: (row: Row) => readonly [string, string];
  isPlace: (at: string, id: string) => boolean;
}

const isId = (id: string) => /^[0-9a-f-]{36}$/i.test(id);
const isMoment = (at: string) => !Number.isNaN(Date.parse(at));

const keys: Record<Exclude<Sort, 'due'>, Key> = {
  number: { by: sql`d.year`, second: sql`d.seq`, newest: true, of: ({ year, seq }) => [String(year), String(seq)], isPlace: (year, seq) => /^\d{4}$/.test(year) && /^\d{1,9}$/.test(seq) },
  received: { by: sql`d.received_at`, second: sql`d.id`, newest: true, of: ({ receivedAt, id }) => [receivedAt, id], isPlace: (at, id) => isMoment(at) && isId(id) },
  sender: { by: sql`d.sender collate "zh-x-icu"`, second: sql`d.id`, newest: false, of: ({ sender, id }) => [sender, id], isPlace: (_, id) => isId(id) },
  title: { by: sql`d.title collate "zh-x-icu"`, second: sql`d.id`, newest: false, of: ({ title, id }) => [title, id], isPlace: (_, id) => isId(id) },
};

/** `<second> <first>`: the second has no blank in it. */
const written = ([first, second]: readonly [string, string]) => `${second} ${first}`;

const placeIn = (after: string | undefined, { isPlace }: Pick<Key, 'isPlace'>) => {
  if (after === undefined) return undefined;
  const [, second, first] = /^(\S+) (.*)$/s.exec(after) ?? [];
  if (second === undefined || first === undefined || !isPlace(first, second)) throw malformed('after: not a place in this list');
  return [first, second] as const;
};

/** Whoever does not see all of them looks among their own. */
const lines = (ctx: Reading, { wanted }: Asked) => {
  const { permissions, keys: own } = ctx.actor;
  return linesOf(ctx.db, sightOf(ctx))
    .where((eb) => eb.and(narrowing(wanted, ctx.now)))
    .$if(wanted.letters !== undefined, (l) => l.where(sql<boolean>`d.word_grams @> letter_grams_wanted(${wanted.letters})`))
    .$if(!permissions.has('incoming.read_all'), (l) => l.where(sql<boolean>`d.id in (select document_id from incoming_lines where key = any(${[...own]}::uuid[]))`));
};

const byKey = (among: ReturnType<typeof lines>, asked: Asked, key: Key) => {
  const place = placeIn(asked.after, key);
  const way = key.newest === asked.reverse ? 'asc' : 'desc';
  return among
    .$if(place !== undefined, (l) => l.where(sql<boolean>`(${key.by}, ${key.second}) ${sql.raw(way === 'asc' ? '>' : '<')} (${place![0]}, ${place![1]})`))
    .orderBy(key.by, way).orderBy(key.second, way).limit(asked.most + 1).execute();
};

const due: Pick<Key, 'isPlace'> = { isPlace: (at, id) => isMoment(at) && isId(id) };

/** What has a limit that runs, by that; then, the newest first, everything that has none. */
const byDue = async (ctx: Reading, asked: Asked): Promise<Row[]> => {
  const hasPassed = asked.after?.startsWith(untimed);
  const timed = hasPassed ? [] : await timedLines(ctx, asked);
  if (timed.length > asked.most) return timed;
  const untimedLines = lines(ctx, asked).where(sql<boolean>`not exists (select from clocks where record_id = d.id and stopped_at is null and due_at is not null)`);
  const rest = await byKey(untimedLines, { ...asked, reverse: false, after: hasPassed ? asked.after!.slice(untimed.length) : undefined, most: asked.most - timed.length }, keys.number);
  return [...timed, ...rest];
};

const untimed = 'none ';

const timedLines = (ctx: Reading, asked: Asked) => {
  const place = placeIn(asked.after, due);
  const way = asked.reverse ? 'desc' : 'asc';
  return lines(ctx, asked)
    .innerJoin(sql<{ recordId: string; at: string }>`(select record_id, min(due_at) as at from clocks where stopped_at is null and due_at is not null group by record_id)`.as('limits'), 'limits.recordId', 'd.id')
    .$if(place !== undefined, (l) => l.where(sql<boolean>`(limits.at, d.id) ${sql.raw(way === 'asc' ? '>' : '<')} (${place![0]}, ${place![1]})`))
    .orderBy('limits.at', way).orderBy('d.id', way).limit(asked.most + 1).execute();
};

const placeOf = (row: Row, { sort }: Asked) => {
  if (sort !== 'due') return written(keys[sort].of(row));
  return row.dueAt ? written([row.dueAt, row.id]) : `${untimed}${written(keys.number.of(row))}`;
};
