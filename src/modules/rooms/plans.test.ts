import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { whoIs } from '#mechanisms/access/who.ts';
import { plansOf } from '#platform/testing-plans.ts';
import { foundRooms } from './bookings/fitting.ts';
import { queries as bookings } from './bookings/queries.ts';
import { queries as doors } from './presence/queries.ts';

const { db, clock, tokenOf, personId } = await openSchool('2026-11-23T01:00:00.000Z');
/** `npm run check:rooms` asks for more. */
const [rooms, each] = [Number(process.env['ROOM_ROOMS'] ?? 40), Number(process.env['ROOM_EACH'] ?? 250)];

/** Years of bookings in every room, an hour each, a few still to come. */
const fill = async (organiser: string, department: string) => {
  await sql`insert into rooms (id, name, class, seats, hours, position, created_at, created_by) select gen_random_uuid(), 'room ' || n, 'ordinary', 10 + n, '[null,null,null,null,null,null,null]', n, ${clock.now}, ${organiser} from generate_series(1, ${rooms}::int) n`.execute(db);
  await sql`create table made as select gen_random_uuid() id, r.id room, ${clock.now}::timestamptz + interval '3 days' - n * interval '2 hours' as starts, r.position * 100000 + n as n from rooms r, generate_series(1, ${each}::int) n`.execute(db);
  await sql`insert into records (id, kind, number, title, all_permission, at, readers) select id, 'rooms', n, 'x', 'rooms.manage', starts, array[${organiser}]::uuid[] from made`.execute(db);
  await sql`insert into room_bookings (id, number, room_id, starts_at, ends_at, people, title, private, organiser_id, department_id, state, asked_at)
    select id, n, room, starts, starts + interval '1 hour', 5, 'x', false, ${organiser}, ${department}, case when starts > ${clock.now} then 'booked' else 'used' end, starts from made`.execute(db);
  for (const table of ['rooms', 'records', 'room_bookings']) await sql`analyze ${sql.table(table)}`.execute(db);
};

const timed = async (name: string, work: () => Promise<unknown>) => {
  await work();
  const begun = performance.now();
  for (let i = 0; i < 5; i += 1) await work();
  if (process.env['ROOM_EACH']) console.log(`${name}: ${((performance.now() - begun) / 5).toFixed(1)} ms with ${rooms} rooms and ${rooms * each} bookings`);
};

test('with years of bookings the search for a room, the boards, the register and the door are found by indexes', { timeout: 600_000 }, async () => {
  const organiser = await personId('staff');
  const { departmentId } = await db.selectFrom('posts').select('departmentId').where('personId', '=', organiser).executeTakeFirstOrThrow();
  await fill(organiser, departmentId);
  const actor = (await whoIs(db, await tokenOf('department.head'), { now: clock.now, address: '' }))!;
  const { id: roomId } = await db.selectFrom('rooms').select('id').orderBy('position').executeTakeFirstOrThrow();
  const ctx = { db, actor, now: clock.now };
  const asked = {
    'rooms for a wish': () => foundRooms(ctx, { from: '2026-11-25T02:00:00.000Z', to: '2026-11-25T03:00:00.000Z', people: 5, equipment: [] }, { most: 30 }),
    'day board': () => bookings.board(ctx, { params: {}, query: { day: '2026-11-24', seats: 12, most: 30 } } as never),
    'week of a room': () => bookings.week(ctx, { params: { roomId }, query: { day: '2026-11-23' } } as never),
    'what comes': () => bookings.bookings(ctx, { params: {}, query: { show: 'coming', most: 50 } } as never),
    'all of them': () => bookings.bookings(ctx, { params: {}, query: { show: 'all', most: 50 } } as never),
    'my own': () => bookings.bookings(ctx, { params: {}, query: { show: 'mine', most: 50 } } as never),
    'of a room': () => bookings.bookings(ctx, { params: {}, query: { show: 'all', roomId, most: 50 } } as never),
    'of a department': () => bookings.bookings(ctx, { params: {}, query: { show: 'all', departmentId, most: 50 } } as never),
    'of a state': () => bookings.bookings(ctx, { params: {}, query: { show: 'all', state: 'refused', most: 50 } } as never),
    'of a month': () => bookings.bookings(ctx, { params: {}, query: { show: 'all', from: '2026-11-01', to: '2026-11-30', most: 50 } } as never),
    'as they were asked for': () => bookings.bookings(ctx, { params: {}, query: { show: 'all', sort: 'asked', most: 50 } } as never),
    'room by room': () => bookings.bookings(ctx, { params: {}, query: { show: 'all', sort: 'room', reverse: true, most: 50 } } as never),
    door: () => doors.door(ctx, { params: { roomId } } as never),
  };
  for (const [name, work] of Object.entries(asked)) {
    expect((await plansOf(db, work)).filter((plan) => /Seq Scan on (room_bookings|records)\b/.test(plan)), name).toEqual([]);
    await timed(name, work);
  }
});
