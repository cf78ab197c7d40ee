import { reasons } from '#platform/rules.ts';
import type { State } from '../nouns.ts';
import { canStart } from '../rules.ts';

export const whyNotAccept = (state: State, waitsForPages: boolean) => reasons(
  [!canStart('accept', state), 'incoming.not_in_review'],
  [waitsForPages,              'incoming.waits_for_pages'],
);

export const whyNotSendBack = (state: State) => reasons(
  [!canStart('sendBack', state), 'incoming.not_in_review'],
);
