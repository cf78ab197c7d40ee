import type { SettingDeclared } from '#platform/module.ts';

export const settings: Record<string, SettingDeclared> = {
  'meetings.notice_days': { value: 3, unit: 'd', clause: 'MTG-2', zh: '会议通知至少提前几个工作日', en: 'Working days between the notice and the meeting, at least', least: 0, most: 30 },
  'meetings.sign_in_minutes': { value: 30, unit: 'min', clause: 'MTG-5', zh: '开会前多少分钟可以签到和开始会议', en: 'Minutes before a meeting in which it is signed in to and begun', least: 0, most: 240 },
  'meetings.warn_minutes': { value: 3, unit: 'min', clause: 'MTG-7', zh: '议题时间到之前几分钟提醒', en: 'Minutes before the time of a topic is up, when it is said', least: 1, most: 30 },
  'meetings.material_days': { value: 2, unit: 'd', clause: 'MTG-4', zh: '会议材料的一般时限（天）', en: 'Usual time for material of a meeting (days)', least: 1, most: 30 },
  'meetings.material_warn_hours': { value: 24, unit: 'h', clause: 'MTG-4', zh: '会议材料到期前几小时提醒', en: 'Reminded of material so many hours before', least: 1, most: 168 },
  'meetings.resolution_days': { value: 10, unit: 'd', clause: 'MTG-9', zh: '决议的一般时限（工作日）', en: 'Usual time for a resolution (working days)', least: 1, most: 250 },
  'meetings.resolution_warn_days': { value: 2, unit: 'd', clause: 'MTG-9', zh: '决议到期前几个工作日提醒', en: 'Reminded so many working days before', least: 0, most: 30 },
  'meetings.resolution_late_days': { value: 3, unit: 'd', clause: 'MTG-9', zh: '决议逾期几个工作日后报办公室主任', en: 'Told to the director so many working days after', least: 1, most: 60 },
  'meetings.minutes_hours': { value: 4, unit: 'h', clause: 'MTG-8', zh: '会议纪要电子版的时限（小时）', en: 'Minutes, electronic: hours', least: 1, most: 72 },
  'meetings.correction_hours': { value: 24, unit: 'h', clause: 'MTG-8', zh: '参会人提修改意见的时间（工作日的小时数）', en: 'Corrections by attendees: hours of working days', least: 1, most: 120 },
  'meetings.minutes_print_days': { value: 1, unit: 'd', clause: 'MTG-8', zh: '会议纪要纸质版的时限（工作日）', en: 'Minutes, on paper: working days', least: 1, most: 10 },
  'meetings.minutes_final_days': { value: 2, unit: 'd', clause: 'MTG-8', zh: '会议纪要定稿分发的时限（工作日）', en: 'Minutes, final: working days', least: 1, most: 20 },
  'meetings.report_hour': { value: 9, unit: 'h', clause: 'MTG-9', zh: '周汇总和月报告在几点生成', en: 'Hour at which summaries and reports are made', least: 0, most: 23 },
};
