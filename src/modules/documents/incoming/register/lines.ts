import { sql } from 'kysely';
import type { Reading } from '#platform/module.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import { visibleTo } from '../documents.ts';
import { squashed } from '../intake/rules.ts';
import type { Line } from '../nouns.ts';
import { ended } from '../rules.ts';
import type { Filters } from './contract.ts';

/** Lines of the register with who has it and when it is due. */
export const linesOf = (ctx: Reading) =>
  visibleTo(ctx)
    .leftJoin('people as holder', 'holder.id', 'd.paperWith')
    .select([
      'd.id', 'd.number', 'd.state', 'd.receivedAt', 'd.sender', 'd.senderNumber', 'd.title', 'd.kind', 'd.secrecy', 'd.secrecyPeriod', 'd.urgency', 'd.copies',
      'd.copyNumbers', 'd.pages', 'd.attachments', 'd.handling', 'd.respondBy', 'd.countersign', 'd.major', 'd.paperPlace', 'd.archiveNumber', 'd.year', 'd.seq',
      'holder.name as holder',
      sql<string | null>`d.written_on::text`.as('writtenOn'),
      sql<string | null>`(select min(due_at) from clocks where record_id = d.id and stopped_at is null)`.as('dueAt'),
      sql<{ name: string; role: string }[] | null>`(select json_agg(json_build_object('name', o.name, 'role', p.role) order by o.position)
        from incoming_parts p join departments o on o.id = p.department_id where p.document_id = d.id and p.returned_at is null)`.as('parts'),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number];

/** The row itself becomes the line: copying thirty rows of thirty columns costs more than reading them. What a line has not declared does not leave the house. */
export const presentedLine = (row: Row, now: string): Line => {
  const { holder, paperPlace, parts, dueAt } = row;
  return Object.assign(row, {
    state: row.state as Line['state'],
    handling: row.handling as Line['handling'],
    lead: parts?.find(({ role }) => role === 'lead')?.name ?? null,
    assists: parts?.filter(({ role }) => role === 'assist').map(({ name }) => name) ?? [],
    late: dueAt !== null && dueAt <= now,
    paper: [holder, paperPlace].filter(Boolean).join(' · '),
  });
};

type Lines = ReturnType<typeof linesOf>;

/** The line of plain choices above the register. Every choice narrows in SQL. */
export const narrowed = (lines: Lines, filters: Filters, now: string): Lines => {
  const { q, year, state, open, handling, urgency, senderId, departmentId, from, to, late, major } = filters;
  return lines
    .$if(year !== undefined, (l) => l.where('d.year', '=', year!))
    .$if(state !== undefined, (l) => l.where('d.state', '=', state!))
    .$if(open === true, (l) => l.where('d.state', 'not in', ended))
    .$if(open === false, (l) => l.where('d.state', 'in', ended))
    .$if(handling !== undefined, (l) => l.where('d.handling', '=', handling!))
    .$if(urgency !== undefined, (l) => l.where('d.urgency', '=', urgency!))
    .$if(senderId !== undefined, (l) => l.where('d.senderId', '=', senderId!))
    .$if(major !== undefined, (l) => l.where('d.major', '=', major!))
    .$if(from !== undefined, (l) => l.where('d.receivedAt', '>=', instantOf(from!)))
    .$if(to !== undefined, (l) => l.where('d.receivedAt', '<', dayAfter(to!)))
    .$if(late === true, (l) => l.where(sql<boolean>`exists (select from clocks where record_id = d.id and stopped_at is null and due_at <= ${now})`))
    .$if(departmentId !== undefined, (l) =>
      l.where(sql<boolean>`exists (select from incoming_parts where document_id = d.id and department_id = ${departmentId} and returned_at is null)`))
    .$if(Boolean(q), (l) => l.where(holds(q!)));
};

const dayAfter = (day: string) => instantOf(dayOf(new Date(Date.parse(instantOf(day)) + 86_400_000).toISOString()));

/** Part of a title, a sender, or a number, in whatever brackets. */
const holds = (q: string) => {
  const letters = squashed(q);
  return letters ? sql<boolean>`d.words like ${`%${letters}%`}` : sql<boolean>`false`;
};
