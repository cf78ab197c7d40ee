import { readable } from '#mechanisms/access/records.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import { changed } from '#platform/live.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { stagesAhead } from './ahead.ts';
import { type ApprovalRow, type Held, holdSigner, lockApproval, minutesSince } from './approval.ts';
import { breakOffApproval, goBackTo } from './approvals.ts';
import type { approvals as contract } from './contract.ts';
import { advance, breakOff, end, namedRecord, setState, settleSigner } from './course.ts';
import { gapsOf, present } from './people.ts';
import { routeInForce } from './routes.ts';
import { neededFrom, whyNotAdd, whyNotDecide, whyNotPublish, whyNotRecall, whyNotTogether, whyNotUrge, whyNotWithoutWords } from './rules.ts';
import { subjectNamed } from './subjects.ts';

export const actions: Actions<typeof contract> = {
  /** What would become of a record that says this of itself; nothing is kept. */
  async try(ctx, { params, body: { steps, facts, drafterId, departmentId } }) {
    const subject = subjectNamed(params.subject);
    if (!subject) throw notFound();
    const gaps = await gapsOf(ctx, steps);
    return { stages: await stagesAhead(ctx, steps, { facts, drafterId, departmentId }), gaps, reasons: whyNotPublish(steps, subject, gaps) };
  },

  async publish(ctx, { params, body: { steps, why, from } }) {
    const subject = subjectNamed(params.subject);
    if (!subject) throw notFound();
    ctx.refuse(...whyNotPublish(steps, subject, await gapsOf(ctx, steps)));
    if ((await routeInForce(ctx, subject.name)).version !== from) ctx.refuse('approvals.route_changed_meanwhile');
    const version = from + 1;
    await ctx.db.insertInto('approvalRoutes').values({ subject: subject.name, version, steps: JSON.stringify(steps), why, publishedAt: ctx.now, publishedBy: ctx.actor.id }).execute();
    return { version };
  },

  async decide(ctx, { params, body: { decision, opinion, returnTo, thenAlso, batch } }) {
    const held = await signerSeen(ctx, params.signerId);
    const { approval, step, signer, signers } = held;
    ctx.refuse(...whyNotDecide(signer, approval, ctx.actor, signers));
    ctx.refuse(...whyNotTogether(approval.steps[step.position]!, signer, { decision, batch }));
    ctx.refuse(...whyNotWithoutWords(decision, opinion));
    ctx.refuse(...whyNotAdd(thenAlso, approval, signers, await present(ctx, thenAlso)));
    const back = decision === 'returned' && returnTo ? earlier(held, returnTo) : undefined;
    if (decision === 'returned' && returnTo && back === undefined) ctx.refuse('approvals.no_such_step');
    await decided(ctx, held, decision, opinion);
    if (decision === 'approved') {
      await addSigners(ctx, held, { people: thenAlso, how: 'after' });
      return answer(ctx, approval, await advance(ctx, approval, step));
    }
    if (back !== undefined) return answer(ctx, approval, await goBackTo(ctx, approval, step.id, back));
    await breakOff(ctx, approval, step.id);
    return answer(ctx, approval, decision === 'refused' ? await refuseIt(ctx, approval) : await toDrafter(ctx, approval));
  },

  async addBefore(ctx, { params, body: { people, note } }) {
    const held = await signerSeen(ctx, params.signerId);
    ctx.refuse(...whyNotDecide(held.signer, held.approval, ctx.actor, held.signers));
    ctx.refuse(...whyNotAdd(people, held.approval, held.signers, await present(ctx, people)));
    await addSigners(ctx, held, { people, how: 'before', note });
    await tellHistory(ctx, held.approval.recordId, 'approvals.addBefore', { people, note }, onBehalf(ctx, held));
    return answer(ctx, held.approval, await advance(ctx, held.approval, held.step));
  },

  async handOn(ctx, { params, body: { personId, why } }) {
    const held = await signerSeen(ctx, params.signerId);
    const { approval, step, signer } = held;
    ctx.refuse(...whyNotDecide(signer, approval, ctx.actor, held.signers));
    ctx.refuse(...whyNotAdd([personId], approval, held.signers, await present(ctx, [personId])));
    await decided(ctx, held, 'handed_on', why);
    const asBefore = signer.addedHow === 'before' || signer.addedHow === 'after';
    const added = asBefore ? { addedFor: signer.addedFor, addedHow: signer.addedHow } : { addedFor: signer.id, addedHow: 'instead' };
    await ctx.db.insertInto('approvalSigners').values({ id: newId(), stepId: step.id, personId, position: signer.position, ...added }).execute();
    return answer(ctx, approval, await advance(ctx, approval, step));
  },

  async urge(ctx, { params }) {
    const { approval, signer } = await signerSeen(ctx, params.signerId);
    if (approval.drafterId !== ctx.actor.id && !ctx.actor.permissions.has('approvals.urge_all')) throw notFound();
    ctx.refuse(...whyNotUrge(signer, approval, minutesSince(signer.urgedAt, ctx.now), await setting<number>(ctx, 'approvals.urge_pause_minutes')));
    await ctx.db.updateTable('approvalSigners').set({ urgedAt: ctx.now }).where('id', '=', signer.id).execute();
    await notify(ctx, { to: [signer.personId], what: 'approvals.urged', params: await namedRecord(ctx, approval.recordId), recordId: approval.recordId });
    await tellHistory(ctx, approval.recordId, 'approvals.urge', { personId: signer.personId });
    await changed(ctx.db, { keys: 'all', what: ['approvals'] });
    return { id: signer.id };
  },

  async recall(ctx, { params, body }) {
    const approval = await lockApproval(ctx, params.approvalId);
    await readable(ctx, approval.recordId);
    ctx.refuse(...whyNotRecall(approval, ctx.actor));
    await breakOffApproval(ctx, approval.recordId);
    await tellHistory(ctx, approval.recordId, 'approvals.recall', { reason: body.why }, approval.drafterId === ctx.actor.id ? undefined : approval.drafterId);
    return answer(ctx, approval, 'recalled');
  },
};

