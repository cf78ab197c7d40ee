export const zh = {
  product: '综办',
  home: '待办', untitled: '（涉密文件，不显示标题）', documents: '公文', meetings: '会议', rooms: '会议室', office: '办公', admin: '管理',
  intake: '收文登记', incoming: '收文登记簿', incomingKind: '收文', topicKind: '议题', bookingKind: '会议室预订', resolutionKind: '会议决议', minutesKind: '会议纪要', meetingReportKind: '决议落实情况', outgoing: '发文', archive: '档案', library: '文档库', clocks: '时限看板', calls: '催办', originals: '原件交接', senders: '来文单位', calendar: '校历', people: '人员与部门', mails: '发信登记', roles: '角色与权限', settings: '设置', routes: '审批流程', routesDoes: '送签后经过哪些步骤、由谁签', audit: '审计',
  messages: '消息', api: '接口说明', account: '我的', myAccount: '我的账号', actingPost: '当前岗位', largeText: '改用大字', normalText: '改用标准字', signOut: '退出',
  menu: '菜单', bottom: '常用', more: '更多', close: '关闭', skip: '跳到正文', sample: '示例学校',
  search: '搜索', searchHere: '搜索公文、字号、附件内容、人员（按 / ）', proposals: '可能要找的', lookedFor: '最近找过', page: '页面', searchAll: '在全部公文中搜索“{q}”',
  clocksAtRisk: '最紧的时限', changed: '最近消息', all: '全部', administrator: '管理账号不接触公文，负责以下事项。',
  administration: '管理', calendarDoes: '工作日、假期、学期与作息时间', peopleDoes: '部门、人员、岗位与账号', mailsDoes: '发出的每一封邮件，没有发出的原因', rolesDoes: '每种岗位能办什么', settingsDoes: '时限等各项数字、依据和修改记录', auditDoes: '谁在什么时候办了什么，记录是否被改动',
  broken: '这一页没有打开', brokenWhy: '可能是程序刚刚更新。填写的内容已存为草稿，重新打开即可继续。', brokenDetails: '原因', reload: '重新打开',
  nowhere: '没有这个页面', nowhereWhy: '网址可能写错了，或者页面已经换了地方。', goHome: '回到首页',
  closed: '这一页由其他岗位使用', closedWhy: '当前岗位没有权限打开。工作需要的，请联系安全管理员授权。',
  printed: '打印于',
  keys: '快捷键', keysOn: '启用单个按键的快捷键（/、?、j、k）',
};

export const keyLines = { '/': '到搜索框', 'Ctrl K': '到搜索框，正在填写时也可以', 'j  k': '列表的下一行、上一行', Enter: '打开选中的一行', 'Ctrl Enter': '提交正在填写的登记', Esc: '关闭窗口或菜单', '?': '显示快捷键' };
