import type { Words } from '#platform/words.ts';
import type { ApprovalState, approvals, submitting } from './contract.ts';

type Worded = Pick<Words<typeof approvals, ApprovalState, never>, 'states' | 'refusals'> & { refusals: Record<(typeof submitting)[number], string> };

export const zh = {
  labels: {
    approval: '审批', trail: '审批过程', round: '第 {n} 轮', shippedRoute: '按系统自带流程', ofVersion: '按流程第 {n} 版', earlier: '以前的审批', drafted: '拟稿送签',
    approve: '同意', approveSaying: '同意并附意见', return: '退回', refuse: '不同意', opinion: '意见', returnTo: '退回到', toDrafter: '拟稿人 {name}', thenAlso: '同意并请他人再签', addBefore: '先请他人签', handOn: '转签', recall: '撤回', urge: '催签', why: '理由', people: '人员', person: '转给', note: '请他人看什么', moreActs: '退回、加签、转签',
    approveThen: '同意后由“{next}”继续。', approveLast: '同意后审批即通过。', approveOthers: '{names}也签完后再往下走。', signed: '已签署：{decision}', askedNote: '{name} 请你看：{note}', returnThen: '退回后从所选的步骤重新签起，已有意见都保留。', refuseThen: '不同意后审批即结束，拟稿人可以另行送签。已有意见都保留。', addBeforeThen: '所请的人签完以后，再轮到你。', recallThen: '撤回后审批即结束，没有签的人不再需要签。已有意见都保留。', handOnThen: '转签后由对方签署，你不再签。',
    phrases: ['同意。', '同意，请按程序办理。', '已阅，无意见。'], lost: '{who}已于此前签署：{decision}。你写的没有提交：', gone: '这一步不再需要你签。你写的没有提交：',
    for: '代 {name}', signsFor: '你代 {name} 签署', withdrawn: '不再需要', tookLong: '用时', waiting: '已等', urgedAt: '催过',
    hours: '{h} 小时 {m} 分', minutes: '{m} 分', office: '（办公时间）', atOnce: '不到 1 分钟',
    because: '因为：{why}', notBecause: '本次不经过：{why}', and: '，且', waitsForDrafter: '等拟稿人 {name} 修改后重新送签', notYourTurnYet: '依次签署，还没有轮到',
    returnedHint: '已退回给你修改。改好后重新送签，从第一步签起。',
    or: '、',
  },
  conditions: { one_of: '{field}为{values}', none_of: '{field}不为{values}', at_least: '{field}不低于{values}', below: '{field}低于{values}', yes: '{field}：是', no: '{field}：否', some: '有{field}', none: '没有{field}', failed: '须{condition}，本件{said}', said: '{field}为{values}', unsaid: '{field}未填' },
  added: { before: '{name} 请先签', after: '{name} 请后签', instead: '{name} 转来', succeeds: '接替 {name}' },
  instead: { own_draft: '原签署人是拟稿人，改由上一级签署', vacant: '岗位空缺，改由上一级签署' },
  modes: { one: '一人同意即可', all: '全部同意', in_order: '依次签署' },
  decisions: { approved: '同意', returned: '退回', refused: '不同意', handed_on: '转签' },
  standing: { done: '已签', open: '待签', next: '下一步', not_needed: '不经过' },
  states: { running: '审批中', returned: '已退回拟稿人', approved: '已通过', refused: '未通过', recalled: '已撤回' },
  refusals: {
    'approvals.running_already': '已经在审批中。',
    'approvals.not_yours': '这一步不由你签署。',
    'approvals.own_draft': '自己拟的稿不能由自己签署。',
    'approvals.already_decided': '这一步已经有人签署或不再需要，请刷新后查看。',
    'approvals.not_your_turn': '还没有轮到你签署。',
    'approvals.needs_reading': '这一步须打开阅后签署，不能批量同意。',
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
    'approvals.warned': '即将超时，请签署：{title}{due?，须在 {due} 前签署}',
    'approvals.late': '审批已超时：{title}{whom?（在 {whom} 处）}{due?，应于 {due} 前签署}{toldLate?（本通知在到时之后才发出）}',
    'approvals.escalated': '超时未签，请督促：{title}{whom?（在 {whom} 处）}{due?，应于 {due} 前签署}{toldLate?（本通知在到时之后才发出）}',
  },
  todos: { 'approvals.sign': '请审批', 'approvals.resubmit': '退回修改' },
  acts: {
    'approvals.submit': '送签', 'approvals.approved': '同意', 'approvals.returned': '退回', 'approvals.refused': '不同意', 'approvals.handed_on': '转签', 'approvals.addBefore': '加签', 'approvals.urge': '催签', 'approvals.recall': '撤回',
  },
} satisfies Worded & Record<string, object>;
