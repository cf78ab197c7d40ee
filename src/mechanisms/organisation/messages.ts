/** What people are told of leaves and departures; worded by the pages too. */
export const messages = {
  zh: {
    'organisation.deputy': '{person}{from}至{to}离岗，由你代办',
    'organisation.away': '{by}已为你登记{from}至{to}离岗，由{deputy}代办',
    'organisation.deputy_gone': '你的代办人{deputy}已不在岗，请另行登记代办人',
    'organisation.successor': '{person}已离校，其未办结的事项由你接手',
  },
  en: {
    'organisation.deputy': '{person} is away from {from} to {to}; you are the deputy',
    'organisation.away': '{by} entered your leave from {from} to {to}, with {deputy} as your deputy',
    'organisation.deputy_gone': 'Your deputy {deputy} is not there any more: name another',
    'organisation.successor': '{person} has left the school; what was open is yours now',
  },
} as const;
