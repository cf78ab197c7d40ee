import type { Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { amend, changeBooking as change, giveUp, lockBooking, type NewBooking } from './bookings/booking.ts';
import { whoOf } from './bookings/actions.ts';
import { foundRooms, type Wish } from './bookings/fitting.ts';
import { bookingLines, presentedBooking } from './bookings/lines.ts';
import { whyNotAmend, whyNotCancel, whyNotChange } from './bookings/rules.ts';
import { atDoor, left, signedIn } from './presence/actions.ts';
import { whyNotLeave, whyNotSignIn } from './presence/rules.ts';

export { bookRoom, type NewBooking } from './bookings/booking.ts';

/** Rooms for a time, a size and equipment, each with why it does not do; those that do come first. */
export const findRooms = async (ctx: Reading, wish: Wish) => (await foundRooms(ctx, wish, { most: 30 })).rooms;

/** Another time, room or size, approved anew; only by the organiser, before it begins. */
export const changeBooking = async (ctx: Ctx<any>, bookingId: string, wanted: NewBooking) => {
  const booking = await lockBooking(ctx, bookingId);
  ctx.refuse(...whyNotChange(booking, whoOf(ctx, booking)));
  return change(ctx, bookingId, wanted);
};

/** Called otherwise, or for as many as its room holds: written down, approved as it was; only before it begins. A private one stays private. */
export const amendBooking = async (ctx: Ctx<any>, bookingId: string, { title, people }: { title: string; people: number }) => {
  const booking = await lockBooking(ctx, bookingId);
  ctx.refuse(...whyNotAmend(booking, whoOf(ctx, booking)));
  await amend(ctx, booking, { title, people });
};

/** Given up before it begins, by the organiser or whoever looks after the rooms. */
export const cancelBooking = async (ctx: Ctx<any>, bookingId: string, why: string) => {
  const booking = await lockBooking(ctx, bookingId);
  ctx.refuse(...whyNotCancel(booking, whoOf(ctx, booking), why));
  await giveUp(ctx, bookingId, 'cancelled', why);
};

/** What was booked, as the asker may see it. */
export const bookingsBy = async (ctx: Reading, ids: readonly string[]) => (ids.length ? (await bookingLines(ctx).select('r.seats').where('b.id', 'in', [...ids]).execute()).map((row) => ({ ...presentedBooking(row), seats: row.seats })) : []);

/** How a room is named to whoever has to find it. */
export const placeOfRoom = async ({ db }: Pick<Reading, 'db'>, roomId: string) => {
  const { building, name } = await db.selectFrom('rooms').select(['building', 'name']).where('id', '=', roomId).executeTakeFirstOrThrow(notFound);
  return `${building}${name}`;
};

/** Whoever came to what the room was booked for has signed in at its door, too (ROOM-3); nothing where it is too early, or nothing is booked any more. */
export const cameTo = async (ctx: Ctx<any>, bookingId: string) => {
  const booking = await lockBooking(ctx, bookingId);
  if (!whyNotSignIn(booking, { ...(await atDoor(ctx, booking)), theirs: true }).length) await signedIn(ctx, bookingId);
};

/** It is over: the rest of its time is free. */
export const wentFrom = async (ctx: Ctx<any>, bookingId: string) => {
  const booking = await lockBooking(ctx, bookingId);
  if (!whyNotLeave(booking, { theirs: true }).length) await left(ctx, booking);
};
