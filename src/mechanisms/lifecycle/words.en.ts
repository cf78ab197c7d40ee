import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  labels: {
    lives: 'The life of a document', hint: 'Made from the rules themselves: who takes each step, where it leads, and how long it may take.', state: 'State', acts: 'Then', by: 'by', to: 'becomes', or: 'or', starts: 'start', ends: 'end', nothing: 'Nothing more', from: 'from', at: 'when used', print: 'Print',
  },
};
