import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Ctx, Reading } from '#platform/module.ts';
import type { Counted } from '../nouns.ts';
import type { Wait } from './contract.ts';

export interface NewWait {
  roomId: string | null;
  from: string;
  to: string;
  people: number;
  title: string;
  secretTitle: string;
  equipment: readonly Counted[];
  seriesId?: string;
  reasons?: readonly string[];
}

export const keepWait = async (ctx: Ctx<any>, { roomId, from, to, people, title, secretTitle, equipment, seriesId, reasons = [] }: NewWait) => {
  const id = newId();
  await ctx.db.insertInto('roomWaits').values({ id, roomId, startsAt: from, endsAt: to, people, title: secretTitle || title, private: secretTitle !== '', equipment: JSON.stringify(equipment), organiserId: ctx.actor.id, departmentId: ctx.actor.departmentId, askedAt: ctx.now, seriesId: seriesId ?? null, reasons: [...reasons], state: 'waiting' }).execute();
  return id;
};

export const waitLines = (ctx: Pick<Reading, 'db' | 'actor'>) =>
  ctx.db.selectFrom('roomWaits as w').leftJoin('rooms as r', 'r.id', 'w.roomId')
    .select(['w.id', 'w.startsAt as from', 'w.endsAt as to', 'w.people', 'w.private', 'w.state', 'w.reasons', 'w.offeredUntil', 'w.bookingId', 'w.seriesId'])
    .select([sql<{ id: string; name: string } | null>`case when r.id is not null then as_person(r.id, r.name) end`.as('room'), sql<string | null>`case when w.private and not w.organiser_id = any(${[...ctx.actor.keys]}::uuid[]) then null else w.title end`.as('title')]);

export const presentedWait = (row: Awaited<ReturnType<ReturnType<typeof waitLines>['execute']>>[number]) => row as unknown as Wait;
