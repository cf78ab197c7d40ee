import { sql } from 'kysely';
import { wayAhead } from '#mechanisms/approvals/ahead.ts';
import type { Queries } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { visibleTo } from '../documents.ts';
import type { drafts as contract } from './contract.ts';
import { routeOf } from './rules.ts';

const most = 40;

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

export const queries: Queries<Pick<typeof contract, 'recipients' | 'way'>> = {
  async way(ctx, { params, query: { kind, route, urgent, copies, countersign } }) {
    const { drafterId, departmentId } = await visibleTo(ctx).select(['d.drafterId', 'd.departmentId']).where('d.id', '=', params.documentId).executeTakeFirstOrThrow(notFound);
    const facts = { route: routeOf(kind, route), kind, department: departmentId, countersign: countersign.split(',').filter(isId), urgent, copies };
    return wayAhead(ctx, 'outgoing.document', { facts, drafterId, departmentId });
  },

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
