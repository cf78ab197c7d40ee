import { attach, detach, usable } from '#mechanisms/files/files.ts';
import { newId } from '#platform/ids.ts';
import type { Actions } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { seenAnew } from '../bookings/booking.ts';
import { lockRoom } from '../register/rooms.ts';
import type { photos as contract } from './contract.ts';
import { whyNotAddPhoto } from './rules.ts';

export const actions: Actions<typeof contract> = {
  async addPhoto(ctx, { params, body: { fileId } }) {
    const { id: roomId } = await lockRoom(ctx, params.roomId);
    const { photos } = await ctx.db.selectFrom('roomPhotos').select(({ fn }) => fn.countAll<string>().as('photos')).where('roomId', '=', roomId).executeTakeFirstOrThrow();
    ctx.refuse(...whyNotAddPhoto(await usable(ctx, fileId), { photos: Number(photos) }));
    await attach(ctx, { fileId, recordId: roomId, role: 'photo' });
    // The same one again is the one that is there.
    const row = await ctx.db.insertInto('roomPhotos').values({ id: newId(), roomId, fileId, addedAt: ctx.now, addedBy: ctx.actor.id }).onConflict((conflict) => conflict.columns(['roomId', 'fileId']).doUpdateSet({ roomId })).returning('id').executeTakeFirstOrThrow();
    await seenAnew(ctx);
    return row;
  },

  async removePhoto(ctx, { params }) {
    const { id, roomId, fileId } = await ctx.db.deleteFrom('roomPhotos').where('id', '=', params.photoId).returning(['id', 'roomId', 'fileId']).executeTakeFirstOrThrow(notFound);
    await detach(ctx, { fileId, recordId: roomId, role: 'photo' });
    await seenAnew(ctx);
    return { id };
  },
};
