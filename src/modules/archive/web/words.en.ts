import type { zh } from './words.zh.ts';

export const en: { [K in keyof typeof zh]: { [N in keyof (typeof zh)[K]]: string } } = {
  labels: {
    waiting: 'Arranging', all: 'All', noneFound: 'No archived document fits.', emptyCatalogue: 'Nothing is archived yet. Incoming documents that are done and outgoing ones that are issued are listed here once archived.', searchCatalogue: 'Title, author, document or archive number', void: 'void',
    facts: 'Catalogue', files: 'Archived files', noFiles: 'No electronic files, on paper only.', erased: 'classified, erased', timeline: 'What happened', whoForWhom: '{who} for {whom}', toSource: 'Open the document', correct: 'Correct the catalogue', withdraw: 'Withdraw', withdrawThen: 'The number becomes void and stays in the catalogue; the document waits to be archived again.', why: 'Reason',
    stamp: 'Archive stamp', fonds: 'Fonds', because: 'Retention because', archivedBy: 'Archived by', withdrawnWhy: 'Withdrawn because', hash: 'SHA-256', source: 'From',
    show: 'Show', toArchive: 'To archive', open: 'Still open', excluded: 'Not archived', chosen: '{n} chosen', choose: 'Choose {title}', chooseAll: 'Choose all', archiveChosen: 'Archive', excludeChosen: 'Do not archive', includeChosen: 'Archive after all', excludeThen: 'They stay in the list “Not archived” of this year, and it can be undone.', done: 'Done', noneWaiting: 'Nothing of this year waits to be archived.', noneOpen: 'Nothing of this year is still open.', noneExcluded: 'Nothing of this year is marked as not to be archived.', electronic: 'Files', keysHint: '↑↓ move, Space chooses, 1 permanent, 2 30 years, 3 10 years.',
  },
  becauses: { word: 'the title has “{value}”', kind: 'its kind is {value}', source: 'it is {value}', department: 'its department', secrecy: 'classified', chosen: 'chosen by the archivist', none: 'no rule fits' },
};
