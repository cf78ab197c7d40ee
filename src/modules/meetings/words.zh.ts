import type { Words } from '#platform/words.ts';
import type { meetings } from './contract.ts';

/** Those of approvals are worded there. */
type Elsewhere = 'approvals.nobody_chosen' | 'approvals.running_already' | 'approvals.step_has_nobody';
type Worded = { refusals: Omit<Words<typeof meetings, never, never>['refusals'], Elsewhere> };

export const zh = {
  kinds: { leaders: '校长办公会', routine: '行政例会', special: '专题会', staff: '教职工大会' },
  topicStates: { applied: '待安排', returned: '已退回', scheduled: '已列入会议', deferred: '暂缓，待安排', dealt: '已议', withdrawn: '已撤回' },
  meetingStates: { draft: '拟稿', approving: '审批中', approved: '已批准，待通知', called: '已通知', cancelled: '已取消' },
  itemStates: { planned: '列入', dealt: '已议', deferred: '暂缓' },
  replies: { comes: '参加', deputy: '委托他人参加', leave: '请假' },
  refusals: {
    'meetings.person_unknown': '所选的人不在名册中，或已离校。',
    'meetings.file_unknown': '找不到上传的文件，请重新上传。',
    'meetings.not_the_applicant': '只有申请人和本部门负责人可以改。',
    'meetings.topic_taken_up': '议题已列入会议或已办完，不能再改。',
    'meetings.topic_not_waiting': '议题不在待安排之列，可能刚被别的会议列入。',
    'meetings.no_agenda': '请至少列入一个议题。',
    'meetings.agenda_too_long': '各议题的时间加起来超过了会议时长。',
    'meetings.topic_twice': '同一个议题选了两次。',
    'meetings.topic_elsewhere': '议题刚刚列入了另一个会议。',
    'meetings.starts_in_the_past': '开会时间已经过了，请改时间。',
    'meetings.not_a_plan': '会议正在审批或已发通知，不能这样改。',
    'meetings.changed_meanwhile': '别人刚刚改过这个会议，请重新打开再改。',
    'meetings.not_a_draft': '会议不是拟稿状态，不用再送审。',
    'meetings.notice_too_late': '离开会不足规定的工作日。请改时间，或写明紧急召开的原因报批。',
    'meetings.calendar_unknown': '那一年的校历还没有公布，算不出工作日。请先公布校历，或写明紧急召开的原因报批。',
    'meetings.not_approved': '会议还没有批准，或已经发过通知。',
    'meetings.not_called': '会议还没有发通知，或已取消。',
    'meetings.has_begun': '会议时间已到，不能再改。',
    'meetings.moved_too_soon': '提前开会，离新的时间也要有规定的工作日。',
    'meetings.cancelled_already': '会议已经取消。',
    'meetings.not_asked': '这个会议没有通知本人。',
    'meetings.deputy_missing': '请选代为参加的人。',
    'meetings.deputy_asked_already': '所选的人本来就参加这个会议，请另选。',
    'meetings.why_away': '请写明不能参加的原因。',
    'meetings.nobody_silent': '都已回执，不用催。',
    'meetings.urged_just_now': '半小时内刚催过。',
  },
  permissions: { 'meetings.take_part': '申请议题、参加会议', 'meetings.read_all': '查看全部会议和议题', 'meetings.manage': '安排会议、发会议通知' },
  acts: {
    'meetings.applyTopic': '申请议题', 'meetings.applyAgain': '重新申请', 'meetings.changeTopic': '修改议题', 'meetings.returnTopic': '退回议题', 'meetings.withdrawTopic': '撤回议题', 'meetings.deferTopic': '议题暂缓',
    'meetings.plan': '安排会议', 'meetings.changePlan': '修改安排', 'meetings.sendForApproval': '送领导审批', 'meetings.call': '发会议通知', 'meetings.changeCalled': '变更会议', 'meetings.cancelMeeting': '取消会议',
    'meetings.reply': '回执', 'meetings.reply_comes': '回执：参加', 'meetings.reply_deputy': '回执：委托他人参加', 'meetings.reply_leave': '回执：请假', 'meetings.urgeReplies': '催回执',
  },
  messages: {
    'meetings.topic_returned': '议题退回：{title}。{reason}',
    'meetings.approved': '会议已批准，请发通知：{title}',
    'meetings.called': '会议通知：{title}，{when}，{place}',
    'meetings.changed': '会议变更：{title}，改为 {when}，{place}。{why}',
    'meetings.cancelled': '会议取消：{title}，原定 {when}。{why}',
    'meetings.deputised': '{person} 委托参加会议：{title}，{when}，{place}',
    'meetings.leave_asked': '{person} 请假，不参加会议：{title}，{when}。{why}',
    'meetings.reply_urged': '请回执：{title}，{when}，{place}',
  },
} satisfies Worded & Record<string, object>;
