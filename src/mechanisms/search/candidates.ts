import type { RawBuilder } from 'kysely';
import { sightOf } from '#mechanisms/access/records.ts';
import { prepare, shapes } from '#platform/db.ts';
import type { Reading } from '#platform/module.ts';
import type { Wanted } from './rules.ts';
import { type Hit, type Line, type Looking, mostCounted, type Row, shapeOf, statement } from './statement.ts';

interface Hits {
  readonly hits: readonly Line[];
  /** After which to go on, if there is more. */
  readonly next: Hit | null;
  /** How many records hold it, never counting one that the asker may not see; unknown where not all were looked into yet; nobody asks again on later pages. */
  readonly count: number | null;
  readonly counted: 'exactly' | 'at_least';
}

/** The next so many records after one that was shown. `more`: conditions of a module on `search_entries e`. */
export const hitsAfter = async (ctx: Reading, wanted: Wanted, { asked, after, most, more }: Pick<Looking, 'asked' | 'after' | 'most'> & { more: readonly RawBuilder<unknown>[] }): Promise<Hits> => {
  const looking: Looking = { ...wanted, asked, after, most, sight: sightOf(ctx) };
  const rows = await (more.length ? statement(shapeOf(looking), (of) => of(looking), more).execute(ctx.db).then((result) => result.rows) : preparedFor(looking)(ctx.db, looking));
  const hits = rows.filter(({ rank }) => rank < 3) as readonly Line[];
  const bound = rows.find(({ rank }) => rank === 3);
  const { count = null } = rows.find(({ rank }) => rank === 4) ?? {};
  if (hits.length > most) return { hits: hits.slice(0, most), next: hits[most - 1]!, ...(count !== null && count > mostCounted ? { count: mostCounted, counted: 'at_least' } : { count, counted: 'exactly' }) };
  const shown = bound ? hits.filter(({ rank, at }) => rank < 2 || at >= bound.at) : hits;
  return { hits: shown, next: bound ? { rank: 2, at: bound.at, id: bound.id } : null, count: after || bound ? null : shown.length, counted: 'exactly' };
};

const known = shapes<ReturnType<typeof prepared>>();
const preparedFor = (looking: Looking) => {
  const shape = shapeOf(looking);
  return known(JSON.stringify(shape), () => prepared(shape));
};
const prepared = (shape: Parameters<typeof statement>[0]) => prepare<Looking, Row>((db, blank) => statement(shape, blank, []).compile(db));
