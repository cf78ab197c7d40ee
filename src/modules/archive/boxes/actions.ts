import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { seenAnew } from '../items.ts';
import { lockBox, type Place, unboxed } from './boxes.ts';
import type { boxes as contract } from './contract.ts';
import { divided, type Spine, whyNotBox, whyNotTakeApart } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'box' | 'noteBox' | 'takeApart'>> = {
  /** 装盒 as it was shown: what changed meanwhile makes a new proposal. */
  async box(ctx, { body: { boxes, ...place } }) {
    const wanted = boxes as { spine: Spine; to: number }[];
    const items = await unboxed(ctx, place).forNoKeyUpdate().execute();
    ctx.refuse(...whyNotBox(items, wanted));
    const before = await lastSeq(ctx, place);
    const made = divided(items, wanted).map((box, i) => ({ ...box, id: newId(), seq: before + i + 1 }));
    await ctx.db.insertInto('archiveBoxes').values(made.map(({ id, seq, spine }) => ({ id, ...place, departmentId: items[0]!.departmentId, seq, spine, madeAt: ctx.now, madeBy: ctx.actor.id }))).execute();
    for (const box of made) await ctx.db.updateTable('archiveItems').set({ boxId: box.id }).where('id', 'in', box.items.map(({ id }) => id)).execute();
    await seenAnew(ctx);
    return { boxes: made.map(({ id, seq }) => ({ id, seq })) };
  },

  /** 备考表 */
  async noteBox(ctx, { params, body }) {
    const box = await lockBox(ctx, params.boxId);
    if (box.apartAt) ctx.refuse('archive.apart_already');
    await ctx.db.updateTable('archiveBoxes').set(body).where('id', '=', box.id).execute();
    await seenAnew(ctx);
    return { id: box.id };
  },

  /** 拆盒: its items are in no box again, and its number is free for the next. */
  async takeApart(ctx, { params, body: { reason } }) {
    const box = await lockBox(ctx, params.boxId);
    ctx.refuse(...whyNotTakeApart({ apartAt: box.apartAt, last: (await lastSeq(ctx, box as unknown as Place)) === box.seq }));
    await ctx.db.updateTable('archiveItems').set({ boxId: null }).where('boxId', '=', box.id).execute();
    await ctx.db.updateTable('archiveBoxes').set({ apartAt: ctx.now, apartBy: ctx.actor.id, apartWhy: reason }).where('id', '=', box.id).execute();
    await seenAnew(ctx);
    return { id: box.id };
  },
};

const lastSeq = async ({ db }: Ctx<any>, { year, retention, code }: Place) =>
  (await db.selectFrom('archiveBoxes').select(({ fn }) => fn.max('seq').as('seq')).where('year', '=', year).where('retention', '=', retention).where('code', '=', code).where('apartAt', 'is', null).executeTakeFirstOrThrow()).seq ?? 0;
