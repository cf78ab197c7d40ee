import { shareWith } from '#mechanisms/access/records.ts';
import { startClock, stopClock } from '#mechanisms/deadlines/clocks.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask, settle, withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx, Working } from '#platform/module.ts';
import { type ApprovalRow, type SignerRow, signersOfStep, type StepRow } from './approval.ts';
import type { ApprovalState } from './contract.ts';
import { signersOf } from './people.ts';
import type { Step } from './route.ts';
import { isComplete, isTogether, neededFrom, notNeeded, toAsk } from './rules.ts';

/** The approval goes on at the first step that is needed from this place in the route on; with none left it is approved. */
export const goOn = async (ctx: Ctx<any>, approval: ApprovalRow, from: number): Promise<ApprovalState> => {
  const [position] = neededFrom(approval.steps, approval.facts, from);
  if (position === undefined) return end(ctx, approval, 'approved');
  const { people, instead } = await signersOf(ctx, approval.steps[position]!, approval);
  if (!people.length) ctx.refuse('approvals.step_has_nobody');
  const step = { id: newId(), approvalId: approval.id, round: approval.round, position, instead, openedAt: ctx.now, closedAt: null };
  await ctx.db.insertInto('approvalSteps').values(step).execute();
  await ctx.db.insertInto('approvalSigners').values(people.map((personId, i) => ({ id: newId(), stepId: step.id, personId, position: i + 1 }))).execute();
  return advance(ctx, approval, step);
};

/** After a decision: whoever is next is asked, and a step that is complete makes room for the one behind it. */
export const advance = async (ctx: Ctx<any>, approval: ApprovalRow, step: StepRow): Promise<ApprovalState> => {
  const { mode } = approval.steps[step.position]!;
  await withdrawSigners(ctx, approval, notNeeded(mode, await signersOfStep(ctx, step.id)));
  const signers = await signersOfStep(ctx, step.id);
  if (isComplete(mode, signers)) {
    await closeStep(ctx, step.id);
    return goOn(ctx, approval, step.position + 1);
  }
  for (const signer of toAsk(mode, signers) as readonly SignerRow[]) await askSigner(ctx, approval, signer, approval.steps[step.position]!);
  return 'running';
};

/** Nobody else of the step is asked any more. */
export const breakOff = async (ctx: Ctx<any> | Working, approval: ApprovalRow, stepId: string) => {
  const signers = await signersOfStep(ctx, stepId);
  await withdrawSigners(ctx, approval, signers.filter(({ decidedAt, withdrawnAt }) => !decidedAt && !withdrawnAt));
  await closeStep(ctx, stepId);
};

export const setState = async (ctx: Ctx<any> | Working, { id }: ApprovalRow, state: ApprovalState) => {
  await ctx.db.updateTable('approvals').set({ state, endedAt: state === 'running' || state === 'returned' ? null : ctx.now }).where('id', '=', id).execute();
  return state;
};

/** It is over, and the module that sent it hears of it by the event of that name. */
export const end = async (ctx: Ctx<any> | Working, approval: ApprovalRow, state: 'approved' | 'refused' | 'recalled') => {
  await setState(ctx, approval, state);
  await withdraw(ctx, { recordId: approval.recordId, what: 'approvals.resubmit' });
  if (state === 'approved') await notify(ctx, { to: [approval.drafterId], what: 'approvals.approved', params: await namedRecord(ctx, approval.recordId), recordId: approval.recordId });
  ctx.tell(`approvals.${state}`, { approvalId: approval.id, recordId: approval.recordId, subject: approval.subject });
  return state;
};

/** What was asked of a signer is done by whoever acts now. */
export const settleSigner = async (ctx: Ctx<any>, { recordId }: ApprovalRow, itemId: string) => {
  await stopClock(ctx, { recordId, promise: 'approvals.sign', itemId });
  await settle(ctx, { recordId, what: 'approvals.sign', itemId });
};

/** Words of the record for messages. */
export const namedRecord = async ({ db }: Pick<Ctx<any>, 'db'>, recordId: string) => {
  const { number, title } = await db.selectFrom('records').select(['number', 'title']).where('id', '=', recordId).executeTakeFirstOrThrow();
  return { number, title };
};

const askSigner = async (ctx: Ctx<any>, { recordId, drafterId, departmentId }: ApprovalRow, signer: SignerRow, step: Step) => {
  const { id, personId } = signer;
  await ctx.db.updateTable('approvalSigners').set({ askedAt: ctx.now }).where('id', '=', id).execute();
  await shareWith(ctx, recordId, [personId]);
  const clock = await startClock(ctx, { promise: 'approvals.sign', recordId, itemId: id, personId, departmentId });
  await ask(ctx, { personId, kind: 'act', recordId, itemId: id, what: 'approvals.sign', dueAt: clock.dueAt ?? undefined, clockId: clock.id, askedBy: drafterId, together: isTogether(step, signer) });
  await notify(ctx, { to: [personId], what: 'approvals.asked', params: await namedRecord(ctx, recordId), recordId });
};

export const withdrawSigners = async (ctx: Ctx<any> | Working, { recordId }: ApprovalRow, signers: readonly { id: string }[]) => {
  for (const { id } of signers) {
    await ctx.db.updateTable('approvalSigners').set({ withdrawnAt: ctx.now }).where('id', '=', id).execute();
    await stopClock(ctx, { recordId, promise: 'approvals.sign', itemId: id });
    await withdraw(ctx, { recordId, what: 'approvals.sign', itemId: id });
  }
};

const closeStep = ({ db, now }: Pick<Working, 'db' | 'now'>, stepId: string) => db.updateTable('approvalSteps').set({ closedAt: now }).where('id', '=', stepId).execute();
