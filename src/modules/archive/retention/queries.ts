import { sql } from 'kysely';
import type { Answer } from '#platform/contract.ts';
import type { Queries } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { departmentsCoded } from './codes.ts';
import type { retention as contract } from './contract.ts';
import { whyNotSetCode } from './rules.ts';

type Table = Answer<typeof contract.table>;

export const queries: Queries<Pick<typeof contract, 'table' | 'codes'>> = {
  async table({ db }, { query }) {
    const editions = await db.selectFrom('archiveRules as r').leftJoin('people as p', 'p.id', 'r.by').select(['r.edition', 'r.at', 'r.why', sql<Table['editions'][number]['by']>`as_person(p.id, p.name)`.as('by')]).orderBy('r.edition', 'desc').limit(200).execute();
    const edition = query.edition ?? editions[0]!.edition;
    const { rules } = await db.selectFrom('archiveRules').select('rules').where('edition', '=', edition).executeTakeFirstOrThrow(notFound);
    return { edition, rules: rules as unknown as Table['rules'], editions };
  },

  async codes(ctx) {
    const items = new Map((await ctx.db.selectFrom('archiveItems').select(['departmentId', ({ fn }) => fn.countAll<string>().as('n')]).groupBy('departmentId').execute()).map(({ departmentId, n }) => [departmentId, Number(n)]));
    const departments = (await departmentsCoded(ctx)).filter(({ id, closedAt, kept }) => !closedAt || kept || items.has(id));
    const may = ctx.actor.permissions.has('archive.manage');
    return {
      codes: departments.map(({ id, name, code, kept }) => {
        const facts = { code, items: items.get(id) ?? 0 };
        return { department: { id, name }, code, kept, items: facts.items, whyNot: (may ? { setCode: whyNotSetCode(facts) } : {}) as Record<string, string[]> };
      }),
    };
  },
};
