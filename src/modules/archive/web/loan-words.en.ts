export const en = {
  labels: {
    borrow: 'Ask to borrow', how: 'How', why: 'What for', until: 'Until', dueOn: 'Due', borrower: 'Borrower', department: 'Department', state: 'State', loans: 'Borrowing', myLoans: 'My loans', none: 'Nothing is borrowed. Ask on the page of an archived document.', open: 'Going on', late: 'Overdue', all: 'All', show: 'Show', printBook: 'Print the register', exportBook: 'Export to Excel',
    overdue: 'Overdue', handOut: 'Hand out', giveCopy: 'Give the copy', condition: 'Condition when handed out', conditionFine: 'in order', takeBack: 'Take back', isWhole: 'In order', isDamaged: 'Damaged', damage: 'What is damaged', photos: 'Pictures', askRenewal: 'Renew', renewUntil: 'Renew until', decideRenewal: 'Decide the renewal', grant: 'Renew', refuse: 'Do not renew', reason: 'Reason', renewals: 'Renewals', granted: 'granted', notGranted: 'not granted', waits: 'waits',
    askedAt: 'Asked', handedAt: 'Handed out', returnedAt: 'Returned', outWith: 'The original is with {name}; it can be lent when it is back.', room: 'Reading room', roomHint: 'Your name, department and the time are on every page; each opening is noted.', read: 'Read', toItem: 'Open the archived document', again: 'Send again', history: 'What happened', whoForWhom: '{who} for {whom}', title: 'Loan', itemLoans: 'Borrowing',
  },
};
