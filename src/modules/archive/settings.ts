import type { SettingDeclared } from '#platform/module.ts';

export const settings: Record<string, SettingDeclared> = {
  'archive.fonds': { value: '0001', unit: '', clause: 'DA/T 22-2015', zh: '全宗号', en: 'Number of the fonds' },
  'archive.sheet_mm': { value: 0.1, unit: 'mm', clause: 'ARC-1', zh: '每张纸的厚度（毫米）', en: 'Thickness of a sheet of paper (mm)', least: 0.05, most: 1 },
};
