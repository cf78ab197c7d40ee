import { sql } from 'kysely';
import type { Db } from '#platform/db.ts';

/** So many of the newest lines have an index of their own; it may grow to the second before it is cut back to the first. */
const kept = 4000;
const most = 6000;
const atOnce = 200;

/** Moves what is no longer new to the index of the old, a few lines in each transaction. */
export const settle = async (db: Db, bounds = { kept, most, atOnce }) => {
  const { rows: [row] } = await sql<{ count: number }>`select count(*)::int as count from search_entries where recent`.execute(db);
  if (row!.count <= bounds.most) return;
  for (let left = row!.count - bounds.kept; left > 0; left -= bounds.atOnce) await moveOldest(db, Math.min(left, bounds.atOnce));
};

const moveOldest = (db: Db, count: number) =>
  db.transaction().execute(async (open) => {
    await sql`update search_recent set since = greatest(since, (select at from search_entries where recent order by at offset ${count} limit 1))`.execute(open);
    await sql`update search_entries set recent = false where recent and at < (select since from search_recent)`.execute(open);
  });
