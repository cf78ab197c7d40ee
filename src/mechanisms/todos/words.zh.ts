export const zh = {
  labels: {
    act: '待办', read: '待阅', done: '已办', mine: '我发起的', from: '来自', to: '交', as: { self: '', department: '部门：', deputy: '代：' }, search: '标题或编号', onlyLate: '只看超时', withdrawn: '已收回', markRead: '标为已阅', chooseAll: '全选', approveTogether: '批量同意', approveWhat: '同意以下 {n} 项', approveThen: '这些事项不需要逐件审阅。同意后不能收回。', progress: '已办 {done} / {of}', marked: '已阅 {done} 项', approved: '已同意 {done} 项', notDone: '{n} 项没有办成，原因见各行', untimed: '无时限',
    empty: { act: '没有待办。要签收、办理或批示的公文会出现在这里。', read: '没有待阅。送来传阅的公文会出现在这里。', done: '还没有办过的事项。办过的留在这里备查。', mine: '还没有发起的事项。登记、分办、交办以后，在这里看办到哪一步。' },
  },
};
