import { newId } from '#platform/ids.ts';
import { changed } from '#platform/live.ts';
import type { Ctx, Working } from '#platform/module.ts';
import { refused } from '#platform/problem.ts';
import { type Held, holdSigner } from './approval.ts';
import { advance, withdrawSigners } from './course.ts';
import { signersOf } from './people.ts';
import { isOfRoute, isOpen } from './rules.ts';

/** Somebody lost a post, or left: what the route asked of them in it goes to whoever holds it now. What was asked of the person stays with them, or with their successor. */
export const handOver = async (ctx: Working, personId: string) => {
  for (const { id } of await openOf(ctx).where('s.personId', '=', personId).execute()) await handOverOne(ctx, id);
};

/** Another leader is in charge of a department: what its drafts asked of the one before goes to them. */
export const handOverOf = async (ctx: Working, departmentId: string) => {
  for (const { id } of await openOf(ctx).where('a.departmentId', '=', departmentId).execute()) await handOverOne(ctx, id);
};

const openOf = ({ db }: Working) =>
  db.selectFrom('approvalSigners as s').innerJoin('approvalSteps as t', 't.id', 's.stepId').innerJoin('approvals as a', 'a.id', 't.approvalId').select('s.id').where('s.decidedAt', 'is', null).where('s.withdrawnAt', 'is', null).where('a.state', '=', 'running').orderBy('s.id');

const handOverOne = async (working: Working, signerId: string) => {
  const ctx = acting(working);
  const held = await holdSigner(ctx, signerId);
  if (!isOpen(held.signer) || !isOfRoute(held.signer) || (await isHeldBySuccessor(ctx, held))) return;
  const { people } = await signersOf(ctx, held.approval.steps[held.step.position]!, held.approval);
  if (!people.length || people.includes(held.signer.personId)) return;
  await replace(ctx, held, people);
  await changed(ctx.db, { keys: 'all', what: ['approvals'] });
};

const replace = async (ctx: Ctx<any>, { approval, step, signer, signers }: Held, people: readonly string[]) => {
  await withdrawSigners(ctx, approval, [signer]);
  const there = signers.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ personId }) => personId);
  const fresh = people.filter((id) => !there.includes(id));
  if (fresh.length) await ctx.db.insertInto('approvalSigners').values(fresh.map((personId) => ({ id: newId(), stepId: step.id, personId, position: signer.position, addedFor: signer.id, addedHow: 'succeeds' }))).execute();
  await advance(ctx, approval, step);
};

/** Whoever took over from somebody who left signs for them, unless it is their own draft. */
const isHeldBySuccessor = async ({ db }: Ctx<any>, { signer, approval }: Held) => {
  const { successorId } = await db.selectFrom('people').select('successorId').where('id', '=', signer.personId).executeTakeFirstOrThrow();
  return successorId !== null && successorId !== approval.drafterId;
};

/** Nobody acts here: whoever would need somebody in particular refuses, and the event is delivered again. */
const acting = (ctx: Working): Ctx<any> => ({
  ...ctx,
  actor: { id: '', name: '', own: new Set(), permissions: new Set(), keys: [], departments: [], clearance: 0, deputyFor: [], post: '', departmentId: '', sessionId: '', address: '' },
  refuse: (...codes) => { if (codes.length) throw refused(codes); },
});
