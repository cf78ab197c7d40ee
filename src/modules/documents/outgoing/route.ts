import type { Subject } from '#mechanisms/approvals/subjects.ts';
import { kinds } from './nouns.ts';

const policy = { field: 'route', is: 'one_of' as const, values: ['policy'] };
const upward = { field: 'route', is: 'one_of' as const, values: ['upward'] };
const ordinary = { field: 'route', is: 'one_of' as const, values: ['ordinary'] };
const step = { mode: 'one' as const, batch: false };

/** OUT-2 and 条例第十九条: the head of the drafting department, 会签, the office, and by type the supervisor, the leader in charge or the principal. */
export const subject: Subject = {
  name: 'outgoing.document',
  place: 10,
  zh: '发文', en: 'Outgoing document',
  chooses: true,
  fields: {
    route: { zh: '类型', en: 'Type', type: 'choice', choices: { ordinary: { zh: '一般发文', en: 'Ordinary' }, policy: { zh: '制度类', en: 'Policy' }, upward: { zh: '上行文', en: 'Upward' } } },
    kind: { zh: '文种', en: 'Kind', type: 'choice', choices: Object.fromEntries(kinds.map((kind) => [kind, { zh: kind, en: kind }])) },
    department: { zh: '拟稿部门', en: 'Drafting department', type: 'department' },
    countersign: { zh: '会签部门', en: 'Countersigning departments', type: 'departments' },
    urgent: { zh: '紧急', en: 'Urgent', type: 'flag' },
    copies: { zh: '主送单位数', en: 'Number of main recipients', type: 'number' },
  },
  steps: [
    { ...step, key: 'head', title: '部门负责人核稿', who: { kind: 'head' }, when: [] },
    { ...step, key: 'countersign', title: '会签', who: { kind: 'heads_of', field: 'countersign' }, mode: 'all', when: [{ field: 'countersign', is: 'yes' }] },
    { ...step, key: 'office', title: '办公室核稿', who: { kind: 'role', role: 'office.director' }, when: [{ field: 'route', is: 'one_of', values: ['policy', 'upward'] }] },
    { ...step, key: 'supervisor', title: '主管签发', who: { kind: 'role', role: 'office.director' }, when: [ordinary] },
    { ...step, key: 'leader', title: '分管校领导签发', who: { kind: 'leader' }, when: [policy] },
    { ...step, key: 'principal', title: '校长签发', who: { kind: 'role', role: 'principal' }, when: [upward] },
  ],
};
