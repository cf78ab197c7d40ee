export const zh = {
  home: '待办', documents: '公文', incoming: '收文登记簿', intake: '收文登记', clocks: '时限看板', calls: '电话催办单', search: '搜索', people: '人员与部门', calendar: '校历', settings: '设置', audit: '审计', mails: '发信登记', roles: '角色与权限',
  messages: '消息', api: '接口说明', account: '我的', myAccount: '我的账号', actingPost: '当前岗位', largeText: '改用大字', normalText: '改用标准字', close: '关闭', product: '综办', clocksShort: '时限', bottom: '常用', signOut: '退出', admin: '管理', more: '更多', skip: '跳到正文', searchHere: '搜索公文、字号、附件内容（按 / ）', menu: '菜单', office: '办公', sample: '示例学校', nowhere: '没有这个页面。', goHome: '回到待办', clocksAtRisk: '快到时限', changed: '最近消息', all: '全部', administrator: '管理账号不接触公文。请从左侧菜单进入管理页面。',
  apiSay: '其他系统可以用“我的 → 接口令牌”里的令牌调用这些接口：Authorization: Bearer …。办理规则与页面相同，由服务器执行。', apiFind: '按地址或名称筛选', apiBody: '请求', apiAnswer: '返回',
};
export const en: typeof zh = {
  home: 'Inbox', documents: 'Documents', incoming: 'Incoming register', intake: 'Register', clocks: 'Clocks', calls: 'Calls to make', search: 'Search', people: 'People', calendar: 'Calendar', settings: 'Settings', audit: 'Audit', mails: 'Mail log', roles: 'Roles',
  messages: 'Messages', api: 'API', account: 'Me', myAccount: 'My account', actingPost: 'Acting as', largeText: 'Large text', normalText: 'Normal text', close: 'Close', product: 'Zongban', clocksShort: 'Clocks', bottom: 'Often used', signOut: 'Sign out', admin: 'Administration', more: 'More', skip: 'Skip to the content', searchHere: 'Search documents, numbers, attachments (press /)', menu: 'Menu', office: 'Office', sample: 'sample school', nowhere: 'There is no such page.', goHome: 'To the inbox', clocksAtRisk: 'Due next', changed: 'What changed', all: 'All', administrator: 'Administrators see no documents. Choose a page from the menu.',
  apiSay: 'Other programs call these with a token from My account: Authorization: Bearer … The rules are those of the pages, kept by the server.', apiFind: 'Find by address or name', apiBody: 'Request', apiAnswer: 'Answer',
};
