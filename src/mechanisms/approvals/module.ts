import { everybody } from '#mechanisms/access/roles.ts';
import { declarePromises } from '#mechanisms/deadlines/promises.ts';
import { declareMessages } from '#mechanisms/notifications/wording.ts';
import { defineModule } from '#platform/module.ts';
import { actions } from './actions.ts';
import { approvals as contract } from './contract.ts';
import { listens } from './listens.ts';
import { queries } from './queries.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

declarePromises([
  {
    name: 'approvals.sign', kind: 'office_hours', length: { setting: 'approvals.sign_hours', unit: 'hours' }, warn: { share: 0.75 }, escalate: { after: { minutes: 240 }, to: 'office.director' },
    zh: { title: '审批', from: '送签', to: '签署意见' }, en: { title: 'Approval', from: 'sent for approval', to: 'decided' },
  },
]);
declareMessages(zh.messages, en.messages, {
  'approvals.asked': { mail: 'on_wish', zh: '请审批', en: 'To approve' },
  'approvals.urged': { mail: 'always', zh: '催签', en: 'Urged to approve' },
  'approvals.returned': { mail: 'usually', zh: '审批退回', en: 'Returned' },
  'approvals.warned': { mail: 'on_wish', zh: '审批将到时限', en: 'Approval due soon' },
  'approvals.late': { mail: 'usually', zh: '审批超时', en: 'Approval late' },
  'approvals.escalated': { mail: 'always', zh: '审批超时上报', en: 'Approval still late' },
  'approvals.approved': { mail: 'on_wish', zh: '审批通过', en: 'Approved' },
  'approvals.refused': { mail: 'usually', zh: '审批未通过', en: 'Not approved' },
});

export const approvals = defineModule({
  name: 'approvals',
  contract,
  queries,
  actions,
  listens,
  constraints: { approval_routes_pkey: 'approvals.route_changed_meanwhile', approvals_one_open: 'approvals.already_decided', approval_signers_once: 'approvals.signs_already' },
  settings: {
    'approvals.sign_hours': { value: 8, unit: 'hours', clause: 'SLA-1', zh: '审批签署时限（办公小时）', en: 'A signer decides within (office hours)', least: 1, most: 240 },
    'approvals.urge_pause_minutes': { value: 10, unit: 'minutes', clause: 'SLA-1', zh: '两次催签的最短间隔（分钟）', en: 'Shortest time between two urges of a signer (minutes)', least: 0, most: 1440 },
  },
  grants: { 'approvals.sign': everybody, 'approvals.routes': ['office.director', 'admin'], 'approvals.urge_all': ['office.clerk', 'office.director'] },
});
