import type { SettingDeclared } from '#platform/module.ts';

const hours = (value: number, clause: string, zh: string, en: string): SettingDeclared => ({ value, unit: 'hours', clause, zh, en, least: 0.5, most: 720 });

export const settings: Record<string, SettingDeclared> = {
  'incoming.ordinary_hours': hours(12, 'SLA-1', '一般来文办结时限（工作日小时）', 'Ordinary document processed within (hours of working days)'),
  'incoming.urgent_hours': hours(2, 'SLA-1', '急件首次答复时限（小时）', 'Urgent document answered within (hours)'),
  'incoming.last_hours': hours(24, 'SLA-1', '任何来文的最后期限（工作日小时）', 'Last limit of any document (hours of working days)'),
  'incoming.sign_hours': hours(2, 'IN-3', '部门签收时限（办公小时）', 'A department signs within (office hours)'),
  'incoming.reading_hours': hours(24, 'SLA-1', '传阅时限（工作日小时）', 'A reader reads within (hours of working days)'),
  'incoming.replacement_days': { value: 3, unit: 'days', clause: 'IN-2', zh: '来文单位补页时限（工作日）', en: 'Pages from the sender within (working days)', least: 1, most: 60 },
  'incoming.urge_pause_minutes': { value: 10, unit: 'minutes', clause: 'SLA-1', zh: '两次催办的最短间隔（分钟）', en: 'Shortest time between two urges (minutes)', least: 0, most: 1440 },
};
