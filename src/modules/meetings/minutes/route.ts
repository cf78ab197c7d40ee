import type { Subject } from '#mechanisms/approvals/subjects.ts';

/** The leader in charge of whoever wrote reviews the minutes before they go to the departments (MTG-8). */
export const subject: Subject = {
  name: 'meetings.minutes',
  zh: '会议纪要', en: 'Minutes of a meeting', place: 55,
  fields: {
    kind: { zh: '会议类别', en: 'Kind of meeting', type: 'choice', choices: { leaders: { zh: '校长办公会', en: 'Leaders' }, routine: { zh: '行政例会', en: 'Routine' }, special: { zh: '专题会', en: 'Special' }, staff: { zh: '教职工大会', en: 'All staff' } } },
    note: { zh: '更正', en: 'A correction', type: 'flag' },
  },
  steps: [{ key: 'leader', title: '校领导审核', who: { kind: 'leader' }, mode: 'one', batch: false, when: [] }],
};
