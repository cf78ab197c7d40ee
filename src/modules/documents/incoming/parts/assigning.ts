import { shareWith } from '#mechanisms/access/records.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { settle, withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { askInTime } from '../asking.ts';
import { named } from '../documents.ts';
import { attachAll } from '../files.ts';
import type { parts as contract } from './contract.ts';
import { areOfDepartment, holdPart, updatePart } from './part.ts';
import { actsAs, whyNotAssign, whyNotReport } from './rules.ts';
import { tell } from './telling.ts';

/** 指派: one person of the department is responsible, others help; each has it in the inbox. */
export const assigning: Pick<Actions<typeof contract>, 'assign' | 'report'> = {
  async assign(ctx, { params, body: { personId, helpers, note } }) {
    const held = await holdPart(ctx, params.partId);
    const { document, part } = held;
    const people = [personId, ...helpers];
    ctx.refuse(...whyNotAssign(part, ctx.actor, { people, ofTheDepartment: await areOfDepartment(ctx, people, part.departmentId) }));
    await updatePart(ctx, held, { assignedTo: personId, assignedAt: ctx.now, assignedBy: ctx.actor.id, ...(personId !== part.assignedTo && { report: null, reportedAt: null }) });
    await changeHelpers(ctx, part.id, helpers);
    for (const gone of part.assigned.filter((id) => !people.includes(id))) await withdraw(ctx, { recordId: document.id, what: 'incoming.report', itemId: part.id, personId: gone });
    const added = people.filter((id) => !part.assigned.includes(id));
    await shareWith(ctx, document.id, added);
    for (const id of added) await askInTime(ctx, { personId: id, kind: 'act', recordId: document.id, itemId: part.id, what: 'incoming.report' });
    if (added.length) await notify(ctx, { to: added, what: 'incoming.assigned', params: { ...named(document), note }, recordId: document.id });
    return tell(ctx, held, 'assign', { personId, people: await namesOf(ctx, people), note });
  },

  async report(ctx, { params, body }) {
    const held = await holdPart(ctx, params.partId);
    const { document, part } = held;
    ctx.refuse(...whyNotReport(part, ctx.actor));
    const asWhom = actsAs(part.assigned, ctx.actor)!;
    const said = { report: body.text, reportedAt: ctx.now };
    if (asWhom === part.assignedTo) await updatePart(ctx, held, said);
    else await ctx.db.updateTable('incomingHelpers').set(said).where('partId', '=', part.id).where('personId', '=', asWhom).where('withdrawnAt', 'is', null).execute();
    await attachAll(ctx, document, body.files.map((fileId) => ({ fileId, role: 'evidence' as const })));
    await settle(ctx, { recordId: document.id, what: 'incoming.report', itemId: part.id, personId: asWhom });
    return tell(ctx, held, 'report', { text: body.text });
  },
};

const changeHelpers = async (ctx: Ctx<any>, partId: string, helpers: readonly string[]) => {
  const before = await ctx.db.selectFrom('incomingHelpers').select(['id', 'personId']).where('partId', '=', partId).where('withdrawnAt', 'is', null).execute();
  const gone = before.filter(({ personId }) => !helpers.includes(personId)).map(({ id }) => id);
  const added = helpers.filter((id) => !before.some(({ personId }) => personId === id));
  if (gone.length) await ctx.db.updateTable('incomingHelpers').set({ withdrawnAt: ctx.now }).where('id', 'in', gone).execute();
  if (added.length) await ctx.db.insertInto('incomingHelpers').values(added.map((personId) => ({ id: newId(), partId, personId, assignedAt: ctx.now, assignedBy: ctx.actor.id }))).execute();
};

/** In the order in which they were named: the responsible one first. */
const namesOf = async ({ db }: Ctx<any>, people: readonly string[]) => {
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', people).execute();
  return people.map((id) => rows.find((row) => row.id === id)?.name).join('、');
};
