import { sql } from 'kysely';
import type { Db } from '#platform/db.ts';

/** So many lines are of an age; they may grow to the second before the oldest of them are handed to the next age. */
const bounds = [{ kept: 1000, most: 1500 }, { kept: 8000, most: 10_000 }] as const;
const atOnce = 200;

/** The age of a line of that moment; what is older than the first two are kept for is of the last. */
export const ageAt = (at: string) => sql<number>`coalesce((select min(age) from search_ages where ${at}::timestamptz >= since), ${sql.lit(bounds.length)})`;

/** Moves what is no longer new to the index of what is older, a few lines in each transaction. */
export const settle = async (db: Db, { of = bounds, step = atOnce }: { of?: readonly { kept: number; most: number }[]; step?: number } = {}) => {
  for (const [age, { kept, most }] of of.entries()) {
    const { rows: [row] } = await sql<{ count: number }>`select count(*)::int as count from search_entries where age = ${age}`.execute(db);
    if (row!.count <= most) continue;
    let left = row!.count - kept;
    let size = step;
    while (left > 0) {
      const moved = await moveOldest(db, age, Math.min(left, size));
      left -= moved;
      if (moved) continue;
      if (size >= left) break;
      size *= 2;
    }
  }
};

/** How many moved. What is of one moment stays together: where that is more than `count`, none moves. */
const moveOldest = (db: Db, age: number, count: number) =>
  db.transaction().execute(async (open) => {
    await sql`update search_ages set since = greatest(since, (select at from search_entries where age = ${age} order by at offset ${count} limit 1)) where age = ${age}`.execute(open);
    const { numAffectedRows } = await sql`update search_entries set age = age + 1 where age = ${age} and at < (select since from search_ages where age = ${age})`.execute(open);
    return Number(numAffectedRows);
  });
