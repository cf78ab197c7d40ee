import { sql } from 'kysely';
import { wouldBe } from '#mechanisms/access/who.ts';
import type { Queries } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { hashOfKey } from './actions.ts';
import type { feeds as contract } from './contract.ts';
import { calendarOf, type Entry } from './ics.ts';
import { privately } from './invitations.ts';

const dayLong = 86_400_000;

export const queries: Queries<Pick<typeof contract, 'feeds' | 'feed' | 'invitees'>> = {
  async feeds({ db, actor }) {
    const rows = await db.selectFrom('roomFeeds as f').leftJoin('rooms as r', 'r.id', 'f.roomId').select(['f.id', 'f.createdAt', sql<{ id: string; name: string } | null>`case when r.id is not null then as_person(r.id, r.name) end`.as('room')]).where('f.personId', '=', actor.id).where('f.endedAt', 'is', null).orderBy('f.createdAt').execute();
    return { feeds: rows };
  },

  /** For whoever has the address, as long as the person who opened it may still see rooms. */
  async feed({ db, now }, { params }) {
    const feed = await db.selectFrom('roomFeeds as f').innerJoin('people as p', 'p.id', 'f.personId').leftJoin('rooms as r', 'r.id', 'f.roomId').select(['f.roomId', 'f.personId', 'p.name', 'p.locale', 'r.name as room']).where('f.keyHash', '=', hashOfKey(params.feedKey)).where('f.endedAt', 'is', null).executeTakeFirstOrThrow(notFound);
    const person = await wouldBe(db, feed.personId, now);
    if (!person?.permissions.has('rooms.read')) throw notFound();
    const rows = await db.selectFrom('roomBookings as b').innerJoin('rooms as r', 'r.id', 'b.roomId')
      .select(['b.id', 'b.sequence', 'b.startsAt as from', 'b.endsAt as to', 'b.state', 'r.name as room', 'r.building', sql<string>`case when b.private then ${privately(feed.locale)}::text else b.title end`.as('summary')])
      .$if(feed.roomId !== null, (b) => b.where('b.roomId', '=', feed.roomId!))
      .$if(feed.roomId === null, (b) => b.where((eb) => eb.or([eb('b.organiserId', '=', feed.personId), eb.exists(eb.selectFrom('roomInvitees as i').select('i.bookingId').whereRef('i.bookingId', '=', 'b.id').where('i.personId', '=', feed.personId))])))
      .where('b.state', 'in', ['asked', 'booked', 'used']).where('b.startsAt', '>', new Date(Date.parse(now) - 30 * dayLong).toISOString()).orderBy('b.startsAt').limit(2000).execute();
    const entries = rows.map(({ state, room, building, ...row }): Entry => ({ ...row, location: [building, room].filter(Boolean).join(' '), status: state === 'asked' ? 'TENTATIVE' : 'CONFIRMED' }));
    const name = feed.room ?? feed.name;
    return { name: `${name}.ics`, type: 'text/calendar; charset=utf-8', content: Buffer.from(calendarOf('PUBLISH', entries, { at: now, name })) };
  },

  async invitees({ db }, { params }) {
    const people = await db.selectFrom('roomInvitees as i').innerJoin('people as p', 'p.id', 'i.personId').select(['p.id', 'p.name']).where('i.bookingId', '=', params.bookingId).orderBy('p.id').execute();
    return { people };
  },
};
