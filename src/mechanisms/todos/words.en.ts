import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  labels: {
    act: 'To do', read: 'To read', done: 'Done by me', mine: 'Asked by me', from: 'from', to: 'asked of', as: { self: '', department: 'for ', deputy: 'for ' }, search: 'Title or number', onlyLate: 'Late only', withdrawn: 'withdrawn', markRead: 'Mark as read', chooseAll: 'All', approveTogether: 'Approve together', approveWhat: 'Approve these {n}', approveThen: 'They need no reading one by one. This cannot be taken back.', progress: '{done} of {of}', marked: '{done} marked as read', approved: '{done} approved', notDone: '{n} could not be done; see the lines', untimed: 'no limit',
    empty: { act: 'Nothing to do. What somebody asks of you appears here.', read: 'Nothing to read. Documents that are circulated to you appear here.', done: 'Nothing done yet. What you have done stays here.', mine: 'Nothing asked yet. What you registered, dispatched or asked of others can be followed here.' },
  },
};
