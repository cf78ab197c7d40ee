import { sql } from 'kysely';
import { heldBy } from '#mechanisms/deadlines/delay.ts';
import type { Reading } from '#platform/module.ts';
import { asks } from '../asks.ts';
import { zh } from '../words.zh.ts';
import { apportioned, type Held } from './rules.ts';

/** Who held the document how long from its registration to its end, in office hours: pieces that add up to the whole, to the minute. */
export const delayOf = async (ctx: Reading, documentId: string) => {
  const [held, { registeredAt, doneAt }] = await Promise.all([inboxesOf(ctx, documentId), spanOf(ctx, documentId)]);
  const pieces = await heldBy(ctx, apportioned(held, registeredAt, doneAt ?? ctx.now).map((piece) => ({ ...piece, holder: '' })));
  let [passed, told] = [0, 0];
  const lines = pieces.map(({ holders, from, to, officeMs }) => {
    passed += officeMs ?? 0;
    const officeMinutes = Math.round(passed / minute) - told;
    told += officeMinutes;
    return { ...named(holders), from, to: to === ctx.now && !doneAt ? null : to, officeMinutes };
  });
  return { held: lines, totalMinutes: told, unpublished: pieces.some(({ officeMs }) => officeMs === null) ? ctx.now.slice(0, 4) : null };
};

const minute = 60_000;

/** What was asked of anybody so that the document could go on, and the wait for pages. Tasks and reading beside it hold nothing up. */
const inboxesOf = async (ctx: Reading, documentId: string) => {
  const { rows } = await sql<Held>`
    select coalesce(p.name, d.name) as holder, t.what, t.asked_at as "from", coalesce(t.done_at, t.withdrawn_at) as "to", t.id as nth
      from todos t join incoming_documents i on i.id = t.record_id left join people p on p.id = t.person_id left join departments d on d.id = t.department_id
      where t.record_id = ${documentId} and t.what not in ('incoming.settle_pages', 'incoming.task') and (t.what <> 'incoming.read' or i.handling = 'reading')
    union all select sender, 'pages', asked_at, settled_at, r.id from incoming_replacements r join incoming_documents i on i.id = r.document_id where r.document_id = ${documentId} and r.waits
    order by "from", nth`.execute(ctx.db);
  return rows;
};

/** Of what was returned or made void: until then. */
const spanOf = async ({ db }: Reading, documentId: string) => {
  const { rows } = await sql<{ registeredAt: string; doneAt: string | null }>`
    select d.registered_at, coalesce(d.done_at, v.at, (select at from incoming_reviews where document_id = d.id and not accepted)) as done_at
      from incoming_documents d left join incoming_voids v on v.document_id = d.id where d.id = ${documentId}`.execute(db);
  return rows[0]!;
};

const named = (holders: readonly Held[]) =>
  holders.length
    ? { who: [...new Set(holders.map(({ holder }) => holder))].join('、'), what: [...new Set(holders.map(({ what }) => worded(what)))].join('、') }
    : { who: zh.labels.nobody, what: '' };

const worded = (what: string) => (what === 'pages' ? zh.labels.askForPages : ((asks.zh as Record<string, string>)[what] ?? what));
