export const zh = {
  labels: {
    rooms: '会议室', board: '今日安排', bookings: '预订', register: '会议室登记', book: '预订会议室', bookShort: '预订',
    day: '日期', before: '前一天', after: '后一天', toToday: '今天', private: '内部会议', noRooms: '还没有登记会议室。由办公室在“会议室登记”中加入。', freeAllDay: '全天空闲', closedToday: '停用：{why}', people: '{n} 人', seats: '{n} 座', places: '座位',
    when: '什么时候', from: '开始', to: '结束', howMany: '人数', equipment: '需要的设备', remove: '删去', counted: '数量', rooms1: '选会议室', fits: '可以预订', fitsNot: '不合适的会议室', takenBy: '{who}（{department}）已订到 {until}', choose: '选这间', chosen: '已选', noneFits: '这个时间没有合适的会议室，可以换个时间或放宽条件。',
    title: '用途', isPrivate: '不公开用途', privateHint: '别人只看到“内部会议”，审批的人也看不到用途。', exception: '特殊原因', exceptionHint: '没有按规定提前预订，要说明原因并由办公室主任审批。最早可订 {at}。', exceptionUnknown: '那一年的校历还没有公布，要说明原因并由办公室主任审批。', send: '提交预订', sendChange: '提交更改', needsNone: '这间会议室不用审批，提交后就订好了。', needsOffice: '提交后由办公室审批。', needsDirector: '提交后由办公室主任审批。', has: '室内：{what}', free: '免审批', sure: '这次预订', late: '须说明特殊原因',
    number: '编号', room: '会议室', time: '时间', organiser: '预订人', department: '部门', state: '状态', askedAt: '提出', show: '显示', mine: '我的', coming: '将要使用', all: '全部', none: '没有预订。', noneMine: '还没有预订过会议室。', print: '打印',
    endedWhy: '原因', endedBy: '办理人', history: '办理过程', whoForWhom: '{who} 代 {whom}', changeIt: '更改', cancelIt: '取消预订', releaseIt: '提前结束', cancelThen: '会议室空出来，别人可以预订。', releaseThen: '剩下的时间空出来，别人可以预订。', again: '再订一次', carried: '另调', whyCancel: '原因', approvalWaits: '等待审批，会议室已经留出。',
    addRoom: '加会议室', editRoom: '修改', name: '名称', building: '地点', class: '类别', hours: '开放时间', closed: '不开放', whoBooks: '谁可以预订', everybody: '所有教职工', departments: '部门', roles: '岗位', needsApproval: '预订要审批', remark: '说明', fixtures: '固定设备', movable: '可调用的设备', movableHint: '全校共用，按预订调到会议室。', setEquipment: '登记设备', takeOut: '停用', bringBack: '恢复使用', takeOutThen: '不再接受新的预订；已有的预订不变。', outOfUse: '停用', why: '原因', save: '保存',
    blackouts: '停用时段', addBlackout: '加停用时段', allRooms: '全部会议室', excepted: '仍可预订的人', endBlackout: '结束', noBlackouts: '没有停用时段。', standing: '时段内已有 {n} 次预订', edit: '修改会议室',
  },
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
};
