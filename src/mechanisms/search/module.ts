import { defineModule } from '#platform/module.ts';
import { settle } from './ages.ts';
import { search } from './contract.ts';
import { type Findable, followRecord, indexRecord } from './entries.ts';
import { queries } from './queries.ts';

export const searchModule = defineModule({
  name: 'search',
  contract: search,
  queries,
  actions: {},
  jobs: { 'search.settle': { work: ({ db }) => settle(db), cron: '17 * * * *', timeout: 3000 } },
  listens: {
    'search.record_changed': async ({ db }, changed: Findable) => {
      const record = await db.selectFrom('records').select('clearance').where('id', '=', changed.recordId).executeTakeFirst();
      await indexRecord(db, record?.clearance ? { ...changed, body: '' } : changed);
    },
    'search.record_moved': ({ db }, { recordId }: { recordId: string }) => followRecord(db, recordId),
  },
});
