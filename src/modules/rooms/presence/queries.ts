import { sql } from 'kysely';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import { bookingLines, presentedBooking } from '../bookings/lines.ts';
import { atDoor, endedIn, runningIn } from './actions.ts';
import type { presence as contract } from './contract.ts';
import { whyNotLeave, whyNotSignIn } from './rules.ts';

const dayLong = 86_400_000;
const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

export const queries: Queries<Pick<typeof contract, 'door' | 'doorCard' | 'screen' | 'patrolRound'>> = {
  /** What is on here now and next, for whoever stands at the door. */
  async door(ctx, { params: { roomId } }) {
    const room = await ctx.db.selectFrom('rooms').select(['id', 'name']).where('id', '=', roomId).executeTakeFirstOrThrow(notFound);
    const rows = await bookingLines(ctx).select(['b.signedInAt', 'b.leftAt', 'b.organiserId', 'b.departmentId', 'b.startsAt']).where('b.roomId', '=', roomId).where('b.state', 'in', ['booked', 'used']).where('b.leftAt', 'is', null)
      .where('b.endsAt', '>', later(ctx.now, -3_600_000)).where('b.startsAt', '<', instantOf(dayOf(later(ctx.now, dayLong)))).where('b.startsAt', '>', later(ctx.now, -dayLong)).orderBy('b.startsAt').limit(20).execute();
    const bookings = [];
    for (const row of rows) {
      const who = await atDoor(ctx, row);
      bookings.push({ ...presentedBooking(row), signedInAt: row.signedInAt, whyNot: actsOf(row, who) });
    }
    return { room, bookings };
  },

  async doorCard({ db }, { params }) {
    const { id, name, ...card } = await db.selectFrom('rooms').select(['id', 'name', 'building', 'seats', 'doorCode', 'screenKey as screen']).where('id', '=', params.roomId).executeTakeFirstOrThrow(notFound);
    return { room: { id, name }, ...card };
  },

  /** 门口屏: for whoever knows its address. A private title is nobody's here. */
  async screen({ db, now }, { params }) {
    const room = await db.selectFrom('rooms').select(['id', 'name', 'seats', 'outOfUseWhy']).where('screenKey', '=', params.screenKey).executeTakeFirstOrThrow(notFound);
    const from = instantOf(dayOf(now));
    const today = await db.selectFrom('roomBookings as b').innerJoin('people as p', 'p.id', 'b.organiserId').innerJoin('departments as d', 'd.id', 'b.departmentId')
      .select(['b.startsAt as from', 'b.endsAt as to', 'p.name as organiser', 'd.name as department', sql<string | null>`case when b.private then null else b.title end`.as('title'), sql<boolean>`b.signed_in_at is not null`.as('signedIn')])
      .where('b.roomId', '=', room.id).where('b.state', 'in', ['booked', 'used']).where('b.startsAt', '>=', from).where('b.startsAt', '<', later(from, dayLong)).orderBy('b.startsAt').execute();
    return { room: room.name, seats: room.seats, outOfUse: room.outOfUseWhy, today, at: now, now: today.find((one) => one.from <= now && now < one.to) ?? null, next: today.find((one) => one.from > now) ?? null };
  },

  /** 巡查: the rooms in which something should be on, or was just now, first. */
  async patrolRound(ctx) {
    const rooms = await ctx.db.selectFrom('rooms as r').select(['r.id', 'r.name', 'r.building']).where('r.outOfUseAt', 'is', null).orderBy('r.position').execute();
    const lines = [];
    for (const { id, name, building } of rooms) {
      const [now, before] = [await runningIn(ctx, id), await endedIn(ctx, id)];
      const next = await bookingLines(ctx).where('b.roomId', '=', id).where('b.state', '=', 'booked').where('b.startsAt', '>', ctx.now).where('b.startsAt', '<', later(ctx.now, dayLong / 2)).orderBy('b.startsAt').executeTakeFirst();
      lines.push({ room: { id, name }, building, now: now ? await shown(ctx, now.id) : null, before: before ? await shown(ctx, before.id) : null, next: next ? presentedBooking(next) : null, patrolled: await lastPatrol(ctx, id) });
    }
    return { rooms: lines.toSorted((a, b) => Number(b.now !== null || b.before !== null) - Number(a.now !== null || a.before !== null)) };
  },
};

const actsOf = (row: Parameters<typeof whyNotSignIn>[0] & Parameters<typeof whyNotLeave>[0], who: Awaited<ReturnType<typeof atDoor>>): Record<string, string[]> => {
  if (!who.theirs) return {};
  return row.state === 'booked' ? { signIn: whyNotSignIn(row, who) } : { leave: whyNotLeave(row, who) };
};

const shown = async (ctx: Reading, id: string) => {
  const { signedInAt, ...row } = await bookingLines(ctx).select('b.signedInAt').where('b.id', '=', id).executeTakeFirstOrThrow();
  return { ...presentedBooking(row), signedInAt };
};

const lastPatrol = async ({ db, now }: Reading, roomId: string) => {
  const last = await db.selectFrom('roomPatrols as x').innerJoin('people as p', 'p.id', 'x.by').select(['x.at', 'p.name as by', 'x.found', 'x.note']).where('x.roomId', '=', roomId).where('x.at', '>', later(now, -3_600_000)).orderBy('x.at', 'desc').executeTakeFirst();
  return last ? { ...last, found: last.found as 'right' } : null;
};
