import type { Subject } from '#mechanisms/approvals/subjects.ts';

const step = { mode: 'one' as const, batch: false, when: [] };

/** 鉴定 and approval before anything is destroyed: the director of the office, then the principal. */
export const destructionSubject: Subject = {
  name: 'archive.destruction',
  place: 40,
  zh: '档案销毁', en: 'Destruction of archived documents',
  fields: { items: { zh: '件数', en: 'Items', type: 'number' }, longest: { zh: '有30年的', en: 'Some kept for 30 years', type: 'flag' } },
  steps: [
    { ...step, key: 'director', title: '办公室主任审核', who: { kind: 'role', role: 'office.director' } },
    { ...step, key: 'principal', title: '校长批准', who: { kind: 'role', role: 'principal' } },
  ],
};
