import { defineModule } from '#platform/module.ts';
import { actions, transfers } from './actions.ts';
import { access as contract } from './contract.ts';
import { queries } from './queries.ts';
import { sweep } from './sweep.ts';

export const access = defineModule({
  name: 'access',
  contract,
  queries,
  actions,
  transfers,
  constraints: { people_username_key: 'access.username_taken', posts_once: 'access.post_held' },
  jobs: { 'access.sweep': { cron: '20 3 * * *', work: ({ db, now }) => sweep(db, now()) } },
  settings: {
    'access.session_idle_hours': { value: 8, unit: 'hours', clause: 'GB/T 22239-2019 8.1.4.1', zh: '无操作多久后自动退出', en: 'Signed out after so long without use', least: 1, most: 72 },
    'access.session_days': { value: 7, unit: 'days', clause: 'GB/T 22239-2019 8.1.4.1', zh: '登录最长保持', en: 'A session lasts at most', least: 1, most: 30 },
  },
  grants: { 'accounts.manage': ['admin'], 'roles.manage': ['security'], 'roles.read': ['security', 'admin', 'auditor'] },
});
