import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask } from '#mechanisms/todos/todos.ts';
import type { Listener } from '#platform/module.ts';
import { officeTime } from '#platform/time.ts';
import { holdersOf } from '../people.ts';
import { seenAnew } from '../topics/topics.ts';
import { isAstray } from './rules.ts';

/** The rooms tell of a booking: where a meeting has no room any more, or another than it says, the office finds it one. */
const looked: Listener = async (ctx, { bookingId }: { bookingId: string }) => {
  const row = await ctx.db.selectFrom('meetingRooms as r').innerJoin('meetings as m', 'm.id', 'r.meetingId').innerJoin('roomBookings as b', 'b.id', 'r.bookingId')
    .select(['m.id', 'm.title', 'm.startsAt', 'm.endsAt', 'm.place', 'm.state', 'm.endedAt', 'm.madeBy', 'r.roomId', 'b.roomId as bookedRoom', 'b.state as booked', 'b.startsAt as from', 'b.endsAt as to', 'b.endedWhy as why']).where('r.bookingId', '=', bookingId).executeTakeFirst();
  if (!row || row.state === 'cancelled' || row.endedAt || row.endsAt <= ctx.now) return;
  await seenAnew(ctx);
  if (!isAstray({ state: row.booked, from: row.from, to: row.to, roomId: row.bookedRoom }, row)) return;
  const clerks = await holdersOf(ctx, 'office.clerk');
  for (const personId of clerks) await ask(ctx, { personId, kind: 'act', recordId: row.id, what: 'meetings.findPlace', dueAt: row.startsAt, askedBy: row.madeBy });
  await notify(ctx, { to: [...new Set([row.madeBy, ...clerks])], what: 'meetings.room_lost', params: { title: row.title, when: officeTime(row.startsAt), place: row.place, why: row.why }, recordId: row.id });
};

export const listens: Record<string, Listener> = { 'rooms.booked': looked, 'rooms.refused': looked, 'rooms.changed': looked, 'rooms.cancelled': looked, 'rooms.released': looked };
