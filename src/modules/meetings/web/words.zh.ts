export const zh = {
  labels: {
    meetings: '会议', topics: '议题', newMeeting: '安排会议', applyTopic: '申请议题', show: '显示', coming: '将开', held: '已召开', past: '已开', all: '全部', waiting: '待安排', mine: '我申请的',
    noMeetings: '没有会议。办公室从待安排的议题中安排会议，批准后发通知，参会人在这里看到。', noTopics: '没有议题。部门在这里申请，说明要研究什么、需要多少分钟。', urgentCount: '今年已通知 {called} 次会议，其中紧急召开 {urgent} 次',
    kind: '类别', title: '名称', when: '时间', place: '地点', chair: '主持人', minuteTaker: '记录人', state: '状态', myReply: '我的回执', urgent: '紧急召开', toAnswer: '请回执',
    topic: '议题', why: '理由', minutes: '需要分钟', minutesUnit: '{n} 分钟', wishedOn: '希望哪天之前', attendees: '建议参加的人', materials: '材料', department: '部门', appliedBy: '申请人', appliedAt: '申请时间', deferrals: '暂缓次数', said: '原因', source: '来源收文', history: '办理过程', taken: '列入过的会议',
    changeTopic: '修改后重新申请', editTopic: '修改', returnTopic: '退回', withdrawTopic: '撤回', reason: '原因', stub: '（涉密，不显示标题）',
    starts: '开会时间', lasts: '会议时长（分钟）', prepare: '需准备的材料', urgentWhy: '紧急召开的原因（不足规定工作日时填写）', attends: '参加', observes: '列席', agenda: '议程', presenter: '汇报人', addTopic: '列入议题', remove: '移出', up: '上移', down: '下移', total: '议题合计 {sum} 分钟，会议 {minutes} 分钟',
    save: '保存', checks: '时间与人员核对', fits: '没有冲突', restDay: '{day} 不是工作日{name}', missingYear: '{year} 年的校历还没有公布', latest: '通知发出的最迟时间（提前 {days} 个工作日）：', tooLate: '离开会不足 {days} 个工作日，须写明紧急召开的原因报批', meetingClash: '{person} 已有会议：{what}', leaveClash: '{person} 离岗：{what}', placeClash: '地点已有会议：{what}',
    sendForApproval: '送领导审批', changePlan: '修改安排', call: '发会议通知', changeCalled: '变更', cancelMeeting: '取消会议', urgeReplies: '催回执', reply: '回执', beginMeeting: '开始会议', endMeeting: '结束会议', endThen: '结束后不能再改记录，决议交到责任人手中，开始计时。', topicsLeft: '这些议题还没有结果，将作暂缓处理：', outOfTime: '时间已到，另行研究', urged: '已催 {n} 人',
    deputy: '代为参加的人', whyAway: '原因', cancelThen: '所有通知到的人都会收到取消通知，议题退回待安排。', callThen: '通知进入每位参会人的待办，同时发邮件。', changeThen: '所有参会人都会收到变更通知，时间改变的要重新回执。',
    ledger: '决议台账', exportLedger: '导出台账', open: '办理中', late: '逾期', ofMyDepartment: '本部门的', noResolutions: '没有决议。开会时由记录人在议程下记录，记下后就在这里，办结核对后销号。', number: '编号', resolution: '决议事项', inCharge: '责任部门', owner: '责任人', assisting: '协办部门', dueOn: '时限', extensions: '延期', fromMeeting: '会议', closed: '销号', progress: '进展', noProgress: '还没有报进展。', saidDone: '报办结', evidence: '佐证材料', until: '延到', waits: '待批复', granted: '同意', notGranted: '未同意',
    reportProgress: '报进展', askDeferral: '申请延期', decideDeferral: '批复延期', closeResolution: '销号', sendBack: '退回续办', urge: '催办', isDone: '已全部办完，报办公室核对', grant: '同意', refuse: '不同意', checkedDone: '已核对，办结', dropIt: '不再办理', checkNote: '核对情况', addResolution: '记决议', settleItem: '记结果',
    people: '参会人', answered: '已回执 {n} 人，共 {all} 人', silent: '未回执', changes: '变更记录', facts: '会议通知', noticeOf: '通知发出', whoForWhom: '{who}代{whom}',
  },
};
