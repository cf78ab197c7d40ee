import { standsInFor } from '#mechanisms/access/deputies.ts';
import { shareWith } from '#mechanisms/access/records.ts';
import { startClock, stopClock } from '#mechanisms/deadlines/clocks.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask, settle, withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { lockDocument, named } from '../documents.ts';
import { attachAll } from '../files.ts';
import { knownPeople } from '../people.ts';
import type { handling as contract } from './contract.ts';
import { whyNotFinishTask, whyNotSetTask, whyNotWithdrawTask } from './rules.ts';

export const tasks: Pick<Actions<typeof contract>, 'setTask' | 'finishTask' | 'withdrawTask'> = {
  /** A sentence of an instruction becomes a task for a person with a date. */
  async setTask(ctx, { params, body }) {
    const document = await lockDocument(ctx, params.documentId);
    ctx.refuse(...whyNotSetTask(document.state, body, ctx.now));
    if (!(await knownPeople(ctx, [body.personId])).length) throw notFound();
    if (body.instructionId) await ctx.db.selectFrom('incomingInstructions').select('id').where('id', '=', body.instructionId).where('documentId', '=', document.id).executeTakeFirstOrThrow(notFound);
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
    const { document, task } = await hold(ctx, params.taskId);
    ctx.refuse(...whyNotFinishTask(task, ctx.actor));
    await ctx.db.updateTable('incomingTasks').set({ doneAt: ctx.now, doneBy: ctx.actor.id, result: body.result }).where('id', '=', task.id).execute();
    await attachAll(ctx, document, body.files.map((fileId) => ({ fileId, role: 'evidence' as const })));
    await stopClock(ctx, { recordId: document.id, promise: 'incoming.task', itemId: task.id });
    await settle(ctx, { recordId: document.id, what: 'incoming.task', itemId: task.id });
    await notify(ctx, { to: [task.setBy], what: 'incoming.task_done', params: { ...named(document), sentence: task.sentence, result: body.result }, recordId: document.id });
    await tellHistory(ctx, document.id, 'incoming.finishTask', { sentence: task.sentence, result: body.result }, standsInFor(ctx.actor, task.personId));
    return { id: task.id };
  },

  /** Set by mistake, or its person is here no more: whoever set it, or the office, takes it back. */
  async withdrawTask(ctx, { params, body }) {
    const { document, task } = await hold(ctx, params.taskId);
    ctx.refuse(...whyNotWithdrawTask(task, ctx.actor));
    await ctx.db.updateTable('incomingTasks').set({ withdrawnAt: ctx.now }).where('id', '=', task.id).execute();
    await stopClock(ctx, { recordId: document.id, promise: 'incoming.task', itemId: task.id });
    await withdraw(ctx, { recordId: document.id, what: 'incoming.task', itemId: task.id });
    await tellHistory(ctx, document.id, 'incoming.withdrawTask', { sentence: task.sentence, reason: body.reason });
    return { id: task.id };
  },
};

const hold = async (ctx: Ctx<any>, taskId: string) => {
  const found = () => ctx.db.selectFrom('incomingTasks').selectAll().where('id', '=', taskId).executeTakeFirstOrThrow(notFound);
  const document = await lockDocument(ctx, (await found()).documentId);
  return { document, task: await found() };
};
