export const zh = {
  packageStates: { waiting: '等待', running: '正在生成', done: '已生成', failed: '没有生成', removed: '文件已删除' },
  importStates: { checking: '正在核对', refused: '核对没有通过', checked: '核对无误，可以导入', importing: '正在导入', done: '已导入', failed: '没有完成', dropped: '没有导入，文件已删除' },
  faults: {
    not_zip: '不是完整的 ZIP 文件', bad_path: '文件名中有上级目录、绝对路径或反斜杠', duplicate: '两个文件同名', encrypted: '文件加了密码', too_many: '文件或条目太多', bomb: '解压后大得异常，没有解压',
    manifest_missing: '缺少校验清单', catalogue_missing: '缺少归档文件目录', unlisted: '校验清单中没有这个文件', missing: '清单中有，包内没有', hash: '校验值不符', unreadable: '读不出来', program: '是程序或网页，不能导入', xml: '目录格式有误',
    row: '这一条目录的内容不全或不合规定', row_file: '目录所列文件不在包内或校验值不符', number_twice: '档号或件号重复', number_taken: '这里已有这个档号', box_taken: '这里已有这个盒号', box_order: '盒号与件号的先后不一致', year_closed: '这一年度的归档已经完成', totals: '件数、文件数或字节数与清单不符',
  },
  refusals: {
    'archive.package_running': '有移交包正在生成，完成后再做下一个。',
    'archive.package_empty': '所选年度和期限中没有档案。',
    'archive.package_too_large': '一个移交包最多 20000 件，请按年度分开。',
    'archive.package_not_ready': '移交包还没有生成。',
    'archive.package_holds_classified': '包内有文件后来改按涉密管理，不能再下载，请重新生成。',
    'archive.import_ended': '这个移交包已经导入、没有通过核对，或正在办理。',
    'archive.import_running': '有移交包正在核对或导入，完成后再继续。',
    'archive.package_unknown': '找不到上传的移交包，请重新上传。',
    'archive.import_not_checked': '这个移交包没有通过核对，或者已经导入。',
    'archive.came_whole': '这一件是从移交包或旧目录导入的，档号不能撤回。',
    'archive.institution_unmapped': '请为每个机构选定本校的部门。',
  },
  acts: { 'archive.makePackage': '生成移交包', 'archive.packageContent': '下载移交包', 'archive.removePackage': '删除移交包文件', 'archive.dropImport': '不导入移交包', 'archive.checkPackage': '核对移交包', 'archive.importPackage': '导入移交包' },
  messages: {
    'archive.package_ready': '移交包已生成：{receiver}，{items} 件',
    'archive.package_failed': '移交包没有生成：{receiver}，{items} 件',
    'archive.import_done': '移交包导入完成：{items} 件，{files} 个文件',
  },
};
