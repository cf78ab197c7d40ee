import { sql } from 'kysely';
import type { Db } from '#platform/db.ts';
import type { Queries } from '#platform/module.ts';
import { malformed } from '#platform/problem.ts';
import type { Sort, senders as contract } from './contract.ts';

const order = { times: 'desc', name: 'asc', lastAt: 'desc' } as const;

export const queries: Queries<typeof contract> = {
  /** Names that hold what was typed, also in another spelling. */
  async senders(ctx, { query: { q, sort, after, most } }) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const [at, id] = placeOf(after, sort);
    const way = sql.raw(order[sort] === 'desc' ? '<' : '>');
    const rows = await shown(ctx.db)
      .where('s.mergedInto', 'is', null)
      .where((eb) => eb.or([eb('s.name', 'ilike', like), eb('s.word', 'ilike', like), sql<boolean>`exists (select from senders o where o.merged_into = s.id and o.name ilike ${like})`]))
      .$if(after !== undefined, (some) => some.where(sql<boolean>`(${keyOf[sort]}, s.id) ${way} (${at}, ${id}::uuid)`))
      .orderBy(keyOf[sort], order[sort])
      .orderBy('s.id', order[sort])
      .limit(most + 1)
      .execute();
    const last = rows.length > most ? rows[most - 1] : undefined;
    return { senders: rows.slice(0, most), next: last ? `${last.id} ${last[sort]}` : null };
  },
};

/** A directory in Chinese is in the order of the sounds. */
const keyOf = { times: sql`s.times`, name: sql`s.name collate "zh-x-icu"`, lastAt: sql`s.last_at` };

const placeOf = (after: string | undefined, sort: Sort) => {
  if (after === undefined) return [null, null] as const;
  const [, id, at] = /^([0-9a-f-]{36}) (.+)$/is.exec(after) ?? [];
  if (!id || !at || (sort === 'times' && !/^\d{1,9}$/.test(at)) || (sort === 'lastAt' && Number.isNaN(Date.parse(at)))) throw malformed('after: not a place in this list');
  return [at, id] as const;
};

/** A sender with its other spellings. */
export const shown = (db: Db) =>
  db.selectFrom('senders as s')
    .select(['s.id', 's.name', 's.phone', 's.email', 's.address', 's.word', 's.times', 's.lastAt'])
    .select(sql<string[]>`(select coalesce(array_agg(o.name order by o.name), '{}') from senders o where o.merged_into = s.id)`.as('spellings'));
