import { sql } from 'kysely';
import { heldBy } from '#mechanisms/deadlines/delay.ts';
import type { Reading } from '#platform/module.ts';
import { zh } from '../words.zh.ts';

interface Asked {
  holder: string;
  what: string;
  from: string;
  to: string | null;
}

/** Who held the document how long, in office hours: every line that was in somebody's inbox, and the wait for pages. */
export const delayOf = async (ctx: Reading, documentId: string) => {
  const { rows } = await sql<Asked>`
    select coalesce(p.name, d.name) as holder, t.what, t.asked_at as "from", coalesce(t.done_at, t.withdrawn_at) as "to"
      from todos t left join people p on p.id = t.person_id left join departments d on d.id = t.department_id
      where t.record_id = ${documentId} and t.what <> 'incoming.settle_pages'
    union all select sender, 'pages', asked_at, settled_at from incoming_replacements r join incoming_documents i on i.id = r.document_id where r.document_id = ${documentId}
    order by 3`.execute(ctx.db);
  const held = await heldBy(ctx, rows);
  return {
    held: held.map(({ holder, what, from, to, officeMs }) => ({ who: holder, what: worded(what), from, to, officeMinutes: Math.round((officeMs ?? 0) / 60_000) })),
    totalMinutes: Math.round(held.reduce((sum, { officeMs }) => sum + (officeMs ?? 0), 0) / 60_000),
    unpublished: held.some(({ officeMs }) => officeMs === null) ? ctx.now.slice(0, 4) : null,
  };
};

const worded = (what: string) => (what === 'pages' ? zh.labels.askForPages : (zh.asks[what as keyof typeof zh.asks] ?? what));
