import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { settle } from '#mechanisms/todos/todos.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { whoOf } from '../bookings/actions.ts';
import { giveUp, lockBooking, seenAnew, settled } from '../bookings/booking.ts';
import { fitting } from '../bookings/fitting.ts';
import { whyNotTitle } from '../bookings/rules.ts';
import type { waiting as contract } from './contract.ts';
import { enterFor, lockWait } from './offers.ts';
import { whyNotAnswer, whyNotWait, whyNotWithdrawWait } from './rules.ts';
import { keepWait } from './waits.ts';

export const actions: Actions<Pick<typeof contract, 'wait' | 'withdrawWait' | 'tryWait' | 'answerOffer'>> = {
  async wait(ctx, { body }) {
    const rooms = await fitting(ctx, { ...body, roomId: body.roomId ?? undefined });
    const already = await ctx.db.selectFrom('roomWaits').select('id').where('organiserId', '=', ctx.actor.id).where('state', '=', 'waiting').where('roomId', body.roomId ? '=' : 'is', body.roomId).where('startsAt', '<', body.to).where('endsAt', '>', body.from).executeTakeFirst();
    ctx.refuse(...whyNotTitle(body), ...whyNotWait({ ...body, now: ctx.now, roomKnown: rooms.length > 0, refusals: rooms.map(({ whyNot }) => whyNot), already: already !== undefined }));
    const id = await keepWait(ctx, body);
    await seenAnew(ctx);
    return { id };
  },

  async withdrawWait(ctx, { params }) {
    const wait = await mine(ctx, params.waitId);
    ctx.refuse(...whyNotWithdrawWait(wait));
    await ctx.db.updateTable('roomWaits').set({ state: 'withdrawn' }).where('id', '=', wait.id).execute();
    await seenAnew(ctx);
    return { id: wait.id };
  },

  /** 补订: what was skipped or waited for, where it fits by now. */
  async tryWait(ctx, { params }) {
    const wait = await mine(ctx, params.waitId);
    ctx.refuse(...whyNotWithdrawWait(wait));
    const entered = await enterFor(ctx, wait);
    if (!entered) return ctx.refuse('rooms.still_not_free') as never;
    await ctx.db.updateTable('roomWaits').set({ state: 'accepted', bookingId: entered.bookingId }).where('id', '=', wait.id).execute();
    await settled(ctx, entered.bookingId, entered.room, { people: wait.people, event: 'rooms.booked', standing: 'offered' });
    return { id: wait.id, bookingId: entered.bookingId };
  },

  async answerOffer(ctx, { params, body: { accepted } }) {
    const booking = await lockBooking(ctx, params.bookingId);
    ctx.refuse(...whyNotAnswer(booking, whoOf(ctx, booking)));
    await ctx.db.updateTable('roomWaits').set({ state: accepted ? 'accepted' : 'declined' }).where('bookingId', '=', booking.id).execute();
    await settle(ctx, { recordId: booking.id, what: 'rooms.answerOffer' });
    await tellHistory(ctx, booking.id, 'rooms.answerOffer', { accepted });
    if (accepted) {
      const room = await ctx.db.selectFrom('rooms').select(['free', 'class']).where('id', '=', booking.roomId).executeTakeFirstOrThrow();
      return settled(ctx, booking.id, { free: room.free, class: room.class as 'ordinary', late: false }, { people: booking.people, event: 'rooms.booked', standing: 'offered' });
    }
    await giveUp(ctx, booking.id, 'cancelled', '');
    return { id: booking.id, state: 'cancelled' };
  },
};

const mine = async (ctx: Ctx<any>, waitId: string) => {
  const wait = await lockWait(ctx, waitId);
  if (!wait || !ctx.actor.keys.includes(wait.organiserId)) throw notFound();
  return wait;
};
