import { sql } from 'kysely';
import { mayRead } from '#mechanisms/access/records.ts';
import type { Queries } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { bookingLines, presentedBooking } from '../bookings/lines.ts';
import { presentedWait, waitLines } from '../waiting/waits.ts';
import type { series as contract } from './contract.ts';

export const queries: Queries<Pick<typeof contract, 'oneSeries'>> = {
  async oneSeries(ctx, { params: { seriesId } }) {
    const one = await ctx.db.selectFrom('roomSeries as s').innerJoin('rooms as r', 'r.id', 's.roomId').innerJoin('people as p', 'p.id', 's.organiserId').select(['s.id', 's.number', 's.rule'])
      .select([sql<{ id: string; name: string }>`as_person(r.id, r.name)`.as('room'), sql<{ id: string; name: string }>`as_person(p.id, p.name)`.as('organiser')]).where('s.id', '=', seriesId).executeTakeFirstOrThrow(notFound);
    const bookings = (await bookingLines(ctx).where('b.seriesId', '=', seriesId).orderBy('b.startsAt').execute()).map(presentedBooking);
    const concerned = (await ctx.db.selectFrom('records').select('id').where('id', '=', seriesId).where(mayRead(ctx)).executeTakeFirst()) !== undefined;
    const mine = ctx.actor.keys.includes(one.organiser.id);
    const skipped = mine || concerned ? (await waitLines(ctx).where('w.seriesId', '=', seriesId).orderBy('w.startsAt').execute()).map(presentedWait) : [];
    return { ...one, bookings, skipped, mine, concerned, title: bookings[0]?.title ?? null, private: bookings[0]?.private ?? true };
  },
};
