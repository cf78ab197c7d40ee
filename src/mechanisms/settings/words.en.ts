import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  labels: {
    settings: 'Settings', say: 'Every limit and figure of the office, first as the plan has it. A change needs its reason and holds at once; clocks that run are counted anew.', standard: 'the plan says', clause: 'Clause', change: 'Change', history: 'History', value: 'Value', why: 'Reason', whyHint: 'Such as: decided by the principal on 3 September', save: 'Save', cancel: 'Cancel', changedBy: 'changed it', neverChanged: 'as the plan has it, never changed', reset: 'Back to the plan:', yes: 'yes', no: 'no',
    between: '{least} to {most}', fromTo: '{old} became {new}', units: { hours: 'h', days: 'days', minutes: 'min', percent: '%', people: 'people' },
  },
  refusals: {
    'settings.wrong_type': 'The value is of the wrong kind.',
    'settings.out_of_range': 'The value is out of range.',
  },
};
