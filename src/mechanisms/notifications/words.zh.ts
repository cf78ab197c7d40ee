export const zh = {
  labels: { messages: '消息', mails: '发信登记', markAllRead: '全部标为已读', noMessages: '没有消息。公文送来、催办、超时，都在这里告知。', noMails: '还没有发过邮件。催办、办理结果和超时提醒同时发到邮箱，记录在这里。', to: '收件人', cc: '抄送', retry: '重发', all: '全部', notConfigured: '没有设置发信服务器', choices: '邮件提醒', choicesHint: '消息总会在综办里收到；这里选哪些同时发到邮箱。短时间内有多件时合并成一封。', always: '必发', tries: '已试' },

  states: { waiting: '待发', held: '待合并', gathered: '已合并发出', sent: '已发', failed: '未发出', no_address: '没有邮箱' },
  refusals: { 'notifications.already_sent': '这封邮件已经发出。', 'notifications.no_address': '收件人没有邮箱。', 'notifications.no_such_notice': '没有这一类消息。', 'notifications.always_mailed': '这一类消息必须发邮件，不能关闭。' },
};
