import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  labels: {
    twinsSame: 'This document of this sender is registered already', readIn: 'Read in', readAs: 'The file says: ', noSecrecy: 'none', dayTyped: 'e.g. 1120', receivedNow: 'now', allRight: 'All in order', pagesAfterwards: 'You can ask the sender for the pages right after registering.', takeOut: 'Take out',
    paperEmpty: 'Scans, photos, PDF and Word, several at once. Sender, number, title and date are read from the document for you to check.', shortcuts: 'Keys',
    stubNoFiles: 'Title and scan of a classified document stay outside this system and were removed from the form. Say who keeps the original, and where.', throwThen: 'What you typed and the files you added are removed for good.',
    keyUpload: 'Choose a scan', keyPaste: 'Paste a picture or file', keyTake: 'Take what the file says in this field', keyAllRight: 'All checks in order',
  },
};
