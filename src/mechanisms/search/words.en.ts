import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  labels: {
    search: 'Search', ask: 'Title, number, sender, text, attachments', start: 'Two characters are enough; numbers may stand in any brackets; “quoted” words stand together.', nothing: 'Nothing found. Try other words or wider dates.', from: 'From', to: 'To', more: 'More', inAttachment: 'Attachment', counted: { exactly: '', at_least: 'more than' }, results: 'found', sender: 'Sender', department: 'Sent to department', state: 'State', anyState: 'Any', open: 'Open', ended: 'Ended',
  },
};
