import { defineModule, type Listener } from '#platform/module.ts';
import { deadlines as contract } from './contract.ts';
import { previewOf } from './preview.ts';
import { queries } from './queries.ts';
import { onDue, tick } from './tick.ts';

const renewSoon: Listener = (ctx) => ctx.enqueue('deadlines.renew', {});

export const deadlines = defineModule({
  name: 'deadlines',
  contract,
  queries,
  actions: {},
  transfers: { preview: (ctx, { body }) => previewOf(ctx, body) },
  listens: { 'deadlines.due': onDue, 'calendar.changed': renewSoon, 'settings.changed': renewSoon },
  jobs: {
    'deadlines.tick': { cron: '* * * * *', retries: 0, timeout: 300, work: ({ db, now }) => tick(db, now()) },
    'deadlines.renew': { timeout: 300, work: ({ db, now }) => tick(db, now()) },
  },
});
