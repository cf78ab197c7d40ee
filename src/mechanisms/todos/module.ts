import { changed } from '#platform/live.ts';
import { defineModule } from '#platform/module.ts';
import { todos as contract } from './contract.ts';
import { queries } from './queries.ts';

export const todos = defineModule({
  name: 'todos',
  contract,
  queries,
  actions: {},
  listens: {
    'todos.changed': async ({ db }, { keys }: { keys: string[] }) => void (await changed(db, { keys, what: ['todos'] })),
  },
});
