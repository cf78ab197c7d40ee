import { sql } from 'kysely';
import { everybodyKey, membersKey } from '#mechanisms/access/keys.ts';
import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf, instantOf } from '#platform/time.ts';
import { levels } from '../nouns.ts';
import { manage, read, whyNotManage } from '../rules.ts';
import { settleRights } from '../shelves.ts';
import { type Held, lockItem, lockTree } from '../tree.ts';
import type { rights as contract } from './contract.ts';

export const actions: Actions<Pick<typeof contract, 'grant' | 'withdraw' | 'setInheritance' | 'makeLink' | 'openLink'>> = {
  async grant(ctx, { params, body: { kind, subjectId, level } }) {
    const item = await lockManaged(ctx, params.itemId);
    const key = await keyOf(ctx, kind, subjectId);
    if (!key) ctx.refuse('library.subject_unknown');
    const given = { level: levels.indexOf(level) + 1, givenBy: ctx.actor.id, givenAt: ctx.now };
    const { id } = await ctx.db
      .insertInto('libraryGrants')
      .values({ id: newId(), itemId: item.id, kind, subjectId: kind === 'everybody' ? null : subjectId, key: key!, ...given })
      .onConflict((conflict) => conflict.columns(['itemId', 'key']).doUpdateSet(given))
      .returning('id')
      .executeTakeFirstOrThrow();
    await refuseOrphan(ctx, item);
    await settled(ctx, item, 'library.grant', { kind, level, subject: await nameOf(ctx, kind, subjectId) });
    if (kind === 'person' && subjectId !== ctx.actor.id) ctx.tell('library.shared', { itemId: item.id, name: item.name, personId: subjectId, by: ctx.actor.name, level });
    return { id };
  },

  /** It holds at once, for everything below, in lists, search and files. */
  async withdraw(ctx, { params }) {
    await lockTree(ctx);
    const grant = await ctx.db.selectFrom('libraryGrants').selectAll().where('id', '=', params.grantId).executeTakeFirstOrThrow(notFound);
    const item = await lockItem(ctx, grant.itemId);
    ctx.refuse(...whyNotManage(item));
    await ctx.db.deleteFrom('libraryGrants').where('id', '=', grant.id).execute();
    await ctx.db.deleteFrom('passes').where('key', '=', grant.kind === 'link' ? grant.key : newId()).execute();
    await refuseOrphan(ctx, item);
    await settled(ctx, item, 'library.withdraw', { kind: grant.kind, subject: await nameOf(ctx, grant.kind, grant.subjectId) });
    return { id: item.id };
  },

  async setInheritance(ctx, { params, body: { inherits } }) {
    const item = await lockManaged(ctx, params.itemId);
    if (item.isTop) ctx.refuse('library.is_top');
    await ctx.db.updateTable('libraryItems').set({ inherits }).where('id', '=', item.id).execute();
    await settled(ctx, item, 'library.setInheritance', { inherits });
    return { id: item.id };
  },

  async makeLink(ctx, { params, body: { endsOn } }) {
    const item = await lockManaged(ctx, params.itemId);
    if (endsOn < dayOf(ctx.now)) ctx.refuse('library.ends_before_it_starts');
    const id = newId();
    const endsAt = new Date(Date.parse(instantOf(endsOn)) + 86_400_000).toISOString();
    await ctx.db.insertInto('libraryGrants').values({ id, itemId: item.id, kind: 'link', subjectId: null, key: id, level: read, givenBy: ctx.actor.id, givenAt: ctx.now, endsAt }).execute();
    await settled(ctx, item, 'library.makeLink', { endsOn });
    return { id };
  },

  /** Whoever opens it holds its key until the link ends or is taken back. */
  async openLink(ctx, { params }) {
    const link = await ctx.db.selectFrom('libraryGrants as g').innerJoin('libraryItems as i', 'i.id', 'g.itemId').select(['g.key', 'g.endsAt', 'i.id', 'i.isFolder']).where('g.id', '=', params.grantId).where('g.kind', '=', 'link').forShare('g').executeTakeFirst();
    if (!link || link.endsAt! <= ctx.now || ctx.actor.clearance < 0) ctx.refuse('library.link_ended');
    await ctx.db.insertInto('passes').values({ personId: ctx.actor.id, key: link!.key, endsAt: link!.endsAt! }).onConflict((conflict) => conflict.doNothing()).execute();
    return { itemId: link!.id, isFolder: link!.isFolder };
  },
};

const lockManaged = async (ctx: Ctx<any>, id: string) => {
  await lockTree(ctx);
  const item = await lockItem(ctx, id);
  ctx.refuse(...whyNotManage(item));
  return item;
};

const settled = async (ctx: Ctx<any>, item: Held, what: string, details: object) => {
  await settleRights(ctx.db, item.id);
  if (!item.isFolder) await tellHistory(ctx, item.id, what, details);
  ctx.tell('library.changed', {});
};

/** At the top somebody must remain who manages; below, whoever manages above does. */
const refuseOrphan = async (ctx: Ctx<any>, item: Held) => {
  if (!item.isTop) return;
  const left = await ctx.db.selectFrom('libraryGrants').select('id').where('itemId', '=', item.id).where('level', '=', manage).where('kind', '!=', 'everybody').limit(1).executeTakeFirst();
  if (!left) ctx.refuse('library.nobody_manages');
};

const keyOf = async ({ db }: Ctx<any>, kind: 'person' | 'department' | 'everybody', subjectId: string | null) => {
  if (kind === 'everybody') return everybodyKey;
  if (!subjectId) return undefined;
  const { rows: [known] } = await sql`select from ${kind === 'person' ? sql`people where id = ${subjectId} and disabled_at is null` : sql`departments where id = ${subjectId} and closed_at is null`}`.execute(db);
  if (!known) return undefined;
  return kind === 'person' ? subjectId : membersKey(subjectId);
};

const nameOf = async ({ db }: Ctx<any>, kind: string, subjectId: string | null) => {
  if (!subjectId) return '';
  const found = await db.selectFrom(kind === 'person' ? 'people' : 'departments').select('name').where('id', '=', subjectId).executeTakeFirst();
  return found?.name ?? '';
};
