import { sql } from 'kysely';
import { openCalendar } from '#mechanisms/calendar/calendar.ts';
import { dayAt, dayMs, instantOfMs, msOf, wallAt, weekdayOf } from '#mechanisms/calendar/days.ts';
import { addTime, type Calendar, dayFacts, isUnpublished } from '#mechanisms/calendar/rules.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { prepare, unseen } from '#platform/db.ts';
import type { Reading } from '#platform/module.ts';
import type { Class, Hours } from '../nouns.ts';
import { fixtures, photos } from '../register/rooms.ts';
import type { RoomFound } from './contract.ts';
import { bookingHolds } from './lines.ts';
import { type Counts, lateness, type Moment, type RoomFacts, type Span, type Wall, type Wanted, whyNotBook } from './rules.ts';

export interface Wish extends Wanted {
  /** The room alone, or all of them. */
  roomId?: string | undefined;
  /** A booking that is to be changed does not stand in its own way. */
  except?: string | undefined;
  /** Asked for at another moment than now: whoever waited keeps their place in time. */
  askedAt?: string | undefined;
}

export type Fitted = Pick<RoomFound, 'id' | 'name' | 'class' | 'seats' | 'free' | 'whyNot' | 'late' | 'earliest'>;

type Asking = Pick<Reading, 'db' | 'actor' | 'now'>;

/** Rooms for a wish, each with why it does not do; those that do come first, the smallest of them before the others. */
export const fitting = async (ctx: Asking, wish: Wish): Promise<Fitted[]> => {
  const judge = await judging(ctx, wish);
  const rows = await facts[wish.roomId !== undefined ? 'one' : wish.equipment.length ? 'equipped' : 'all'](ctx.db, { ...inOrder(wish), roomId: wish.roomId ?? null, except: wish.except ?? null, actorId: ctx.actor.id });
  return rows.map(judge).toSorted((a, b) => a.whyNot.length - b.whyNot.length || a.seats - b.seats);
};

/** A page of them as they are shown, and after which room the next begins. */
export const foundRooms = async (ctx: Asking, wish: Wish, { after, most }: { after?: string | undefined; most: number }): Promise<{ rooms: RoomFound[]; next: string | null }> => {
  const all = await fitting(ctx, wish);
  const begins = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const page = all.slice(begins, begins + most);
  const shown = await looksOf(ctx.db, { ...inOrder(wish), except: wish.except ?? null, ids: page.map(({ id }) => id) });
  const looks = new Map(shown.map(({ id, ...look }) => [id, look]));
  return { rooms: page.map((room) => ({ ...room, ...looks.get(room.id)! })), next: begins + most < all.length ? page.at(-1)!.id : null };
};

interface Facts extends Omit<RoomFacts, 'fixtures' | 'hours'>, Pick<RoomFound, 'id' | 'name' | 'free' | 'fixtures'> {
  class: Class;
  /** As text. */
  hours: string;
}

