import { everybody } from '#mechanisms/access/roles.ts';
import { defineModule } from '#platform/module.ts';
import { actions } from './actions.ts';
import { organisation as contract } from './contract.ts';
import { queries } from './queries.ts';
import { transfers } from './transfers.ts';

export const organisation = defineModule({
  name: 'organisation',
  contract,
  queries,
  actions,
  transfers,
  constraints: { departments_name_key: 'organisation.name_taken', school_pkey: 'organisation.school_exists', people_username_key: 'organisation.lines_have_faults' },
  grants: {
    'organisation.read': [...everybody, 'admin', 'security'],
    'organisation.manage': ['admin'],
    'leaves.manage': ['office.director', 'office.clerk', 'admin'],
  },
});
