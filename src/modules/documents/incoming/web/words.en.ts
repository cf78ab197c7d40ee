import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  awaitedItems: { part: 'its part', reading: 'reading', instruction: 'instruction', task: 'task' },
  labels: {
    dueUnknown: 'Its limit reaches into a year whose calendar is not published; it follows when that is.', twinsSame: 'This document of this sender is registered already', readIn: 'Read in', readAs: 'The file says: ', noSecrecy: 'none', dayTyped: 'e.g. 1120', receivedNow: 'now', allRight: 'All in order', pagesAfterwards: 'You can ask the sender for the pages right after registering.', takeOut: 'Take out',
    paperEmpty: 'Scans, photos, PDF and Word, several at once. Sender, number, title and date are read from the document for you to check.', shortcuts: 'Keys',
    stubNoFiles: 'Title and scan of a classified document stay outside this system and were removed from the form. Say who keeps the original, and where.', throwThen: 'What you typed and the files you added are removed for good.',
    keyUpload: 'Choose a scan', keyPaste: 'Paste a picture or file', keyTake: 'Take what the file says in this field', keyAllRight: 'All checks in order',
    sendBackThen: 'It is then no longer handled here; a letter can be printed.', finishThen: 'It can then no longer be dispatched or circulated, and its clocks stop.', majorThen: 'It becomes a proposed agenda item and cannot be taken back.', closePartThen: 'It cannot be changed afterwards; the leaders concerned get the result by mail.', returnPartThen: 'The office then dispatches it anew.',
    dispatchThen: 'Each department gets it at once. If one was chosen by mistake, the office can withdraw its part, or it returns it.', phraseRead: 'Read.', nameDepartments: 'Name departments', speakIt: 'You can also speak it with the microphone of your keyboard.', instructNext: 'It then goes to {name}. Until the document is done the instruction can be changed; the history keeps what it said.', instructThen: 'The office then dispatches it. Until the document is done the instruction can be changed; the history keeps what it said.',
    dueToday: 'Today', dueTomorrow: 'Tomorrow', dueFriday: 'This Friday', dueNextFriday: 'Next Friday', callNow: 'Please call',
    noScan: 'No scan; see the paper. It is with: ', sheetTitle: 'Handling sheet', signedBy: 'signed', notSignedYet: 'Not signed for yet', toMine: 'To do', attachedBy: 'by {who},', keptBefore: 'version {n}',
    noGapsUpTo: 'numbers 1 to {last} run without gaps', step: 'Step',
    scanLabel: 'Photograph the label', typeCode: 'Code on the label, typed or scanned', goOn: 'Go on', noCode: 'No code was found. Let the label fill the picture and try again, or type the code on it.', heldByMe: 'With me', onItsWay: 'Changing hands',
    searchPaper: 'Title, number, holder or place', noneHeld: 'You hold no original. What you take by its label is listed here.', noneFound: 'No original fits these choices.', heldSince: 'Since', paperLabel: 'Label', printAgain: 'Print again',
    missingNumbers: 'missing numbers', whereIsPaper: 'Where is the original?',
    reason: 'Reason', moreActs: 'Corrections and more', convertThen: 'It becomes {to}; what was proposed or sent round so far stops.', voidThen: 'The number stays in the book and is used for nothing else; this cannot be undone.', classifyThen: 'Title, scans and text leave the system at once and for good; a stub stays.',
    reopenThen: 'Its time starts anew, and the departments chosen have it again.', doneAgain: 'Done again by', lostThen: 'The office is told. Taking the paper again ends it.', lostHow: 'When and where it was missed', keepPaper: 'I keep it after all', lost: 'reported lost', withdrawn: 'taken back', allPages: 'All pages are here', scanNext: 'Next label',
    senders: 'Senders', searchSenders: 'Name, other spelling or word of the issuer', sortBy: 'Order', byTimes: 'Most letters', byName: 'Name', byLast: 'Latest letter', senderWord: 'Word', senderTimes: 'Letters', lastLetter: 'Latest letter', phone: 'Phone', email: 'E-mail', address: 'Address', spellings: 'also written', noSenders: 'No senders yet. Whoever sends a document is listed here once it is registered.',
    changeSender: 'Change', renameThen: 'The old name still leads here; lines written so far keep their words.', senderName: 'Name', mergeSender: 'Merge', mergeTitle: 'Merge two senders', mergeInto: 'Into which sender', merged: 'Afterwards', mergeThen: 'What came from “{gone}” (registered {n} times) then belongs to “{stays}”; the register keeps its words, and “{gone}” will count as “{stays}”. They cannot be parted again.',
    comesAgain: 'This is it again, after it was returned',
    nothingAwaited: 'Nothing to urge. What was dispatched, circulated, asked or assigned and is not done yet is listed here.', urgeChosen: 'Urge those chosen ({n})', urgedNow: 'Urged in the app and by mail', urgedByCall: 'A call to make',
  },
};
