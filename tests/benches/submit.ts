import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { newId } from '#platform/ids.ts';
import type { Me } from './raw.ts';

const statement = (name: string, text: string) => (values: unknown[]) => ({ name, text, values });
const office = statement('office', "select department_id, person_id from posts where role = 'office.director' and until is null");
const sender = statement('sender', "insert into senders (id, name, word, times, last_at) values ($1, $2, '', 1, now()) on conflict (name) do update set times = senders.times + 1, last_at = excluded.last_at returning id");
const counter = statement('counter', "insert into register_counters values ('incoming.document', $1, 1) on conflict (register, period) do update set last = register_counters.last + 1 returning last");
const record = statement('new record', "insert into records (id, kind, number, title, readers, all_permission, clearance, at) values ($1, 'incoming', $2, $3, array[$4::uuid], 'incoming.read_all', 0, now())");
const document = statement('new document', `
  insert into incoming_documents (id, year, seq, number, state, received_at, received_by, registered_at, registered_by, sender_id, sender, title, kind, copies, pages, handling, paper_code, paper_with)
  values ($1, $2, $3, $4, 'registered', now(), $5, now(), $5, $6, $7, $8, '其他', 1, 1, 'action', $9, $5) returning *`);
const clocks = statement('clocks', `
  with c as (insert into clocks (id, promise, record_id, department_id, started_at, kind, minutes, figures, due_at, warn_at, next_at, calendar_version)
    select unnest($1::uuid[]), unnest(array['incoming.last', 'incoming.ordinary']), $2, $3, now(), 'working_days', 720, 'working_days/720/540/', now() + interval '12 hours', now() + interval '9 hours', now() + interval '9 hours', version from calendar_version)
  insert into clock_events (clock_id, position, at, what, by) select id, 1, now(), 'started', $4 from unnest($1::uuid[]) id`);
const history = statement('history', "insert into history (record_id, at, actor_id, what, details) values ($1, now(), $2, 'incoming.register', '{}')");
const todo = statement('todo', "insert into todos (id, person_id, kind, record_id, what, asked_by, asked_at, due_at) values ($1, $2, 'act', $3, 'incoming.review', $4, now(), now() + interval '12 hours')");
const trail = statement('trail', `
  with told as (insert into outbox (at, due, event, data) select now(), now(), e, '{}' from unnest(array['todos.changed', 'search.record_changed', 'incoming.registered']) e)
  insert into audit (at, actor_id, action, record_id, input) values (now(), $1, 'incoming.register', $2, $3)`);

/** The same rows in the same tables: line, number, clocks, inbox, history, audit, events. */
export const rawSubmit = async (pool: pg.Pool, me: Me, body: Record<string, string>) => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows: [director] } = await client.query(office([]));
    const { rows: [from] } = await client.query(sender([newId(), body['sender']]));
    const year = new Date().getUTCFullYear();
    const { rows: [{ last }] } = await client.query(counter([String(year)]));
    const id = newId();
    const number = `${year}-${last}`;
    await client.query(record([id, number, body['title'], me.id]));
    const { rows: [row] } = await client.query(document([id, year, last, number, me.id, from.id, body['sender'], body['title'], randomBytes(6).toString('hex')]));
    await client.query(clocks([[newId(), newId()], id, director.department_id, me.id]));
    await client.query(history([id, me.id]));
    await client.query(todo([newId(), director.person_id, id, me.id]));
    await client.query(trail([me.id, id, JSON.stringify(body)]));
    await client.query('commit');
    return row;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};
