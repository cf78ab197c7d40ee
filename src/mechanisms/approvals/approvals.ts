import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { settle } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import { changed } from '#platform/live.ts';
import type { Ctx, Working } from '#platform/module.ts';
import { type ApprovalRow, approvalOf, lockApproval } from './approval.ts';
import { breakOff, end, goOn, setState } from './course.ts';
import { signersOf } from './people.ts';
import { routeInForce } from './routes.ts';
import type { Facts } from './route.ts';
import { neededFrom } from './rules.ts';

export interface Submitted {
  recordId: string;
  /** As declared by the module: 'outgoing.document'. */
  subject: string;
  facts: Facts;
  drafterId: string;
  /** Of the drafter, in which the draft was made. */
  departmentId: string;
  /** People for steps whose signers the drafter chooses, by the key of the step. */
  chosen?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Sends a record on the route in force, or, when it came back, on its way again with what it says now.
 * Refuses `approvals.running_already`, `approvals.step_has_nobody` where a step would have no signer, and `approvals.nobody_chosen` where the drafter was to choose one.
 */
export const submit = async (ctx: Ctx<any>, { chosen = {}, ...wanted }: Submitted): Promise<{ id: string; state: string }> => {
  const last = await approvalOf(ctx, wanted.recordId);
  if (last?.state === 'running') ctx.refuse('approvals.running_already');
  const approval = last?.state === 'returned' ? await startAgain(ctx, last, { chosen, ...wanted }) : await start(ctx, { chosen, ...wanted });
  await refuseGaps(ctx, approval);
  await tellHistory(ctx, approval.recordId, 'approvals.submit', { round: approval.round });
  await changed(ctx.db, { keys: 'all', what: ['approvals'] });
  return { id: approval.id, state: await goOn(ctx, approval, 0) };
};

const start = async (ctx: Ctx<any>, { facts, chosen, ...wanted }: Required<Submitted>) => {
  const { version, steps } = await routeInForce(ctx, wanted.subject);
  const id = newId();
  await ctx.db.insertInto('approvals').values({ ...wanted, id, version, steps: JSON.stringify(steps), facts: JSON.stringify(facts), chosen: JSON.stringify(chosen), state: 'running', startedAt: ctx.now }).execute();
  return lockApproval(ctx, id);
};

const startAgain = async (ctx: Ctx<any>, { id, round }: ApprovalRow, { facts, chosen, recordId }: Required<Submitted>) => {
  await ctx.db.updateTable('approvals').set({ state: 'running', round: round + 1, facts: JSON.stringify(facts), chosen: JSON.stringify(chosen) }).where('id', '=', id).execute();
  await settle(ctx, { recordId, what: 'approvals.resubmit' });
  return lockApproval(ctx, id);
};

/** Better told now than when the approval has come half its way. */
const refuseGaps = async (ctx: Ctx<any>, approval: ApprovalRow) => {
  for (const position of neededFrom(approval.steps, approval.facts)) {
    const { people } = await signersOf(ctx, approval.steps[position]!, approval);
    if (!people.length) ctx.refuse(approval.steps[position]!.who.kind === 'chosen' ? 'approvals.nobody_chosen' : 'approvals.step_has_nobody');
  }
};

/** What was approved is changed in substance: back to whoever signed last, in a new round. The opinions so far stay. */
export const signAgain = async (ctx: Ctx<any>, recordId: string) => {
  const approval = await approvalOf(ctx, recordId);
  if (approval?.state !== 'approved') return undefined;
  await setState(ctx, approval, 'running');
  await ctx.db.updateTable('approvals').set({ round: approval.round + 1 }).where('id', '=', approval.id).execute();
  const last = neededFrom(approval.steps, approval.facts).at(-1)!;
  return goOn(ctx, { ...approval, state: 'running', round: approval.round + 1 }, last);
};

/** From the earlier step on, once more; every decision of before stays where it is. */
export const goBackTo = async (ctx: Ctx<any>, approval: ApprovalRow, stepId: string, position: number) => {
  await breakOff(ctx, approval, stepId);
  const round = approval.round + 1;
  await ctx.db.updateTable('approvals').set({ round }).where('id', '=', approval.id).execute();
  return goOn(ctx, { ...approval, round }, position);
};

/** The record is given up: whatever was still asked for it is asked no more. */
export const breakOffApproval = async (ctx: Ctx<any> | Working, recordId: string) => {
  const approval = await approvalOf(ctx, recordId);
  if (!approval || (approval.state !== 'running' && approval.state !== 'returned')) return;
  const open = await ctx.db.selectFrom('approvalSteps').select('id').where('approvalId', '=', approval.id).where('closedAt', 'is', null).executeTakeFirst();
  if (open) await breakOff(ctx, approval, open.id);
  await end(ctx, approval, 'recalled');
};
