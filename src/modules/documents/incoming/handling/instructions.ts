import { standsInFor } from '#mechanisms/access/deputies.ts';
import { shareWith } from '#mechanisms/access/records.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { settle } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { askInTime } from '../asking.ts';
import { type DocumentRow, lockDocument, named, setState } from '../documents.ts';
import { askFirstStep } from '../first-step.ts';
import { takeBackInstructions } from '../letting-go.ts';
import { officeOf } from '../people.ts';
import type { handling as contract } from './contract.ts';
import { askNextLeader, canInstruct } from './leaders.ts';
import { whyNotAddLeader, whyNotAmend, whyNotInstruct } from './rules.ts';

export const instructions: Pick<Actions<typeof contract>, 'instruct' | 'sendBackProposal' | 'amendInstruction' | 'addLeader'> = {
  /** 批示 in order; the deputy of a leader on leave instructs under both names. */
  async instruct(ctx, { params, body }) {
    const { document, instruction } = await hold(ctx, params.instructionId);
    ctx.refuse(...whyNotInstruct(instruction, document.state, ctx.actor));
    await give(ctx, document, instruction, { text: body.text, sentBack: false });
    ctx.tell('incoming.instructed', { documentId: document.id });
    if (document.state !== 'proposed' || (await askNextLeader(ctx, document))) return { id: document.id, state: document.state };
    return readyForDispatch(ctx, document);
  },

  /** 退回重拟: the leader wants another proposal, and says why. Nobody after them is asked. */
  async sendBackProposal(ctx, { params, body }) {
    const { document, instruction } = await hold(ctx, params.instructionId);
    ctx.refuse(...whyNotInstruct(instruction, document.state, ctx.actor));
    await give(ctx, document, instruction, { text: body.reason, sentBack: true });
    await takeBackInstructions(ctx, document.id);
    await setState(ctx, document.id, 'accepted');
    await askFirstStep(ctx, document);
    return { id: document.id, state: 'accepted' as const };
  },

  /** The leader words it anew; both wordings are in the history, and the office hears of it. */
  async amendInstruction(ctx, { params, body }) {
    const { document, instruction } = await hold(ctx, params.instructionId);
    ctx.refuse(...whyNotAmend(instruction, document.state, ctx.actor));
    await ctx.db.updateTable('incomingInstructions').set({ text: body.text, amendedAt: ctx.now }).where('id', '=', instruction.id).execute();
    await tellHistory(ctx, document.id, 'incoming.amendInstruction', { text: body.text, before: instruction.text }, standsInFor(ctx.actor, instruction.leaderId));
    await notify(ctx, { to: [document.registeredBy], what: 'incoming.amended', params: named(document), recordId: document.id });
    return { id: document.id, state: document.state };
  },

  /** 请其他领导阅示: asked after those who are asked already; the office dispatches when all have said something. */
  async addLeader(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    const asked = await ctx.db.selectFrom('incomingInstructions').select(['leaderId', 'position', 'givenAt']).where('documentId', '=', document.id).where('withdrawnAt', 'is', null).execute();
    const waiting = asked.filter(({ givenAt }) => givenAt === null).map(({ leaderId }) => leaderId);
    ctx.refuse(...whyNotAddLeader(document.state, { leaderId: body.leaderId, isLeader: (await canInstruct(ctx, [body.leaderId])).length > 0, waiting }));
    const position = Math.max(0, ...asked.map((one) => one.position)) + 1;
    await ctx.db.insertInto('incomingInstructions').values({ id: newId(), documentId: document.id, leaderId: body.leaderId, position }).execute();
    await shareWith(ctx, document.id, [body.leaderId]);
    await settle(ctx, { recordId: document.id, what: 'incoming.dispatch' });
    await setState(ctx, document.id, 'proposed');
    await tellHistory(ctx, document.id, 'incoming.addLeader', { leaders: [body.leaderId], why: body.why });
    await askNextLeader(ctx, document);
    return { id: document.id, state: 'proposed' as const };
  },
};

/** Nobody is left to instruct: the office dispatches. */
export const readyForDispatch = async (ctx: Ctx<any>, { id }: DocumentRow) => {
  await setState(ctx, id, 'instructed');
  await askInTime(ctx, { departmentId: await officeOf(ctx), kind: 'act', recordId: id, what: 'incoming.dispatch' });
  return { id, state: 'instructed' as const };
};

const hold = async (ctx: Ctx<any>, instructionId: string) => {
  const open = () => ctx.db.selectFrom('incomingInstructions').selectAll().where('id', '=', instructionId).where('withdrawnAt', 'is', null).executeTakeFirstOrThrow(notFound);
  const document = await lockDocument(ctx, (await open()).documentId);
  return { document, instruction: await open() };
};

const give = async (ctx: Ctx<any>, document: DocumentRow, instruction: { id: string; leaderId: string }, { text, sentBack }: { text: string; sentBack: boolean }) => {
  await ctx.db.updateTable('incomingInstructions').set({ givenAt: ctx.now, givenBy: ctx.actor.id, text, sentBack }).where('id', '=', instruction.id).execute();
  await settle(ctx, { recordId: document.id, what: 'incoming.instruct', itemId: instruction.id });
  await tellHistory(ctx, document.id, sentBack ? 'incoming.sendBackProposal' : 'incoming.instruct', { text }, standsInFor(ctx.actor, instruction.leaderId));
};
