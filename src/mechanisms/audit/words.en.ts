import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  labels: { audit: 'Audit', verify: 'Verify the chain', verifying: 'Verifying…', whole: 'The chain is whole', broken: 'The chain breaks at', entries: 'entries', unsealed: 'not sealed yet', newest: 'newest hash', action: 'Action', actor: 'Who', address: 'Address', at: 'When', input: 'What', more: 'More', search: 'Action, such as incoming.register', nothing: 'No entry fits.' },
};
