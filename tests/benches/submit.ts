import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { newId } from '#platform/ids.ts';

const statement = (name: string, text: string) => (values: unknown[]) => ({ name, text, values });
const who = statement('s0', 'select p.id, o.department_id from people p join posts o on o.person_id = p.id where p.username = $1');
const office = statement('s1', "select department_id, person_id from posts where role = 'office.director' and until is null");
const sender = statement('s2', "insert into senders (id, name, word, times, last_at) values ($1, $2, '', 1, now()) on conflict (name) do update set times = senders.times + 1, last_at = excluded.last_at returning id");
const counter = statement('s3', "insert into register_counters values ('incoming.document', $1, 1) on conflict (register, period) do update set last = register_counters.last + 1 returning last");
const record = statement('s4', "insert into records (id, kind, number, title, readers, all_permission, clearance, at) values ($1, 'incoming', $2, $3, array[$4::uuid], 'incoming.read_all', 0, now())");
const document = statement(
  's5',
  `insert into incoming_documents (id, year, seq, number, state, received_at, received_by, registered_at, registered_by, sender_id, sender, title, kind, copies, pages, handling, paper_code, paper_with)
   values ($1, $2, $3, $4, 'registered', now(), $5, now(), $5, $6, $7, $8, '其他', 1, 1, 'action', $9, $5) returning *`,
);
const clocks = statement(
  's6',
  `with c as (insert into clocks (id, promise, record_id, department_id, started_at, minutes, due_at, warn_at, next_at, calendar_version)
     select unnest($1::uuid[]), unnest(array['incoming.last', 'incoming.ordinary']), $2, $3, now(), 720, now() + interval '12 hours', now() + interval '9 hours', now() + interval '9 hours', version from calendar_version returning id)
   insert into clock_events (clock_id, position, at, what, by) select id, 1, now(), 'started', $4 from unnest($1::uuid[]) id`,
);
const history = statement('s7', "insert into history (record_id, at, actor_id, what, details) values ($1, now(), $2, 'incoming.register', '{}')");
const todo = statement('s8', "insert into todos (id, person_id, kind, record_id, what, asked_by, asked_at, due_at) values ($1, $2, 'act', $3, 'incoming.review', $4, now(), now() + interval '12 hours')");
const trail = statement(
  's9',
  `with told as (insert into outbox (at, due, event, data) select now(), now(), e, '{}' from unnest(array['todos.changed', 'search.record_changed', 'incoming.registered']) e)
   insert into audit (at, actor_id, action, record_id, input) values (now(), $1, 'incoming.register', $2, $3)`,
);

/** The same lines in the same tables by hand: register, number, clocks, inbox, history, audit, events. */
export const rawSubmit = async (pool: pg.Pool, body: Record<string, string>) => {
  const client = await pool.connect();
  try {
    const { rows: [me] } = await client.query(who(['office.clerk']));
    await client.query('begin');
    const { rows: [director] } = await client.query(office([]));
    const { rows: [from] } = await client.query(sender([newId(), body['sender']]));
    const { rows: [last] } = await client.query(counter(['2026']));
    const id = newId();
    const number = `2026-${last.last}`;
    await client.query(record([id, number, body['title'], me.id]));
    const { rows: [row] } = await client.query(document([id, 2026, last.last, number, me.id, from.id, body['sender'], body['title'], randomBytes(6).toString('hex')]));
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
