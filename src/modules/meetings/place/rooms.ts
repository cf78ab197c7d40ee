import { settle } from '#mechanisms/todos/todos.ts';
import { amendBooking, bookingsBy, bookRoom, cameTo, cancelBooking, changeBooking, placeOfRoom, wentFrom } from '#modules/rooms/public.ts';
import type { Ctx, Reading } from '#platform/module.ts';
import type { MeetingRoom, RoomWish } from '../nouns.ts';
import { whatOfBooking } from './rules.ts';

interface Meeting {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  people: number;
}

/** Where it is: the room as it is found, or what was written down. */
export const placeFor = async (ctx: Pick<Reading, 'db'>, { room, place }: { room: RoomWish | null; place: string }) => (room ? placeOfRoom(ctx, room.roomId) : place);

/** The room is booked, changed or given up with the meeting, in its transaction; what the rooms refuse, the meeting is refused. */
export const keepRoom = async (ctx: Ctx<any>, { id, title, startsAt: from, endsAt: to, people }: Meeting, wish: RoomWish | null) => {
  const booked = await bookedFor(ctx, id);
  const what = whatOfBooking(booked, wish && { ...wish, from, to, people, title }, ctx.now);
  if (what === 'give_up' || what === 'book_anew') await cancelBooking(ctx, booked!.bookingId, changedWith);
  if (wish === null) return void (await ctx.db.deleteFrom('meetingRooms').where('meetingId', '=', id).execute(), await settle(ctx, { recordId: id, what: 'meetings.findPlace' }));
  if (what === 'keep') return;
  if (what === 'amend') return amendBooking(ctx, booked!.bookingId, { title, people });
  // What its organiser keeps private stays so.
  const wanted = { ...wish, from, to, people, ...(booked?.private ? { title: '', secretTitle: title } : { title, secretTitle: '' }) };
  const { id: bookingId } = what === 'change' ? await changeBooking(ctx, booked!.bookingId, wanted) : await bookRoom(ctx, wanted);
  const row = { bookingId, roomId: wish.roomId, equipment: JSON.stringify(wish.equipment), exception: wish.exception };
  await ctx.db.insertInto('meetingRooms').values({ meetingId: id, ...row }).onConflict((conflict) => conflict.column('meetingId').doUpdateSet(row)).execute();
  await settle(ctx, { recordId: id, what: 'meetings.findPlace' });
};

const changedWith = '会议安排变更';

/** With the meeting its room is given up. */
export const giveUpRoom = async (ctx: Ctx<any>, meetingId: string, why: string) => {
  const booked = await bookedFor(ctx, meetingId);
  if (booked && whatOfBooking(booked, null, ctx.now) === 'give_up') await cancelBooking(ctx, booked.bookingId, why);
};

/** Somebody came: nobody else gets the room because nobody signed in at its door. */
export const enterRoom = async (ctx: Ctx<any>, meetingId: string) => {
  const row = await rowOf(ctx, meetingId);
  if (row) await cameTo(ctx, row.bookingId);
};

/** 散会: others may have the rest of its time. */
export const leaveRoom = async (ctx: Ctx<any>, meetingId: string) => {
  const row = await rowOf(ctx, meetingId);
  if (row) await wentFrom(ctx, row.bookingId);
};

const rowOf = ({ db }: Pick<Reading, 'db'>, meetingId: string) => db.selectFrom('meetingRooms').selectAll().where('meetingId', '=', meetingId).executeTakeFirst();

const bookedFor = async (ctx: Reading, meetingId: string) => {
  const row = await rowOf(ctx, meetingId);
  const [booking] = row ? await bookingsBy(ctx, [row.bookingId]) : [];
  return row && booking ? { ...booking, bookingId: row.bookingId, roomId: booking.room.id, equipment: row.equipment as unknown as RoomWish['equipment'], exception: row.exception } : null;
};

/** The room of a meeting as its page shows it. */
export const roomOf = async (ctx: Reading, meetingId: string): Promise<MeetingRoom | null> => {
  const booked = await bookedFor(ctx, meetingId);
  if (!booked) return null;
  const { bookingId, roomId, equipment, exception, number, room, state, from, to } = booked;
  return { bookingId, roomId, equipment, exception, number, room, state, from, to };
};
