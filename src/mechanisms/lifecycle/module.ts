import { readable } from '#mechanisms/access/records.ts';
import { defineModule } from '#platform/module.ts';
import { lifecycle as contract } from './contract.ts';
import { historyOf } from './history.ts';

export const lifecycle = defineModule({
  name: 'lifecycle',
  contract,
  queries: {
    async history(ctx, { params }) {
      await readable(ctx, params.recordId);
      return { lines: await historyOf(ctx, params.recordId) };
    },
  },
  actions: {},
});
