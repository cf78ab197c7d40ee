import { shareWith } from '#mechanisms/access/records.ts';
import { startClock, stopClock } from '#mechanisms/deadlines/clocks.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask, settle, withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { giveToLead } from '../clocks.ts';
import { type DocumentRow, lockDocument, moved, named, setState, waitsForPages } from '../documents.ts';
import { headsOf, knownDepartments, knownPeople, officeOf } from '../people.ts';
import { standsInFor } from '../rules.ts';
import type { handling as contract, Share } from './contract.ts';
import { askNextLeader, canInstruct } from './leaders.ts';
import { needsCountersign, whyNotDispatch, whyNotFinishTask, whyNotInstruct, whyNotPropose, whyNotSetTask } from './rules.ts';

export const actions: Actions<Omit<typeof contract, 'suggestions'>> = {
  /** 拟办: what should be done and by whom; leaders named here are asked one after the other. */
  async propose(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    const situation = { ...document, waitsForPages: await waitsForPages(ctx, document.id) };
    ctx.refuse(...whyNotPropose(situation, body, await canInstruct(ctx, body.leaders)));
    const values = { id: newId(), documentId: document.id, at: ctx.now, by: ctx.actor.id, text: body.text, departments: JSON.stringify(body.departments) };
    await ctx.db.insertInto('incomingProposals').values(values).execute();
    if (body.major !== undefined) await ctx.db.updateTable('incomingDocuments').set({ major: body.major }).where('id', '=', document.id).execute();
    await takeBackInstructions(ctx, document.id);
    await settle(ctx, { recordId: document.id, what: 'incoming.propose' });
    await askLeaders(ctx, document.id, body.leaders);
    const answer = await moved(ctx, document, 'propose', { details: { text: body.text, departments: body.departments, leaders: body.leaders } });
    return (await askNextLeader(ctx, document)) ? answer : readyForDispatch(ctx, document);
  },

  /** 批示 in order; the deputy of a leader on leave instructs under both names. */
  async instruct(ctx, { params, body }) {
    const instruction = await ctx.db.selectFrom('incomingInstructions').selectAll().where('id', '=', params.instructionId).where('withdrawnAt', 'is', null).executeTakeFirstOrThrow(notFound);
    const document = await lockDocument(ctx, instruction.documentId);
    const fresh = await ctx.db.selectFrom('incomingInstructions').selectAll().where('id', '=', instruction.id).executeTakeFirstOrThrow();
    ctx.refuse(...whyNotInstruct(fresh, document.state, ctx.actor));
    await ctx.db.updateTable('incomingInstructions').set({ givenAt: ctx.now, givenBy: ctx.actor.id, text: body.text }).where('id', '=', fresh.id).execute();
    await settle(ctx, { recordId: document.id, what: 'incoming.instruct', itemId: fresh.id });
    await tellHistory(ctx, document.id, 'incoming.instruct', { text: body.text }, standsInFor(ctx.actor, fresh.leaderId));
    ctx.tell('incoming.instructed', { documentId: document.id });
    if (document.state !== 'proposed' || (await askNextLeader(ctx, document))) return { id: document.id, state: document.state };
    return readyForDispatch(ctx, document);
  },

  /** A sentence of an instruction becomes a task for a person with a date. */
  async setTask(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotSetTask(document.state, body, ctx.now));
    if (!(await knownPeople(ctx, [body.personId])).length) throw notFound();
    const id = newId();
    await ctx.db.insertInto('incomingTasks').values({ ...body, id, documentId: document.id, setAt: ctx.now, setBy: ctx.actor.id }).execute();
    await shareWith(ctx, document.id, [body.personId]);
    const clock = await startClock(ctx, { promise: 'incoming.task', recordId: document.id, itemId: id, personId: body.personId, dueAt: body.dueAt, why: '领导交办时限' });
    await ask(ctx, { personId: body.personId, kind: 'act', recordId: document.id, itemId: id, what: 'incoming.task', dueAt: body.dueAt, clockId: clock.id });
    await notify(ctx, { to: [body.personId], what: 'incoming.task', params: { ...named(document), sentence: body.sentence }, recordId: document.id });
    await tellHistory(ctx, document.id, 'incoming.setTask', { sentence: body.sentence, personId: body.personId, dueAt: body.dueAt });
    return { id };
  },

  async finishTask(ctx, { params, body }) {
    const task = await ctx.db.selectFrom('incomingTasks').selectAll().where('id', '=', params.taskId).executeTakeFirstOrThrow(notFound);
    const document = await lockDocument(ctx, task.documentId);
    const fresh = await ctx.db.selectFrom('incomingTasks').selectAll().where('id', '=', task.id).executeTakeFirstOrThrow();
    ctx.refuse(...whyNotFinishTask(fresh, ctx.actor));
    await ctx.db.updateTable('incomingTasks').set({ doneAt: ctx.now, doneBy: ctx.actor.id, result: body.result }).where('id', '=', task.id).execute();
    await stopClock(ctx, { recordId: document.id, promise: 'incoming.task', itemId: task.id });
    await settle(ctx, { recordId: document.id, what: 'incoming.task', itemId: task.id });
    await notify(ctx, { to: [task.setBy], what: 'incoming.task_done', params: { ...named(document), sentence: task.sentence, result: body.result }, recordId: document.id });
    await tellHistory(ctx, document.id, 'incoming.finishTask', { sentence: task.sentence, result: body.result }, standsInFor(ctx.actor, task.personId));
    return { id: task.id };
  },

  /** 分办: exactly one 主办; two or more departments carry the 会签 mark by themselves (IN-3, IN-4). */
  async dispatch(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    const running = await runningParts(ctx, document.id);
    const situation = { ...document, waitsForPages: await waitsForPages(ctx, document.id) };
    ctx.refuse(...whyNotDispatch(situation, running, body.parts, await knownDepartments(ctx, body.parts.map(({ departmentId }) => departmentId))));
    const countersign = needsCountersign([...running, ...body.parts]);
    await ctx.db.updateTable('incomingDocuments').set({ countersign }).where('id', '=', document.id).execute();
    for (const part of body.parts) await sendPart(ctx, document, part, body.note);
    const lead = body.parts.find(({ role }) => role === 'lead');
    if (lead) await giveToLead(ctx, document.id, lead.departmentId);
    await settle(ctx, { recordId: document.id, what: 'incoming.dispatch' });
    await tellDepartments(ctx, document, body.parts);
    ctx.tell('incoming.dispatched', { documentId: document.id });
    return { ...(await moved(ctx, document, 'dispatch', { details: { parts: body.parts, note: body.note, countersign } })), countersign };
  },
};

