import { sql } from 'kysely';
import type { Reading } from '#platform/module.ts';
import { visibleTo } from '../documents.ts';
import type { Item } from './targets.ts';

/** Everything that is waited for inside the school: a department's part, a reading, an instruction, a task. */
const open = sql<{ id: string; item: Item; documentId: string; whom: string; since: string }>`(
  select p.id, 'part' as item, p.document_id, o.name as whom, p.dispatched_at as since from incoming_parts p join departments o on o.id = p.department_id where p.closed_at is null and p.returned_at is null
  union all select r.id, 'reading', r.document_id, n.name, r.sent_at from incoming_readings r join people n on n.id = r.person_id where r.sent_at is not null and r.read_at is null and r.recalled_at is null
  union all select i.id, 'instruction', i.document_id, n.name, i.asked_at from incoming_instructions i join people n on n.id = i.leader_id where i.asked_at is not null and i.given_at is null and i.withdrawn_at is null
  union all select t.id, 'task', t.document_id, n.name, t.set_at from incoming_tasks t join people n on n.id = t.person_id where t.done_at is null and t.withdrawn_at is null
)`.as('w');

/** The longest waiting first; `after` is `since/id` of the last line of the page before. */
export const awaitedOf = async (ctx: Reading, { after, most }: { after?: string | undefined; most: number }) => {
  const [since, id] = after?.split('/') ?? [];
  const rows = await visibleTo(ctx)
    .innerJoin(() => open, (join) => join.onRef('w.documentId', '=', 'd.id'))
    .select(['w.id', 'w.item', 'w.whom', 'w.since', 'd.id as documentId', 'd.number', 'd.title'])
    .select([
      sql<string | null>`(select min(due_at) from clocks where record_id = d.id and stopped_at is null)`.as('dueAt'),
      sql<number>`(select count(*)::int from incoming_urges where item_id = w.id)`.as('times'),
      sql<string | null>`(select max(at) from incoming_urges where item_id = w.id)`.as('lastAt'),
    ])
    .where('d.state', 'not in', ['done', 'returned', 'void'])
    .$if(after !== undefined, (q) => q.where(sql<boolean>`(w.since, w.id) > (${since}::timestamptz, ${id}::uuid)`))
    .orderBy('w.since')
    .orderBy('w.id')
    .limit(most + 1)
    .execute();
  const last = rows.length > most ? rows[most - 1] : undefined;
  return { awaited: rows.slice(0, most), next: last ? `${last.since}/${last.id}` : null };
};
