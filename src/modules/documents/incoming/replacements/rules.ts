import { reasons } from '#platform/rules.ts';
import type { State } from '../nouns.ts';
import { hasEnded } from '../rules.ts';

/** IN-2. One request at a time: the next pages are asked for when these are settled. */
export const whyNotAskForPages = (state: State, open: number, wanted?: { how: string; contact: string }) => reasons(
  [hasEnded(state),                                                          'incoming.already_ended'],
  [state === 'stub',                                                         'incoming.stub_stays_on_paper'],
  [open > 0,                                                                 'incoming.pages_already_asked'],
  [wanted?.how === 'mail' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(wanted.contact), 'incoming.not_an_address'],
);

export const whyNotSettlePages = (replacement: { settledAt: string | null }) => reasons(
  [replacement.settledAt !== null, 'incoming.pages_already_settled'],
);

export const whyNotChangeWaiting = (replacement: { settledAt: string | null; waits: boolean }, waits: boolean) => reasons(
  [replacement.settledAt !== null, 'incoming.pages_already_settled'],
  [replacement.waits === waits,    'incoming.waiting_is_so'],
);
