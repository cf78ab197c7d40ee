export const zh = {
  labels: {
    transfer: '移交与导入', make: '生成移交包', makeHint: '每件一个文件夹，附目录、元数据和每个文件的校验值，离开综办也能阅读。', receiver: '接收单位', years: '年度', chooseRetentions: '保管期限', noPackages: '还没有移交包。', packages: '移交包',
    items: '{items} 件', progress: '{done} / {all} 件', filesCount: '{files} 个文件', download: '下载', sum: 'SHA-256', madeBy: '生成人', notMade: '没有生成：{why}', damagedFile: '文件缺失或校验值不符，请先核验文件。',
    imports: '导入移交包', importHint: '上传移交包（单个文件不超过 2 GB）。系统先核对全部文件和目录，无误后再由您确认导入。', remove: '删除文件', removeThen: '移交包的 ZIP 文件从系统中清除，不能再下载；件数、校验值和删除记录保留。请先确认接收单位已经收妥。', removeWhy: '删除原因', removedBy: '{who} 删除文件：{why}', removedSelf: '文件已清除：{why}', broken: '导入中断，一件也没有导入。请再试一次；仍然不行请联系管理员。', drop: '不导入', dropThen: '上传的移交包从系统中清除，需要时重新上传。', choosePackage: '移交包（ZIP）', noImports: '还没有导入过移交包。', faults: '发现的问题', moreFaults: '共 {n} 处，最多列出 500 处。', showAll: '全部列出', check: '核对',
    institutions: '机构对应', institutionsHint: '包内的机构归入本校哪个部门。档号不变。', begin: '导入', beginThen: '{items} 件档案按原档号导入，导入后不能撤回。', report: '核对报告', saysPackage: '移交包', saysHere: '导入后', same: '一致', differs: '不一致', bytes: '字节数', count: '件数', fileCount: '文件数', lookedAt: '{done} / {all}',
  },
};
