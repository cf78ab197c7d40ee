import { sql } from 'kysely';
import { mailCalendar } from '#mechanisms/notifications/notifications.ts';
import type { Ctx, Listener, Working } from '#platform/module.ts';
import { officeTime } from '#platform/time.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { calendarOf, type Method } from './ics.ts';

/** A private purpose stays in the house, also for those who are invited; a calendar says it is private in its reader's language. */
export const privately = (locale: string) => (locale === 'en' ? en : zh).calendar.privateMeeting;

/** To those who are invited, or those of them who are named: an invitation, or that it is off. */
export const sendInvitations = async (ctx: Ctx<any> | Working, bookingId: string, { method, only }: { method: Method; only?: readonly string[] }) => {
  const people = await ctx.db.selectFrom('roomInvitees as i').innerJoin('people as p', 'p.id', 'i.personId').select(['p.id', 'p.name', 'p.email']).where('i.bookingId', '=', bookingId).where('p.disabledAt', 'is', null).orderBy('p.id').execute();
  if (!people.length) return;
  const booking = await ctx.db.selectFrom('roomBookings as b').innerJoin('rooms as r', 'r.id', 'b.roomId').innerJoin('people as p', 'p.id', 'b.organiserId')
    .select(['b.id', 'b.sequence', 'b.startsAt as from', 'b.endsAt as to', 'b.private', 'b.title', 'r.name as room', 'r.building', 'p.name', 'p.email']).where('b.id', '=', bookingId).executeTakeFirstOrThrow();
  const place = [booking.building, booking.room].filter(Boolean).join(' ');
  const summary = (locale: string) => (booking.private ? privately(locale) : booking.title);
  const entry = { ...booking, location: place, status: method === 'CANCEL' ? ('CANCELLED' as const) : ('CONFIRMED' as const), organiser: booking, attendees: people };
  await mailCalendar(ctx, {
    to: only ?? people.map(({ id }) => id), what: method === 'CANCEL' ? 'rooms.invitation_off' : 'rooms.invitation',
    params: { ...(booking.private ? { private: 'yes' } : { title: booking.title }), when: officeTime(booking.from), place, sender: booking.name },
    calendar: (locale) => calendarOf(method, [{ ...entry, summary: summary(locale) }], { at: ctx.now, name: summary(locale) }), recordId: bookingId,
  });
};

interface Told {
  bookingId: string;
}

const sent = (method: Method): Listener => async (ctx, { bookingId }: Told) => {
  const { rows: [changed] } = await sql<{ sequence: number }>`update room_bookings set sequence = sequence + 1 where id = ${bookingId} and exists (select from room_invitees where booking_id = ${bookingId}) returning sequence`.execute(ctx.db);
  if (changed) await sendInvitations(ctx, bookingId, { method });
};

/** Changed without anybody to approve it, it holds at once; else it is off until it is booked again. */
const changed: Listener = async (ctx, told: Told) => sent((await stateOf(ctx, told)) === 'booked' ? 'REQUEST' : 'CANCEL')(ctx, told);

/** The rest of what was used was given back: it took place. */
const released: Listener = async (ctx, told: Told) => void ((await stateOf(ctx, told)) !== 'used' && (await sent('CANCEL')(ctx, told)));

const stateOf = async ({ db }: Parameters<Listener>[0], { bookingId }: Told) => (await db.selectFrom('roomBookings').select('state').where('id', '=', bookingId).executeTakeFirstOrThrow()).state;

export const listens: Record<string, Listener> = { 'rooms.booked': sent('REQUEST'), 'rooms.changed': changed, 'rooms.cancelled': sent('CANCEL'), 'rooms.refused': sent('CANCEL'), 'rooms.released': released };
