import { sql } from 'kysely';
import { blankSight, type Sight, sightOf } from '#mechanisms/access/records.ts';
import { prepare } from '#platform/db.ts';
import type { Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { Document, Line } from '../nouns.ts';
import { linesOf, presentedLine, type Row } from './lines.ts';
import { whyNots } from './why-not.ts';

type Whole = Omit<Document, keyof Line | 'whyNot'>;

/** One document with everything its 文件处理单 shows, in one round trip. */
export const documentOf = async (ctx: Reading, id: string): Promise<Document> => {
  const [row] = await whole(ctx.db, { id, sight: sightOf(ctx, 'incoming.') });
  if (!row) throw notFound();
  const mayFollow = ctx.actor.permissions.has('incoming.read_all');
  return whyNots(ctx, Object.assign(presentedLine(row, ctx.now), row.whole, !mayFollow && { previous: null, next: null }));
};

const whole = prepare<{ id: string; sight: Sight }, Row & { whole: Whole }>((db, blank) => linesOf(db, blankSight(blank)).select(children.as('whole')).where('d.id', '=', blank(({ id }) => id)).compile());

/** A look-up for each line that there is costs less than a join, which is set up for every list although most are empty. */
const person = (id: string) => `(select as_person(id, name) from people where id = ${id})`;

const children = sql.raw<Whole>(`(select json_build_object(
  'deliveredBy', d.delivered_by, 'checks', d.checks, 'remark', d.remark, 'paperCode', d.paper_code, 'paperPlace', d.paper_place,
  'paperLostAt', as_instant(d.paper_lost_at),
  'previous', (select json_build_object('id', o.id, 'number', o.number) from incoming_documents o where o.id = d.previous_id),
  'next', (select json_build_object('id', o.id, 'number', o.number) from incoming_documents o where o.previous_id = d.id),
  'voided', (select json_build_object('at', as_instant(v.at), 'by', ${person('v.by')}, 'reason', v.reason) from incoming_voids v where v.document_id = d.id),
  'registeredAt', as_instant(d.registered_at), 'doneAt', as_instant(d.done_at),
  'paperWith', ${person('d.paper_with')},
  'receivedBy', ${person('d.received_by')},
  'registeredBy', ${person('d.registered_by')},
  'review', (select json_build_object('at', as_instant(r.at), 'by', ${person('r.by')}, 'accepted', r.accepted, 'reason', r.reason)
    from incoming_reviews r where r.document_id = d.id),
  'proposals', (select coalesce(json_agg(json_build_object('id', r.id, 'at', as_instant(r.at), 'by', ${person('r.by')}, 'text', r.text,
      'departments', (select coalesce(json_agg(json_build_object('department', as_person(o.id, o.name), 'role', s.role) order by s.role desc, o.position), '[]')
        from jsonb_to_recordset(r.departments) as s ("departmentId" uuid, role text) join departments o on o.id = s."departmentId")) order by r.at, r.id), '[]')
    from incoming_proposals r where r.document_id = d.id),
  'instructions', (select coalesce(json_agg(json_build_object('id', r.id, 'leader', ${person('r.leader_id')}, 'position', r.position, 'askedAt', as_instant(r.asked_at),
      'givenAt', as_instant(r.given_at), 'givenBy', ${person('r.given_by')}, 'text', r.text, 'sentBack', r.sent_back, 'amendedAt', as_instant(r.amended_at)) order by r.given_at nulls last, r.position), '[]')
    from incoming_instructions r where r.document_id = d.id and r.withdrawn_at is null),
  'tasks', (select coalesce(json_agg(json_build_object('id', r.id, 'instructionId', r.instruction_id, 'sentence', r.sentence, 'person', ${person('r.person_id')},
      'dueAt', as_instant(r.due_at), 'setBy', ${person('r.set_by')}, 'doneAt', as_instant(r.done_at), 'withdrawnAt', as_instant(r.withdrawn_at), 'result', r.result) order by r.set_at), '[]')
    from incoming_tasks r where r.document_id = d.id),
  'parts', (select coalesce(json_agg(json_build_object('id', r.id, 'department', as_person(o.id, o.name), 'role', r.role, 'dispatchedAt', as_instant(r.dispatched_at),
      'dispatchedBy', ${person('r.dispatched_by')}, 'note', r.note, 'signedAt', as_instant(r.signed_at), 'signedBy', ${person('r.signed_by')},
      'assignedTo', ${person('r.assigned_to')}, 'report', r.report, 'helpers', (select coalesce(json_agg(json_build_object('person', ${person('h.person_id')}, 'report', h.report) order by h.assigned_at, h.id), '[]') from incoming_helpers h where h.part_id = r.id and h.withdrawn_at is null), 'opinion', r.opinion, 'opinionAt', as_instant(r.opinion_at), 'opinionBy', ${person('r.opinion_by')},
      'outcome', r.outcome, 'result', r.result, 'closedAt', as_instant(r.closed_at), 'closedBy', ${person('r.closed_by')},
      'returnedAt', as_instant(r.returned_at), 'returnedWhy', r.returned_why, 'settledAt', as_instant(r.settled_at)) order by r.role desc, r.dispatched_at, o.position), '[]')
    from incoming_parts r join departments o on o.id = r.department_id where r.document_id = d.id),
  'readings', (select coalesce(json_agg(json_build_object('id', r.id, 'person', ${person('r.person_id')}, 'position', r.position, 'addedBy', ${person('r.added_by')},
      'sentAt', as_instant(r.sent_at), 'readAt', as_instant(r.read_at), 'recalledAt', as_instant(r.recalled_at), 'note', r.note) order by r.position, r.added_at, r.person_id), '[]')
    from incoming_readings r where r.document_id = d.id),
  'replacements', (select coalesce(json_agg(json_build_object('id', r.id, 'what', r.what, 'details', r.details, 'waits', r.waits, 'how', r.how, 'contact', r.contact,
      'askedAt', as_instant(r.asked_at), 'askedBy', ${person('r.asked_by')}, 'settledAt', as_instant(r.settled_at), 'settledHow', r.settled_how) order by r.asked_at), '[]')
    from incoming_replacements r where r.document_id = d.id),
  'urges', (select coalesce(json_agg(json_build_object('id', r.id, 'item', r.item, 'itemId', r.item_id, 'whom', r.whom, 'at', as_instant(r.at), 'by', ${person('r.by')},
      'how', r.how, 'phone', r.phone, 'outcome', r.outcome, 'said', r.said, 'calledAt', as_instant(r.called_at)) order by r.at), '[]')
    from incoming_urges r where r.document_id = d.id),
  'answers', (select coalesce(json_agg(json_build_object('id', r.id, 'at', as_instant(r.at), 'by', ${person('r.by')}, 'how', r.how,
      'outgoingNumber', r.outgoing_number, 'text', r.text) order by r.at), '[]') from incoming_answers r where r.document_id = d.id),
  'handovers', (select coalesce(json_agg(json_build_object('id', r.id, 'from', ${person('r.from_person')}, 'offeredAt', as_instant(r.offered_at), 'offeredBy', ${person('r.offered_by')},
      'takenAt', as_instant(r.taken_at), 'takenBy', ${person('r.taken_by')}, 'place', r.place, 'note', r.note) order by r.offered_at), '[]')
    from incoming_handovers r
    where r.document_id = d.id and r.cancelled_at is null),
  'agenda', (select json_build_object('proposedAt', as_instant(r.proposed_at), 'why', r.why) from agenda_proposals r where r.record_id = d.id order by r.proposed_at desc limit 1)
))`);
