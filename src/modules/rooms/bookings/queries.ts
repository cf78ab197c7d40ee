import { sql } from 'kysely';
import { mayRead } from '#mechanisms/access/records.ts';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { instantOf } from '#platform/time.ts';
import { holding } from '../nouns.ts';
import { whoOf } from './actions.ts';
import { bookingBook, pageOf } from './book.ts';
import type { bookings as contract } from './contract.ts';
import { fitting } from './fitting.ts';
import { bookingLines, presentedBooking } from './lines.ts';
import { whyNotCancel, whyNotChange, whyNotRelease } from './rules.ts';

export const queries: Queries<Pick<typeof contract, 'findRooms' | 'bookings' | 'bookingBook' | 'booking' | 'board'>> = {
  findRooms: async (ctx, { query: { equipment, ...wish } }) => ({ rooms: await fitting(ctx, { ...wish, equipment: wishedOf(equipment) }) }),

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

  /** Rooms × hours of a day, or a week of one room: what holds a room. */
  async board(ctx, { query: { day, days, roomId } }) {
    const from = instantOf(day);
    const to = new Date(Date.parse(from) + days * 86_400_000).toISOString();
    const rows = await bookingLines(ctx).where('b.startsAt', '<', to).where('b.startsAt', '>=', from).where('b.state', 'in', [...holding])
      .$if(roomId !== undefined, (b) => b.where('b.roomId', '=', roomId!)).orderBy('b.startsAt').orderBy('b.id').limit(5000).execute();
    return { bookings: rows.map(presentedBooking) };
  },
};

const wishedOf = (equipment: string) => equipment.split(',').filter(Boolean).map((one) => ({ equipmentId: one.split(':')[0]!, count: Number(one.split(':')[1]) }));

const equipmentOf = ({ db }: Pick<Reading, 'db'>, bookingId: string) =>
  db.selectFrom('roomBookingEquipment as w').innerJoin('roomBookings as b', 'b.id', 'w.bookingId').innerJoin('roomEquipment as e', 'e.id', 'w.equipmentId').leftJoin('roomFixtures as f', (join) => join.onRef('f.roomId', '=', 'b.roomId').onRef('f.equipmentId', '=', 'w.equipmentId'))
    .select(['e.id', 'e.name', 'w.count', sql<number>`least(w.count, coalesce(f.count, 0))::int`.as('fixed')]).where('w.bookingId', '=', bookingId).orderBy('e.position').orderBy('e.id').execute();
