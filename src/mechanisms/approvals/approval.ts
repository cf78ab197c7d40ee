import type { Selectable } from 'kysely';
import type { Approvals, ApprovalSigners, ApprovalSteps } from '#database/tables.ts';
import type { Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { ApprovalState } from './contract.ts';
import type { Facts, Step } from './route.ts';

export type ApprovalRow = Omit<Selectable<Approvals>, 'state' | 'steps' | 'facts' | 'chosen'> & { state: ApprovalState; steps: readonly Step[]; facts: Facts; chosen: Readonly<Record<string, readonly string[]>> };
export type SignerRow = Selectable<ApprovalSigners>;
export type StepRow = Selectable<ApprovalSteps>;

/** The approval, held until the transaction ends: two who decide at once decide one after the other. */
export const lockApproval = async (ctx: Pick<Ctx<any>, 'db'>, id: string) =>
  (await ctx.db.selectFrom('approvals').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow(notFound)) as unknown as ApprovalRow;

export interface Held {
  approval: ApprovalRow;
  step: StepRow;
  signer: SignerRow;
  /** Everybody of the step, in order, the signer included. */
  signers: readonly SignerRow[];
}

/** A signer's place in their approval, locked. */
export const holdSigner = async (ctx: Ctx<any>, signerId: string): Promise<Held> => {
  const { approvalId, stepId } = await ctx.db
    .selectFrom('approvalSigners').innerJoin('approvalSteps', 'approvalSteps.id', 'approvalSigners.stepId')
    .select(['approvalId', 'stepId']).where('approvalSigners.id', '=', signerId).executeTakeFirstOrThrow(notFound);
  const approval = await lockApproval(ctx, approvalId);
  const step = await ctx.db.selectFrom('approvalSteps').selectAll().where('id', '=', stepId).executeTakeFirstOrThrow();
  const signers = await signersOfStep(ctx, stepId);
  return { approval, step, signers, signer: signers.find(({ id }) => id === signerId)! };
};

export const signersOfStep = ({ db }: Pick<Ctx<any>, 'db'>, stepId: string): Promise<SignerRow[]> =>
  db.selectFrom('approvalSigners').selectAll().where('stepId', '=', stepId).orderBy('position').orderBy('id').execute();

/** The approval of a record that was started last. */
export const approvalOf = async (ctx: Pick<Ctx<any>, 'db'>, recordId: string) => {
  const found = await ctx.db.selectFrom('approvals').select('id').where('recordId', '=', recordId).orderBy('startedAt', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return found && lockApproval(ctx, found.id);
};

export const minutesSince = (then: string | null, now: string) => (then === null ? undefined : (Date.parse(now) - Date.parse(then)) / 60_000);
