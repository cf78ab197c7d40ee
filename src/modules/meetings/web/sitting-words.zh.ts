export const zh = {
  labels: {
    openSitting: '开会记录', meetingsToday: '今天的会议', seeSitting: '看会议记录', followSitting: '看会议进行', begin: '开始会议', beginLater: '开始补记', notBegunYet: '还没有开始', goingOn: '进行中', isOver: '已结束', backToMeeting: '回到会议页面', later: '会后补记，不计用时。',
    nowTalking: '正在议', nobodyTalks: '没有正在议的议题', next: '已议，下一个', first: '开始议第一个', lastDealt: '已议', putOff: '暂缓，下一个', deferIt: '暂缓', whyPutOff: '暂缓原因', putOffNow: '已暂缓：{title}', notPrepared: '材料不全，补充后再议', notAgreed: '意见不一，会后再商', notThere: '有关人员不在', otherWhy: '其他原因', changeWhy: '改原因', pause: '休息', talk: '开始议', write: '补记', takeBack: '撤销',
    planned: '计划 {n} 分钟', actual: '实际 {n} 分钟', overrun: '超时 {n} 分钟', soonUp: '还剩不到 {n} 分钟', timeUp: '时间到了，请结束或暂缓', began: '开始', ended: '结束',
    point: '要点', key: '重点', note: '记下', noteHow: '写要点，Ctrl+Enter 记下', other: '其他（不属于某个议题）', said: '要点与决议', nothingSaid: '还没有记录。', change: '改', remove: '删除', removeThen: '这条要点不再保留。', correct: '更正', pending: '待送出', onItsWay: '正在送出', dropUnsentThen: '还没有送出，这条不再保留。',
    saved: '已保存', waiting: '{n} 条待送出，存在本机，网络通了自动送出', notTaken: '这些没有记上', drop: '知道了，不再送出', keys: '快捷键：F9 下一个，F8 暂缓', readOnly: '由记录人记录，这里自动更新。', endedAt: '散会时间',
    signIn: '签到', signInCard: '签到二维码', signInList: '签到表', printList: '打印签到表', exportList: '导出签到表', came: '应到 {called} 人，实到 {came} 人', lateBy: '迟到 {n} 分钟', nth: '第 {n} 位', notYet: '未签到', byHand: '代签', guest: '来宾',
    signCode: '签到码', signHow: '用手机扫码签到；也可以在手机上打开会议，输入签到码。签到码每 {n} 秒自动更换，旧码随即失效。', signOnPaper: '用手机扫码，登录后输入会场屏幕上的签到码。没有屏幕的，请记录人代签。', signCodeNow: '请输入会场屏幕上现在的签到码', print: '打印', signInFor: '手工签到', who: '本校人员', guestName: '来宾姓名（单位）', forWhom: '代谁参加', takeSignInBack: '撤销签到', others: '另外到会的人', youAreIn: '已签到',
    recordBook: '红头本', printRecord: '打印记录页', scans: '扫描件', addScan: '上传扫描件', noScan: '打印记录页手写，会后把扫描件传到这里。', version: '第 {n} 版', record: '会议记录', overrunCount: '今年超时的议题 {n} 个', ownerIs: '责任人',
  },
};
