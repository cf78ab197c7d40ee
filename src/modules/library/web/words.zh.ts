export const zh = {
  labels: {
    library: '资料库', departments: '部门文件夹', projects: '项目文件夹', wholeSchool: '全校', sharedToMe: '向我开放的', nothingThere: '还没有向你开放的文件夹。', name: '名称', changed: '修改', size: '大小', mayDo: '我的权限', folder: '文件夹', version: '版本', versionNo: '第 {n} 版',
    newFolder: '新建文件夹', newProject: '新建项目文件夹', folderName: '文件夹名称', upload: '上传文件', emptyFolder: '这个文件夹还是空的。把文件拖进来，或点“上传文件”。', emptyForReading: '这个文件夹还是空的。', exception: '权限单独设定', lockedBy: '{name} 签出', path: '所在位置',
    sortBy: '排序', byName: '名称', byChanged: '时间', bySize: '大小', up: '升序', down: '降序', more: '更多',
    versions: '版本记录', addVersion: '上传新版本', restore: '恢复', restores: '恢复自第 {n} 版', download: '下载', current: '当前', timeline: '办理过程', whoForWhom: '{who}代{whom}', erased: '内容已清除',
  },
};
