export const zh = {
  labels: {
    papers: '导入旧档案目录', paperHint: '下载导入表，填好后上传。系统逐行核对，不改动任何档案；由您确认后导入没有问题的行。密级为秘密以上的只建存根，不留题名。', form: '下载导入表', choose: '上传填好的表', looking: '正在核对', noPapers: '还没有导入过旧档案目录。', by: '上传人',
    totals: '共 {total} 行：{good} 行可以导入，{faulty} 行有问题。', allGood: '共 {total} 行，全部可以导入。', entered: '已导入 {entered} 件，{left} 行有问题没有导入。改好后再上传整张表就可以，已导入的行会列为重复，不再导入。', enteredAll: '已导入 {entered} 件。',
    faulty: '有问题的行', fine: '可以导入的行', line: '行', found: '核对结果', fineLine: '可以导入', stub: '存根', more: '再列出一些', begin: '导入', beginAll: '{good} 件按原档号导入，导入后不能撤回。', beginSome: '{good} 件按原档号导入，导入后不能撤回。另有 {faulty} 行有问题，这次不导入。',
    scans: '补扫描件', scansHint: '文件名用档号，例如 0001-WS·2006-Y-BGS-0012.pdf；一件有几个文件的，在后面加 -2、-3。档号中的点可以写成 - 或 _。可以一次选多个，也可以以后再补。', scanned: '这次补上 {n} 个', notTaken: '没有收下 {n} 个', unscanned: '还没有扫描件的 {n} 件', withScans: '{n} 件已有扫描件', working: '正在导入 {done} / {all}，可以先去做别的事，完成后会通知您。',
  },
};
