import { sql } from 'kysely';
import { breakOffApproval } from '#mechanisms/approvals/approvals.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { ask, withdraw } from '#mechanisms/todos/todos.ts';
import type { Db } from '#platform/db.ts';
import type { Ctx, Working } from '#platform/module.ts';
import { tellLater } from '#platform/outbox.ts';
import { asksOf, seenAnew } from '../bookings/booking.ts';
import { actingFor } from '../waiting/offers.ts';
import { aboutOf, tellOrganiser } from './messages.ts';

/** Every minute: what nobody decided, nobody answered, nobody came to, nobody left. It follows from the rows and the moment alone, also after a standstill. */
export const tick = async (db: Db, now: string) => {
  for (const step of [undecided, unanswered, notThere, released, overstaying]) {
    await db.transaction().execute(async (open) => {
      const told: (readonly [string, object])[] = [];
      await step({ db: open, now, tell: (event, data) => void told.push([event, data]), enqueue: async () => undefined });
      for (const [event, data] of told) await tellLater(open, now, event, data);
      if (told.length) await seenAnew({ db: open });
    });
  }
};

const most = 200;
const minutesAgo = (now: string, minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString();
const due = (ctx: Working) => aboutOf(ctx).limit(most).forUpdate('b').skipLocked();

const end = async (ctx: Working, { id, roomId, to }: { id: string; roomId: string; to: string }, state: 'refused' | 'cancelled' | 'no_show', event: string) => {
  for (const what of asksOf) await withdraw(ctx, { recordId: id, what });
  await ctx.db.updateTable('roomBookings').set({ state, endedAt: ctx.now }).where('id', '=', id).execute();
  ctx.tell(event, { bookingId: id, freed: { roomId, from: ctx.now, to } });
};

/** It begins, and nobody has approved it. */
const undecided = async (ctx: Working) => {
  for (const booking of await due(ctx).where('b.state', '=', 'asked').where('b.startsAt', '<=', ctx.now).execute()) {
    await end(ctx, booking, 'refused', 'rooms.refused');
    const acting = await actingFor(ctx, booking.organiserId);
    if (acting) await breakOffApproval(acting, booking.id);
    await tellOrganiser(ctx, booking, 'rooms.not_decided');
  }
};

/** An offer that was not answered goes to the next who waits; what was waited for is over. */
const unanswered = async (ctx: Working) => {
  const late = await ctx.db.updateTable('roomWaits').set({ state: 'over' }).where('state', '=', 'offered').where('offeredUntil', '<=', ctx.now).returning('bookingId').execute();
  if (late.length) for (const booking of await due(ctx).where('b.state', '=', 'offered').where('b.id', 'in', late.map(({ bookingId }) => bookingId!)).execute()) await end(ctx, booking, 'cancelled', 'rooms.cancelled');
  await ctx.db.updateTable('roomWaits').set({ state: 'over' }).where('state', '=', 'waiting').where('startsAt', '<=', ctx.now).where(sql<boolean>`during && tstzrange(${minutesAgo(ctx.now, 60 * 24 * 400)}, ${ctx.now}, '[]')`).execute();
};

/** 未签到: reminded first. */
const notThere = async (ctx: Working) => {
  const minutes = await setting<number>(ctx, 'rooms.sign_in_minutes');
  const rows = await due(ctx).where('b.state', '=', 'booked').where('b.startsAt', '<=', minutesAgo(ctx.now, minutes)).where('b.remindedAt', 'is', null).where('b.endsAt', '>', ctx.now).execute();
  for (const booking of rows) {
    await ctx.db.updateTable('roomBookings').set({ remindedAt: ctx.now }).where('id', '=', booking.id).execute();
    await ask(ctx, { personId: booking.organiserId, kind: 'act', recordId: booking.id, what: 'rooms.signIn', askedBy: booking.organiserId });
    await tellOrganiser(ctx, booking, 'rooms.sign_in_now', { minutes: String(await setting<number>(ctx, 'rooms.release_minutes')) });
  }
};

/** Still nobody there, or it is over and nobody came: the rest is free. */
const released = async (ctx: Working) => {
  const minutes = await setting<number>(ctx, 'rooms.release_minutes');
  const rows = await due(ctx).where('b.state', '=', 'booked').where('b.startsAt', '<=', ctx.now).where((eb) => eb.or([eb('b.remindedAt', '<=', minutesAgo(ctx.now, minutes)), eb('b.endsAt', '<=', ctx.now)])).execute();
  for (const booking of rows) {
    await end(ctx, booking, 'no_show', 'rooms.released');
    await tellOrganiser(ctx, booking, 'rooms.nobody_came');
  }
};

/** 超时: it is over, nobody said that they left, and the next have booked. Both are told, once. */
const overstaying = async (ctx: Working) => {
  const minutes = await setting<number>(ctx, 'rooms.overstay_minutes');
  const rows = await due(ctx).where('b.state', '=', 'used').where('b.leftAt', 'is', null).where('b.overstayToldAt', 'is', null).where('b.endsAt', '<=', minutesAgo(ctx.now, minutes)).where('b.endsAt', '>', minutesAgo(ctx.now, 60)).execute();
  for (const booking of rows) await tellOverstay(ctx, booking);
};

type Row = Awaited<ReturnType<ReturnType<typeof aboutOf>['execute']>>[number];

export const tellOverstay = async (ctx: Working | Ctx<any>, booking: Row) => {
  const next = await aboutOf(ctx).where('b.roomId', '=', booking.roomId).where('b.state', 'in', ['booked', 'used']).where('b.startsAt', '>=', booking.to).where('b.startsAt', '<=', minutesAgo(booking.to, -30)).orderBy('b.startsAt').executeTakeFirst();
  if (!next) return false;
  await ctx.db.updateTable('roomBookings').set({ overstayToldAt: ctx.now }).where('id', '=', booking.id).execute();
  await ask(ctx, { personId: booking.organiserId, kind: 'act', recordId: booking.id, what: 'rooms.leave', askedBy: next.organiserId });
  await tellOrganiser(ctx, booking, 'rooms.overstays', { next: String(next.number) });
  await tellOrganiser(ctx, next, 'rooms.next_waits');
  ctx.tell('rooms.overstayed', { bookingId: booking.id, nextId: next.id });
  return true;
};
