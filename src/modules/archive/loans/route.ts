import type { Subject } from '#mechanisms/approvals/subjects.ts';
import type { Promised } from '#mechanisms/deadlines/promises.ts';
import type { SettingDeclared } from '#platform/module.ts';

const step = { mode: 'one' as const, batch: false };

/** The archivist; for what is classified and for originals that leave the house also the director. */
export const subject: Subject = {
  name: 'archive.loan',
  place: 30,
  zh: '档案借阅', en: 'Borrowing from the archive',
  fields: {
    how: { zh: '方式', en: 'How', type: 'choice', choices: { read: { zh: '查阅', en: 'Read' }, lend: { zh: '外借', en: 'Borrow the original' }, copy: { zh: '复制', en: 'Copy' } } },
    secret: { zh: '涉密', en: 'Classified', type: 'flag' },
    director: { zh: '涉密或借出原件', en: 'Classified or an original', type: 'flag' },
  },
  steps: [
    { ...step, key: 'archivist', title: '档案员审核', who: { kind: 'role', role: 'archivist' }, when: [] },
    { ...step, key: 'director', title: '办公室主任审批', who: { kind: 'role', role: 'office.director' }, when: [{ field: 'director', is: 'yes' }] },
  ],
};

export const promised: readonly Promised[] = [{
  name: 'archive.loan',
  kind: 'working_days',
  length: { setting: 'archive.lend_days', unit: 'days' },
  warn: { lead: { setting: 'archive.loan_warn_days', unit: 'days' } },
  escalate: { after: { setting: 'archive.loan_late_days', unit: 'days' }, to: 'archivist' },
  zh: { title: '档案归还', from: '借出', to: '归还' },
  en: { title: 'Return to the archive', from: 'handed out', to: 'returned' },
}];

export const settings: Record<string, SettingDeclared> = {
  'archive.lend_days': { value: 10, unit: 'd', clause: 'ARC-1', zh: '借阅的一般期限（工作日）', en: 'Usual length of a loan (working days)', least: 1, most: 250 },
  'archive.lend_days_most': { value: 60, unit: 'd', clause: 'ARC-1', zh: '借阅最长（天）', en: 'Longest loan (days)', least: 1, most: 365 },
  'archive.loan_warn_days': { value: 2, unit: 'd', clause: 'ARC-1', zh: '到期前几个工作日提醒', en: 'Reminded so many working days before', least: 0, most: 30 },
  'archive.loan_late_days': { value: 3, unit: 'd', clause: 'ARC-1', zh: '逾期几个工作日后再次催还', en: 'Reminded again so many working days after', least: 1, most: 60 },
  'archive.renewals_most': { value: 2, unit: '', clause: 'ARC-1', zh: '最多续借次数', en: 'A loan is renewed at most so often', least: 0, most: 20 },
};
