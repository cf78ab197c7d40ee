import { sql } from 'kysely';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import { kinds } from '../nouns.ts';
import type { TemplateLine, TemplateOne, templates as contract } from './contract.ts';
import { begunFrom, factsOn, whyNotPrefer, whyNotReturn, whyNotSave, whyNotWithdraw } from './rules.ts';

type Person = TemplateLine['savedBy'];

export const queries: Queries<Pick<typeof contract, 'templates' | 'template' | 'templateVersion' | 'beginning'>> = {
  /** By 文种 in the order of the regulation, the default first. */
  async templates(ctx) {
    const lines = await linesOf(ctx).orderBy('t.withdrawnAt', (by) => by.nullsFirst()).orderBy('t.isDefault', 'desc').orderBy('t.position').execute();
    return { templates: lines.map(line).toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)) };
  },

  async template(ctx, { params: { templateId } }) {
    const row = await linesOf(ctx).select(['t.withdrawnWhy', 'w.id as withdrawerId', 'w.name as withdrawer', 'v.title', 'v.body', 'v.closing', 'v.note', uses, others]).where('t.id', '=', templateId).executeTakeFirstOrThrow(notFound);
    const { title, body, closing, note, mainTo, name } = row;
    const versions = await ctx.db.selectFrom('outgoingTemplateVersions as v').leftJoin('people as p', 'p.id', 'v.by').select(['v.version', 'v.at', 'v.why', sql<Person>`as_person(p.id, p.name)`.as('by')]).where('v.templateId', '=', templateId).orderBy('v.version', 'desc').execute();
    const facts = { isWithdrawn: row.withdrawnAt !== null, isDefault: row.isDefault, others: row.others };
    return {
      ...line(row), text: { name, title, mainTo, body, closing, note }, versions, uses: row.uses, withdrawnWhy: row.withdrawnWhy,
      withdrawnBy: row.withdrawerId && row.withdrawer ? { id: row.withdrawerId, name: row.withdrawer } : null,
      whyNot: { save: whyNotSave(facts), prefer: whyNotPrefer(facts), withdraw: whyNotWithdraw(facts), return: whyNotReturn(facts) },
    } satisfies TemplateOne;
  },

  templateVersion: async ({ db }, { params }) => textOf({ db }, params.templateId, Number(params.number)),

  async beginning(ctx, { params: { templateId } }) {
    const { version, withdrawnAt } = await ctx.db.selectFrom('outgoingTemplates').select(['version', 'withdrawnAt']).where('id', '=', templateId).executeTakeFirstOrThrow(notFound);
    if (withdrawnAt) throw notFound();
    const template = await textOf(ctx, templateId, version);
    return { template: { id: templateId, version }, name: template.name, ...begunFrom(template, factsOn(dayOf(ctx.now), await whoDrafts(ctx))) };
  },
};

export const textOf = async ({ db }: Pick<Reading, 'db'>, templateId: string, version: number) =>
  db.selectFrom('outgoingTemplateVersions').select(['name', 'title', 'mainTo', 'body', 'closing', 'note']).where('templateId', '=', templateId).where('version', '=', version).executeTakeFirstOrThrow(notFound);

const linesOf = ({ db }: Pick<Reading, 'db'>) =>
  db.selectFrom('outgoingTemplates as t')
    .innerJoin('outgoingTemplateVersions as v', (join) => join.onRef('v.templateId', '=', 't.id').onRef('v.version', '=', 't.version'))
    .leftJoin('people as p', 'p.id', 'v.by').leftJoin('people as w', 'w.id', 't.withdrawnBy')
    .select(['t.id', 't.kind', 't.name', 'v.mainTo', 't.isDefault', 't.version', 'v.at as savedAt', 't.withdrawnAt', sql<Person>`as_person(p.id, p.name)`.as('savedBy')]);

const line = ({ id, kind, name, mainTo, isDefault, version, savedAt, savedBy, withdrawnAt }: Omit<TemplateLine, 'kind'> & { kind: string }): TemplateLine => ({ id, kind: kind as TemplateLine['kind'], name, mainTo, isDefault, version, savedAt, savedBy, withdrawnAt });

const uses = sql<number>`(select count(*)::int from outgoing_documents d where d.template_id = t.id)`.as('uses');
const others = sql<number>`(select count(*)::int from outgoing_templates o where o.kind = t.kind and o.id <> t.id and o.withdrawn_at is null)`.as('others');

const whoDrafts = async ({ db, actor }: Reading) =>
  db.selectFrom('people as p').innerJoin('departments as d', (join) => join.on('d.id', '=', actor.departmentId)).select(['p.name as person', 'd.name as department', sql<string>`(select name from school)`.as('school')]).where('p.id', '=', actor.id).executeTakeFirstOrThrow(notFound);
