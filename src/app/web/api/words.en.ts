import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  labels: {
    title: 'API reference', say: 'Other programs may call what the pages call. The rules are kept by the server and are the same.', find: 'Find by address, name, permission or refusal', count: '{n} endpoints', none: 'No endpoint fits.',
    token: 'How to get a token', tokenHow: 'Create one under Access tokens in My account; it is shown once. Send the header below with each request. A token may do what its owner may, and can be revoked at any time.', toAccount: 'Create a token',
    permission: 'Permission', parameters: 'Parameters', refuses: 'Refuses', request: 'Example request', answer: 'Example answer', body: 'Body', fields: 'All fields', bytes: 'The content of a file', failures: 'Errors come as application/problem+json; codes holds the reasons.', optional: 'optional',
  },
  statuses: { 400: 'something is filled in wrongly', 401: 'not signed in, or the token has ended', 403: 'no permission', 404: 'not found, or not yours to see', 422: 'against the rules; codes lists every reason', 429: 'too many requests; try later', 503: 'not available at the moment; try later' },
  groups: { access: 'Sign-in and accounts', organisation: 'Departments and people', calendar: 'Calendar', deadlines: 'Deadlines', lifecycle: 'History', todos: 'Inbox', files: 'Files', search: 'Search', notifications: 'Messages and mail', settings: 'Settings', audit: 'Audit', incoming: 'Incoming documents', outgoing: 'Outgoing documents', approvals: 'Approvals' },
  places: { path: 'in the address', query: 'in the query', header: 'header' },
  open: { public: 'open to everybody', signed_in: 'whoever is signed in' },
  reads: {
    'access.me': 'Who I am', 'access.sessions': 'Devices that are signed in', 'access.tokens': 'Access tokens', 'access.postRequests': 'Posts waiting for approval', 'access.grants': 'Roles and permissions',
    'organisation.school': 'The school', 'organisation.departments': 'Departments', 'organisation.directory': 'Find people', 'organisation.people': 'List of people', 'organisation.person': 'One person', 'organisation.leaves': 'Leave and deputies', 'organisation.importForm': 'Empty table for importing people',
    'calendar.year': 'The calendar of a year', 'calendar.changes': 'Changes of the calendar', 'deadlines.promises': 'What is promised', 'deadlines.board': 'Board of deadlines', 'deadlines.ofRecord': 'Deadlines of a document', 'lifecycle.history': 'History of a document', 'lifecycle.record': 'The kind of a document', 'todos.list': 'Inbox', 'todos.counts': 'Counts of the inbox',
    'files.uploaded': 'How far an upload is', 'files.content': 'Download a file', 'files.preview': 'Preview a file', 'files.reading': 'Text that was read', 'files.ofRecord': 'Files of a document', 'search.find': 'Search', 'notifications.messages': 'Messages', 'notifications.unread': 'Number of unread messages', 'notifications.mails': 'Mail log', 'notifications.recordMails': 'Mails of a document',
    'settings.list': 'Settings', 'settings.history': 'Changes of a setting', 'audit.list': 'Audit trail', 'audit.verify': 'Verify the audit chain',
    'outgoing.list': 'Outgoing register', 'outgoing.one': 'An outgoing document', 'outgoing.version': 'A version of an outgoing document', 'outgoing.book': 'Outgoing register (PDF, XLSX)', 'outgoing.sealBook': 'Seal register (PDF, XLSX)', 'outgoing.deliveryBook': 'Distribution register (PDF, XLSX)', 'outgoing.series': 'Series of numbers', 'outgoing.report': 'Numbers and gaps', 'outgoing.sealsThere': 'Seals', 'outgoing.sealUses': 'Uses of seals', 'outgoing.deliveries': 'Distribution',
    'incoming.senders': 'Directory of senders', 'incoming.twins': 'Documents with the same number', 'incoming.list': 'Incoming register', 'incoming.one': 'One document', 'incoming.receipt': 'Receipt for the courier', 'incoming.label': 'Label', 'incoming.returnLetter': 'Letter of return', 'incoming.replacementLetter': 'Letter asking for pages', 'incoming.suggestions': 'Departments suggested', 'incoming.calls': 'Calls to make', 'incoming.callSheet': 'Calls to make (PDF)', 'incoming.whereIs': 'Where the original is', 'incoming.delay': 'Who held it how long', 'incoming.sheet': 'Handling sheet', 'incoming.delayPaper': 'Who held it how long (PDF)', 'incoming.book': 'Incoming register (PDF, XLSX)', 'incoming.gaps': 'Missing numbers',
  },
};
