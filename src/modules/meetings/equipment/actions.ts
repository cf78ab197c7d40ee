import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask, settle, withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { officeTime } from '#platform/time.ts';
import { holdersOf } from '../people.ts';
import { seenAnew } from '../topics/topics.ts';
import type { equipment as contract } from './contract.ts';
import { countAnew, expectedAt, lockPreparation, preparationsFor, rulesOf } from './preparations.ts';
import { whyNotCheck, whyNotHandOver, whyNotList, whyNotPrepare } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'setEquipmentRules' | 'setEquipment' | 'recount' | 'checkEquipment' | 'handOver'>> = {
  async setEquipmentRules(ctx, { body: { rules } }) {
    ctx.refuse(...whyNotList(rules));
    await ctx.db.deleteFrom('meetingEquipmentRules').execute();
    if (rules.length) await ctx.db.insertInto('meetingEquipmentRules').values(rules.map((rule, position) => ({ ...rule, position }))).execute();
    await seenAnew(ctx);
    return { rules: await rulesOf(ctx) };
  },

  async setEquipment(ctx, { params, body: { equipment } }) {
    const preparation = await lockPreparation(ctx, params.preparationId);
    ctx.refuse(...whyNotPrepare(preparation, ctx.now), ...whyNotList(equipment));
    const before = await ctx.db.selectFrom('meetingEquipment').selectAll().where('preparationId', '=', preparation.id).execute();
    await ctx.db.deleteFrom('meetingEquipment').where('preparationId', '=', preparation.id).execute();
    const lines = equipment.map((line, position) => {
      const old = before.find(({ name }) => name === line.name);
      const isSame = old !== undefined && old.count === line.count;
      return { ...(isSame && old), ...line, id: newId(), preparationId: preparation.id, position, usual: old?.usual ?? null };
    });
    if (lines.length) await ctx.db.insertInto('meetingEquipment').values(lines).execute();
    await mended(ctx, preparation.id);
    return done(ctx, preparation.id, 'meetings.setEquipment', {});
  },

  async recount(ctx, { params }) {
    const preparation = await lockPreparation(ctx, params.preparationId);
    ctx.refuse(...whyNotPrepare(preparation, ctx.now));
    const { expected } = await preparationsFor(ctx).select(expectedAt.as('expected')).where('e.id', '=', preparation.id).executeTakeFirstOrThrow();
    await ctx.db.updateTable('meetingPreparations').set({ people: expected }).where('id', '=', preparation.id).execute();
    await countAnew(ctx, preparation.id, expected, true);
    return done(ctx, preparation.id, 'meetings.recount', {});
  },

  async checkEquipment(ctx, { params, body: { state, defect } }) {
    const { preparationId, name } = await ctx.db.selectFrom('meetingEquipment').select(['preparationId', 'name']).where('id', '=', params.lineId).executeTakeFirstOrThrow(notFound);
    const preparation = await lockPreparation(ctx, preparationId);
    ctx.refuse(...whyNotCheck(preparation, { state, defect }, ctx.now));
    const by = state === 'open' ? { checkedAt: null, checkedBy: null } : { checkedAt: ctx.now, checkedBy: ctx.actor.id };
    await ctx.db.updateTable('meetingEquipment').set({ state, defect: state === 'defect' ? defect : '', ...by }).where('id', '=', params.lineId).execute();
    if (state === 'defect') await tellOffice(ctx, preparation, `${name}：${defect}`);
    else await mended(ctx, preparation.id);
    return done(ctx, preparation.id, saidBy[state], { note: defect ? `${name}：${defect}` : name });
  },

  async handOver(ctx, { params, body: { note } }) {
    const preparation = await lockPreparation(ctx, params.preparationId);
    const open = await ctx.db.selectFrom('meetingEquipment').select('id').where('preparationId', '=', preparation.id).where('state', '=', 'open').execute();
    ctx.refuse(...whyNotHandOver(preparation, open.length, ctx.now));
    await ctx.db.updateTable('meetingPreparations').set({ handedOverAt: ctx.now, handedOverBy: ctx.actor.id, handedOverNote: note }).where('id', '=', preparation.id).execute();
    await settle(ctx, { recordId: preparation.id, what: 'meetings.prepareRoom' });
    await notify(ctx, { to: await holdersOf(ctx, 'office.clerk'), what: 'meetings.room_ready', params: { ...paramsOf(preparation), note }, recordId: preparation.id });
    return done(ctx, preparation.id, 'meetings.handOver', { note });
  },
};

const saidBy = { open: 'meetings.check_open', ready: 'meetings.check_ready', defect: 'meetings.check_defect' };

type Held = Awaited<ReturnType<typeof lockPreparation>>;

const paramsOf = ({ title, startsAt, place }: Held) => ({ title, when: officeTime(startsAt), place });

/** What is broken or missing goes to the office, which sees to it before the meeting. */
const tellOffice = async (ctx: Ctx<any>, preparation: Held, defect: string) => {
  const clerks = await holdersOf(ctx, 'office.clerk');
  await withdraw(ctx, { recordId: preparation.id, what: 'meetings.mendEquipment' });
  for (const personId of clerks) await ask(ctx, { personId, kind: 'act', recordId: preparation.id, what: 'meetings.mendEquipment', dueAt: preparation.startsAt });
  await notify(ctx, { to: clerks, what: 'meetings.equipment_defect', params: { ...paramsOf(preparation), defect }, recordId: preparation.id });
};

/** Nothing is broken any more. */
const mended = async (ctx: Ctx<any>, preparationId: string) => {
  const left = await ctx.db.selectFrom('meetingEquipment').select('id').where('preparationId', '=', preparationId).where('state', '=', 'defect').executeTakeFirst();
  if (!left) await settle(ctx, { recordId: preparationId, what: 'meetings.mendEquipment' });
};

const done = async (ctx: Ctx<any>, id: string, what: string, details: object) => {
  await tellHistory(ctx, id, what, details);
  await seenAnew(ctx);
  return { id };
};
