export const en = {
  labels: { messages: 'Messages', mails: 'Mail log', markAllRead: 'Mark all read', noMessages: 'No messages.', noMails: 'No mail yet.', to: 'to', cc: 'cc', retry: 'Send again', all: 'All', notConfigured: 'no mail server is set' },

  states: { waiting: 'waiting', sent: 'sent', failed: 'failed', no_address: 'no address' },
  refusals: { 'notifications.already_sent': 'This mail was sent.', 'notifications.no_address': 'The person has no mail address.' },
};
