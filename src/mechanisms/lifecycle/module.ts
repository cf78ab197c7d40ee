import { readable } from '#mechanisms/access/records.ts';
import { grantsOf } from '#mechanisms/access/who.ts';
import { defineModule } from '#platform/module.ts';
import { lifecycle as contract } from './contract.ts';
import { historyOf } from './history.ts';
import { lives } from './lives.ts';

export const lifecycle = defineModule({
  name: 'lifecycle',
  contract,
  queries: {
    async lives({ db }) {
      const grants = [...(await grantsOf(db))];
      const rolesWith = (permission: string | undefined) => grants.filter(([, permissions]) => permissions.has(permission ?? '')).map(([role]) => role);
      return { lives: lives().map((life) => presented(life, rolesWith)) };
    },

    async record(ctx, { params }) {
      const { id, kind } = await readable(ctx, params.recordId);
      return { id, kind };
    },

    async history(ctx, { params }) {
      await readable(ctx, params.recordId);
      return { lines: await historyOf(ctx, params.recordId) };
    },
  },
  actions: {},
});

const presented = ({ kind, zh, en, states, starts, ends, transitions, permissions }: ReturnType<typeof lives>[number], rolesWith: (permission: string | undefined) => string[]) => ({
  kind,
  zh: zh.title,
  en: en.title,
  states: states.map((name) => ({ name, zh: zh.states[name]!, en: en.states[name]!, starts: starts.includes(name), ends: ends.includes(name) })),
  acts: Object.entries(transitions).map(([name, { from, to, or = null }]) => ({ name, zh: zh.acts[name]!, en: en.acts[name]!, from: [...from], to, or, roles: rolesWith(permissions.get(name)) })),
});
