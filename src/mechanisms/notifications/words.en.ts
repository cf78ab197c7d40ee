export const en = {
  labels: { messages: 'Messages', mails: 'Mail log', markAllRead: 'Mark all read', noMessages: 'No messages. What is sent to you, urged or late is told here.', noMails: 'No mail yet. Urges, results and notices of what is late also go by mail and are logged here.', to: 'to', cc: 'cc', retry: 'Send again', all: 'All', notConfigured: 'no mail server is set', choices: 'Notices by mail', choicesHint: 'You are always told in Zongban. Choose what also comes by mail; many at once come as one.', always: 'always', tries: 'tries' },

  states: { waiting: 'waiting', held: 'to be gathered', gathered: 'sent with others', sent: 'sent', failed: 'failed', no_address: 'no address' },
  refusals: { 'notifications.already_sent': 'This mail was sent.', 'notifications.no_address': 'The person has no mail address.', 'notifications.no_such_notice': 'There is no such kind of notice.', 'notifications.always_mailed': 'This kind of notice always comes by mail.' },
};
