export const zh = {
  labels: {
    title: '接口说明', say: '其他系统可以调用与页面相同的接口，办理规则由服务器执行，与页面一致。', find: '按地址、名称、权限或拒绝原因查找', count: '{n} 个接口', none: '没有符合的接口。',
    token: '怎样取得令牌', tokenHow: '在“我的账号”的“接口令牌”中新建，令牌只显示一次。每次请求带上下面的请求头；令牌能办的事与本人相同，随时可以吊销。', toAccount: '去新建令牌',
    permission: '权限', parameters: '参数', refuses: '拒绝原因', request: '请求示例', answer: '返回示例', body: '请求内容', fields: '全部字段', bytes: '文件内容', failures: '出错时返回 application/problem+json，codes 中是拒绝原因的代码。', optional: '可不填',
  },
  statuses: { 400: '内容有误', 401: '没有登录或令牌失效', 403: '没有权限', 404: '没有找到，或无权查看', 422: '不符合办理规则，codes 中逐条列出原因', 429: '请求太频繁，稍后再试', 503: '暂时不能服务，稍后再试' },
  groups: { access: '登录与账号', organisation: '部门与人员', calendar: '校历', deadlines: '时限', lifecycle: '办理过程', todos: '待办', files: '文件', search: '搜索', notifications: '消息与邮件', settings: '设置', audit: '审计', incoming: '收文', outgoing: '发文', approvals: '审批', archive: '档案', meetings: '会议' } as Record<string, string>,
  places: { path: '地址中', query: '问号后', header: '请求头' },
  open: { public: '不需要登录', signed_in: '登录即可' },
  reads: {
    'access.me': '我是谁', 'access.sessions': '登录的设备', 'access.tokens': '接口令牌', 'access.postRequests': '待核准的岗位', 'access.grants': '角色与权限',
    'organisation.school': '学校', 'organisation.departments': '部门', 'organisation.directory': '查找人员', 'organisation.people': '人员名册', 'organisation.person': '一个人的资料', 'organisation.leaves': '离岗与代办', 'organisation.importForm': '导入人员的空表',
    'calendar.year': '一年的校历', 'calendar.changes': '校历的修改记录', 'deadlines.promises': '时限规定', 'deadlines.board': '时限看板', 'deadlines.ofRecord': '一件公文的时限', 'lifecycle.history': '办理过程', 'lifecycle.record': '一件公文属于哪一类', 'todos.list': '待办列表', 'todos.counts': '待办数量',
    'files.uploaded': '上传进度', 'files.content': '下载文件', 'files.preview': '预览文件', 'files.thumbnail': '缩略图', 'files.reading': '识别出的文字', 'files.ofRecord': '一件公文的文件', 'search.find': '搜索', 'notifications.messages': '消息', 'notifications.unread': '未读消息数', 'notifications.mails': '发信登记', 'notifications.recordMails': '一件公文的邮件',
    'settings.list': '各项设置', 'settings.history': '一项设置的修改记录', 'audit.list': '审计记录', 'audit.verify': '核对防篡改链',
    'archive.completeness': '年度归档情况', 'archive.rows': '各类档案的装盒情况', 'archive.proposeBoxes': '装盒方案', 'archive.boxes': '档案盒', 'archive.oneBox': '一个档案盒', 'archive.boxPaper': '盒内目录、备考表、盒脊（PDF）', 'archive.spines': '盒脊标签（PDF）', 'archive.catalogue': '归档文件目录（PDF、XLSX）', 'archive.checks': '文件核验', 'archive.check': '一次文件核验', 'archive.checkPaper': '文件核验报告（PDF）', 'archive.table': '保管期限表', 'archive.codes': '机构代码', 'archive.list': '归档文件目录', 'archive.one': '一件档案', 'archive.byNumber': '按档号查找', 'archive.loans': '借阅登记簿', 'archive.loan': '一次借阅', 'archive.loanBook': '借阅登记簿（PDF、XLSX）', 'archive.packages': '移交包', 'archive.imports': '移交包的导入', 'archive.oneImport': '一次移交包导入', 'archive.ofRecord': '导入的一件档案', 'archive.waiting': '待归档、未办结和不归档的文件',
    'meetings.topics': '议题', 'meetings.topic': '一个议题', 'meetings.meetings': '会议', 'meetings.meeting': '一个会议', 'meetings.resolutions': '决议台账', 'meetings.resolution': '一项决议', 'meetings.ledger': '决议台账（XLSX、PDF）', 'meetings.minutesBook': '会议纪要', 'meetings.minutesOf': '一个会议的纪要', 'meetings.minutes': '一份会议纪要', 'meetings.written': '文稿', 'meetings.writtenVersion': '文稿的一稿', 'meetings.printedWritten': '文稿（PDF、DOCX）', 'meetings.reports': '决议落实情况汇总', 'meetings.report': '一份决议落实情况汇总',
    'outgoing.list': '发文登记簿', 'outgoing.one': '一件发文', 'outgoing.version': '发文的一稿', 'outgoing.book': '发文登记簿（PDF、XLSX）', 'outgoing.sealBook': '用印登记簿（PDF、XLSX）', 'outgoing.deliveryBook': '分发登记簿（PDF、XLSX）', 'outgoing.series': '发文字号系列', 'outgoing.report': '文号台账与断号', 'outgoing.sealsThere': '印章', 'outgoing.sealUses': '用印登记', 'outgoing.deliveries': '分发登记',
    'incoming.senders': '来文单位名录', 'incoming.twins': '同一字号的来文', 'incoming.list': '收文登记簿', 'incoming.one': '一件收文', 'incoming.receipt': '收条', 'incoming.label': '标签', 'incoming.returnLetter': '退文函', 'incoming.replacementLetter': '补页函', 'incoming.suggestions': '承办部门建议', 'incoming.calls': '电话催办单', 'incoming.callSheet': '电话催办单（PDF）', 'incoming.whereIs': '原件在哪里', 'incoming.delay': '耗时说明', 'incoming.sheet': '文件处理单', 'incoming.delayPaper': '耗时说明（PDF）', 'incoming.book': '收文登记簿（PDF、XLSX）', 'incoming.gaps': '缺号核对',
  } as Record<string, string>,
};
