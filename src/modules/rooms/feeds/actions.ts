import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { newId } from '#platform/ids.ts';
import type { Actions } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { whoOf } from '../bookings/actions.ts';
import { lockBooking, seenAnew } from '../bookings/booking.ts';
import { whyNotChange } from '../bookings/rules.ts';
import type { feeds as contract } from './contract.ts';
import { sendInvitations } from './invitations.ts';
import { whyNotOpenFeed } from './rules.ts';

export const hashOfKey = (key: string) => createHash('sha256').update(key).digest('hex');

export const actions: Actions<Pick<typeof contract, 'openFeed' | 'endFeed' | 'invite'>> = {
  async openFeed(ctx, { body: { roomId } }) {
    const room = roomId === null || (await ctx.db.selectFrom('rooms').select('id').where('id', '=', roomId).executeTakeFirst()) !== undefined;
    const { open } = await ctx.db.selectFrom('roomFeeds').select(({ fn }) => fn.countAll<number>().as('open')).where('personId', '=', ctx.actor.id).where('endedAt', 'is', null).executeTakeFirstOrThrow();
    ctx.refuse(...whyNotOpenFeed({ roomKnown: room, open: Number(open) }));
    const [id, feedKey] = [newId(), randomBytes(24).toString('base64url')];
    await ctx.db.insertInto('roomFeeds').values({ id, keyHash: hashOfKey(feedKey), roomId, personId: ctx.actor.id, createdAt: ctx.now }).execute();
    return { id, feedKey };
  },

  async endFeed(ctx, { params }) {
    const ended = await ctx.db.updateTable('roomFeeds').set({ endedAt: ctx.now }).where('id', '=', params.feedId).where('personId', '=', ctx.actor.id).where('endedAt', 'is', null).returning('id').executeTakeFirstOrThrow(notFound);
    return ended;
  },

  /** 邀请: at once where it is booked, else as soon as it is. */
  async invite(ctx, { params, body: { people } }) {
    const booking = await lockBooking(ctx, params.bookingId);
    ctx.refuse(...whyNotChange(booking, whoOf(ctx, booking)));
    const known = await ctx.db.selectFrom('people').select('id').where(sql<boolean>`id = any(${people}::uuid[])`).where('disabledAt', 'is', null).execute();
    if (known.length < new Set(people).size) ctx.refuse('rooms.person_unknown');
    const added = await ctx.db.insertInto('roomInvitees').values(known.map(({ id }) => ({ bookingId: booking.id, personId: id, invitedAt: ctx.now }))).onConflict((conflict) => conflict.doNothing()).returning('personId').execute();
    if (booking.state === 'booked' && added.length) await sendInvitations(ctx, booking.id, { method: 'REQUEST', only: added.map(({ personId }) => personId) });
    await tellHistory(ctx, booking.id, 'rooms.invite');
    await seenAnew(ctx);
    return { id: booking.id };
  },
};
