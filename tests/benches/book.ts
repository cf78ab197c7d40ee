import type pg from 'pg';
import { newId } from '#platform/ids.ts';
import type { Me } from './raw.ts';

const statement = (name: string, text: string) => (values: unknown[]) => ({ name, text, values });
const room = statement('room', 'select name, seats, hours, free from rooms where id = $1 and out_of_use_at is null for no key update');
const stands = statement('room free', `
  select exists (select from room_bookings b where b.room_id = $1 and b.during && tstzrange($2, $3, '[)') and b.state in ('offered', 'asked', 'booked', 'used')) as taken,
    exists (select from room_blackouts x where x.during && tstzrange($2, $3, '[)') and x.ended_at is null and (x.room_id is null or x.room_id = $1) and not $4 = any(x.excepted)) as blacked_out`);
const counter = statement('booking counter', "insert into register_counters values ('rooms.booking', $1, 1) on conflict (register, period) do update set last = register_counters.last + 1 returning last");
const record = statement('booking record', "insert into records (id, kind, number, title, readers, all_permission, clearance, at) values ($1, 'rooms', $2, $3, array[$4::uuid], 'rooms.manage', 0, now())");
const booking = statement('new booking', `
  insert into room_bookings (id, number, room_id, starts_at, ends_at, people, title, private, organiser_id, department_id, state, asked_at)
  values ($1, $2, $3, $4, $5, $6, $7, false, $8, (select department_id from posts where person_id = $8 and until is null order by since, id limit 1), 'booked', now())`);
const history = statement('booking history', "insert into history (record_id, at, actor_id, what, details) values ($1, now(), $2, 'rooms.book', '{}')");
const trail = statement('booking trail', `
  with told as (insert into outbox (at, due, event, data) values (now(), now(), 'rooms.booked', '{}'))
  insert into audit (at, actor_id, action, record_id, input) values (now(), $1, 'rooms.book', $2, $3)`);

/** The same rows in the same tables: the room held, the number, the record, the booking, history, audit, the event. */
export const rawBook = async (pool: pg.Pool, me: Me, body: { from: string; to: string; people: number; title: string; roomId: string }) => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(room([body.roomId]));
    const { rows: [{ taken, blacked_out: closed }] } = await client.query(stands([body.roomId, body.from, body.to, me.id]));
    if (taken || closed) throw new Error('the room is taken');
    const { rows: [{ last }] } = await client.query(counter([String(new Date().getUTCFullYear())]));
    const id = newId();
    const number = `HYS${new Date().getUTCFullYear()}-${last}`;
    await client.query(record([id, number, body.title, me.id]));
    await client.query(booking([id, number, body.roomId, body.from, body.to, body.people, body.title, me.id]));
    await client.query(history([id, me.id]));
    await client.query(trail([me.id, id, JSON.stringify(body)]));
    await client.query('commit');
    return { id, state: 'booked' };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};
