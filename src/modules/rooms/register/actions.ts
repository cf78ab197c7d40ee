import { sql } from 'kysely';
import { openRecord } from '#mechanisms/access/records.ts';
import { newId } from '#platform/ids.ts';
import { changed } from '#platform/live.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { RoomFields } from '../nouns.ts';
import type { register as contract } from './contract.ts';
import { lockRoom } from './rooms.ts';
import { whyNotBlackout, whyNotBringBack, whyNotEndBlackout, whyNotKeep, whyNotTakeOut } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'addRoom' | 'correctRoom' | 'takeOut' | 'bringBack' | 'setEquipment' | 'addBlackout' | 'endBlackout'>> = {
  async addRoom(ctx, { body }) {
    ctx.refuse(...whyNotKeep(body, await known(ctx)));
    const id = newId();
    await ctx.db.insertInto('rooms').values({ ...columns(body), id, position: sql<number>`(select coalesce(max(position), 0) + 1 from rooms)`, createdAt: ctx.now, createdBy: ctx.actor.id }).execute();
    await openRecord(ctx, { id, kind: 'room', title: body.name, allPermission: 'rooms.read', clearance: 0 });
    tellSearch(ctx, id, body);
    await fit(ctx, id, body);
    return seenAnew(ctx, id);
  },

  async correctRoom(ctx, { params, body }) {
    const { id } = await lockRoom(ctx, params.roomId);
    ctx.refuse(...whyNotKeep(body, await known(ctx)));
    await ctx.db.updateTable('rooms').set(columns(body)).where('id', '=', id).execute();
    await ctx.db.updateTable('records').set({ title: body.name }).where('id', '=', id).execute();
    tellSearch(ctx, id, body);
    await ctx.db.deleteFrom('roomFixtures').where('roomId', '=', id).execute();
    await fit(ctx, id, body);
    return seenAnew(ctx, id);
  },

  /** 停用: nothing new is booked; what is booked stands until somebody cancels it. */
  async takeOut(ctx, { params, body: { why } }) {
    const room = await lockRoom(ctx, params.roomId);
    ctx.refuse(...whyNotTakeOut(room));
    await ctx.db.updateTable('rooms').set({ outOfUseAt: ctx.now, outOfUseBy: ctx.actor.id, outOfUseWhy: why }).where('id', '=', room.id).execute();
    return seenAnew(ctx, room.id);
  },

  async bringBack(ctx, { params }) {
    const room = await lockRoom(ctx, params.roomId);
    ctx.refuse(...whyNotBringBack(room));
    await ctx.db.updateTable('rooms').set({ outOfUseAt: null, outOfUseBy: null, outOfUseWhy: null }).where('id', '=', room.id).execute();
    return seenAnew(ctx, room.id);
  },

  /** A kind of equipment, and how many of it can be carried to a room. */
  async setEquipment(ctx, { body: { name, movable } }) {
    const { id } = await ctx.db.insertInto('roomEquipment').values({ id: newId(), name, movable, position: sql<number>`(select coalesce(max(position), 0) + 1 from room_equipment)` })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ movable })).returning('id').executeTakeFirstOrThrow();
    return seenAnew(ctx, id);
  },

  async addBlackout(ctx, { body: { from, to, ...rest } }) {
    const room = rest.roomId === null || (await ctx.db.selectFrom('rooms').select('id').where('id', '=', rest.roomId).executeTakeFirst());
    const people = await ctx.db.selectFrom('people').select('id').where(sql<boolean>`id = any(${rest.excepted}::uuid[])`).execute();
    ctx.refuse(...whyNotBlackout({ from, to }, { now: ctx.now, roomKnown: room !== undefined, peopleKnown: people.length === new Set(rest.excepted).size }));
    const id = newId();
    await ctx.db.insertInto('roomBlackouts').values({ ...rest, id, startsAt: from, endsAt: to, createdAt: ctx.now, createdBy: ctx.actor.id }).execute();
    return seenAnew(ctx, id);
  },

  async endBlackout(ctx, { params }) {
    const blackout = await ctx.db.selectFrom('roomBlackouts').select(['id', 'endedAt']).where('id', '=', params.blackoutId).forNoKeyUpdate().executeTakeFirstOrThrow(notFound);
    ctx.refuse(...whyNotEndBlackout(blackout));
    await ctx.db.updateTable('roomBlackouts').set({ endedAt: ctx.now, endedBy: ctx.actor.id }).where('id', '=', blackout.id).execute();
    return seenAnew(ctx, blackout.id);
  },
};

const tellSearch = (ctx: Ctx<any>, recordId: string, { name, building, remark }: RoomFields) => ctx.tell('search.record_changed', { recordId, title: name, number: '', body: [building, remark].filter(Boolean).join('\n') });

const columns = ({ fixtures: _, hours, ...room }: RoomFields) => ({ ...room, hours: JSON.stringify(hours) });

const fit = async ({ db }: Ctx<any>, roomId: string, { fixtures }: RoomFields) => {
  if (fixtures.length) await db.insertInto('roomFixtures').values(fixtures.map((one) => ({ ...one, roomId }))).execute();
};

const known = async ({ db }: Ctx<any>) => ({
  equipment: (await db.selectFrom('roomEquipment').select('id').execute()).map(({ id }) => id),
  departments: (await db.selectFrom('departments').select('id').where('closedAt', 'is', null).execute()).map(({ id }) => id),
});

const seenAnew = async (ctx: Ctx<any>, id: string) => {
  await changed(ctx.db, { keys: 'all', what: ['rooms'] });
  return { id };
};
