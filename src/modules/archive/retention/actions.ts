import { sql } from 'kysely';
import type { Actions } from '#platform/module.ts';
import { seenAnew } from '../items.ts';
import { departmentsCoded } from './codes.ts';
import type { retention as contract } from './contract.ts';
import { whyNotSaveTable, whyNotSetCode } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'saveTable' | 'setCode'>> = {
  /** A new edition; what is archived already keeps what it has. */
  async saveTable(ctx, { body: { base, rules, why } }) {
    await sql`lock table archive_rules in share row exclusive mode`.execute(ctx.db);
    const { newest } = await ctx.db.selectFrom('archiveRules').select(({ fn }) => fn.max('edition').as('newest')).executeTakeFirstOrThrow();
    ctx.refuse(...whyNotSaveTable(rules, { base, newest }));
    await ctx.db.insertInto('archiveRules').values({ edition: newest + 1, at: ctx.now, by: ctx.actor.id, why, rules: JSON.stringify(rules) }).execute();
    await seenAnew(ctx);
    return { edition: newest + 1 };
  },

  async setCode(ctx, { params: { departmentId }, body: { code } }) {
    const department = (await departmentsCoded(ctx)).find(({ id }) => id === departmentId);
    if (!department) ctx.refuse('archive.department_unknown');
    const used = await ctx.db.selectFrom('archiveItems').select('id').where('departmentId', '=', departmentId).limit(1).executeTakeFirst();
    ctx.refuse(...whyNotSetCode({ code: department!.code, items: used ? 1 : 0 }, code));
    const set = { code, setAt: ctx.now, setBy: ctx.actor.id };
    await ctx.db.insertInto('archiveCodes').values({ departmentId, ...set }).onConflict((conflict) => conflict.column('departmentId').doUpdateSet(set)).execute();
    await seenAnew(ctx);
    return { code };
  },
};
