import type { Subject } from '#mechanisms/approvals/subjects.ts';
import type { SettingDeclared } from '#platform/module.ts';

/** 普通会议室 by the office, 大型会议室 and exceptions by its director. */
export const subject: Subject = {
  place: 20,
  name: 'rooms.booking',
  zh: '会议室预订', en: 'Booking of a room',
  fields: {
    class: { zh: '会议室类别', en: 'Class of the room', type: 'choice', choices: { ordinary: { zh: '普通', en: 'Ordinary' }, large: { zh: '大型', en: 'Large' } } },
    exception: { zh: '没有按规定提前', en: 'Later than the rules allow', type: 'flag' },
    people: { zh: '人数', en: 'People', type: 'number' },
  },
  steps: [
    { key: 'office', title: '办公室审批', who: { kind: 'role', role: 'office.clerk' }, mode: 'one', batch: true, when: [{ field: 'class', is: 'one_of', values: ['ordinary'] }, { field: 'exception', is: 'no' }] },
    { key: 'large', title: '办公室主任审批（大型）', who: { kind: 'role', role: 'office.director' }, mode: 'one', batch: false, when: [{ field: 'class', is: 'one_of', values: ['large'] }] },
    { key: 'exception', title: '办公室主任审批（特殊情况）', who: { kind: 'role', role: 'office.director' }, mode: 'one', batch: false, when: [{ field: 'class', is: 'one_of', values: ['ordinary'] }, { field: 'exception', is: 'yes' }] },
  ],
};

export const settings: Record<string, SettingDeclared> = {
  'rooms.lead_days_ordinary': { value: 1, unit: 'd', clause: 'ROOM-2', zh: '普通会议室提前预订（工作日）', en: 'An ordinary room is booked ahead (working days)', least: 0, most: 30 },
  'rooms.lead_days_large': { value: 3, unit: 'd', clause: 'ROOM-2', zh: '大型会议室提前预订（工作日）', en: 'A large room is booked ahead (working days)', least: 0, most: 30 },
  'rooms.offer_minutes': { value: 120, unit: 'min', clause: 'ROOM-1', zh: '候补到的会议室保留多久', en: 'How long an offered room is kept', least: 5, most: 2880 },
  'rooms.sign_in_minutes': { value: 15, unit: 'min', clause: 'ROOM-1', zh: '开始后多久没有签到就提醒', en: 'Reminded when nobody signed in after', least: 1, most: 120 },
  'rooms.release_minutes': { value: 10, unit: 'min', clause: 'ROOM-1', zh: '提醒后多久仍未签到就释放', en: 'Released when nobody signed in after that', least: 1, most: 120 },
  'rooms.overstay_minutes': { value: 5, unit: 'min', clause: 'ROOM-3', zh: '到时多久没有离场就提醒', en: 'Overstaying is told after', least: 0, most: 60 },
};
