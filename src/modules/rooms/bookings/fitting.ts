import { sql } from 'kysely';
import { openCalendar } from '#mechanisms/calendar/calendar.ts';
import { dayAt, dayMs, instantOfMs, msOf, wallAt, weekdayOf } from '#mechanisms/calendar/days.ts';
import { addTime, type Calendar, dayFacts, isUnpublished } from '#mechanisms/calendar/rules.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import type { Reading } from '#platform/module.ts';
import type { Class, Hours } from '../nouns.ts';
import { presentedRoom, roomLines } from '../register/rooms.ts';
import type { RoomFound } from './contract.ts';
import { bookingHolds } from './lines.ts';
import { type Counts, lateness, type Moment, type Span, type Wall, type Wanted, whyNotBook } from './rules.ts';

export interface Wish extends Wanted {
  /** The room alone, or all of them. */
  roomId?: string | undefined;
  /** A booking that is to be changed does not stand in its own way. */
  except?: string | undefined;
  /** Asked for at another moment than now: whoever waited keeps their place in time. */
  askedAt?: string | undefined;
}

export interface Fitted extends RoomFound {
  hours: Hours;
  class: Class;
}

/** Rooms for a wish, each with why it does not do; those that do come first, the smallest of them before the others. */
export const fitting = async (ctx: Pick<Reading, 'db' | 'actor' | 'now'>, wish: Wish): Promise<Fitted[]> => {
  const calendar = await openCalendar(ctx);
  const stock = wish.equipment.length ? await stockDuring(ctx, wish) : [];
  const leads = { ordinary: await setting<number>(ctx, 'rooms.lead_days_ordinary'), large: await setting<number>(ctx, 'rooms.lead_days_large') };
  const rows = await roomsDuring(ctx, wish).execute();
  const found = rows.map(({ mayBook, takenBy, blackedOut, ...row }) => {
    const room = presentedRoom(row);
    const moment: Moment = { now: ctx.now, wall: wallOf(calendar, wish), earliest: earliestStart(calendar, wish.askedAt ?? ctx.now, leads[room.class]), stock };
    return {
      ...room, takenBy, late: lateness(wish, moment) !== 'in_time', earliest: moment.earliest,
      whyNot: whyNotBook(wish, { ...room, outOfUse: room.outOfUse !== null, mayBook, taken: takenBy !== null, blackedOut }, moment) as string[],
    };
  });
  return found.toSorted((a, b) => a.whyNot.length - b.whyNot.length || a.seats - b.seats);
};

/** So many working days of 24 hours from now; null where the calendar is not published so far. */
export const earliestStart = (calendar: Calendar, now: string, days: number) => {
  const at = addTime(calendar, 'working_days', now, days * dayMs);
  return isUnpublished(at) ? null : at;
};

/** A meeting until midnight is still within its day. */
export const wallOf = (calendar: Calendar, { from, to }: Span): Wall => {
  const [starts, ends] = [wallAt(from), wallAt(to)];
  const facts = dayFacts(calendar, starts.day);
  const oneDay = from >= to || dayAt(instantOfMs(msOf(to) - 1)) === starts.day;
  return { oneDay, weekday: weekdayOf(starts.day), from: starts.time, to: ends.day === starts.day ? ends.time : '24:00', why: isUnpublished(facts) ? 'weekday' : facts.why };
};

const range = ({ from, to }: Span) => sql`tstzrange(least(${from}::timestamptz, ${to}::timestamptz), greatest(${from}::timestamptz, ${to}::timestamptz), '[)')`;

const roomsDuring = (ctx: Pick<Reading, 'db' | 'actor'>, { roomId, except, ...span }: Wish) =>
  roomLines(ctx)
    .select(sql<boolean>`((r.departments = '{}' and r.roles = '{}') or exists (select from posts s where s.person_id = ${ctx.actor.id} and s.until is null and (s.department_id = any(r.departments) or s.role = any(r.roles))))`.as('mayBook'))
    .select(sql<RoomFound['takenBy']>`(select jsonb_build_object('organiser', p.name, 'department', d.name, 'until', to_char(b.ends_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      from room_bookings b join people p on p.id = b.organiser_id join departments d on d.id = b.department_id
      where b.room_id = r.id and b.during && ${range(span)} and ${bookingHolds} and b.id is distinct from ${except ?? null}::uuid limit 1)`.as('takenBy'))
    .select(sql<boolean>`exists (select from room_blackouts x where x.during && ${range(span)} and x.ended_at is null and (x.room_id is null or x.room_id = r.id) and not ${ctx.actor.id} = any(x.excepted))`.as('blackedOut'))
    .$if(roomId !== undefined, (rooms) => rooms.where('r.id', '=', roomId!));

/** What of the common stock nobody has at that time: a booking takes of it what its own room lacks. */
const stockDuring = async ({ db }: Pick<Reading, 'db'>, { except, ...span }: Wish): Promise<Counts[]> => {
  const { rows } = await sql<Counts>`
    select e.id as equipment_id, (e.movable - coalesce((
      select sum(greatest(0, w.count - coalesce(f.count, 0))) from room_bookings b join room_booking_equipment w on w.booking_id = b.id and w.equipment_id = e.id
      left join room_fixtures f on f.room_id = b.room_id and f.equipment_id = e.id
      where b.during && ${range(span)} and ${bookingHolds} and b.id is distinct from ${except ?? null}::uuid), 0))::int as count
    from room_equipment e where e.id = any(${span.equipment.map(({ equipmentId }) => equipmentId)}::uuid[])`.execute(db);
  return rows;
};
