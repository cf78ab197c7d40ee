export const zh = {
  labels: { messages: '消息', mails: '发信登记', markAllRead: '全部标为已读', noMessages: '没有消息。', noMails: '还没有发过邮件。', to: '收件人', cc: '抄送', retry: '重发', all: '全部', notConfigured: '没有设置发信服务器' },

  states: { waiting: '待发', sent: '已发', failed: '未发出', no_address: '没有邮箱' },
  refusals: { 'notifications.already_sent': '这封邮件已经发出。', 'notifications.no_address': '收件人没有邮箱。' },
};
