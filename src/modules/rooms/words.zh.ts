import type { Words } from '#platform/words.ts';
import type { rooms } from './contract.ts';
import type { bookingStates } from './nouns.ts';

/** Those of approvals are worded there. */
type Elsewhere = 'approvals.nobody_chosen' | 'approvals.running_already' | 'approvals.step_has_nobody';
type All = Words<typeof rooms, (typeof bookingStates)[number], never>;

export const zh = {
  classes: { ordinary: '普通', large: '大型' },
  states: { asked: '审批中', booked: '已订', used: '已使用', refused: '没有批准', cancelled: '已取消', released: '已释放', no_show: '未到' },
  refusals: {
    'rooms.name_taken': '已有同名的会议室。',
    'rooms.hours_out_of_order': '开放时间的结束要晚于开始。',
    'rooms.equipment_unknown': '有的设备不在设备表中，或者写了两次。',
    'rooms.department_unknown': '找不到所选的部门。',
    'rooms.out_already': '这间会议室已经停用。',
    'rooms.not_out': '这间会议室没有停用。',
    'rooms.room_unknown': '找不到所选的会议室。',
    'rooms.person_unknown': '找不到所选的人员。',
    'rooms.blackout_ended': '这段停用已经结束。',
    'rooms.ends_before_it_starts': '结束时间要晚于开始时间。',
    'rooms.is_over': '这段时间已经过了。',
    'rooms.one_day_only': '一次预订只能在同一天；连续几天的请每天各订一次。',
    'rooms.out_of_use': '这间会议室停用。',
    'rooms.not_for_you': '这间会议室只供指定的部门或岗位预订。',
    'rooms.too_small': '座位不够。',
    'rooms.closed_then': '这段时间不开放。',
    'rooms.blacked_out': '这段时间因考试等安排停用。',
    'rooms.taken': '这段时间已有人预订。',
    'rooms.equipment_missing': '需要的设备这时不够。',
    'rooms.too_late': '没有按规定提前预订；确有需要的请写明特殊原因。',
    'rooms.calendar_missing': '这一年的校历还没有公布，算不出提前的工作日；确有需要的请写明特殊原因。',
    'rooms.title_missing': '请填写用途。',
    'rooms.not_yours': '只有预订人可以办理。',
    'rooms.given_up_already': '这次预订已经结束或取消。',
    'rooms.has_begun': '已经开始，不能再改；不用了请提前结束。',
    'rooms.reason_missing': '取消别人的预订，请写明原因。',
    'rooms.not_running': '这次预订不在使用中。',
    'rooms.not_begun': '还没有开始；不用了请取消。',
  },
  permissions: { 'rooms.read': '查看会议室', 'rooms.book': '预订会议室', 'rooms.manage': '管理会议室' },
  acts: {
    'rooms.addRoom': '登记会议室', 'rooms.correctRoom': '修改会议室', 'rooms.takeOut': '停用会议室', 'rooms.bringBack': '恢复使用', 'rooms.setEquipment': '登记设备', 'rooms.addBlackout': '设停用时段', 'rooms.endBlackout': '结束停用时段',
    'rooms.book': '预订', 'rooms.change': '更改预订', 'rooms.cancel': '取消预订', 'rooms.release': '提前结束',
  },
  messages: { 'rooms.cancelled_by_office': '会议室预订 {number} 被取消：{why}' },
} satisfies Omit<All, 'refusals' | 'labels'> & { refusals: Omit<All['refusals'], Elsewhere> } & Record<string, object>;
