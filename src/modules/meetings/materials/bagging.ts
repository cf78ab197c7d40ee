import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import type { Actions } from '#platform/module.ts';
import { whyNotPrepare } from '../equipment/rules.ts';
import { lockMeeting } from '../meetings.ts';
import { seatingOf } from '../seating/seats.ts';
import { seenAnew } from '../topics/topics.ts';
import type { materials as contract } from './contract.ts';
import { lockMaterial } from './materials.ts';
import { numbersFor } from './rules.ts';

/** 装袋、回收: paper copies with their numbers. */
export const bagging: Actions<Pick<typeof contract, 'bag' | 'takeBack'>> = {
  async bag(ctx, { params }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    ctx.refuse(...whyNotPrepare(meeting, ctx.now));
    const bagged = await ctx.db.selectFrom('meetingMaterials').select(['id', 'secrecy']).where('meetingId', '=', meeting.id).where('bagged', '=', true).where('withdrawnAt', 'is', null).orderBy('askedAt').orderBy('id').execute();
    const { seats } = await seatingOf(ctx, meeting.id);
    if (!bagged.length || !seats.length) ctx.refuse('meetings.nothing_to_bag');
    const order = seats.map(({ person }) => person.id);
    const cleared = await ctx.db.selectFrom('people').select(['id', 'clearance']).where('id', 'in', order).execute();
    const people = cleared.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    const given = await ctx.db.selectFrom('meetingMaterialCopies').select(['materialId', 'personId', 'number']).where('materialId', 'in', bagged.map(({ id }) => id)).execute();
    const fresh = bagged.flatMap(({ id, secrecy }) => numbersFor(people, { secrecy, given: given.filter(({ materialId }) => materialId === id) }).map((copy) => ({ ...copy, materialId: id })));
    if (fresh.length) await ctx.db.insertInto('meetingMaterialCopies').values(fresh).execute();
    await tellHistory(ctx, meeting.id, 'meetings.bag', {});
    await seenAnew(ctx);
    return { copies: given.length + fresh.length };
  },

  async takeBack(ctx, { params, body: { numbers } }) {
    const material = await lockMaterial(ctx, params.materialId);
    const wanted = [...new Set(numbers)];
    const back = await ctx.db.updateTable('meetingMaterialCopies').set({ returnedAt: ctx.now, returnedTo: ctx.actor.id }).where('materialId', '=', material.id).where('number', 'in', wanted).where('returnedAt', 'is', null).returning('number').execute();
    if (back.length !== wanted.length) ctx.refuse('meetings.copy_not_out');
    await tellHistory(ctx, material.id, 'meetings.takeBack', { note: wanted.join('、') });
    await seenAnew(ctx);
    return { id: material.id };
  },
};
