import { sql } from 'kysely';
import type { Queries } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { bookingHolds } from '../bookings/lines.ts';
import type { register as contract } from './contract.ts';
import { presentedRoom, roomLines } from './rooms.ts';

export const queries: Queries<Pick<typeof contract, 'list' | 'choices' | 'room' | 'blackouts'>> = {
  async list(ctx) {
    const rooms = await roomLines(ctx).orderBy('r.position').orderBy('r.id').execute();
    return { rooms: rooms.map(presentedRoom) };
  },

  choices: async ({ db }) => ({
    rooms: await db.selectFrom('rooms').select(['id', 'name', 'building']).orderBy('position').orderBy('id').execute(),
    equipment: await db.selectFrom('roomEquipment').select(['id', 'name', 'movable']).orderBy('position').orderBy('id').execute(),
  }),

  room: async (ctx, { params }) => presentedRoom(await roomLines(ctx).where('r.id', '=', params.roomId).executeTakeFirstOrThrow(notFound)),

  /** Those that are not over. */
  async blackouts({ db, now }) {
    const rows = await db.selectFrom('roomBlackouts as x').leftJoin('rooms as r', 'r.id', 'x.roomId')
      .select(['x.id', 'x.startsAt as from', 'x.endsAt as to', 'x.reason', sql<{ id: string; name: string } | null>`case when r.id is not null then as_person(r.id, r.name) end`.as('room')])
      .select(sql<{ id: string; name: string }[]>`coalesce((select jsonb_agg(as_person(p.id, p.name)) from people p where p.id = any(x.excepted)), '[]')`.as('excepted'))
      .select(sql<number>`(select count(*)::int from room_bookings b where (x.room_id is null or b.room_id = x.room_id) and b.during && x.during and ${bookingHolds})`.as('bookings'))
      .where('x.endedAt', 'is', null).where('x.endsAt', '>', now).orderBy('x.startsAt').orderBy('x.id').limit(200).execute();
    return { blackouts: rows };
  },
};
