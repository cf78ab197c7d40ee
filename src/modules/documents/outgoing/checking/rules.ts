import { reasons } from '#platform/rules.ts';
import type { State } from '../nouns.ts';
import { canStart } from '../rules.ts';

/** 复核 stands after signing and before numbering. What was signed must be there as it was, with its attachments, and nothing done to it since but noted slips of the pen. `hash`: of what was signed, worked out anew. */
export const whyNotCheck = (document: { state: State; signedHash: string | null }, found: { hash: string; onlyTypos: boolean } | undefined) => reasons(
  [!canStart('check', document.state),                                                                'outgoing.not_signed_yet'],
  [found !== undefined && (found.hash !== document.signedHash || !found.onlyTypos),                   'outgoing.not_what_was_signed'],
);

/** A slip of the pen changes few letters and neither recipients nor figures. */
export const whyNotCorrect = (state: State, wanted?: { base: number; version: number; letters: number; figures: boolean; recipients: boolean }) => reasons(
  [!['signed', 'checked'].includes(state),                                     'outgoing.not_signed_yet'],
  [wanted !== undefined && wanted.base !== wanted.version,                     'outgoing.edited_meanwhile'],
  [wanted !== undefined && wanted.letters === 0 && !wanted.recipients,                               'outgoing.nothing_changed'],
  [wanted !== undefined && (wanted.letters > 20 || wanted.figures || wanted.recipients), 'outgoing.not_a_typo'],
);

export const whyNotSignAgain = (state: State) => reasons([!canStart('signAgain', state), 'outgoing.not_signed_yet']);
