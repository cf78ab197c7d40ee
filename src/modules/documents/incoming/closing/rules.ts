import { reasons } from '#platform/rules.ts';
import type { State } from '../nouns.ts';
import { hasEnded } from '../rules.ts';

export const whyNotAnswerSender = (state: State, wanted?: { how: string; outgoingNumber: string; answeredAt?: string | undefined }, now = '') => reasons(
  [state === 'returned' || state === 'void',                      'incoming.was_returned'],
  [state === 'stub',                                              'incoming.stub_stays_on_paper'],
  [wanted?.how === 'document' && !wanted.outgoingNumber,          'incoming.answer_needs_number'],
  [wanted?.answeredAt !== undefined && wanted.answeredAt > now,   'incoming.answered_in_future'],
);

export const whyNotMarkMajor = (state: State, onAgenda: boolean) => reasons(
  [state === 'returned' || state === 'void', 'incoming.was_returned'],
  [state === 'stub',        'incoming.stub_stays_on_paper'],
  [onAgenda,                'incoming.already_on_agenda'],
);

interface Open {
  state: State;
  openParts: number;
  openReadings: number;
}

/** Parts and readers end a document by themselves; the office ends what needed neither. */
export const whyNotFinish = ({ state, openParts, openReadings }: Open) => reasons(
  [hasEnded(state),          'incoming.already_ended'],
  [state === 'registered',   'incoming.not_reviewed'],
  [state === 'proposed',     'incoming.waits_for_instruction'],
  [openParts > 0,            'incoming.parts_open'],
  [openReadings > 0,         'incoming.readers_open'],
);

/** A stub has nothing to begin again with: it is handled on paper. `parts` are those that were closed. */
export const whyNotReopen = (document: { state: State; secrecy: number; archiveNumber: string }, wanted?: { parts: readonly string[]; chosen: readonly string[] }) => reasons(
  [document.state !== 'done',                                                          'incoming.not_done'],
  [document.archiveNumber !== '',                                                      'incoming.archived_already'],
  [document.secrecy > 0,                                                               'incoming.stub_stays_on_paper'],
  [wanted !== undefined && wanted.parts.length > 0 && !wanted.parts.some((id) => wanted.chosen.includes(id)), 'incoming.choose_parts'],
);

interface PartEnd {
  role: string;
  settledAt: string | null;
  closedAt: string | null;
  returnedAt: string | null;
  opinion: string | null;
}

/** IN-4: complete when one leads, every part is closed and, with the 会签 mark, each has given its opinion. What was returned waits for the office to decide. */
export const isHandled = (parts: readonly PartEnd[], countersign: boolean) => {
  const running = parts.filter(({ returnedAt }) => returnedAt === null);
  return running.some(({ role }) => role === 'lead')
    && running.every(({ closedAt, opinion }) => closedAt !== null && (!countersign || Boolean(opinion)))
    && !parts.some(({ returnedAt, settledAt }) => returnedAt !== null && settledAt === null);
};
