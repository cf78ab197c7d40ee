import type { SettingDeclared } from '#platform/module.ts';

export const settings: Record<string, SettingDeclared> = {
  'meetings.notice_days': { value: 3, unit: 'd', clause: 'MTG-2', zh: '会议通知至少提前几个工作日', en: 'Working days between the notice and the meeting, at least', least: 0, most: 30 },
  'meetings.sign_in_minutes': { value: 30, unit: 'min', clause: 'MTG-5', zh: '开会前多少分钟可以签到和开始会议', en: 'Minutes before a meeting in which it is signed in to and begun', least: 0, most: 240 },
  'meetings.warn_minutes': { value: 3, unit: 'min', clause: 'MTG-7', zh: '议题时间到之前几分钟提醒', en: 'Minutes before the time of a topic is up, when it is said', least: 1, most: 30 },
  'meetings.resolution_days': { value: 10, unit: 'd', clause: 'MTG-9', zh: '决议的一般时限（工作日）', en: 'Usual time for a resolution (working days)', least: 1, most: 250 },
  'meetings.resolution_warn_days': { value: 2, unit: 'd', clause: 'MTG-9', zh: '决议到期前几个工作日提醒', en: 'Reminded so many working days before', least: 0, most: 30 },
  'meetings.resolution_late_days': { value: 3, unit: 'd', clause: 'MTG-9', zh: '决议逾期几个工作日后报办公室主任', en: 'Told to the director so many working days after', least: 1, most: 60 },
};
