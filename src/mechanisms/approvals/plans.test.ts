import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { whoIs } from '#mechanisms/access/who.ts';
import { queries as todos } from '#mechanisms/todos/queries.ts';
import { plansOf } from '#platform/testing-plans.ts';
import { trailOf } from './trail.ts';

const { db, clock, tokenOf, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const many = 20_000;

/** Approvals of years, each with its step, its signer and its line in somebody's inbox; most of them decided. */
const fill = async (drafterId: string, signerId: string, departmentId: string) => {
  await sql`create table old as select gen_random_uuid() id, gen_random_uuid() record, gen_random_uuid() step, gen_random_uuid() signer, n from generate_series(1, ${many}) n`.execute(db);
  await sql`insert into records (id, kind, title, all_permission, at, readers) select record, 'test', '往年的通知' || n, 'nobody', ${clock.now}, array[${drafterId}, ${signerId}]::uuid[] from old`.execute(db);
  await sql`insert into approvals (id, record_id, subject, version, steps, facts, drafter_id, department_id, state, started_at, ended_at)
    select id, record, 'outgoing.document', 0, '[]', '{}', ${drafterId}, ${departmentId}, case when n <= 20 then 'running' else 'approved' end, ${clock.now}, case when n <= 20 then null else ${clock.now}::timestamptz end from old`.execute(db);
  await sql`insert into approval_steps (id, approval_id, round, position, opened_at, closed_at) select step, id, 1, 0, ${clock.now}, case when n <= 20 then null else ${clock.now}::timestamptz end from old`.execute(db);
  await sql`insert into approval_signers (id, step_id, person_id, position, asked_at, decided_at, decided_by, decision)
    select signer, step, ${signerId}, 1, ${clock.now}, case when n <= 20 then null else ${clock.now}::timestamptz end, case when n <= 20 then null else ${signerId}::uuid end, case when n <= 20 then null else 'approved' end from old`.execute(db);
  await sql`insert into todos (id, person_id, kind, record_id, what, item_id, asked_by, asked_at, done_at, done_by)
    select gen_random_uuid(), ${signerId}, 'act', record, 'approvals.sign', signer, ${drafterId}, ${clock.now}, case when n <= 20 then null else ${clock.now}::timestamptz end, case when n <= 20 then null else ${signerId}::uuid end from old`.execute(db);
  for (const table of ['records', 'approvals', 'approval_steps', 'approval_signers', 'todos']) await sql`analyze ${sql.table(table)}`.execute(db);
  const { rows: [one] } = await sql<{ record: string }>`select record from old where n = 20`.execute(db);
  return one!.record;
};

test('with 20,000 approvals the trail, the inbox and what is handed over are found by indexes', { timeout: 120_000 }, async () => {
  const [drafterId, signerId] = [await personId('staff'), await personId('department.head')];
  const { departmentId } = await db.selectFrom('posts').select('departmentId').where('personId', '=', drafterId).executeTakeFirstOrThrow();
  const recordId = await fill(drafterId, signerId, departmentId);
  const actor = (await whoIs(db, await tokenOf('department.head'), { now: clock.now, address: '' }))!;
  const plans = [
    ...(await plansOf(db, () => trailOf({ db, actor, now: clock.now }, recordId))),
    ...(await plansOf(db, () => todos.list({ db, actor, now: clock.now }, { params: {}, query: { box: 'act', most: 30 } } as never))),
    ...(await plansOf(db, () => db.selectFrom('approvalSigners').select('id').where('personId', '=', signerId).where('decidedAt', 'is', null).where('withdrawnAt', 'is', null).execute())),
  ];
  expect(plans.length).toBeGreaterThan(4);
  expect(plans.filter((plan) => /Seq Scan on (records|approvals|approval_steps|approval_signers|todos)\b/.test(plan))).toEqual([]);
});
