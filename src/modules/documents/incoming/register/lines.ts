import { type ExpressionBuilder, sql } from 'kysely';
import type { DB } from '#database/tables.ts';
import { seenWith, type Sight } from '#mechanisms/access/records.ts';
import type { Db } from '#platform/db.ts';
import type { Line } from '../nouns.ts';

/** Lines of the register with who has it and when it is due. */
export const lines = (db: Db) =>
  db.selectFrom('incomingDocuments as d').select([
    'd.id', 'd.number', 'd.state', 'd.receivedAt', 'd.sender', 'd.senderNumber', 'd.title', 'd.kind', 'd.secrecy', 'd.secrecyPeriod', 'd.urgency', 'd.copies',
    'd.copyNumbers', 'd.pages', 'd.attachments', 'd.handling', 'd.respondBy', 'd.countersign', 'd.major', 'd.paperPlace', 'd.archiveNumber', 'd.year', 'd.seq',
    sql<string | null>`(select name from people where id = d.paper_with)`.as('holder'),
    sql<string | null>`d.written_on::text`.as('writtenOn'),
    sql<string | null>`(select min(due_at) from clocks where record_id = d.id and stopped_at is null)`.as('dueAt'),
    sql<{ name: string; role: string }[] | null>`(select json_agg(json_build_object('name', o.name, 'role', p.role) order by o.position)
      from incoming_parts p join departments o on o.id = p.department_id where p.document_id = d.id and p.returned_at is null)`.as('parts'),
  ]);

/** The line's record may be seen: looked up for each line in its order, never the other way round. */
export const isSeen = (sight: Sight) => (eb: ExpressionBuilder<DB & { d: DB['incomingDocuments'] }, 'd'>) =>
  sql<boolean>`exists (${eb.selectFrom('records').select(sql`1`.as('one')).whereRef('records.id', '=', 'd.id').where(seenWith(sight))} offset 0)`;

export const linesOf = (db: Db, sight: Sight) => lines(db).where(isSeen(sight));

export type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number];

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
