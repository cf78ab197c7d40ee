import { sql } from 'kysely';
import { isGuessing } from '#mechanisms/audit/refused.ts';
import { attach, usable } from '#mechanisms/files/files.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { ask, settle } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx, Reading } from '#platform/module.ts';
import { lockBooking, seenAnew } from '../bookings/booking.ts';
import { lockRoom } from '../register/rooms.ts';
import type { presence as contract } from './contract.ts';
import { aboutOf, managerIds, tellOrganiser } from './messages.ts';
import { whyNotLeave, whyNotPatrol, whyNotSignIn } from './rules.ts';
import { tellOverstay } from './tick.ts';

export const actions: Actions<Pick<typeof contract, 'signIn' | 'leave' | 'renewDoor' | 'patrol'>> = {
  async signIn(ctx, { params, body: { doorCode } }) {
    const booking = await lockBooking(ctx, params.bookingId);
    const room = await ctx.db.selectFrom('rooms').select('doorCode').where('id', '=', booking.roomId).executeTakeFirstOrThrow();
    ctx.refuse(...whyNotSignIn(booking, { ...(await atDoor(ctx, booking)), codeFits: room.doorCode === doorCode.trim(), guesses: await isGuessing(ctx, { action: 'rooms.signIn: rooms.wrong_code', recordId: booking.id }) }));
    return signedIn(ctx, booking.id);
  },

  async leave(ctx, { params }) {
    const booking = await lockBooking(ctx, params.bookingId);
    ctx.refuse(...whyNotLeave(booking, await atDoor(ctx, booking)));
    return left(ctx, booking);
  },

  async renewDoor(ctx, { params }) {
    const { id } = await lockRoom(ctx, params.roomId);
    await ctx.db.updateTable('rooms').set({ doorCode: sql`lpad(floor(random() * 1000000)::int::text, 6, '0')`, screenKey: sql`replace(gen_random_uuid()::text, '-', '')` }).where('id', '=', id).execute();
    return { id };
  },

  /** 巡查: what is not as it should be opens a reminder to whoever it concerns. */
  async patrol(ctx, { params, body: { found, note, files } }) {
    const room = await lockRoom(ctx, params.roomId);
    const [now, before] = [await runningIn(ctx, room.id), await endedIn(ctx, room.id)];
    ctx.refuse(...whyNotPatrol(found, { booked: now !== undefined, before: before !== undefined }));
    const about = found === 'overstay' ? before : now;
    const id = newId();
    await ctx.db.insertInto('roomPatrols').values({ id, roomId: room.id, bookingId: about?.id ?? null, at: ctx.now, by: ctx.actor.id, found, note }).execute();
    for (const fileId of about ? files : []) {
      if (!(await usable(ctx, fileId))) ctx.refuse('rooms.photo_unknown');
      await attach(ctx, { fileId, recordId: about!.id, role: 'patrol' });
    }
    if (about) await tellHistory(ctx, about.id, 'rooms.patrol', { note, found });
    await remind(ctx, { found, note, room: room.name, now, before });
    await seenAnew(ctx);
    return { id };
  },
};

/** Somebody is in the room that was booked. */
export const signedIn = async (ctx: Ctx<any>, bookingId: string) => {
  await ctx.db.updateTable('roomBookings').set({ state: 'used', signedInAt: ctx.now, signedInBy: ctx.actor.id }).where('id', '=', bookingId).execute();
  return done(ctx, bookingId, 'rooms.signIn');
};

/** What is left of its time is free for others. */
export const left = async (ctx: Ctx<any>, booking: Awaited<ReturnType<typeof lockBooking>>) => {
  const early = booking.endsAt > ctx.now && booking.startsAt < ctx.now;
  await ctx.db.updateTable('roomBookings').set({ leftAt: ctx.now, ...(early && { endsAt: ctx.now }) }).where('id', '=', booking.id).execute();
  if (early) ctx.tell('rooms.released', { bookingId: booking.id, freed: { roomId: booking.roomId, from: ctx.now, to: booking.endsAt } });
  return done(ctx, booking.id, 'rooms.leave');
};

type Row = Awaited<ReturnType<ReturnType<typeof aboutOf>['execute']>>[number];

const remind = async (ctx: Ctx<any>, { found, note, room, now, before }: { found: string; note: string; room: string; now: Row | undefined; before: Row | undefined }) => {
  if (found === 'empty') {
    await ask(ctx, { personId: now!.organiserId, kind: 'act', recordId: now!.id, what: 'rooms.signIn' });
    await tellOrganiser(ctx, now!, 'rooms.found_empty', { note });
  }
  if (found === 'overstay' && !(await tellOverstay(ctx, before!))) {
    await ask(ctx, { personId: before!.organiserId, kind: 'act', recordId: before!.id, what: 'rooms.leave' });
    await tellOrganiser(ctx, before!, 'rooms.overstays', { next: '' });
  }
  if (found === 'others') {
    if (now) await tellOrganiser(ctx, now, 'rooms.found_others', { note });
    await notify(ctx, { to: await managerIds(ctx), what: 'rooms.used_unbooked', params: { room, note, href: '/rooms' }, recordId: null });
  }
};

export const runningIn = (ctx: Pick<Reading, 'db' | 'now'>, roomId: string) => aboutOf(ctx).where('b.roomId', '=', roomId).where('b.state', 'in', ['booked', 'used']).where('b.startsAt', '<=', ctx.now).where('b.endsAt', '>', ctx.now).where('b.leftAt', 'is', null).executeTakeFirst();

/** Of the last hour, where nobody said that they left. */
export const endedIn = (ctx: Pick<Reading, 'db' | 'now'>, roomId: string) =>
  aboutOf(ctx).where('b.roomId', '=', roomId).where('b.state', '=', 'used').where('b.leftAt', 'is', null).where('b.endsAt', '<=', ctx.now).where('b.endsAt', '>', new Date(Date.parse(ctx.now) - 3_600_000).toISOString()).orderBy('b.endsAt', 'desc').executeTakeFirst();

/** Who may sign in and from when on. */
export const atDoor = async (ctx: Pick<Reading, 'db' | 'actor' | 'now'>, { organiserId, departmentId, startsAt }: { organiserId: string; departmentId: string; startsAt: string }) => ({
  theirs: ctx.actor.keys.includes(organiserId) || ctx.actor.departmentId === departmentId,
  now: ctx.now,
  opens: new Date(Date.parse(startsAt) - (await setting<number>(ctx, 'rooms.sign_in_minutes')) * 60_000).toISOString(),
});

const done = async (ctx: Ctx<any>, id: string, what: string) => {
  for (const asked of ['rooms.signIn', 'rooms.leave']) await settle(ctx, { recordId: id, what: asked });
  await tellHistory(ctx, id, what);
  await seenAnew(ctx);
  return { id };
};
