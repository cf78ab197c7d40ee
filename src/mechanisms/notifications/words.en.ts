export const en = {
  states: { waiting: 'waiting', sent: 'sent', failed: 'failed', no_address: 'no address' },
  refusals: { 'notifications.already_sent': 'This mail was sent.', 'notifications.no_address': 'The person has no mail address.' },
};
