export const zh = {
  labels: {
    due: '到期档案', lists: '销毁清册', show: '显示', dueSay: '保管期限从归档年度的次年算起，满整年后列在这里；永久的不列。', noDue: '没有到期的档案。', noLists: '还没有销毁清册。', choose: '选择 {number}', chosen: '已选 {n} 件', make: '编制销毁清册', appraisal: '鉴定意见', verdict: '鉴定结论', keepUntil: '续存至（年）', keepWhy: '续存理由', makeThen: '送办公室主任审核、校长批准；批准以前什么都不销毁。',
    endedWith: '期满', files: '电子文件', number: '清册编号', state: '状态', madeBy: '编制', sums: '销毁 {destroy} 件，续存 {keep} 件', approvedBy: '批准人', witnesses: '监销人', witness: '监销人 {n}', doneBy: '经办人', doneOn: '销毁日期', items: '清册所列档案', print: '打印清册', exportXlsx: '导出 Excel', execute: '执行销毁', executeWhat: '销毁清册 {number}：销毁 {n} 件', executeThen: '不能撤销。目录条目永久保留并注明已销毁，电子文件从系统中清除（别处还在用的除外）。', typeNumber: '请输入清册编号 {number} 确认', history: '办理过程', whoForWhom: '{who}代{whom}', destroyedBy: '按销毁清册 {number} 销毁，批准人 {who}', facts: '清册', giveUp: '放弃销毁', giveUpThen: '清册永久保留并注明已放弃；待销毁的各件回到到期档案，可以重新编制清册。已批准续存的不变。', giveUpWhy: '放弃原因', givenUp: '放弃', packages: '还有移交包含清册所列档案', packagesSay: '移交包的文件不删除，档案就没有真正销毁。确认已交接收单位后，到“移交与导入”删除。',
  },
};
