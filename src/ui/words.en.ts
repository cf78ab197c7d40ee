import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  labels: {
    loading: 'Loading…', more: 'More', sortBy: 'By ', nothingFits: 'Nothing fits these choices.', retry: 'Try again', cancel: 'Cancel', confirm: 'OK', save: 'Save', close: 'Close', today: 'today', yesterday: 'yesterday', none: 'none', all: 'All',
    choose: 'Choose', dropFiles: 'Drop files here, paste them, or', chooseFiles: 'choose files', takePhoto: 'take a photo', uploading: 'Uploading', notUploaded: 'Not uploaded yet: ', remove: 'Remove', download: 'Save', text: 'Text', page: 'Page',
    notReadable: 'The text could not be read', waitingText: 'Reading the text…', noPreview: 'No preview for this kind of file. Save it to look at it.', saved: 'Saved', draftBack: 'What you typed last time is back', throwDraft: 'Start afresh',
    tomorrow: 'tomorrow', left: '', stillLeft: 'left', by: 'by ', before: '', over: 'late by', limit: 'was due ', hour: 'h', minute: 'min', day: 'days', columns: 'Columns', copy: 'Copy', copied: 'Copied', enlarge: 'Enlarge', openPdf: 'Open the PDF', search: 'Find', filters: 'Filters', printExport: 'Print and export', exportPdf: 'Print (PDF)', exportXlsx: 'Export (Excel)', views: 'Views', keepView: 'Keep this view', viewName: 'Name, such as Letters of the bureau', look: 'Look (this device)', bySystem: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast', noServer: 'The server does not answer; connecting again. You see what was here before; what you type is kept, and all is read again when it is back.', noNetwork: 'No network. You see what was here before; what you type is kept, and all is read again when it is back.', sameParagraphs: '({n} paragraphs the same)',
    body: 'Body', levels: 'Levels', plainText: 'Text', renumber: 'Renumber', bodyHint: 'A paragraph a line; 一、（一）1.（1） at its head is its level. Ctrl+Alt+1 to 4 set it, 0 takes it off, R counts anew; what is pasted from WPS or Word is cleaned.', meanwhile: 'Somebody changed this draft just now', meanwhileWho: '{who} saved version {n}; your changes are not saved yet.', theirChange: 'What they changed', myChange: 'What I changed', meanwhileThen: 'Nothing is lost either way: theirs is among the versions; if you take theirs, yours stays on this computer.', takeTheirs: 'Take theirs, keep mine aside', keepMine: 'Keep mine as the next version', setAside: 'A draft of mine put aside', takeBackMine: 'Take it back', throwAside: 'Throw it away',
  },
  changesShown: { added: 'new', removed: 'gone', changed: 'edit' },
  refusals: {
    'platform.sign_in': 'Your session has ended. Sign in again; what you typed is kept.', 'platform.forbidden': 'You may not do this.', 'platform.not_by_token': 'A person signed in does this, not a token.', 'platform.token_reads_only': 'This token only reads.', 'platform.not_found': 'Not found, or not yours to see.',
    'platform.malformed': 'Something is filled in wrongly.', 'platform.offline': 'No network: nothing was sent. What you typed is kept.', 'platform.database_away': 'The database is recovering: try again in a moment.',
    'platform.disk_full': 'The disk of the server is full. Nothing was saved.', 'platform.key_used_for_something_else': 'This is not what was sent before. Reload and try again.', 'platform.bug': 'Our mistake: nothing was saved. It is recorded; try again later.',
  },
};
