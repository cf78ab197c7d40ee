import { sql } from 'kysely';
import type { Queries } from '#platform/module.ts';
import type { drafts as contract } from './contract.ts';

const most = 40;

export const queries: Queries<Pick<typeof contract, 'recipients'>> = {
  /** The nearest first: our departments in their order, then by how often each was written to or wrote. */
  async recipients({ db }, { query: { q } }) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const { rows } = await sql<{ name: string }>`
      select name from (
        select name, 0 as place, position::bigint as rank from departments where closed_at is null
        union all select name, 1, -times from senders where merged_into is null
        union all select name, 1, -count(*) from (select unnest(main_to || copy_to) as name from (select main_to, copy_to from outgoing_versions order by at desc limit 500) latest) written group by name
      ) known where name ilike ${like} group by name order by min(place), min(rank), name limit ${most}`.execute(db);
    return { names: rows.map(({ name }) => name) };
  },
};
