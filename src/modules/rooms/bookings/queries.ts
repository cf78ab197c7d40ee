import { sql } from 'kysely';
import { mayRead } from '#mechanisms/access/records.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { instantOf } from '#platform/time.ts';
import { roomsOnBoard } from '../register/rooms.ts';
import { whoOf } from './actions.ts';
import { bookingBook, pageOf } from './book.ts';
import type { bookings as contract } from './contract.ts';
import { foundRooms } from './fitting.ts';
import { bookingLines, heldIn, heldInAny, presentedBooking } from './lines.ts';
import { whyNotCancel, whyNotChange, whyNotRelease } from './rules.ts';

export const queries: Queries<Pick<typeof contract, 'findRooms' | 'bookings' | 'bookingBook' | 'booking' | 'board' | 'week'>> = {
  findRooms: (ctx, { query: { equipment, after, most, ...wish } }) => foundRooms(ctx, { ...wish, equipment: wishedOf(equipment) }, { after, most }),

  bookings: (ctx, { query }) => pageOf(ctx, query),
  bookingBook: (ctx, { query }) => bookingBook(ctx, query),

  async booking(ctx, { params: { bookingId } }) {
    const row = await bookingLines(ctx).leftJoin('people as e', 'e.id', 'b.endedBy').select(['b.roomId', 'b.seriesId', 'b.organiserId', 'b.exception', 'b.endedAt', 'e.name as endedBy', 'b.endedWhy']).where('b.id', '=', bookingId).executeTakeFirstOrThrow(notFound);
    const concerned = (await ctx.db.selectFrom('records').select('id').where('id', '=', bookingId).where(mayRead(ctx)).executeTakeFirst()) !== undefined;
    const { organiserId, exception, endedWhy, ...line } = row;
    const who = whoOf(ctx, row);
    return {
      ...line, ...presentedBooking(row), concerned, exception: concerned ? exception : null, endedWhy: concerned ? endedWhy : '', equipment: await equipmentOf(ctx, bookingId),
      whyNot: { ...(who.mine && { change: whyNotChange(row, who) }), ...((who.mine || who.manages) && (row.from > ctx.now ? { cancel: whyNotCancel(row, who) } : { release: whyNotRelease(row, who) })) },
    };
  },

  async board({ db, actor }, { query: { day, after = null, most, ...filters } }) {
    const found = await roomsOnBoard(db, { building: filters.building ?? null, class: filters.class ?? null, seats: filters.seats ?? 1, after, most: most + 1 });
    const rooms = found.slice(0, most);
    const bookings = await heldInAny(db, { ...daysFrom(day, 1), keys: actor.keys, rooms: rooms.map(({ id }) => id) });
    return { rooms, bookings, next: found.length > most ? rooms.at(-1)!.id : null };
  },

  week: async ({ db, actor }, { params: { roomId }, query: { day } }) => ({ bookings: await heldIn(db, { ...daysFrom(day, 7), keys: actor.keys, roomId: roomId! }) }),
};

const daysFrom = (day: string, days: number) => ({ from: instantOf(day), to: new Date(Date.parse(instantOf(day)) + days * 86_400_000).toISOString() });

const wishedOf = (equipment: string) => equipment.split(',').filter(Boolean).map((one) => ({ equipmentId: one.split(':')[0]!, count: Number(one.split(':')[1]) }));

const equipmentOf = ({ db }: Pick<Reading, 'db'>, bookingId: string) =>
  db.selectFrom('roomBookingEquipment as w').innerJoin('roomBookings as b', 'b.id', 'w.bookingId').innerJoin('roomEquipment as e', 'e.id', 'w.equipmentId').leftJoin('roomFixtures as f', (join) => join.onRef('f.roomId', '=', 'b.roomId').onRef('f.equipmentId', '=', 'w.equipmentId'))
    .select(['e.id', 'e.name', 'w.count', sql<number>`least(w.count, coalesce(f.count, 0))::int`.as('fixed')]).where('w.bookingId', '=', bookingId).orderBy('e.position').orderBy('e.id').execute();
