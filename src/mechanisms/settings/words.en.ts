export const en = {
  refusals: {
    'settings.wrong_type': 'The value is of the wrong kind.',
    'settings.out_of_range': 'The value is out of range.',
  },
};
