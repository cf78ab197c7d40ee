import type pg from 'pg';
import { newId } from '#platform/ids.ts';
import type { Me } from './raw.ts';

const statement = (name: string, text: string) => (values: unknown[]) => ({ name, text, values });
const place = statement('signer', `
  select g.id, g.person_id, g.position, s.id as step_id, s.position as step, a.id as approval_id, a.record_id, a.state, a.round, a.drafter_id, a.department_id, a.steps, a.facts
  from approval_signers g join approval_steps s on s.id = g.step_id join approvals a on a.id = s.approval_id join records r on r.id = a.record_id
  where g.id = $1 and g.decided_at is null and r.clearance <= $2 and r.readers && $3::uuid[] for no key update of a`);
const next = statement('next signer', 'select person_id from posts where role = $1 and until is null order by person_id');
const signed = statement('signed', `
  with g as (update approval_signers set decided_at = now(), decided_by = $2, decision = 'approved', opinion = $3 where id = $1),
    c as (update clocks set stopped_at = now(), next_at = null where item_id = $1 and stopped_at is null returning id),
    e as (insert into clock_events (clock_id, position, at, what, by) select id, 2, now(), 'stopped', $2 from c),
    t as (update todos set done_at = now(), done_by = $2 where item_id = $1 and record_id = $5 and done_at is null),
    h as (insert into history (record_id, at, actor_id, what, details) values ($5, now(), $2, 'approvals.approved', '{}'))
  update approval_steps set closed_at = now() where id = $4`);
const asked = statement('asked', `
  with s as (insert into approval_steps (id, approval_id, round, position, opened_at) values ($1, $2, 1, $3, now())),
    g as (insert into approval_signers (id, step_id, person_id, position, asked_at) values ($4, $1, $5, 1, now())),
    c as (insert into clocks (id, promise, record_id, item_id, person_id, department_id, started_at, kind, minutes, figures, due_at, warn_at, escalate_at, next_at, calendar_version)
      select $6, 'approvals.sign', $7, $4, $5, $8, now(), 'office_hours', 480, 'office_hours/480/360/240', now() + interval '24 hours', now() + interval '18 hours', now() + interval '28 hours', now() + interval '18 hours', version from calendar_version),
    e as (insert into clock_events (clock_id, position, at, what, by) values ($6, 1, now(), 'started', $9)),
    t as (insert into todos (id, person_id, kind, record_id, what, item_id, asked_by, asked_at, due_at, clock_id) values ($10, $5, 'act', $7, 'approvals.sign', $4, $9, now(), now() + interval '24 hours', $6)),
    m as (insert into messages (id, person_id, what, params, record_id, at) values ($11, $5, 'approvals.asked', '{}', $7, now()))
  update records set readers = readers || array[$5::uuid] where id = $7 and not readers @> array[$5::uuid]`);
const trail = statement('decided', `
  with told as (insert into outbox (at, due, event, data) select now(), now(), e, '{}' from unnest(array['todos.changed', 'todos.changed', 'notifications.told']) e)
  insert into audit (at, actor_id, action, record_id, input) values (now(), $1, 'approvals.decide', $2, $3)`);

/** The same rows in the same tables: the decision, its clock and line, the next step with its signer, clock, line and message, history, audit, events. */
export const rawDecide = async (pool: pg.Pool, me: Me, signerId: string, body: Record<string, string>) => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows: [held] } = await client.query(place([signerId, me.clearance, me.keys]));
    if (held.person_id !== me.id || held.state !== 'running') throw new Error('not theirs to sign');
    await client.query(signed([signerId, me.id, body['opinion'], held.step_id, held.record_id]));
    const { rows: [who] } = await client.query(next(['office.director']));
    const position = held.steps.findIndex(({ key }: { key: string }) => key === 'supervisor');
    await client.query(asked([newId(), held.approval_id, position, newId(), who.person_id, newId(), held.record_id, held.department_id, held.drafter_id, newId(), newId()]));
    await client.query(trail([me.id, held.record_id, JSON.stringify(body)]));
    await client.query('commit');
    return { approvalId: held.approval_id, recordId: held.record_id, state: 'running' };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};
