import { sql } from 'kysely';
import { type Db, prepare, unseen } from '#platform/db.ts';
import type { Reading } from '#platform/module.ts';
import type { BookingState } from '../nouns.ts';
import type { Booking, Held } from './contract.ts';

/** As the constraint and its index have it: only then PostgreSQL uses them. */
export const bookingHolds = sql<boolean>`b.state in ('offered', 'asked', 'booked', 'used')`;

/** A private title is the organiser's; nobody else is told, and it never leaves the database for them. */
export const titleFor = ({ actor }: Pick<Reading, 'actor'>) => sql<string | null>`case when b.private and not b.organiser_id = any(${[...actor.keys]}::uuid[]) then null else b.title end`;

interface Boarded {
  keys: readonly string[];
  from: string;
  to: string;
}

type Blank<Given> = <T>(of: (given: Given) => T) => T;

/** What holds rooms between two moments, as a board shows it. */
const held = <Given extends Boarded>(db: Db, blank: Blank<Given>) => {
  const mine = sql<boolean>`b.organiser_id = any(${unseen(blank(({ keys }) => keys), 'uuid[]')})`;
  return db.selectFrom('roomBookings as b').innerJoin('people as p', 'p.id', 'b.organiserId').innerJoin('departments as d', 'd.id', 'b.departmentId')
    .select(['b.id', 'b.roomId', 'b.startsAt as from', 'b.endsAt as to', 'b.private', sql<BookingState>`b.state`.as('state'), 'p.name as organiser', 'd.name as department', mine.as('mine'), sql<string | null>`case when b.private and not ${mine} then null else b.title end`.as('title')])
    .where('b.startsAt', '>=', unseen(blank(({ from }) => from), 'timestamptz')).where('b.startsAt', '<', unseen(blank(({ to }) => to), 'timestamptz')).where(bookingHolds).orderBy('b.startsAt').orderBy('b.id');
};

export const heldIn = prepare<Boarded & { roomId: string }, Held>((db, blank) => held<Boarded & { roomId: string }>(db, blank).where('b.roomId', '=', unseen(blank(({ roomId }) => roomId), 'uuid')).compile());
export const heldInAny = prepare<Boarded & { rooms: readonly string[] }, Held>((db, blank) => held<Boarded & { rooms: readonly string[] }>(db, blank).where(sql<boolean>`b.room_id = any(${unseen(blank(({ rooms }) => rooms), 'uuid[]')})`).compile());

/** Bookings as everybody may see them who may see the rooms. */
export const bookingLines = (ctx: Pick<Reading, 'db' | 'actor'>) =>
  ctx.db.selectFrom('roomBookings as b').innerJoin('rooms as r', 'r.id', 'b.roomId').innerJoin('people as p', 'p.id', 'b.organiserId').innerJoin('departments as d', 'd.id', 'b.departmentId')
    .select(['b.id', 'b.number', 'b.startsAt as from', 'b.endsAt as to', 'b.people', 'b.private', 'b.state', 'b.askedAt', titleFor(ctx).as('title')])
    .select([sql<{ id: string; name: string }>`as_person(r.id, r.name)`.as('room'), sql<{ id: string; name: string }>`as_person(p.id, p.name)`.as('organiser'), sql<{ id: string; name: string }>`as_person(d.id, d.name)`.as('department')])
    .select(sql<boolean>`b.organiser_id = any(${[...ctx.actor.keys]}::uuid[])`.as('mine'));

export const presentedBooking = (row: Awaited<ReturnType<ReturnType<typeof bookingLines>['execute']>>[number]) => row as unknown as Booking;
