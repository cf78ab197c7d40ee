import type { zh } from './sitting-words.zh.ts';

export const en: { labels: Record<keyof typeof zh.labels, string> } = {
  labels: {
    openSitting: 'Write the meeting down', followSitting: 'Follow the meeting', begin: 'Begin the meeting', beginLater: 'Write it down now', notBegunYet: 'Not begun', goingOn: 'Going on', isOver: 'Over', backToMeeting: 'Back to the meeting', later: 'Written down later: minutes are not measured.',
    nowTalking: 'Talking about', nobodyTalks: 'No topic is talked about', next: 'Dealt with, next', first: 'Begin with the first', lastDealt: 'Dealt with', putOff: 'Put off, next', deferIt: 'Put off', whyPutOff: 'Why it is put off', putOffNow: 'Put off: {title}', notPrepared: 'Materials are missing', notAgreed: 'No agreement yet', notThere: 'Somebody needed is not here', otherWhy: 'Another reason', changeWhy: 'Change the reason', pause: 'Break', talk: 'Talk about it', write: 'Write to it', takeBack: 'Take back',
    planned: '{n} min planned', actual: '{n} min taken', overrun: '{n} min over', soonUp: 'Less than {n} min left', timeUp: 'The time is up: close it or put it off', began: 'Began', ended: 'Ended',
    point: 'Point', key: 'Key', note: 'Write down', noteHow: 'Write a point, Ctrl+Enter writes it down', other: 'Other (of no topic)', said: 'Points and resolutions', nothingSaid: 'Nothing is written down yet.', change: 'Change', remove: 'Remove', removeThen: 'The point is not kept.', correct: 'Correct', pending: 'not sent yet',
    saved: 'Saved', waiting: '{n} not sent yet, kept on this device, sent when the network is back', notTaken: 'These were not taken', drop: 'Understood, do not send', keys: 'Keys: F9 next, F8 put off', readOnly: 'The minute-taker writes; this page follows.', endedAt: 'Ended at',
    signIn: 'Sign in', signInCard: 'Code to sign in', signInList: 'Sign-in list', printList: 'Print the list', exportList: 'Export the list', came: '{called} called, {came} came', lateBy: '{n} min late', nth: 'no. {n}', notYet: 'not yet', byHand: 'by hand', guest: 'guest',
    signCode: 'Code', signHow: 'Scan with a phone and sign in; or open the meeting on the phone and type the code.', renewCode: 'Another code', renewThen: 'The code until now does not work any more.', print: 'Print', signInFor: 'Sign somebody in', who: 'Somebody of the school', guestName: 'Guest’s name (from where)', forWhom: 'For whom they come', takeSignInBack: 'Take back', others: 'Others who came', youAreIn: 'You are signed in',
    recordBook: 'Record book', printRecord: 'Print the page', scans: 'Scans', addScan: 'Add a scan', noScan: 'Print the page, write on it, and put its scan here afterwards.', version: 'version {n}', record: 'What was written down', overrunCount: '{n} topics took longer than planned this year', ownerIs: 'responsible',
  },
};
