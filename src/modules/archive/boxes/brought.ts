import { sql } from 'kysely';
import type { Db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { Entering, Seat } from '../coming.ts';
import { narrowest, outOfOrder, type Spine } from './rules.ts';

interface Boxed extends Seat {
  departmentId: string;
  thickness: number;
  /** 盒号, as it is written on the box. */
  box: number | null;
  /** 盒脊; null: as wide as what is in it needs. */
  spine: Spine | null;
}

const boxKey = (line: Seat & { box: number | null }) => `${rowKey(line)} ${line.box}`;

/** The boxes in which it came, each under the number that it bears; more of a box that stands here already joins it. Answers the box of a line. */
export const enterBoxes = async ({ db, now, by }: Pick<Entering, 'db' | 'now' | 'by'>, lines: readonly Boxed[]) => {
  const boxes = grouped(lines.filter(({ box }) => box !== null), boxKey);
  const ids = new Map<string, string>();
  for (const [key, inIt] of [...boxes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { year, retention, code, box, departmentId } = inIt[0]!;
    const said = Math.max(0, ...inIt.map(({ spine }) => spine ?? 0));
    const place = { year, retention, code, seq: box! };
    const there = await db.selectFrom('archiveBoxes as b').select(['b.id', 'b.spine', (eb) => eb.selectFrom('archiveItems as i').select(sql<number>`coalesce(sum(i.thickness), 0)::int`.as('sum')).whereRef('i.boxId', '=', 'b.id').as('sum')]).where('b.year', '=', year).where('b.retention', '=', retention).where('b.code', '=', code).where('b.seq', '=', box!).where('b.apartAt', 'is', null).forUpdate('b').executeTakeFirst();
    const spine = said || Math.max(there?.spine ?? 0, narrowest((there?.sum ?? 0) + inIt.reduce((sum, { thickness }) => sum + thickness, 0)));
    const id = there?.id ?? newId();
    if (there) await db.updateTable('archiveBoxes').set({ spine }).where('id', '=', id).execute();
    else await db.insertInto('archiveBoxes').values({ ...place, id, departmentId, spine, madeAt: now, madeBy: by }).execute();
    ids.set(key, id);
  }
  return (line: Seat & { box: number | null }) => ids.get(boxKey(line)) ?? null;
};

const rowKey = ({ year, retention, code }: Seat) => `${year} ${retention} ${code}`;

/** The ends of the boxes that stand in the rows of these lines: what comes into a box has to fit between them. */
export const boxesBeside = async (db: Db, lines: readonly Seat[]) => {
  const rows = [...new Map(lines.map(({ year, retention, code }) => [`${year} ${retention} ${code}`, { year, retention, code }])).values()];
  const ends: (Seat & { box: number })[] = [];
  for (const { year, retention, code } of rows) {
    const found = await db.selectFrom('archiveBoxes as b').innerJoin('archiveItems as i', 'i.boxId', 'b.id').select(['b.seq as box', sql<number>`min(i.seq)`.as('from'), sql<number>`max(i.seq)`.as('to')]).where('b.year', '=', year).where('b.retention', '=', retention).where('b.code', '=', code).where('b.apartAt', 'is', null).groupBy('b.seq').execute();
    ends.push(...found.flatMap(({ box, from, to }) => [from, to].map((seq) => ({ year, retention, code, seq, box }))));
  }
  return ends;
};

/** Which of the lines stand in boxes against the order of their row. */
export const inWrongBox = async <Line extends Seat & { box: number | null }>(db: Db, lines: readonly Line[]) => {
  const boxed = lines.filter((line): line is Line & { box: number } => line.box !== null);
  const beside = grouped(await boxesBeside(db, boxed), rowKey);
  return new Set([...grouped(boxed, rowKey)].flatMap(([key, row]) => [...outOfOrder(row, beside.get(key))].map((at) => row[at] as Line)));
};

export const grouped = <One>(lines: readonly One[], keyOf: (line: One) => string) => {
  const groups = new Map<string, One[]>();
  for (const line of lines) (groups.get(keyOf(line)) ?? groups.set(keyOf(line), []).get(keyOf(line))!).push(line);
  return groups;
};
