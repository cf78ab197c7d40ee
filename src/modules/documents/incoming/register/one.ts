import { sql } from 'kysely';
import { type Sight, sightOf } from '#mechanisms/access/records.ts';
import { prepare } from '#platform/db.ts';
import type { Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { Document, Line } from '../nouns.ts';
import { blankSight, linesOf, presentedLine, type Row } from './lines.ts';
import { whyNots } from './why-not.ts';

type Whole = Omit<Document, keyof Line | 'whyNot'>;

/** One document with everything its 文件处理单 shows, in one round trip. */
export const documentOf = async (ctx: Reading, id: string): Promise<Document> => {
  const [row] = await whole(ctx.db, { id, sight: sightOf(ctx) });
  if (!row) throw notFound();
  const mayFollow = ctx.actor.permissions.has('incoming.read_all');
  return whyNots(ctx, Object.assign(presentedLine(row, ctx.now), row.whole, !mayFollow && { previous: null, next: null }));
};

const whole = prepare<{ id: string; sight: Sight }, Row & { whole: Whole }>((db, blank) => linesOf(db, blankSight(blank)).select(children.as('whole')).where('d.id', '=', blank(({ id }) => id)).compile());

const person = (id: string, name: string) => `as_person(${id}, ${name})`;

const children = sql.raw<Whole>(`(select json_build_object(
  'deliveredBy', d.delivered_by, 'checks', d.checks, 'remark', d.remark, 'paperCode', d.paper_code, 'paperPlace', d.paper_place,
  'paperLostAt', as_instant(d.paper_lost_at),
  'previous', (select json_build_object('id', o.id, 'number', o.number) from incoming_documents o where o.id = d.previous_id),
  'next', (select json_build_object('id', o.id, 'number', o.number) from incoming_documents o where o.previous_id = d.id),
  'voided', (select json_build_object('at', as_instant(v.at), 'by', ${person('b.id', 'b.name')}, 'reason', v.reason) from incoming_voids v join people b on b.id = v.by where v.document_id = d.id),
  'registeredAt', as_instant(d.registered_at), 'doneAt', as_instant(d.done_at),
  'paperWith', (select as_person(id, name) from people where id = d.paper_with),
  'receivedBy', (select as_person(id, name) from people where id = d.received_by),
  'registeredBy', (select as_person(id, name) from people where id = d.registered_by),
  'review', (select json_build_object('at', as_instant(r.at), 'by', ${person('b.id', 'b.name')}, 'accepted', r.accepted, 'reason', r.reason)
    from incoming_reviews r join people b on b.id = r.by where r.document_id = d.id),
  'proposals', (select coalesce(json_agg(json_build_object('id', r.id, 'at', as_instant(r.at), 'by', ${person('b.id', 'b.name')}, 'text', r.text,
      'departments', (select coalesce(json_agg(json_build_object('department', as_person(o.id, o.name), 'role', s.role) order by s.role desc, o.position), '[]')
        from jsonb_to_recordset(r.departments) as s ("departmentId" uuid, role text) join departments o on o.id = s."departmentId")) order by r.at, r.id), '[]')
    from incoming_proposals r join people b on b.id = r.by where r.document_id = d.id),
  'instructions', (select coalesce(json_agg(json_build_object('id', r.id, 'leader', ${person('l.id', 'l.name')}, 'position', r.position, 'askedAt', as_instant(r.asked_at),
      'givenAt', as_instant(r.given_at), 'givenBy', ${person('b.id', 'b.name')}, 'text', r.text, 'sentBack', r.sent_back, 'amendedAt', as_instant(r.amended_at)) order by r.given_at nulls last, r.position), '[]')
    from incoming_instructions r join people l on l.id = r.leader_id left join people b on b.id = r.given_by where r.document_id = d.id and r.withdrawn_at is null),
  'tasks', (select coalesce(json_agg(json_build_object('id', r.id, 'instructionId', r.instruction_id, 'sentence', r.sentence, 'person', ${person('p.id', 'p.name')},
      'dueAt', as_instant(r.due_at), 'setBy', ${person('b.id', 'b.name')}, 'doneAt', as_instant(r.done_at), 'withdrawnAt', as_instant(r.withdrawn_at), 'result', r.result) order by r.set_at), '[]')
    from incoming_tasks r join people p on p.id = r.person_id join people b on b.id = r.set_by where r.document_id = d.id),
  'parts', (select coalesce(json_agg(json_build_object('id', r.id, 'department', as_person(o.id, o.name), 'role', r.role, 'dispatchedAt', as_instant(r.dispatched_at),
      'dispatchedBy', ${person('b.id', 'b.name')}, 'note', r.note, 'signedAt', as_instant(r.signed_at), 'signedBy', ${person('s.id', 's.name')},
      'assignedTo', ${person('a.id', 'a.name')}, 'report', r.report, 'opinion', r.opinion, 'opinionAt', as_instant(r.opinion_at), 'opinionBy', ${person('v.id', 'v.name')},
      'outcome', r.outcome, 'result', r.result, 'closedAt', as_instant(r.closed_at), 'closedBy', ${person('c.id', 'c.name')},
      'returnedAt', as_instant(r.returned_at), 'returnedWhy', r.returned_why, 'settledAt', as_instant(r.settled_at)) order by r.role desc, r.dispatched_at, o.position), '[]')
    from incoming_parts r join departments o on o.id = r.department_id join people b on b.id = r.dispatched_by left join people s on s.id = r.signed_by
      left join people a on a.id = r.assigned_to left join people v on v.id = r.opinion_by left join people c on c.id = r.closed_by where r.document_id = d.id),
  'readings', (select coalesce(json_agg(json_build_object('id', r.id, 'person', ${person('p.id', 'p.name')}, 'position', r.position, 'addedBy', ${person('b.id', 'b.name')},
      'sentAt', as_instant(r.sent_at), 'readAt', as_instant(r.read_at), 'recalledAt', as_instant(r.recalled_at), 'note', r.note) order by r.position, r.added_at, p.name), '[]')
    from incoming_readings r join people p on p.id = r.person_id join people b on b.id = r.added_by where r.document_id = d.id),
  'replacements', (select coalesce(json_agg(json_build_object('id', r.id, 'what', r.what, 'details', r.details, 'waits', r.waits, 'how', r.how, 'contact', r.contact,
      'askedAt', as_instant(r.asked_at), 'askedBy', ${person('b.id', 'b.name')}, 'settledAt', as_instant(r.settled_at), 'settledHow', r.settled_how) order by r.asked_at), '[]')
    from incoming_replacements r join people b on b.id = r.asked_by where r.document_id = d.id),
  'urges', (select coalesce(json_agg(json_build_object('id', r.id, 'item', r.item, 'itemId', r.item_id, 'whom', r.whom, 'at', as_instant(r.at), 'by', ${person('b.id', 'b.name')},
      'how', r.how, 'phone', r.phone, 'outcome', r.outcome, 'said', r.said, 'calledAt', as_instant(r.called_at)) order by r.at), '[]')
    from incoming_urges r join people b on b.id = r.by where r.document_id = d.id),
  'answers', (select coalesce(json_agg(json_build_object('id', r.id, 'at', as_instant(r.at), 'by', ${person('b.id', 'b.name')}, 'how', r.how,
      'outgoingNumber', r.outgoing_number, 'text', r.text) order by r.at), '[]') from incoming_answers r join people b on b.id = r.by where r.document_id = d.id),
  'handovers', (select coalesce(json_agg(json_build_object('id', r.id, 'from', ${person('f.id', 'f.name')}, 'offeredAt', as_instant(r.offered_at), 'offeredBy', ${person('b.id', 'b.name')},
      'takenAt', as_instant(r.taken_at), 'takenBy', ${person('t.id', 't.name')}, 'place', r.place, 'note', r.note) order by r.offered_at), '[]')
    from incoming_handovers r join people b on b.id = r.offered_by left join people f on f.id = r.from_person left join people t on t.id = r.taken_by
    where r.document_id = d.id and r.cancelled_at is null),
  'agenda', (select json_build_object('proposedAt', as_instant(r.proposed_at), 'why', r.why) from agenda_proposals r where r.record_id = d.id order by r.proposed_at desc limit 1)
))`);
