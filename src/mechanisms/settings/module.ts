import { changed } from '#platform/live.ts';
import { newId } from '#platform/ids.ts';
import { type Actions, defineModule, type Queries, type Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { settings as contract, type Setting } from './contract.ts';
import { whyNotChange } from './rules.ts';
import { declaredSettings, forgetSettings } from './settings.ts';

const queries: Queries<typeof contract> = {
  list: async (ctx) => ({ settings: await all(ctx) }),

  async history({ db }, { params }) {
    const rows = await db
      .selectFrom('settingChanges as c')
      .innerJoin('people as p', 'p.id', 'c.changedBy')
      .select(['c.id', 'c.oldValue', 'c.newValue', 'c.why', 'c.changedAt', 'p.id as personId', 'p.name'])
      .where('c.name', '=', params.name)
      .orderBy('c.changedAt', 'desc')
      .limit(100)
      .execute();
    return { changes: rows.map(({ personId, name, oldValue, newValue, ...row }) => ({ ...row, oldValue: oldValue as number, newValue: newValue as number, changedBy: { id: personId, name } })) };
  },
};

const actions: Actions<typeof contract> = {
  /** A figure of the plan gets another value, with the reason; what runs is reckoned anew. */
  async change(ctx, { params, body }) {
    const standing = declaredSettings().get(params.name);
    if (!standing) throw notFound();
    ctx.refuse(...whyNotChange(body.value, standing));
    const value = JSON.stringify(body.value);
    const before = (await all(ctx)).find(({ name }) => name === params.name)!;
    await ctx.db
      .insertInto('settings')
      .values({ name: params.name, value, changedAt: ctx.now, changedBy: ctx.actor.id })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, changedAt: ctx.now, changedBy: ctx.actor.id }))
      .execute();
    await ctx.db
      .insertInto('settingChanges')
      .values({ id: newId(), name: params.name, oldValue: JSON.stringify(before.value), newValue: value, why: body.why, changedAt: ctx.now, changedBy: ctx.actor.id })
      .execute();
    ctx.tell('settings.changed', { name: params.name });
    forgetSettings(ctx.db);
    return (await all(ctx)).find(({ name }) => name === params.name)!;
  },
};

const all = async ({ db }: Pick<Reading, 'db'>): Promise<Setting[]> => {
  const rows = await db.selectFrom('settings as s').innerJoin('people as p', 'p.id', 's.changedBy').select(['s.name', 's.value', 's.changedAt', 'p.id', 'p.name as person']).execute();
  return [...declaredSettings()].map(([name, standing]) => {
    const changed = rows.find((row) => row.name === name);
    return {
      name,
      value: (changed?.value as Setting['value']) ?? standing.value,
      standard: standing.value,
      unit: standing.unit,
      clause: standing.clause,
      zh: standing.zh,
      en: standing.en,
      least: standing.least ?? null,
      most: standing.most ?? null,
      changedAt: changed?.changedAt ?? null,
      changedBy: changed ? { id: changed.id, name: changed.person } : null,
    };
  });
};

export const settings = defineModule({
  name: 'settings',
  contract,
  queries,
  actions,
  listens: {
    'settings.changed': async ({ db }) => {
      forgetSettings(db);
      await changed(db, { keys: 'all', what: ['settings', 'deadlines'] });
    },
  },
  grants: { 'settings.read': ['admin', 'office.director', 'auditor'], 'settings.change': ['admin'] },
});
