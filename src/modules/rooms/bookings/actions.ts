import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { bookRoom, changeBooking, giveUp, lockBooking, seenAnew } from './booking.ts';
import type { bookings as contract } from './contract.ts';
import { whyNotCancel, whyNotChange, whyNotRelease } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'book' | 'change' | 'cancel' | 'release'>> = {
  book: (ctx, { body }) => bookRoom(ctx, body),

  async change(ctx, { params, body }) {
    const booking = await lockBooking(ctx, params.bookingId);
    ctx.refuse(...whyNotChange(booking, whoOf(ctx, booking)));
    return changeBooking(ctx, booking.id, body);
  },

  async cancel(ctx, { params, body: { why } }) {
    const booking = await lockBooking(ctx, params.bookingId);
    const who = whoOf(ctx, booking);
    ctx.refuse(...whyNotCancel(booking, who, why));
    await giveUp(ctx, booking.id, 'cancelled', why);
    await tellHistory(ctx, booking.id, 'rooms.cancel', { why });
    if (!who.mine) await notify(ctx, { to: [booking.organiserId], what: 'rooms.cancelled_by_office', params: { number: booking.number, why }, recordId: booking.id });
    return { id: booking.id, state: 'cancelled' };
  },

  /** 提前结束: what was used keeps its state and ends now; what was never used is released whole. */
  async release(ctx, { params }) {
    const booking = await lockBooking(ctx, params.bookingId);
    ctx.refuse(...whyNotRelease(booking, whoOf(ctx, booking)));
    if (booking.state === 'used') {
      await ctx.db.updateTable('roomBookings').set({ endsAt: ctx.now, leftAt: ctx.now }).where('id', '=', booking.id).execute();
      ctx.tell('rooms.released', { bookingId: booking.id, freed: { roomId: booking.roomId, from: ctx.now, to: booking.to } });
      await seenAnew(ctx);
    } else await giveUp(ctx, booking.id, 'released', '');
    await tellHistory(ctx, booking.id, 'rooms.release');
    return { id: booking.id, state: booking.state === 'used' ? 'used' : 'released' };
  },
};

export const whoOf = ({ actor, now }: Pick<Ctx<any>, 'actor' | 'now'>, { organiserId }: { organiserId: string }) => ({ mine: actor.keys.includes(organiserId), manages: actor.permissions.has('rooms.manage'), now });
