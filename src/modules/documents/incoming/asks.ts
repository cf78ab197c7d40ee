/** What each line of the inbox asks for: apart from the other words, because everybody opens the inbox first. */
export const asks = {
  zh: {
    'incoming.review': '请初审',
    'incoming.propose': '请拟办',
    'incoming.circulate': '请安排传阅',
    'incoming.instruct': '请批示',
    'incoming.dispatch': '请分办',
    'incoming.dispatch_again': '部门退回，请重新分办',
    'incoming.sign': '请签收',
    'incoming.handle': '请办理',
    'incoming.report': '请承办',
    'incoming.read': '请阅',
    'incoming.task': '领导交办',
    'incoming.settle_pages': '跟踪补页',
  },
  en: {
    'incoming.review': 'First check', 'incoming.propose': 'Propose handling', 'incoming.circulate': 'Circulate', 'incoming.instruct': 'Instruct', 'incoming.dispatch': 'Dispatch',
    'incoming.dispatch_again': 'Returned: dispatch again', 'incoming.sign': 'Sign for it', 'incoming.handle': 'Handle', 'incoming.report': 'Handle and report', 'incoming.read': 'Read',
    'incoming.task': 'Task from a leader', 'incoming.settle_pages': 'Follow up the pages',
  },
};
