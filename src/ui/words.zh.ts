export const zh = {
  labels: {
    loading: '正在读取…', more: '更多', sortBy: '排序：', nothingFits: '没有符合条件的内容。', retry: '重试', cancel: '取消', confirm: '确定', save: '保存', close: '关闭', today: '今天', yesterday: '昨天', none: '无', all: '全部',
    choose: '请选择', dropFiles: '把文件拖到这里，或粘贴，或', chooseFiles: '选择文件', takePhoto: '拍照', uploading: '正在上传', notUploaded: '还没有传上：', remove: '移除', download: '下载', text: '文字', page: '页面',
    notReadable: '未能识别文字', waitingText: '正在识别文字…', noPreview: '这种文件不能预览，请下载查看。', saved: '已保存', draftBack: '已恢复上次没有提交的内容', throwDraft: '清空重填',
    tomorrow: '明天', left: '还剩', stillLeft: '', by: '', before: ' 前', over: '已超', limit: '限 ', hour: '小时', minute: '分', day: '天', columns: '选择列', copy: '复制', copied: '已复制', enlarge: '看大图', openPdf: '打开 PDF 查看', search: '查找', filters: '筛选', printExport: '打印与导出', exportPdf: '打印（PDF）', exportXlsx: '导出（Excel）', views: '常用视图', keepView: '保存当前视图', viewName: '名称，如“教育局来文”', look: '外观（本机）', bySystem: '随系统', light: '浅色', dark: '深色', contrast: '高对比', setting: '正在排版：{name}', seconds: '已 {n} 秒', lastTook: '，上次用了 {n} 秒', isSet: '已排好：{name}', notSet: '没有排成：{name}。网络或服务器暂时有问题，请重试。', open: '打开', noServer: '连不上服务器，正在重新连接。页面上是之前的内容，填写的内容会留着，恢复后自动更新。', noNetwork: '网络不通。页面上是之前的内容，填写的内容会留着，恢复后自动更新。', sameParagraphs: '（{n} 段相同）',
    body: '正文', levels: '层次', plainText: '正文', renumber: '重排序号', bodyHint: '一段一行，行首的一、（一）1.（1）就是层次。Ctrl+Alt+1 至 4 设层次，0 取消，R 重排序号；从 WPS、Word 粘贴会自动整理。', meanwhile: '这件稿刚被别人改过', meanwhileWho: '{who} 保存了第 {n} 稿，你的改动还没有保存。', theirChange: '别人改了什么', myChange: '我改了什么', meanwhileThen: '选哪一稿都不会丢：别人的稿已在历次稿里；选别人的稿时，你的稿留在这台电脑上，可以取回。', takeTheirs: '用别人的稿，我的留着', keepMine: '用我的稿，存为新一稿', setAside: '我留着没用的一稿', takeBackMine: '取回这一稿', throwAside: '不要了',
  },
  changesShown: { added: '增', removed: '删', changed: '改' },
  refusals: {
    'platform.sign_in': '登录已失效，请重新登录。填写的内容还在。',
    'platform.forbidden': '没有办理这件事的权限。', 'platform.not_by_token': '这件事须本人登录后办理，不能用令牌。', 'platform.token_reads_only': '这个令牌只能查看，不能办理。',
    'platform.not_found': '没有找到，或者无权查看。',
    'platform.malformed': '填写的内容有误，请检查后再提交。',
    'platform.offline': '网络不通，没有提交。填写的内容还在，恢复后请重试。',
    'platform.database_away': '数据库正在恢复，请稍候再试。',
    'platform.disk_full': '服务器磁盘已满，没有保存。请联系系统管理员。',
    'platform.key_used_for_something_else': '这次提交与前一次不同，请刷新后再试。',
    'platform.bug': '程序出错，没有保存。已经记录，请稍后再试。',
  } as Record<string, string>,
};
