export const zh = {
  labels: {
    borrow: '申请借阅', how: '方式', why: '事由', until: '用到', dueOn: '应还', borrower: '借阅人', department: '部门', state: '状态', loans: '借阅', myLoans: '我的借阅', none: '没有借阅。借阅在档案的页面上申请。', open: '进行中', late: '逾期', all: '全部', show: '显示', printBook: '打印登记簿', exportBook: '导出 Excel',
    overdue: '逾期未还', handOut: '借出', giveCopy: '提供复制件', condition: '借出时的情况', conditionFine: '完好', takeBack: '归还', isWhole: '完好归还', isDamaged: '有损坏', damage: '损坏情况', photos: '照片', askRenewal: '续借', renewUntil: '续借到', decideRenewal: '批复续借', grant: '同意续借', refuse: '不同意', reason: '原因', renewals: '续借', granted: '同意', notGranted: '不同意', waits: '待批复',
    askedAt: '申请', handedAt: '借出', returnedAt: '归还', outWith: '原件现借给{name}，归还后才能借出。', room: '阅览', roomHint: '页面上印有您的姓名、部门和时间，每次打开都有记录。', read: '打开阅览', toItem: '查看这件档案', again: '重新送审', history: '办理过程', whoForWhom: '{who} 代 {whom}', title: '档案借阅', itemLoans: '借阅情况',
  },
};