const askLeaders = async (ctx: Ctx<any>, documentId: string, leaders: readonly string[]) => {
  if (!leaders.length) return;
  await ctx.db.insertInto('incomingInstructions').values(leaders.map((leaderId, i) => ({ id: newId(), documentId, leaderId, position: i + 1 }))).execute();
  await shareWith(ctx, documentId, leaders);
};

/** A new 拟办 replaces the question that the old one asked. What was already instructed stays. */
const takeBackInstructions = async (ctx: Ctx<any>, documentId: string) => {
  await ctx.db.updateTable('incomingInstructions').set({ withdrawnAt: ctx.now }).where('documentId', '=', documentId).where('givenAt', 'is', null).where('withdrawnAt', 'is', null).execute();
  await withdraw(ctx, { recordId: documentId, what: 'incoming.instruct' });
  await withdraw(ctx, { recordId: documentId, what: 'incoming.dispatch' });
};

/** Nobody is left to instruct: the office dispatches. */
const readyForDispatch = async (ctx: Ctx<any>, { id }: DocumentRow) => {
  await setState(ctx, id, 'instructed');
  await ask(ctx, { departmentId: await officeOf(ctx), kind: 'act', recordId: id, what: 'incoming.dispatch' });
  return { id, state: 'instructed' as const };
};

const runningParts = ({ db }: Ctx<any>, documentId: string) =>
  db.selectFrom('incomingParts').select(['departmentId', 'role']).where('documentId', '=', documentId).where('returnedAt', 'is', null).execute();

const sendPart = async (ctx: Ctx<any>, { id: documentId }: DocumentRow, { departmentId, role }: Share, note: string) => {
  const id = newId();
  await ctx.db.insertInto('incomingParts').values({ id, documentId, departmentId, role, note, dispatchedAt: ctx.now, dispatchedBy: ctx.actor.id }).execute();
  await shareWith(ctx, documentId, [departmentId]);
  const clock = await startClock(ctx, { promise: 'incoming.sign', recordId: documentId, itemId: id, departmentId });
  await ask(ctx, { departmentId, kind: 'act', recordId: documentId, itemId: id, what: 'incoming.sign', dueAt: clock.dueAt ?? undefined, clockId: clock.id });
};

const tellDepartments = async (ctx: Ctx<any>, document: DocumentRow, shares: readonly Share[]) => {
  const heads = await headsOf(ctx, shares.map(({ departmentId }) => departmentId));
  await notify(ctx, { to: heads.map(({ id }) => id), what: 'incoming.dispatched', params: named(document), recordId: document.id });
};
