import { openRecord } from '#mechanisms/access/records.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { takeNumber } from '#mechanisms/registers/registers.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import { calledTo } from '../meetings.ts';
import { areKnown } from '../people.ts';
import { lockResolution, titleOf } from '../resolutions/resolutions.ts';
import { seenAnew } from '../topics/topics.ts';
import type { Resolved, sitting as contract } from './contract.ts';
import { momentOf, whyNotCorrect, whyNotResolve, whyNotSay } from './rules.ts';
import { holdItem, holdPoint, holdSitting } from './sitting.ts';
import type { z } from 'zod';

export const writing: Actions<Pick<typeof contract, 'addPoint' | 'changePoint' | 'removePoint' | 'resolve' | 'correctResolution'>> = {
  async addPoint(ctx, { params, body: { at, ...point } }) {
    const meeting = await holdSitting(ctx, params.meetingId);
    if (point.itemId) await ctx.db.selectFrom('meetingItems').select('id').where('id', '=', point.itemId).where('meetingId', '=', meeting.id).executeTakeFirstOrThrow(notFound);
    const id = newId();
    await ctx.db.insertInto('meetingPoints').values({ id, meetingId: meeting.id, ...point, at: momentOf(at, { least: meeting.begunAt!, now: ctx.now }), by: ctx.actor.id }).execute();
    await seenAnew(ctx);
    return { id };
  },

  async changePoint(ctx, { params, body }) {
    const { id } = await holdPoint(ctx, params.pointId);
    await ctx.db.updateTable('meetingPoints').set(body).where('id', '=', id).execute();
    await seenAnew(ctx);
    return { id };
  },

  async removePoint(ctx, { params }) {
    const { id, meetingId } = await holdPoint(ctx, params.pointId);
    await ctx.db.deleteFrom('meetingPoints').where('id', '=', id).execute();
    await seenAnew(ctx);
    return { id: meetingId };
  },

  /** It has its number at once; it goes to whoever carries it out when the meeting ends, as it then says. */
  async resolve(ctx, { params, body }) {
    const { item, meeting } = await holdItem(ctx, params.itemId);
    ctx.refuse(...whyNotResolve(item), ...whyNotSay(body, await knownOf(ctx, body)));
    const id = newId();
    await openRecord(ctx, { id, kind: 'resolution', title: titleOf(body), allPermission: 'meetings.read_all', clearance: 0, readers: [ctx.actor.id, ...(await calledTo(ctx, meeting.id))] });
    await tellHistory(ctx, id, 'meetings.resolve', {});
    const number = await takeNumber(ctx, 'meetings.resolution');
    await ctx.db.insertInto('resolutions').values({ id, number, itemId: item.id, ...body, state: 'open', recordedBy: ctx.actor.id, recordedAt: ctx.now }).execute();
    await ctx.db.updateTable('records').set({ number }).where('id', '=', id).execute();
    ctx.tell('search.record_changed', { recordId: id, title: titleOf(body), number, body: body.text });
    await seenAnew(ctx);
    return { id, number };
  },

  async correctResolution(ctx, { params, body }) {
    const { itemId } = await ctx.db.selectFrom('resolutions').select('itemId').where('id', '=', params.resolutionId).executeTakeFirstOrThrow(notFound);
    await holdItem(ctx, itemId);
    const resolution = await lockResolution(ctx, params.resolutionId);
    ctx.refuse(...whyNotCorrect(resolution), ...whyNotSay(body, await knownOf(ctx, body)));
    await ctx.db.updateTable('resolutions').set(body).where('id', '=', resolution.id).execute();
    await ctx.db.updateTable('records').set({ title: titleOf(body) }).where('id', '=', resolution.id).execute();
    ctx.tell('search.record_changed', { recordId: resolution.id, title: titleOf(body), number: resolution.number, body: body.text });
    await tellHistory(ctx, resolution.id, 'meetings.correctResolution', {});
    await seenAnew(ctx);
    return { id: resolution.id };
  },
};

const knownOf = async (ctx: Ctx<any>, { departmentId, assisting, ownerId }: z.infer<typeof Resolved>) => {
  const wanted = [...new Set([departmentId, ...assisting])];
  const open = await ctx.db.selectFrom('departments').select('id').where('id', 'in', wanted).where('closedAt', 'is', null).execute();
  return { today: dayOf(ctx.now), known: open.length === wanted.length, ownerKnown: await areKnown(ctx, [ownerId]) };
};
