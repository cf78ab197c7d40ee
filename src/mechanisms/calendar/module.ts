import { defineModule } from '#platform/module.ts';
import { actions } from './actions.ts';
import { calendar as contract } from './contract.ts';
import { queries } from './queries.ts';
import { transfers } from './transfers.ts';

export const calendar = defineModule({
  name: 'calendar',
  contract,
  queries,
  actions,
  transfers,
  constraints: { timetables_one_for_the_rest: 'calendar.one_for_the_rest' },
  grants: { 'calendar.manage': ['admin', 'office.director'] },
});
