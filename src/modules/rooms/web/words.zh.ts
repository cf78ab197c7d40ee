export const zh = {
  labels: {
    rooms: '会议室', board: '今日安排', bookings: '预订登记簿', register: '会议室登记', book: '预订会议室', bookShort: '预订',
    day: '日期', before: '前一天', after: '后一天', toToday: '今天', private: '内部会议', noRooms: '还没有登记会议室。由办公室在“会议室登记”中加入。', freeAllDay: '全天空闲', closedToday: '停用：{why}', people: '{n} 人', seats: '{n} 座', places: '座位',
    when: '什么时候', from: '开始', to: '结束', howMany: '人数', equipment: '需要的设备', remove: '删去', counted: '数量', rooms1: '选好会议室后，在这里填写用途并提交。', fits: '可以预订', fitsNot: '不合适的会议室', takenBy: '{who}（{department}）已订到 {until}', choose: '选这间', chosen: '已选', noneFits: '这个时间没有合适的会议室，可以换个时间或放宽条件。',
    title: '用途', isPrivate: '不公开用途', privateHint: '别人只看到“内部会议”，审批的人也看不到用途。', exception: '特殊原因', exceptionHint: '没有按规定提前预订，要说明原因并由办公室主任审批。最早可订 {at}。', exceptionUnknown: '那一年的校历还没有公布，要说明原因并由办公室主任审批。', send: '提交预订', sendChange: '提交更改', needsNone: '这间会议室不用审批，提交后就订好了。', needsOffice: '提交后由办公室审批。', needsDirector: '提交后由办公室主任审批。', has: '室内：{what}', free: '免审批', sure: '这次预订', late: '须说明特殊原因',
    number: '编号', room: '会议室', time: '时间', organiser: '预订人', department: '部门', state: '状态', askedAt: '提出', show: '显示', mine: '我的', coming: '将要使用', all: '全部', none: '没有预订。', noneMine: '还没有预订过会议室。', print: '打印',
    endedWhy: '原因', endedBy: '办理人', history: '办理过程', whoForWhom: '{who} 代 {whom}', changeIt: '更改', cancelIt: '取消预订', releaseIt: '提前结束', cancelThen: '会议室空出来，别人可以预订。', releaseThen: '剩下的时间空出来，别人可以预订。', again: '再订一次', carried: '另调', whyCancel: '原因', approvalWaits: '等待审批，会议室已经留出。',
    addRoom: '加会议室', editRoom: '修改', name: '名称', building: '地点', class: '类别', hours: '开放时间', closed: '不开放', whoBooks: '谁可以预订', everybody: '所有教职工', departments: '部门', roles: '岗位', needsApproval: '预订要审批', remark: '说明', fixtures: '固定设备', movable: '可调用的设备', movableHint: '全校共用，按预订调到会议室。', setEquipment: '登记设备', takeOut: '停用', bringBack: '恢复使用', takeOutThen: '不再接受新的预订；已有的预订不变。', outOfUse: '停用', why: '原因', save: '保存',
    blackouts: '停用时段', addBlackout: '加停用时段', allRooms: '全部会议室', excepted: '仍可预订的人', endBlackout: '结束', noBlackouts: '没有停用时段。', standing: '时段内已有 {n} 次预订', edit: '修改会议室',
    repeats: '重复', once: '一次', weekly: '每周', fortnightly: '每两周', daily: '每个工作日', monthly: '每月', until: '到哪一天为止', seeDates: '查看日期', sendSeries: '预订其中 {n} 次', skippedKept: '不合适的日期跳过并留下原因；一有空出来就会通知。',
    waitFor: '候补', waitHow: '空出来时按登记的先后通知，会保留一段时间等答复。', waitsNow: '已登记候补', waits: '我的候补', anyRoom: '任一合适的会议室', openBooking: '打开预订', tryNow: '现在补订', waitNoMore: '不等了', dates: '各次日期', skipped: '跳过的日期', endSeries: '结束系列', endSeriesThen: '还没有开始的各次全部取消，不再候补。',
    take: '要，提交预订', decline: '不要', offerHow: '这间会议室空出来了，为您的候补保留着。', atDoor: '到门口签到',
    doorCode: '门口的签到码', nothingToday: '今天没有预订。', signIn: '签到', leave: '离场', doorQr: '签到二维码', doorHow: '扫码签到、离场；也可以在“会议室”中输入签到码', renewDoor: '更换二维码', renewDoorThen: '原来的门牌和门口屏地址作废，要重新张贴和设置。', screenAddress: '门口屏地址（不用登录，不显示不公开的用途）', doorCard: '门牌',
    busy: '使用中', freeNow: '空闲', next: '下一场', nothingMore: '今天没有后续预订', patrol: '巡查', notLeft: '到时未离场', signedIn: '已签到', notSignedIn: '未签到', shouldBeEmpty: '现在应当没有人', patrolled: '已查', note: '情况', photo: '照片', photos: '已拍 {n} 张', patrolFollows: '保存后提醒有关的人。', week: '一周安排', weekBefore: '上一周', weekAfter: '下一周', series: '系列预订',
  },
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
};
