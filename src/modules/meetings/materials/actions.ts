import { openRecord } from '#mechanisms/access/records.ts';
import { startClock, stopClock } from '#mechanisms/deadlines/clocks.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask, settle } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { officeTime } from '#platform/time.ts';
import { whyNotPrepare } from '../equipment/rules.ts';
import { calledTo, itemsOf, lockMeeting } from '../meetings.ts';
import { areKnown } from '../people.ts';
import { seenAnew } from '../topics/topics.ts';
import { bagging } from './bagging.ts';
import type { materials as contract } from './contract.ts';
import { attachAll } from './files.ts';
import { giveTo, handsIn, letGo, lockMaterial } from './materials.ts';
import { whyNotAsk, whyNotGive, whyNotHandIn, whyNotReadMaterial, whyNotUrgeMaterial, whyNotWithdraw } from './rules.ts';

export const actions: Actions<Omit<typeof contract, 'materials' | 'material' | 'bagList'>> = {
  ...bagging,

  async askMaterial(ctx, { params, body: { place, ...body } }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    const topics = (await itemsOf(ctx, meeting.id)).map(({ topicId }) => topicId);
    ctx.refuse(...whyNotPrepare(meeting, ctx.now), ...whyNotAsk({ place, ...body }, { startsAt: meeting.startsAt, topics, now: ctx.now }));
    if (!(await areKnown(ctx, [body.ownerId]))) ctx.refuse('meetings.person_unknown');
    const id = newId();
    const stub = body.secrecy > 0;
    await openRecord(ctx, { id, kind: 'material', title: body.title, allPermission: 'meetings.manage', clearance: body.secrecy, readers: [body.ownerId] });
    await ctx.db.insertInto('meetingMaterials').values({ id, meetingId: meeting.id, ...body, place: stub ? place : '', dueAt: stub ? null : body.dueAt, bagged: stub || body.bagged, askedAt: ctx.now, askedBy: ctx.actor.id }).execute();
    if (stub) return done(ctx, id, 'meetings.askMaterial', {});
    const clock = await startClock(ctx, { promise: 'meetings.material', recordId: id, personId: body.ownerId, dueAt: body.dueAt!, why: '会议材料' });
    await ask(ctx, { personId: body.ownerId, kind: 'act', recordId: id, what: 'meetings.handIn', clockId: clock.id, dueAt: body.dueAt! });
    if (body.ownerId !== ctx.actor.id) await notify(ctx, { to: [body.ownerId], what: 'meetings.material_asked', params: { title: body.title, meeting: meeting.title, until: officeTime(body.dueAt!) }, recordId: id });
    return done(ctx, id, 'meetings.askMaterial', {});
  },

  async handIn(ctx, { params, body: { files } }) {
    const material = await lockMaterial(ctx, params.materialId);
    ctx.refuse(...whyNotHandIn(material, handsIn(ctx, material)), ...whyNotPrepare(material, ctx.now));
    await attachAll(ctx, material.id, files);
    await ctx.db.updateTable('meetingMaterials').set({ handedInAt: ctx.now }).where('id', '=', material.id).execute();
    await stopClock(ctx, { recordId: material.id });
    await settle(ctx, { recordId: material.id, what: 'meetings.handIn' });
    if (material.askedBy !== ctx.actor.id) await notify(ctx, { to: [material.askedBy], what: 'meetings.material_in', params: { title: material.title, person: ctx.actor.name, meeting: material.meeting }, recordId: material.id });
    if (material.distributedAt) await readAnew(ctx, material);
    return done(ctx, material.id, 'meetings.handIn', {});
  },

  async urgeMaterial(ctx, { params }) {
    const material = await lockMaterial(ctx, params.materialId);
    ctx.refuse(...whyNotUrgeMaterial(material, material.urgedAt ? (Date.parse(ctx.now) - Date.parse(material.urgedAt)) / 60_000 : undefined));
    await ctx.db.updateTable('meetingMaterials').set({ urgedAt: ctx.now }).where('id', '=', material.id).execute();
    await notify(ctx, { to: [material.ownerId], what: 'meetings.material_urged', params: { title: material.title, meeting: material.meeting, until: officeTime(material.dueAt!) }, recordId: material.id });
    return done(ctx, material.id, 'meetings.urgeMaterial', {});
  },

  async withdrawMaterial(ctx, { params, body: { reason } }) {
    const material = await lockMaterial(ctx, params.materialId);
    ctx.refuse(...whyNotWithdraw(material), ...whyNotPrepare(material, ctx.now));
    await ctx.db.updateTable('meetingMaterials').set({ withdrawnAt: ctx.now, withdrawnWhy: reason }).where('id', '=', material.id).execute();
    await letGo(ctx, material.id);
    return done(ctx, material.id, 'meetings.withdrawMaterial', { reason });
  },

  async distribute(ctx, { params }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    const waiting = await ctx.db.selectFrom('meetingMaterials').select(['id', 'title']).where('meetingId', '=', meeting.id).where('handedInAt', 'is not', null).where('distributedAt', 'is', null).where('withdrawnAt', 'is', null).orderBy('id').forNoKeyUpdate().execute();
    ctx.refuse(...whyNotPrepare(meeting, ctx.now), ...whyNotGive(meeting, waiting.length));
    await ctx.db.updateTable('meetingMaterials').set({ distributedAt: ctx.now }).where('id', 'in', waiting.map(({ id }) => id)).execute();
    await giveTo(ctx, waiting, await calledTo(ctx, meeting.id));
    await done(ctx, meeting.id, 'meetings.distribute', { note: waiting.map(({ title }) => title).join('、') });
    return { given: waiting.length };
  },

  async readMaterial(ctx, { params }) {
    const material = await lockMaterial(ctx, params.materialId);
    const mine = await ctx.db.selectFrom('meetingMaterialReaders').select('readAt').where('materialId', '=', material.id).where('personId', '=', ctx.actor.id).executeTakeFirst();
    ctx.refuse(...whyNotReadMaterial(mine ?? null));
    await ctx.db.updateTable('meetingMaterialReaders').set({ readAt: ctx.now }).where('materialId', '=', material.id).where('personId', '=', ctx.actor.id).execute();
    await settle(ctx, { recordId: material.id, what: 'meetings.readMaterial', personId: ctx.actor.id });
    return done(ctx, material.id, 'meetings.readMaterial', {});
  },
};

/** Another version than was given out: those who have read it read it anew. */
const readAnew = async (ctx: Ctx<any>, { id, title }: { id: string; title: string }) => {
  const read = await ctx.db.updateTable('meetingMaterialReaders').set({ readAt: null }).where('materialId', '=', id).where('readAt', 'is not', null).returning('personId').execute();
  for (const { personId } of read) await ask(ctx, { personId, kind: 'read', recordId: id, what: 'meetings.readMaterial' });
  if (read.length) await notify(ctx, { to: read.map(({ personId }) => personId), what: 'meetings.material_changed', params: { title }, recordId: id });
};

const done = async (ctx: Ctx<any>, id: string, what: string, details: object) => {
  await tellHistory(ctx, id, what, details);
  await seenAnew(ctx);
  return { id };
};