/** What is the same for every room of a class is worked out once. */
const judging = async (ctx: Asking, wish: Wish) => {
  const calendar = await openCalendar(ctx);
  const stock = wish.equipment.length ? await stockDuring(ctx, wish) : [];
  const wall = wallOf(calendar, wish);
  const momentOf = (days: number): Moment => ({ now: ctx.now, wall, earliest: earliestStart(calendar, wish.askedAt ?? ctx.now, days), stock });
  const moments = { ordinary: momentOf(await setting<number>(ctx, 'rooms.lead_days_ordinary')), large: momentOf(await setting<number>(ctx, 'rooms.lead_days_large')) };
  return (room: Facts): Fitted => {
    const moment = moments[room.class];
    return { id: room.id, name: room.name, class: room.class, seats: room.seats, free: room.free, late: lateness(wish, moment) !== 'in_time', earliest: moment.earliest, whyNot: whyNotBook(wish, { ...room, hours: hoursOf(room.hours) }, moment) as string[] };
  };
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

/** A range of PostgreSQL ends after it begins; that a wish does not is said by the rule. */
const inOrder = ({ from, to }: Span) => (from < to ? { from, to } : { from: to, to: from });

interface During extends Span {
  except: string | null;
}

const during = <Given extends During>(blank: <T>(of: (given: Given) => T) => T) => sql`tstzrange(${unseen(blank(({ from }) => from), 'timestamptz')}, ${unseen(blank(({ to }) => to), 'timestamptz')}, '[)')`;
const others = <Given extends During>(blank: <T>(of: (given: Given) => T) => T) => sql<boolean>`b.during && ${during(blank)} and ${bookingHolds} and b.id is distinct from ${unseen(blank(({ except }) => except), 'uuid')}`;

const factsOf = ({ one, equipped }: { one: boolean; equipped: boolean }) =>
  prepare<During & { roomId: string | null; actorId: string }, Facts>((db, blank) => {
    const actorId = unseen(blank((given) => given.actorId), 'uuid');
    const theirs = sql`exists (select from posts s where s.person_id = ${actorId} and s.until is null and (s.department_id = any(r.departments) or s.role = any(r.roles)))`;
    return db.selectFrom('rooms as r')
      .select(['r.id', 'r.name', sql<Class>`r.class`.as('class'), 'r.seats', 'r.free', sql<string>`r.hours::text`.as('hours'), (equipped ? fixtures : sql<Counts[]>`null`).as('fixtures'), sql<boolean>`r.out_of_use_at is not null`.as('outOfUse')])
      .select(sql<boolean>`case when r.departments = '{}' and r.roles = '{}' then true else ${theirs} end`.as('mayBook'))
      // Of all rooms at once, or each would be looked up by itself.
      .select((one ? sql<boolean>`exists (select from room_bookings b where b.room_id = r.id and ${others(blank)})` : sql<boolean>`r.id in (select b.room_id from room_bookings b where ${others(blank)})`).as('taken'))
      .select(sql<boolean>`exists (select from room_blackouts x where x.during && ${during(blank)} and x.ended_at is null and (x.room_id is null or x.room_id = r.id) and not ${actorId} = any(x.excepted))`.as('blackedOut'))
      .$if(one, (rooms) => rooms.where('r.id', '=', blank(({ roomId }) => roomId!))).compile();
  });

const facts = { one: factsOf({ one: true, equipped: true }), all: factsOf({ one: false, equipped: false }), equipped: factsOf({ one: false, equipped: true }) };

/** Rooms are open at the same hours, nearly all of them: each way is read once. */
const hoursRead = new Map<string, Hours>();
const hoursOf = (text: string) => {
  const hours = hoursRead.get(text) ?? (JSON.parse(text) as Hours);
  if (hoursRead.size > 1000) hoursRead.clear();
  hoursRead.set(text, hours);
  return hours;
};

/** What somebody who chooses among rooms sees of them, and who has one that is taken. */
const looksOf = prepare<During & { ids: readonly string[] }, Pick<RoomFound, 'id' | 'building' | 'remark' | 'fixtures' | 'photos' | 'takenBy'>>((db, blank) =>
  db.selectFrom('rooms as r').select(['r.id', 'r.building', 'r.remark', fixtures.as('fixtures'), photos.as('photos')])
    .select(sql<RoomFound['takenBy']>`(select jsonb_build_object('organiser', p.name, 'department', d.name, 'until', to_char(b.ends_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      from room_bookings b join people p on p.id = b.organiser_id join departments d on d.id = b.department_id where b.room_id = r.id and ${others(blank)} limit 1)`.as('takenBy'))
    .where(sql<boolean>`r.id = any(${unseen(blank(({ ids }) => ids), 'uuid[]')})`).compile());

/** What of the common stock nobody has at that time: a booking takes of it what its own room lacks. */
const stockDuring = async ({ db }: Pick<Reading, 'db'>, { equipment, except, ...span }: Wish): Promise<Counts[]> => {
  const given = { ...inOrder(span), except: except ?? null };
  const { rows } = await sql<Counts>`
    select e.id as equipment_id, (e.movable - coalesce((
      select sum(greatest(0, w.count - coalesce(f.count, 0))) from room_bookings b join room_booking_equipment w on w.booking_id = b.id and w.equipment_id = e.id
      left join room_fixtures f on f.room_id = b.room_id and f.equipment_id = e.id
      where ${others<During>((of) => of(given))}), 0))::int as count
    from room_equipment e where e.id = any(${equipment.map(({ equipmentId }) => equipmentId)}::uuid[])`.execute(db);
  return rows;
};