/** Whoever may not see the record does not learn of its approval. */
const signerSeen = async (ctx: Ctx<any>, signerId: string) => {
  const held = await holdSigner(ctx, signerId);
  await readable(ctx, held.approval.recordId);
  return held;
};

/** Whoever looks at the trail sees it at once. */
const answer = async (ctx: Ctx<any>, { id, recordId }: ApprovalRow, state: ApprovalRow['state']) => {
  await changed(ctx.db, { keys: 'all', what: ['approvals'] });
  return { approvalId: id, recordId, state };
};

/** The place of an earlier step of the same route that was needed. */
const earlier = ({ approval, step }: Held, key: string) =>
  neededFrom(approval.steps, approval.facts).find((position) => position < step.position && approval.steps[position]!.key === key);

const told = { approved: 'approvals.approved', returned: 'approvals.returned', refused: 'approvals.refused', handed_on: 'approvals.handed_on' } as const;

const decided = async (ctx: Ctx<any>, held: Held, decision: keyof typeof told, opinion: string) => {
  const { approval, step, signer } = held;
  await ctx.db.updateTable('approvalSigners').set({ decidedAt: ctx.now, decidedBy: ctx.actor.id, decision, opinion }).where('id', '=', signer.id).execute();
  await settleSigner(ctx, approval, signer.id);
  await tellHistory(ctx, approval.recordId, told[decision], { step: approval.steps[step.position]!.title, opinion }, onBehalf(ctx, held));
};

const onBehalf = ({ actor }: Ctx<any>, { signer }: Held) => (signer.personId === actor.id ? undefined : signer.personId);

const addSigners = async (ctx: Ctx<any>, { step, signer }: Held, { people, how, note = '' }: { people: readonly string[]; how: 'before' | 'after'; note?: string }) => {
  if (!people.length) return;
  await ctx.db.insertInto('approvalSigners').values(people.map((personId) => ({ id: newId(), stepId: step.id, personId, position: signer.position, addedFor: signer.id, addedHow: how, note }))).execute();
};

const refuseIt = async (ctx: Ctx<any>, approval: ApprovalRow) => {
  await notify(ctx, { to: [approval.drafterId], what: 'approvals.refused', params: await namedRecord(ctx, approval.recordId), recordId: approval.recordId });
  return end(ctx, approval, 'refused');
};

/** The drafter mends it and sends it again, or recalls it. */
const toDrafter = async (ctx: Ctx<any>, approval: ApprovalRow) => {
  const { recordId, drafterId } = approval;
  await ask(ctx, { personId: drafterId, kind: 'act', recordId, what: 'approvals.resubmit' });
  await notify(ctx, { to: [drafterId], what: 'approvals.returned', params: await namedRecord(ctx, recordId), recordId });
  ctx.tell('approvals.returned', { approvalId: approval.id, recordId, subject: approval.subject });
  return setState(ctx, approval, 'returned');
};
