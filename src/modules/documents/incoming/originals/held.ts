import { sql } from 'kysely';
import type { Reading } from '#platform/module.ts';
import { visibleTo } from '../documents.ts';

interface Asked {
  whose: 'mine' | 'offered' | 'all';
  q?: string | undefined;
  after?: string | undefined;
  most: number;
}

/** Originals the asker may see, the latest number first: who has each, since when, and whether it is on its way. */
export const heldBy = async (ctx: Reading, { whose, q, after = '9999-999999999', most }: Asked) => {
  const [year, seq] = after.split('-').map(Number) as [number, number];
  const like = `%${q?.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await visibleTo(ctx)
    .leftJoin('people as holder', 'holder.id', 'd.paperWith')
    .leftJoin('incomingHandovers as h', (join) => join.onRef('h.documentId', '=', 'd.id').on('h.takenAt', 'is', null).on('h.cancelledAt', 'is', null))
    .select(['d.id', 'd.paperCode as code', 'd.number', 'd.title', 'd.year', 'd.seq', 'd.paperWith', 'd.paperPlace as place', 'holder.name as holder', 'h.id as handoverId'])
    .select(sql<string>`coalesce((select max(taken_at) from incoming_handovers where document_id = d.id), d.received_at)`.as('since'))
    .where(sql<boolean>`(d.year, d.seq) < (${year}, ${seq})`)
    .$if(whose === 'mine', (l) => l.where('d.paperWith', '=', ctx.actor.id))
    .$if(whose === 'offered', (l) => l.where('h.id', 'is not', null))
    .$if(Boolean(q), (l) => l.where(sql<boolean>`(d.title ilike ${like} or d.number like ${like} or d.paper_place ilike ${like} or holder.name like ${like})`))
    .orderBy('d.year', 'desc')
    .orderBy('d.seq', 'desc')
    .limit(most + 1)
    .execute();
  const last = rows.length > most ? rows[most - 1] : undefined;
  return { papers: rows.slice(0, most).map(presentedHeld), next: last ? `${last.year}-${last.seq}` : null };
};

interface Row {
  id: string;
  code: string;
  number: string;
  title: string;
  paperWith: string | null;
  place: string;
  holder: string | null;
  handoverId: string | null;
  since: string;
}

const presentedHeld = ({ id, code, number, title, place, since, paperWith, holder, handoverId }: Row) => ({
  id, code, number, title, place, since, with: paperWith ? { id: paperWith, name: holder ?? '' } : null, offered: handoverId !== null,
});
