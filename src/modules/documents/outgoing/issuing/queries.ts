import { sql } from 'kysely';
import type { Queries } from '#platform/module.ts';
import { visibleTo } from '../documents.ts';
import type { issuing as contract } from './contract.ts';

interface Named {
  id: string;
  name: string;
}

export const queries: Queries<Pick<typeof contract, 'deliveries'>> = {
  /** 分发登记簿, the newest first; `open`: not signed for yet. */
  async deliveries(ctx, { query: { q, open, after, most } }) {
    const like = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await visibleTo(ctx)
      .innerJoin('outgoingDeliveries as u', 'u.documentId', 'd.id').leftJoin('departments as o', 'o.id', 'u.departmentId').leftJoin('people as b', 'b.id', 'u.receivedBy')
      .select([
        'u.id', 'u.unit', 'u.how', 'u.copies', 'u.copyNumbers', 'u.sentAt', 'u.receivedAt', 'u.collector', 'u.signature', 'u.returnedAt', sql<Named | null>`as_person(o.id, o.name)`.as('department'), sql<Named | null>`as_person(b.id, b.name)`.as('receivedBy'),
        sql<{ id: string; number: string; title: string }>`json_build_object('id', d.id, 'number', d.number, 'title', d.title)`.as('document'),
      ])
      .$if(Boolean(like), (u) => u.where(sql<boolean>`(u.unit ilike ${like} or d.number ilike ${like} or d.title ilike ${like})`))
      .$if(open !== undefined, (u) => u.where('u.receivedAt', open ? 'is' : 'is not', null))
      .$if(after !== undefined, (u) => u.where(sql<boolean>`(u.sent_at, u.id) < (select sent_at, id from outgoing_deliveries where id = ${after})`))
      .orderBy('u.sentAt', 'desc').orderBy('u.id', 'desc').limit(most + 1).execute();
    return { deliveries: rows.slice(0, most).map((row) => ({ ...row, how: row.how as 'paper', whyNot: {} })), next: rows.length > most ? rows[most - 1]!.id : null };
  },
};
