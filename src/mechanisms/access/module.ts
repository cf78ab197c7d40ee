import { defineModule } from '#platform/module.ts';
import { actions } from './actions.ts';
import { access as contract } from './contract.ts';
import { queries } from './queries.ts';
import { transfers } from './sign-in.ts';

export const access = defineModule({
  name: 'access',
  contract,
  queries,
  actions,
  transfers,
  constraints: { people_username_key: 'access.username_taken', posts_once: 'access.post_held' },
  grants: { 'accounts.manage': ['admin'], 'roles.manage': ['security'], 'roles.read': ['security', 'admin', 'auditor'] },
});
