import type { Subject } from '#mechanisms/approvals/subjects.ts';
import { kindOfMeeting } from '../planning/route.ts';

/** The leader in charge of whoever wrote reviews the minutes before they go to the departments (MTG-8). */
export const subject: Subject = {
  name: 'meetings.minutes',
  zh: '会议纪要', en: 'Minutes of a meeting', place: 55,
  fields: {
    kind: kindOfMeeting,
    note: { zh: '更正', en: 'A correction', type: 'flag' },
  },
  steps: [{ key: 'leader', title: '校领导审核', who: { kind: 'leader' }, mode: 'one', batch: false, when: [] }],
};
