export const zh = {
  labels: {
    audit: '审计', say: '谁在什么时候、从哪里、做了什么。记录逐条相扣，任何一条被改动或删除都能查出。', chain: '防篡改链', verify: '开始核对', whole: '核对无误：{n} 条记录首尾相接，没有被改动。', broken: '第 {at} 条与当时封存的不符：这一条被改动、删除或调换过。请立即报告校长。', takenOut: '这个位置上的记录已不在。', unsealed: '另有 {n} 条刚刚发生，几秒内封存。', newest: '最新校验值', newestSay: '每天 17:30 也会发到审计员的邮箱。日后用它核对，就能查出之前的记录有没有被整体替换，末尾有没有被截去。', checkpoint: '用以前的校验值核对', checkpointSay: '末尾的记录如果连同封存一起被删，剩下的链仍然首尾相接，只有用存在别处的校验值才能查出。', checkpointHint: '64 位校验值，见每天的邮件', compare: '核对', stands: '校验值对得上：到第 {at} 条为止的记录都还在，没有被替换。', missing: '找不到这个校验值：当时的记录被截去或替换过。请立即报告校长。', export: '导出 Excel', number: '文件编号', anything: '所有操作', all: '全部内容',
    at: '时间', actor: '操作人', action: '操作', address: '来源地址', input: '内容', sealed: '已封存', waiting: '待封存', state: '状态', more: '更多', nothing: '没有符合条件的记录。', anybody: '所有人', from: '自', to: '至', nobody: '未登录', refused: '未成', open: '查看',
  },
  acts: {
    'access.signIn': '登录', 'access.signOut': '退出', 'access.actAs': '切换岗位', 'access.prefer': '修改显示设置', 'access.changePassword': '修改密码', 'access.startTotp': '准备动态码', 'access.confirmTotp': '开启动态码', 'access.stopTotp': '关闭动态码', 'access.endSession': '退出一台设备', 'access.endOthers': '退出其他设备', 'access.createToken': '新建令牌', 'access.revokeToken': '吊销令牌',
    'access.createAccount': '新建账号', 'access.resetPassword': '重置密码', 'access.issueOneTime': '在服务器上生成一次性密码', 'access.removeTotp': '解除动态码', 'access.setDisabled': '停用或恢复账号', 'access.givePost': '任命岗位', 'access.endPost': '免去岗位', 'access.settlePostRequests': '核准导入的岗位', 'access.setClearance': '设定密级知悉范围', 'access.grant': '调整角色权限',
    'organisation.createSchool': '建立学校', 'organisation.loadSample': '载入示例学校', 'organisation.createDepartment': '新建部门', 'organisation.changeDepartment': '修改部门', 'organisation.closeDepartment': '撤销部门', 'organisation.oversee': '设定分管领导', 'organisation.changePerson': '修改人员资料', 'organisation.takeLeave': '登记离岗', 'organisation.endLeave': '提前返岗', 'organisation.importPeople': '导入人员', 'organisation.depart': '办理离校', 'organisation.orderDepartments': '调整部门顺序',
    'settings.change': '修改设置', 'files.upload': '上传文件', 'files.startUpload': '开始上传', 'files.finishUpload': '上传完成', 'notifications.markRead': '消息已读', 'notifications.markAllRead': '全部消息已读', 'notifications.tryAgain': '重发邮件',
    'calendar.mark': '修改校历', 'calendar.confirm': '确认节假日', 'calendar.publish': '发布校历', 'calendar.withdraw': '撤回校历', 'calendar.addTerm': '添加学期', 'calendar.changeTerm': '修改学期', 'calendar.removeTerm': '删除学期', 'calendar.addTimetable': '添加作息', 'calendar.changeTimetable': '修改作息', 'calendar.removeTimetable': '删除作息',
  } as Record<string, string>,
};
