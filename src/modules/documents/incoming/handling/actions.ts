import { shareWith } from '#mechanisms/access/records.ts';
import { startClock } from '#mechanisms/deadlines/clocks.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask, settle } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { giveToDepartment } from '../clocks.ts';
import { proposeForAgenda } from '../closing/agenda.ts';
import { type DocumentRow, lockDocument, moved, named, waitsForPages } from '../documents.ts';
import { takeBackInstructions } from '../letting-go.ts';
import { runningParts } from '../parts/running.ts';
import { headsOf, knownDepartments } from '../people.ts';
import type { handling as contract, Share } from './contract.ts';
import { instructions, readyForDispatch } from './instructions.ts';
import { askNextLeader, canInstruct } from './leaders.ts';
import { needsCountersign, whyNotDispatch, whyNotPropose } from './rules.ts';
import { tasks } from './tasks.ts';

export const actions: Actions<Omit<typeof contract, 'suggestions'>> = {
  ...instructions,
  ...tasks,

  /** 拟办: what should be done and by whom; leaders named here are asked one after the other. */
  async propose(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    const situation = { ...document, waitsForPages: await waitsForPages(ctx, document.id) };
    ctx.refuse(...whyNotPropose(situation, body, { leaders: await canInstruct(ctx, body.leaders), departments: await knownDepartments(ctx, ids(body.departments)) }));
    const values = { id: newId(), documentId: document.id, at: ctx.now, by: ctx.actor.id, text: body.text, departments: JSON.stringify(body.departments) };
    await ctx.db.insertInto('incomingProposals').values(values).execute();
    if (body.major) await proposeForAgenda(ctx, document, body.text);
    await takeBackInstructions(ctx, document.id);
    await settle(ctx, { recordId: document.id, what: 'incoming.propose' });
    await askLeaders(ctx, document.id, body.leaders);
    const answer = await moved(ctx, document, 'propose', { details: { text: body.text, departments: body.departments, leaders: body.leaders } });
    return (await askNextLeader(ctx, document)) ? answer : readyForDispatch(ctx, document);
  },

  /** 分办: exactly one 主办; two or more departments carry the 会签 mark by themselves (IN-3, IN-4). */
  async dispatch(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    const running = await runningParts(ctx, document.id);
    const situation = { ...document, waitsForPages: await waitsForPages(ctx, document.id) };
    ctx.refuse(...whyNotDispatch(situation, running, body.parts, { known: await knownDepartments(ctx, ids(body.parts)), headed: (await headsOf(ctx, ids(body.parts))).map(({ departmentId }) => departmentId) }));
    const countersign = needsCountersign([...running, ...body.parts]);
    await ctx.db.updateTable('incomingDocuments').set({ countersign }).where('id', '=', document.id).execute();
    await ctx.db.updateTable('incomingParts').set({ settledAt: ctx.now }).where('documentId', '=', document.id).where('returnedAt', 'is not', null).where('settledAt', 'is', null).execute();
    for (const part of body.parts) await sendPart(ctx, document, part, body.note);
    const lead = body.parts.find(({ role }) => role === 'lead');
    if (lead) await giveToDepartment(ctx, document.id, lead.departmentId);
    for (const what of ['incoming.dispatch', 'incoming.dispatch_again']) await settle(ctx, { recordId: document.id, what });
    await tellDepartments(ctx, document, body.parts);
    ctx.tell('incoming.dispatched', { documentId: document.id });
    return { ...(await moved(ctx, document, 'dispatch', { details: { parts: body.parts, note: body.note, countersign } })), countersign };
  },
};

const ids = (shares: readonly Share[]) => shares.map(({ departmentId }) => departmentId);

const askLeaders = async (ctx: Ctx<any>, documentId: string, leaders: readonly string[]) => {
  if (!leaders.length) return;
  await ctx.db.insertInto('incomingInstructions').values(leaders.map((leaderId, i) => ({ id: newId(), documentId, leaderId, position: i + 1 }))).execute();
  await shareWith(ctx, documentId, leaders);
};

const sendPart = async (ctx: Ctx<any>, { id: documentId }: DocumentRow, { departmentId, role }: Share, note: string) => {
  const id = newId();
  await ctx.db.insertInto('incomingParts').values({ id, documentId, departmentId, role, note, dispatchedAt: ctx.now, dispatchedBy: ctx.actor.id }).execute();
  await shareWith(ctx, documentId, [departmentId]);
  const clock = await startClock(ctx, { promise: 'incoming.sign', recordId: documentId, itemId: id, departmentId });
  await ask(ctx, { departmentId, kind: 'act', recordId: documentId, itemId: id, what: 'incoming.sign', dueAt: clock.dueAt ?? undefined, clockId: clock.id });
};

const tellDepartments = async (ctx: Ctx<any>, document: DocumentRow, shares: readonly Share[]) => {
  const heads = await headsOf(ctx, ids(shares));
  await notify(ctx, { to: heads.map(({ id }) => id), what: 'incoming.dispatched', params: named(document), recordId: document.id });
};
