export const en = {
  labels: { settings: 'Settings', standard: 'standard', change: 'Change', history: 'History', why: 'Reason', close: 'Close', units: { hours: 'h', days: 'days', minutes: 'min' } },

  refusals: {
    'settings.wrong_type': 'The value is of the wrong kind.',
    'settings.out_of_range': 'The value is out of range.',
  },
};
