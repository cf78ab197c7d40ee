import type { Words } from '#platform/words.ts';
import type { ApprovalState, approvals, submitting } from './contract.ts';

type Worded = Pick<Words<typeof approvals, ApprovalState, never>, 'states' | 'refusals'> & { refusals: Record<(typeof submitting)[number], string> };

export const zh = {
  labels: {
    approval: '审批', trail: '审批过程', routes: '审批流程', round: '第 {n} 轮', next: '下一步', notNeeded: '本次不经过', open: '待签', done: '已签', expected: '由', instead_own_draft: '本人拟稿，改由上一级签署', instead_vacant: '岗位空缺，改由上一级签署',
    approve: '同意', return: '退回', refuse: '不同意', opinion: '意见', returnTo: '退回到', toDrafter: '拟稿人', thenAlso: '加签（在我之后）', addBefore: '加签（在我之前）', handOn: '转签', recall: '撤回', urge: '催签', resubmit: '修改后重新送签', why: '理由',
    added_before: '由 {name} 前加签', added_after: '由 {name} 后加签', added_instead: '由 {name} 转签', withdrawn: '不再需要', deputy: '{name} 代', tookLong: '用时', waiting: '已等', urgedAt: '已催',
    step: '步骤', stepTitle: '名称', who: '签署人', mode: '方式', when: '经过条件', always: '总是经过', batch: '可在待办中批量同意', add: '添加步骤', remove: '删除', up: '上移', down: '下移', publish: '发布新版本', whyPublish: '修改原因', try: '试运行', version: '版本', shipped: '系统自带', history: '历次版本', inForce: '现行', gaps: '以下步骤会无人签署',
    drafter: '拟稿人', department: '拟稿部门', condition: '条件', addCondition: '添加条件', discard: '放弃修改', batchApprove: '批量同意', selected: '已选 {n} 项',
  },
  modes: { one: '一人同意即可', all: '全部同意', in_order: '依次签署' },
  who: { role: '岗位', head: '拟稿部门负责人', leader: '分管校领导', person: '指定人员', chosen: '送签时选定', heads_of: '所选部门负责人' },
  compare: { one_of: '是', none_of: '不是', at_least: '不低于', below: '低于', yes: '有', no: '无' },
  decisions: { approved: '同意', returned: '退回', refused: '不同意', handed_on: '转签' },
  states: { running: '审批中', returned: '已退回拟稿人', approved: '已通过', refused: '未通过', recalled: '已撤回' },
  refusals: {
    'approvals.running_already': '已经在审批中。',
    'approvals.not_yours': '这一步不由你签署。',
    'approvals.own_draft': '自己拟的稿不能由自己签署。',
    'approvals.already_decided': '这一步已经有人签署或不再需要，请刷新后查看。',
    'approvals.not_your_turn': '还没有轮到你签署。',
    'approvals.opinion_missing': '退回或不同意时，请写明意见。',
    'approvals.no_such_step': '只能退回到前面经过的步骤。',
    'approvals.person_unknown': '所选的人不存在或已停用。',
    'approvals.signs_already': '所选的人已在这一步的签署人中。',
    'approvals.urged_just_now': '刚刚催过，请稍后再催。',
    'approvals.not_the_drafter': '只有拟稿人可以撤回。',
    'approvals.already_ended': '审批已经结束。',
    'approvals.no_steps': '流程至少要有一个步骤。',
    'approvals.step_twice': '有两个步骤用了同一个标识。',
    'approvals.condition_does_not_fit': '有的条件与字段不符。',
    'approvals.may_need_nobody': '每个步骤都带条件，可能出现无人签署的情况：至少保留一个总是经过的步骤。',
    'approvals.step_has_nobody': '有的步骤无人签署，请先补齐岗位或改换签署人。',
    'approvals.route_changed_meanwhile': '流程刚被别人改过，请刷新后在新版本上修改。',
  },
  messages: {
    'approvals.asked': '请审批：{title}',
    'approvals.urged': '催签：{title} 等待你签署',
    'approvals.returned': '退回修改：{title}',
    'approvals.refused': '未通过审批：{title}',
  },
  todos: { 'approvals.sign': '请审批', 'approvals.resubmit': '退回修改' },
  acts: {
    'approvals.submit': '送签', 'approvals.approved': '同意', 'approvals.returned': '退回', 'approvals.refused': '不同意', 'approvals.handed_on': '转签', 'approvals.addBefore': '加签', 'approvals.urge': '催签', 'approvals.recall': '撤回',
  },
} satisfies Worded & Record<string, object>;
