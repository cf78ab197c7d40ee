import { sql } from 'kysely';
import type { Reading } from '#platform/module.ts';
import type { Booking } from './contract.ts';

/** As the constraint and its index have it: only then PostgreSQL uses them. */
export const bookingHolds = sql<boolean>`b.state in ('offered', 'asked', 'booked', 'used')`;

/** A private title is the organiser's; nobody else is told, and it never leaves the database for them. */
export const titleFor = ({ actor }: Pick<Reading, 'actor'>) => sql<string | null>`case when b.private and not b.organiser_id = any(${[...actor.keys]}::uuid[]) then null else b.title end`;

/** Bookings as everybody may see them who may see the rooms. */
export const bookingLines = (ctx: Pick<Reading, 'db' | 'actor'>) =>
  ctx.db.selectFrom('roomBookings as b').innerJoin('rooms as r', 'r.id', 'b.roomId').innerJoin('people as p', 'p.id', 'b.organiserId').innerJoin('departments as d', 'd.id', 'b.departmentId')
    .select(['b.id', 'b.number', 'b.startsAt as from', 'b.endsAt as to', 'b.people', 'b.private', 'b.state', 'b.askedAt', titleFor(ctx).as('title')])
    .select([sql<{ id: string; name: string }>`as_person(r.id, r.name)`.as('room'), sql<{ id: string; name: string }>`as_person(p.id, p.name)`.as('organiser'), sql<{ id: string; name: string }>`as_person(d.id, d.name)`.as('department')])
    .select(sql<boolean>`b.organiser_id = any(${[...ctx.actor.keys]}::uuid[])`.as('mine'));

export const presentedBooking = (row: Awaited<ReturnType<ReturnType<typeof bookingLines>['execute']>>[number]) => row as unknown as Booking;
