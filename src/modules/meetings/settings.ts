import type { SettingDeclared } from '#platform/module.ts';

export const settings: Record<string, SettingDeclared> = {
  'meetings.notice_days': { value: 3, unit: 'd', clause: 'MTG-2', zh: '会议通知至少提前几个工作日', en: 'Working days between the notice and the meeting, at least', least: 0, most: 30 },
};
