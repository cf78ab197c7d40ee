import { sql } from 'kysely';
import type { Reading } from '#platform/module.ts';
import type { ApprovalRow } from './approval.ts';
import type { ApprovalState, Signer, Stage, Trail } from './contract.ts';
import { peopleNamed, signersOf } from './people.ts';
import { isNeeded, type SignerFacts, whyNotDecide, whyNotRecall } from './rules.ts';

/** Everything that was said on the way of a record, who is asked now, and where it goes next and why. The newest approval comes first. */
export const trailOf = async (ctx: Reading, recordId: string): Promise<Trail[]> => {
  const rows = (await ctx.db
    .selectFrom('approvals as a').innerJoin('people as p', 'p.id', 'a.drafterId')
    .selectAll('a').select('p.name as drafter').where('a.recordId', '=', recordId).orderBy('a.startedAt', 'desc').orderBy('a.id', 'desc').execute()) as unknown as (ApprovalRow & { drafter: string })[];
  const trails: Trail[] = [];
  for (const { drafter, ...row } of rows) {
    trails.push({
      id: row.id, subject: row.subject, version: row.version, state: row.state as ApprovalState, round: row.round, drafter: { id: row.drafterId, name: drafter }, startedAt: row.startedAt, endedAt: row.endedAt,
      facts: row.facts as Trail['facts'], stages: await stagesOf(ctx, row), whyNot: { recall: whyNotRecall(row, ctx.actor) },
    });
  }
  return trails;
};

const stagesOf = async (ctx: Reading, approval: ApprovalRow): Promise<Stage[]> => {
  const steps = await ctx.db.selectFrom('approvalSteps').selectAll().where('approvalId', '=', approval.id).orderBy('round').orderBy('position').execute();
  const signers = await signersIn(ctx, approval);
  const been = steps.map((step): Stage => {
    const theirs = signers.filter(({ stepId }) => stepId === step.id);
    return {
      round: step.round, position: step.position, step: approval.steps[step.position]!, state: step.closedAt ? 'done' : 'open', instead: step.instead as Stage['instead'],
      openedAt: step.openedAt, closedAt: step.closedAt, expected: [], signers: theirs.map((signer) => presented(ctx, approval, signer, theirs)),
    };
  });
  return [...been, ...(await ahead(ctx, approval, steps.at(-1)?.position ?? -1))];
};

/** What is still to come, and what the conditions leave out. */
const ahead = async (ctx: Reading, approval: ApprovalRow, position: number): Promise<Stage[]> => {
  if (approval.state !== 'running') return [];
  const stages: Stage[] = [];
  for (const [place, step] of approval.steps.entries()) {
    const needed = isNeeded(step, approval.facts);
    if (needed && place <= position) continue;
    const { people, instead } = needed ? await signersOf(ctx, step, approval) : { people: [], instead: null };
    stages.push({ round: approval.round, position: place, step, state: needed ? 'next' : 'not_needed', instead, openedAt: null, closedAt: null, expected: await peopleNamed(ctx, people), signers: [] });
  }
  return stages;
};

interface Row extends SignerFacts {
  stepId: string;
  person: string;
  adder: string | null;
  decidedBy: string | null;
  decider: string | null;
  opinion: string;
  urgedAt: string | null;
}

const signersIn = async ({ db }: Reading, { id }: ApprovalRow) => {
  const { rows } = await sql<Row>`
    select s.*, p.name as person, d.name as decider, a.name as adder
    from approval_steps t join approval_signers s on s.step_id = t.id join people p on p.id = s.person_id
      left join people d on d.id = s.decided_by left join approval_signers f on f.id = s.added_for left join people a on a.id = f.person_id
    where t.approval_id = ${id} order by s.position, s.id`.execute(db);
  return rows;
};

const presented = ({ actor }: Reading, approval: ApprovalRow, row: Row, others: readonly Row[]): Signer => ({
  id: row.id,
  person: { id: row.personId, name: row.person },
  added: row.addedHow ? { how: row.addedHow as 'before', by: row.adder ?? '' } : null,
  askedAt: row.askedAt,
  decidedAt: row.decidedAt,
  decidedBy: row.decidedBy && row.decidedBy !== row.personId ? { id: row.decidedBy, name: row.decider ?? '' } : null,
  decision: row.decision as Signer['decision'],
  opinion: row.opinion,
  withdrawn: row.withdrawnAt !== null,
  urgedAt: row.urgedAt,
  whyNot: actor.permissions.has('approvals.sign') ? { decide: whyNotDecide(row, approval, actor, others) } : {},
});
