import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound, refused } from '#platform/problem.ts';
import { seenAnew } from '../documents.ts';
import type { templates as contract } from './contract.ts';
import { textOf } from './queries.ts';
import { type Text, whyNotPrefer, whyNotReturn, whyNotSave, whyNotWithdraw, whyNotWrite } from './rules.ts';

type Changing = Pick<typeof contract, 'addTemplate' | 'saveTemplate' | 'preferTemplate' | 'withdrawTemplate' | 'returnTemplate'>;

export const actions: Actions<Changing> = {
  /** The first of a 文种 is its default. */
  async addTemplate(ctx, { body: { kind, text } }) {
    await holdAll(ctx);
    ctx.refuse(...whyNotWrite(text));
    const id = newId();
    const there = await ctx.db.selectFrom('outgoingTemplates').select(({ fn }) => [fn.max('position').as('last'), sql<boolean>`coalesce(bool_or(is_default), false)`.as('hasDefault')]).where('kind', '=', kind).executeTakeFirstOrThrow();
    await ctx.db.insertInto('outgoingTemplates').values({ id, kind, name: text.name, position: (there.last ?? 0) + 1, isDefault: !there.hasDefault }).execute();
    await keep(ctx, { id, version: 1 }, text, '');
    return { id, version: 1 };
  },

  async saveTemplate(ctx, { params, body: { text, why, base } }) {
    const { id, version, facts } = await locked(ctx, params.templateId);
    ctx.refuse(...whyNotSave(facts, { base, version, before: await textOf(ctx, id, version), after: text }));
    await ctx.db.updateTable('outgoingTemplates').set({ version: version + 1, name: text.name }).where('id', '=', id).execute();
    await keep(ctx, { id, version: version + 1 }, text, why);
    return { id, version: version + 1 };
  },

  async preferTemplate(ctx, { params }) {
    const { id, kind, version, facts } = await locked(ctx, params.templateId);
    ctx.refuse(...whyNotPrefer(facts));
    await ctx.db.updateTable('outgoingTemplates').set({ isDefault: false }).where('kind', '=', kind).where('isDefault', '=', true).execute();
    return changedTo(ctx, { id, version }, { isDefault: true });
  },

  /** It is offered no more; what was begun from it still shows it. */
  async withdrawTemplate(ctx, { params, body: { why } }) {
    const { id, version, facts } = await locked(ctx, params.templateId);
    ctx.refuse(...whyNotWithdraw(facts));
    return changedTo(ctx, { id, version }, { isDefault: false, withdrawnAt: ctx.now, withdrawnBy: ctx.actor.id, withdrawnWhy: why });
  },

  async returnTemplate(ctx, { params }) {
    const { id, version, facts } = await locked(ctx, params.templateId);
    ctx.refuse(...whyNotReturn(facts));
    return changedTo(ctx, { id, version }, { isDefault: facts.others === 0, withdrawnAt: null, withdrawnBy: null, withdrawnWhy: null });
  },
};

/** The version from which a draft says that it began; one withdrawn since still counts, for the draft was typed before. */
export const begunFromOne = async (ctx: Ctx<any>, begun: { id: string; version: number } | null) => {
  if (!begun) return {};
  const there = await ctx.db.selectFrom('outgoingTemplateVersions').select('version').where('templateId', '=', begun.id).where('version', '=', begun.version).executeTakeFirst();
  if (!there) throw refused(['outgoing.template_unknown']);
  return { templateId: begun.id, templateVersion: begun.version };
};

/** Few change templates, and seldom: one after the other, so that each kind keeps one default. */
const holdAll = (ctx: Ctx<any>) => sql`lock table outgoing_templates in share row exclusive mode`.execute(ctx.db);

const locked = async (ctx: Ctx<any>, templateId: string) => {
  await holdAll(ctx);
  const { id, kind, version, isDefault, withdrawnAt } = await ctx.db.selectFrom('outgoingTemplates').selectAll().where('id', '=', templateId).executeTakeFirstOrThrow(notFound);
  const others = await ctx.db.selectFrom('outgoingTemplates').select('id').where('kind', '=', kind).where('id', '<>', id).where('withdrawnAt', 'is', null).execute();
  return { id, kind, version, facts: { isWithdrawn: withdrawnAt !== null, isDefault, others: others.length } };
};

const keep = async (ctx: Ctx<any>, { id, version }: { id: string; version: number }, text: Text, why: string) => {
  await ctx.db.insertInto('outgoingTemplateVersions').values({ ...text, templateId: id, version, at: ctx.now, by: ctx.actor.id, why }).execute();
  await seenAnew(ctx);
};

const changedTo = async (ctx: Ctx<any>, { id, version }: { id: string; version: number }, set: { isDefault: boolean; withdrawnAt?: string | null; withdrawnBy?: string | null; withdrawnWhy?: string | null }) => {
  await ctx.db.updateTable('outgoingTemplates').set(set).where('id', '=', id).execute();
  await seenAnew(ctx);
  return { id, version };
};
