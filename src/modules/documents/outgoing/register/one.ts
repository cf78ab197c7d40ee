import { isReadable } from '#mechanisms/access/records.ts';
import { sql } from 'kysely';
import type { Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { contentOf, versionOf } from '../documents.ts';
import type { Document } from '../nouns.ts';
import { linesOf, presentedLine } from './lines.ts';
import { whyNots } from './why-not.ts';

type Whole = Omit<Document, keyof ReturnType<typeof presentedLine> | 'whyNot' | 'content'>;

/** One document with everything its page shows. */
export const documentOf = async (ctx: Reading, id: string): Promise<Document> => {
  const { whole: facts, ...line } = await linesOf(ctx).select(whole).where('d.id', '=', id).executeTakeFirstOrThrow(notFound);
  const content = contentOf(await versionOf(ctx, id, facts.version));
  const answers = facts.answers && (await isReadable(ctx, facts.answers.id)) ? facts.answers : null;
  return whyNots(ctx, { ...presentedLine(line), ...facts, answers, content }, await keepsSeal(ctx));
};

const keepsSeal = async ({ db, actor }: Reading) =>
  (await db.selectFrom('seals').select('id').where('retiredAt', 'is', null).where('keeperId', 'in', [actor.id, ...actor.deputyFor.map(({ id }) => id)]).limit(1).executeTakeFirst()) !== undefined;

const person = (id: string, name: string) => sql`as_person(${sql.ref(id)}, ${sql.ref(name)})`;

const whole = sql<Whole>`(select json_build_object(
  'reason', d.reason, 'version', d.version, 'signedVersion', d.signed_version, 'signedHash', d.signed_hash, 'droppedWhy', d.dropped_why, 'issueDay', d.issue_day,
  'checkedAt', as_instant(d.checked_at), 'numberedAt', as_instant(d.numbered_at), 'sealedAt', as_instant(d.sealed_at),
  'checkedBy', (select as_person(id, name) from people where id = d.checked_by),
  'countersign', (select coalesce(json_agg(as_person(c.id, c.name) order by c.position), '[]') from departments c where c.id = any(d.countersign)),
  'template', (select json_build_object('id', v.template_id, 'name', v.name, 'version', v.version) from outgoing_template_versions v where v.template_id = d.template_id and v.version = d.template_version),
  'answers', (select json_build_object('id', r.id, 'kind', r.kind, 'number', r.number, 'title', r.title) from records r where r.id = d.answers),
  'versions', (select coalesce(json_agg(json_build_object('version', r.version, 'at', as_instant(r.at), 'by', ${person('b.id', 'b.name')}, 'change', r.change, 'why', r.why, 'title', r.title, 'hash', r.hash) order by r.version desc), '[]')
    from outgoing_versions r join people b on b.id = r.by where r.document_id = d.id),
  'seals', (select coalesce(json_agg(json_build_object('id', r.id, 'seal', l.name, 'reason', r.reason, 'copies', r.copies, 'approvedBy', ${person('a.id', 'a.name')}, 'sealedBy', ${person('b.id', 'b.name')},
      'witnessedBy', ${person('w.id', 'w.name')}, 'at', as_instant(r.at)) order by r.at), '[]')
    from seal_uses r join seals l on l.id = r.seal_id join people a on a.id = r.approved_by join people b on b.id = r.sealed_by left join people w on w.id = r.witnessed_by where r.document_id = d.id),
  'deliveries', (select coalesce(json_agg(json_build_object('id', r.id, 'unit', r.unit, 'department', ${person('o.id', 'o.name')}, 'how', r.how, 'copies', r.copies, 'copyNumbers', r.copy_numbers, 'sentAt', as_instant(r.sent_at),
      'receivedAt', as_instant(r.received_at), 'receivedBy', ${person('b.id', 'b.name')}, 'collector', r.collector, 'signature', r.signature, 'returnedAt', as_instant(r.returned_at)) order by r.sent_at, r.id), '[]')
    from outgoing_deliveries r left join departments o on o.id = r.department_id left join people b on b.id = r.received_by where r.document_id = d.id)
))`.as('whole');
