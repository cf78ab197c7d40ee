import { sql } from 'kysely';
import { openCalendar } from '#mechanisms/calendar/calendar.ts';
import { type Calendar, isUnpublished, officeHoursBetween } from '#mechanisms/calendar/rules.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import type { Reading } from '#platform/module.ts';
import { type ApprovalRow, minutesSince } from './approval.ts';
import type { ApprovalState, Signer, Stage, Trail } from './contract.ts';
import { fieldsShown } from './fields.ts';
import { peopleNamed, signersOf } from './people.ts';
import { isNeeded, isTheirs, neededFrom, type SignerFacts, whyNotDecide, whyNotRecall, whyNotUrge } from './rules.ts';
import { subjectNamed } from './subjects.ts';

/** Everything that was said on the way of a record, who is asked now, and where it goes next and why. The newest approval comes first. */
export const trailOf = async (ctx: Reading, recordId: string): Promise<Trail[]> => {
  const rows = (await ctx.db
    .selectFrom('approvals as a').innerJoin('people as p', 'p.id', 'a.drafterId')
    .selectAll('a').select('p.name as drafter').where('a.recordId', '=', recordId).orderBy('a.startedAt', 'desc').orderBy('a.id', 'desc').execute()) as unknown as (ApprovalRow & { drafter: string })[];
  const looking = { ...ctx, calendar: await openCalendar(ctx), pause: await setting<number>(ctx, 'approvals.urge_pause_minutes') };
  const trails: Trail[] = [];
  for (const { drafter, ...row } of rows) {
    const subject = subjectNamed(row.subject);
    trails.push({
      id: row.id, subject: row.subject, version: row.version, state: row.state as ApprovalState, round: row.round, drafter: { id: row.drafterId, name: drafter }, startedAt: row.startedAt, endedAt: row.endedAt,
      facts: row.facts as Trail['facts'], fields: subject ? await fieldsShown(ctx, subject, { closed: true }) : [], stages: await stagesOf(looking, row), whyNot: isDrafter(ctx, row) ? { recall: whyNotRecall(row, ctx.actor) } : {},
    });
  }
  return trails;
};

interface Looking extends Reading {
  calendar: Calendar;
  /** Minutes between two urges. */
  pause: number;
}

const isDrafter = ({ actor }: Reading, { drafterId }: ApprovalRow) => isTheirs({ personId: drafterId }, actor);

const stagesOf = async (ctx: Looking, approval: ApprovalRow): Promise<Stage[]> => {
  const steps = await ctx.db.selectFrom('approvalSteps').selectAll().where('approvalId', '=', approval.id).orderBy('round').orderBy('position').execute();
  const signers = await signersIn(ctx, approval);
  const been = steps.map((step): Stage => {
    const theirs = signers.filter(({ stepId }) => stepId === step.id);
    const passed = step.closedAt ? [] : neededFrom(approval.steps, approval.facts).filter((position) => position < step.position);
    return {
      round: step.round, position: step.position, step: approval.steps[step.position]!, state: step.closedAt ? 'done' : 'open', instead: step.instead as Stage['instead'],
      openedAt: step.openedAt, closedAt: step.closedAt, expected: [], signers: theirs.map((signer) => presented(ctx, approval, signer, theirs)),
      returnTo: passed.map((position) => approval.steps[position]!).map(({ key, title }) => ({ key, title })),
    };
  });
  return [...been, ...(await ahead(ctx, approval, steps.at(-1)?.position ?? -1))];
};

/** What is still to come, and what the conditions leave out. */
const ahead = async (ctx: Reading, approval: ApprovalRow, position: number): Promise<Stage[]> => {
  const stages: Stage[] = [];
  for (const [place, step] of approval.steps.entries()) {
    const needed = isNeeded(step, approval.facts);
    if (needed && (place <= position || approval.state !== 'running')) continue;
    const { people, instead } = needed ? await signersOf(ctx, step, approval) : { people: [], instead: null };
    stages.push({ round: approval.round, position: place, step, state: needed ? 'next' : 'not_needed', instead, openedAt: null, closedAt: null, expected: await peopleNamed(ctx, people), signers: [], returnTo: [] });
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
  note: string;
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

const presented = (ctx: Looking, approval: ApprovalRow, row: Row, others: readonly Row[]): Signer => ({
  id: row.id,
  person: { id: row.personId, name: row.person },
  added: row.addedHow ? { how: row.addedHow as 'before', by: row.adder ?? '' } : null,
  askedAt: row.askedAt,
  decidedAt: row.decidedAt,
  decidedBy: row.decidedBy && row.decidedBy !== row.personId ? { id: row.decidedBy, name: row.decider ?? '' } : null,
  decision: row.decision as Signer['decision'],
  opinion: row.opinion,
  note: row.note,
  withdrawn: row.withdrawnAt !== null,
  urgedAt: row.urgedAt,
  minutes: minutesOf(ctx, row),
  whyNot: whyNotOf(ctx, approval, row, others),
});

const minutesOf = ({ calendar, now }: Looking, { askedAt, decidedAt, withdrawnAt }: Row) => {
  if (!askedAt) return null;
  const took = officeHoursBetween(calendar, askedAt, decidedAt ?? withdrawnAt ?? now);
  return isUnpublished(took) ? null : Math.round(took / 60_000);
};

const whyNotOf = (ctx: Looking, approval: ApprovalRow, row: Row, others: readonly Row[]): Signer['whyNot'] => {
  const { actor, now, pause } = ctx;
  const urges = approval.drafterId === actor.id || actor.permissions.has('approvals.urge_all');
  return {
    ...(actor.permissions.has('approvals.sign') && { decide: whyNotDecide(row, approval, actor, others) }),
    ...(urges && { urge: whyNotUrge(row, approval, minutesSince(row.urgedAt, now), pause) }),
  };
};
