import { changed } from '#platform/live.ts';
import { defineModule } from '#platform/module.ts';
import { todos as contract } from './contract.ts';
import { queries } from './queries.ts';
import { follow } from './todos.ts';

export const todos = defineModule({
  name: 'todos',
  contract,
  queries,
  actions: {},
  listens: {
    // A limit that moved with the calendar or a setting moves in the inbox, too.
    'deadlines.moved': async ({ db, tell }, { clocks }: { clocks: { clockId: string; dueAt: string | null }[] }) => {
      for (const { clockId, dueAt } of clocks) {
        const rows = await db.updateTable('todos').set({ dueAt }).where('clockId', '=', clockId).where('doneAt', 'is', null).returning(['personId', 'departmentId']).execute();
        if (rows.length) tell('todos.changed', { keys: rows.map(({ personId, departmentId }) => personId ?? departmentId) });
      }
    },
    'deadlines.stopped': async ({ db, tell }, { clockIds }: { clockIds: string[] }) => {
      const keys = await follow({ db }, clockIds);
      if (keys.length) tell('todos.changed', { keys });
    },
    'todos.changed': async ({ db }, { keys }: { keys: string[] }) => void (await changed(db, { keys, what: ['todos'] })),
  },
});
