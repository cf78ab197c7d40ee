import { everybody } from '#mechanisms/access/roles.ts';
import { declareMessages } from '#mechanisms/notifications/wording.ts';
import { defineModule } from '#platform/module.ts';
import { actions } from './actions.ts';
import { organisation as contract } from './contract.ts';
import { listens } from './listens.ts';
import { messages } from './messages.ts';
import { queries } from './queries.ts';
import { transfers } from './transfers.ts';

declareMessages(messages.zh, messages.en, {});

export const organisation = defineModule({
  name: 'organisation',
  contract,
  queries,
  actions,
  transfers,
  listens,
  constraints: { departments_name_key: 'organisation.name_taken', school_pkey: 'organisation.school_exists', people_username_key: 'organisation.lines_have_faults' },
  grants: {
    'organisation.read': [...everybody, 'admin', 'security'],
    'organisation.manage': ['admin'],
    'organisation.export': ['admin', 'office.director', 'office.clerk'],
    'leaves.manage': ['office.director', 'office.clerk'],
  },
});
