export const zh = {
  states: { waiting: '待发', sent: '已发', failed: '未发出', no_address: '没有邮箱' },
  refusals: { 'notifications.already_sent': '这封邮件已经发出。', 'notifications.no_address': '收件人没有邮箱。' },
};
