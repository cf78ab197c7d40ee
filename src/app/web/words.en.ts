import type { keyLines as zhKeyLines, zh } from './words.zh.ts';

export const en: typeof zh = {
  product: 'Zongban',
  home: 'Inbox', untitled: '(classified, no title shown)', documents: 'Documents', meetings: 'Meetings', rooms: 'Rooms', office: 'Office', admin: 'Administration',
  incomingKind: 'Incoming', topicKind: 'Topic', bookingKind: 'Booking of a room', resolutionKind: 'Resolution', minutesKind: 'Minutes', meetingReportKind: 'Report on resolutions', outgoing: 'Outgoing', archive: 'Archive', library: 'Library', intake: 'Register', incoming: 'Incoming register', clocks: 'Deadlines', calls: 'Urging', originals: 'Originals', senders: 'Senders', calendar: 'Calendar', people: 'People', mails: 'Mail log', roles: 'Roles', settings: 'Settings', routes: 'Approval routes', routesDoes: 'Which steps an approval takes, and who signs', audit: 'Audit',
  messages: 'Messages', api: 'API reference', account: 'Me', myAccount: 'My account', actingPost: 'Acting as', largeText: 'Large text', normalText: 'Normal text', signOut: 'Sign out',
  menu: 'Menu', bottom: 'Often used', more: 'More', close: 'Close', skip: 'Skip to the content', sample: 'Sample school',
  search: 'Search', searchHere: 'Search documents, numbers, attachments, people (press /)', proposals: 'Perhaps you mean', lookedFor: 'looked for before', page: 'page', searchAll: 'Search all documents for “{q}”',
  clocksAtRisk: 'Due first', changed: 'Latest messages', all: 'All', administrator: 'Administrators see no documents. This is what you look after.',
  administration: 'Administration', calendarDoes: 'Working days, holidays, terms and the timetable', peopleDoes: 'Departments, people, posts and accounts', mailsDoes: 'Every mail, and why one was not sent', rolesDoes: 'What each post may do', settingsDoes: 'The figures, where they come from, who changed them', auditDoes: 'Who did what and when, and whether the record is whole',
  broken: 'This page did not open', brokenWhy: 'A new version may just have been installed. What was typed is kept as a draft: open it again and go on.', brokenDetails: 'Reason', reload: 'Open it again',
  nowhere: 'There is no such page', nowhereWhy: 'The address may be misspelt, or the page has moved.', goHome: 'To the first page',
  closed: 'This page belongs to other posts', closedWhy: 'Your present post may not open it. If your work needs it, ask the security administrator.',
  printed: 'printed',
  keys: 'Keyboard', keysOn: 'Use the keys that are a single letter or sign (/, ?, j, k)',
};

export const keyLines: typeof zhKeyLines = { '/': 'to the search box', 'Ctrl K': 'to the search box, also while typing', 'j  k': 'next and previous line of a list', Enter: 'open that line', 'Ctrl Enter': 'send the registration being filled in', Esc: 'close a window or menu', '?': 'show these keys' };
