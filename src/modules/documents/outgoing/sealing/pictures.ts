import { usable } from '#mechanisms/files/files.ts';
import { pathOf } from '#mechanisms/files/store.ts';
import { newId } from '#platform/ids.ts';
import type { Moves, Transfer } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { outgoing } from '../contract.ts';

export const transfers: Pick<Moves<typeof outgoing>, 'addSeal' | 'changeSeal'> = {
  async addSeal(ctx, { body }) {
    await refusePicture(ctx, body.picture);
    const id = newId();
    return ctx.commit(body, async ({ db, now }) => {
      await db.insertInto('seals').values({ ...body, id, createdAt: now }).execute();
      return { id };
    });
  },

  async changeSeal(ctx, { params, body: { retire, keeperId, picture, width } }) {
    await refusePicture(ctx, picture);
    return ctx.commit({ sealId: params.sealId, keeperId, picture, width, retire }, async ({ db, now }) => {
      const set = { ...(keeperId && { keeperId }), ...(width && { width }), ...(picture !== undefined && { picture }), ...(retire && { retiredAt: now }) };
      if (!Object.keys(set).length) return { id: params.sealId };
      return db.updateTable('seals').set(set).where('id', '=', params.sealId).returning('id').executeTakeFirstOrThrow(notFound);
    });
  },
};

const most = { bytes: 2 * 1024 ** 2, pixels: 4000 };

/** A PNG of a red impression on a clear ground: anything else would cover what it is pressed upon. */
const refusePicture = async (ctx: Transfer<any>, picture: string | null | undefined) => {
  if (!picture) return;
  const file = await usable(ctx, picture);
  if (!file) return ctx.refuse('outgoing.file_unknown');
  if (file.type !== 'image/png') ctx.refuse('outgoing.seal_not_png');
  if (Number(file.size) > most.bytes) ctx.refuse('outgoing.seal_too_large');
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(pathOf(file.sha256)).metadata().catch(() => ({ width: 0, height: 0 }));
  if (!width || !height) ctx.refuse('outgoing.seal_not_png');
  if (Math.max(width, height) > most.pixels) ctx.refuse('outgoing.seal_too_large');
  const seen = await seenIn(pathOf(file.sha256));
  if (seen.clear < 0.2) ctx.refuse('outgoing.seal_not_clear');
  if (seen.red < 0.9) ctx.refuse('outgoing.seal_not_red');
};

/** Which part of it is clear, and which part of the rest is red. */
const seenIn = async (path: string) => {
  const { default: sharp } = await import('sharp');
  const { data } = await sharp(path).resize(200, 200, { fit: 'inside' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const count = { all: data.length / 4, clear: 0, red: 0 };
  for (let at = 0; at < data.length; at += 4) {
    const [r, g, b, opaque] = data.subarray(at, at + 4) as unknown as [number, number, number, number];
    if (opaque < 64) count.clear += 1;
    else if (r > 120 && r > g + 40 && r > b + 40) count.red += 1;
  }
  return { clear: count.clear / count.all, red: count.red / Math.max(1, count.all - count.clear) };
};
