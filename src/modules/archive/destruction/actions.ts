import { openRecord } from '#mechanisms/access/records.ts';
import { submit } from '#mechanisms/approvals/approvals.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { nextInYear } from '#mechanisms/registers/registers.ts';
import { settle, withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import { holdPackages, seenAnew, visibleTo } from '../items.ts';
import { archivistIds } from '../loans/loans.ts';
import { destroyAll, holdAll } from '../sources.ts';
import type { destruction as contract } from './contract.ts';
import { lockList, standingOf } from './lists.ts';
import { whyNotDestroy, whyNotGiveUp, whyNotJudge, whyNotList, whyNotWitness } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'listForDestruction' | 'destroy' | 'giveUpList'>> = {
  /** 销毁清册: each item judged; its number is taken last. */
  async listForDestruction(ctx, { body: { appraisal, items } }) {
    const ids = items.map(({ itemId }) => itemId);
    if (new Set(ids).size < ids.length) ctx.refuse('archive.document_twice');
    const year = Number(dayOf(ctx.now).slice(0, 4));
    const found = await heldItems(ctx, ids);
    for (const item of found) ctx.refuse(...whyNotList({ ...item, withdrawn: item.withdrawnAt !== null, destroyed: item.destroyedAt !== null }, { year }));
    for (const item of items) ctx.refuse(...whyNotJudge(item, { year }));
    const id = newId();
    const { seq } = await nextInYear(ctx, 'archive.destruction');
    const number = `${year}-${String(seq).padStart(3, '0')}`;
    await openRecord(ctx, { id, kind: 'destruction', number, title: `档案销毁清册 ${number}`, allPermission: 'archive.see_destruction', clearance: Math.max(...found.map(({ secrecy }) => secrecy)), readers: [ctx.actor.id] });
    await ctx.db.insertInto('archiveDestructions').values({ id, year, seq, number, appraisal, state: 'asked', madeAt: ctx.now, madeBy: ctx.actor.id }).execute();
    await ctx.db.insertInto('archiveDestructionItems').values(inOrder(items, found).map(({ verdict, keepUntil, ...item }, i) => ({ ...item, listId: id, position: i + 1, verdict, keepUntil: verdict === 'keep' ? keepUntil : null }))).execute();
    await tellHistory(ctx, id, 'archive.listForDestruction', { number, note: appraisal });
    await submit(ctx, { recordId: id, subject: 'archive.destruction', facts: { items: items.length, longest: found.some(({ retention }) => retention === 'D30') }, drafterId: ctx.actor.id, departmentId: ctx.actor.departmentId });
    await seenAnew(ctx);
    return { id, number };
  },

  /** 销毁: the lines stay, marked; what the documents say goes with this, the files after the commit. */
  async destroy(ctx, { params: { listId }, body }) {
    await holdPackages(ctx);
    const list = await lockList(ctx, listId);
    ctx.refuse(...whyNotDestroy(list, { actor: ctx.actor.id }), ...whyNotWitness(list, body, { today: dayOf(ctx.now), archivists: [...(await archivistIds(ctx)), ctx.actor.id] }));
    const known = await ctx.db.selectFrom('people').select('id').where('id', 'in', body.witnesses).where('disabledAt', 'is', null).execute();
    if (known.length < 2) ctx.refuse('archive.witness_unknown');
    const items = await heldToDestroy(ctx, listId);
    const ids = items.map(({ id }) => id);
    await ctx.db.updateTable('archiveItems').set({ destroyedAt: ctx.now, destructionId: listId }).where('id', 'in', ids).execute();
    await ctx.db.updateTable('archiveFiles').set({ erasedAt: ctx.now }).where('itemId', 'in', ids).where('erasedAt', 'is', null).execute();
    await destroyAll(ctx, items.map(({ recordId }) => recordId));
    await ctx.db.updateTable('archiveDestructions').set({ state: 'done', doneAt: ctx.now, doneBy: ctx.actor.id, doneOn: body.on, witnessA: body.witnesses[0]!, witnessB: body.witnesses[1]! }).where('id', '=', listId).execute();
    for (const { recordId, number } of items) await tellHistory(ctx, recordId, 'archive.destroy', { number, note: `销毁清册 ${list.number}` });
    await tellHistory(ctx, listId, 'archive.destroy', { number: list.number });
    await settle(ctx, { recordId: listId, what: 'archive.destroy' });
    ctx.tell('archive.destroyed', { listId });
    await seenAnew(ctx);
    return { id: listId };
  },

  /** 放弃销毁: what was to be destroyed is free again; what the list keeps longer stays so. */
  async giveUpList(ctx, { params: { listId }, body: { reason } }) {
    const list = await lockList(ctx, listId);
    ctx.refuse(...whyNotGiveUp(list));
    await ctx.db.updateTable('archiveDestructions').set({ state: 'given_up', givenUpAt: ctx.now, givenUpBy: ctx.actor.id, givenUpWhy: reason }).where('id', '=', listId).execute();
    await tellHistory(ctx, listId, 'archive.giveUpList', { number: list.number, reason });
    await withdraw(ctx, { recordId: listId, what: 'archive.destroy' });
    await seenAnew(ctx);
    return { id: listId };
  },
};

/** The documents first and then their items, each in the order of their ids, as everybody holds them. */
const heldToDestroy = async (ctx: Ctx<any>, listId: string) => {
  const of = ctx.db.selectFrom('archiveDestructionItems as x').innerJoin('archiveItems as i', 'i.id', 'x.itemId').select(['i.id', 'i.recordId', 'i.number']).where('x.listId', '=', listId).where('x.verdict', '=', 'destroy').orderBy('i.id');
  await holdAll(ctx, (await of.execute()).map(({ recordId }) => recordId));
  return of.forNoKeyUpdate('i').execute();
};

/** The items, held until the transaction ends; only then is it asked what speaks against them, so that nobody borrows one meanwhile. */
const heldItems = async (ctx: Ctx<any>, ids: readonly string[]) => {
  const held = await visibleTo(ctx).select('i.id').where('i.id', 'in', [...ids]).orderBy('i.id').forNoKeyUpdate('i').execute();
  if (held.length < ids.length) throw notFound();
  const { lent, listed } = standingOf(dayOf(ctx.now));
  return ctx.db.selectFrom('archiveItems as i').select(['i.id', 'i.year', 'i.retention', 'i.code', 'i.seq', 'i.secrecy', 'i.withdrawnAt', 'i.destroyedAt', 'i.dueAfter', lent.as('lent'), listed.as('listed')]).where('i.id', 'in', [...ids]).orderBy('i.year').orderBy('i.retention').orderBy('i.code').orderBy('i.seq').execute();
};

/** In the order of the numbers, however they were chosen. */
const inOrder = <T extends { itemId: string }>(items: readonly T[], found: readonly { id: string }[]) => {
  const chosen = new Map(items.map((item) => [item.itemId, item]));
  return found.map(({ id }) => chosen.get(id)!);
};
