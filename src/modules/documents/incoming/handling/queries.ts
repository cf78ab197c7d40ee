import { sql } from 'kysely';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { visibleTo } from '../documents.ts';
import { leadersOf } from '../people.ts';
import type { handling as contract } from './contract.ts';

export const queries: Queries<Pick<typeof contract, 'suggestions'>> = {
  /** Departments as similar documents went before: of the same sender, and the same kind first. */
  async suggestions(ctx, { params }) {
    const document = await visibleTo(ctx).select(['d.id', 'd.senderId', 'd.sender', 'd.kind']).where('d.id', '=', params.documentId).executeTakeFirstOrThrow(notFound);
    const departments = (await sentBefore(ctx, document)).map(({ departmentId, name, leads, times }) => ({
      department: { id: departmentId, name },
      role: leads * 2 >= times ? ('lead' as const) : ('assist' as const),
      times,
      like: document.sender,
    }));
    const leaders = await leadersOf(ctx, departments.map(({ department }) => department.id));
    return { departments, leaders: [...new Map(leaders.map((leader) => [leader.id, { id: leader.id, name: leader.name, why: nameOf(departments, leader.departmentId) }])).values()] };
  },
};

const nameOf = (departments: { department: { id: string; name: string } }[], id: string) => departments.find(({ department }) => department.id === id)?.department.name ?? '';

const sentBefore = async ({ db }: Reading, { id, senderId, kind }: { id: string; senderId: string; kind: string }) => {
  const { rows } = await sql<{ departmentId: string; name: string; leads: number; times: number }>`
    with like_this as (
      select id, kind from incoming_documents where sender_id = ${senderId} and id <> ${id} order by year desc, seq desc limit 50
    )
    select p.department_id, d.name, count(*) filter (where p.role = 'lead')::int as leads, count(*)::int as times
    from like_this l join incoming_parts p on p.document_id = l.id join departments d on d.id = p.department_id
    where p.returned_at is null and d.closed_at is null
    group by p.department_id, d.name
    order by count(*) filter (where l.kind = ${kind}) desc, count(*) desc, d.name limit 5`.execute(db);
  return rows;
};
