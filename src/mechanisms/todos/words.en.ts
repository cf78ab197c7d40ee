import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  labels: {
    act: 'To do', read: 'To read', done: 'Done by me', mine: 'Asked by me', late: 'late', dueToday: 'due today', from: 'from', as: { self: '', department: 'for ', deputy: 'for ' }, search: 'Title or number', onlyLate: 'Late only', withdrawn: 'withdrawn', doneBy: 'done by', open: 'open',
    empty: { act: 'Nothing to do. What somebody asks of you appears here.', read: 'Nothing to read. Documents that are circulated to you appear here.', done: 'Nothing done yet. What you have done stays here.', mine: 'Nothing asked yet. What you registered, dispatched or asked of others can be followed here.' },
  },
};
