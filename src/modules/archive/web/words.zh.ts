export const zh = {
  labels: {
    waiting: '归档整理', all: '全部', noneFound: '没有符合的档案。', emptyCatalogue: '还没有归档的文件。办结的收文和印发的发文归档后列在这里。', searchCatalogue: '题名、责任者、文号或档号', void: '作废',
    facts: '目录', files: '归档的文件', noFiles: '没有电子文件，只存纸质。', erased: '涉密，已删除', timeline: '办理过程', whoForWhom: '{who} 代 {whom}', toSource: '打开原文件', correct: '更正目录', withdraw: '撤回归档', withdrawThen: '档号作废并留在目录中，文件回到待归档。', why: '原因',
    stamp: '归档章', fonds: '全宗号', because: '期限依据', archivedBy: '归档人', withdrawnWhy: '撤回原因', hash: 'SHA-256', source: '来源',
    show: '显示', toArchive: '待归档', open: '未办结', excluded: '不归档', chosen: '已选 {n} 件', choose: '选中 {title}', chooseAll: '全选', archiveChosen: '归档', excludeChosen: '不归档', includeChosen: '撤销不归档', excludeThen: '仍列在本年度“不归档”中，可以撤销。', done: '办结日期', noneWaiting: '这一年没有待归档的文件。', noneOpen: '这一年没有未办结的文件。', noneExcluded: '这一年没有标为不归档的文件。', electronic: '电子文件', keysHint: '↑↓ 换行，空格选中，1 永久、2 30年、3 10年。',
  },
  becauses: { word: '题名含“{value}”', kind: '文种为{value}', source: '来自{value}', department: '机构相符', secrecy: '涉密', chosen: '档案员选定', none: '没有相符的条款' },
};
