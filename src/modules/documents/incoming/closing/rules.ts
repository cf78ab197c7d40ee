import { reasons } from '#platform/rules.ts';
import type { State } from '../nouns.ts';
import { hasEnded } from '../rules.ts';

export const whyNotAnswerSender = (state: State, wanted?: { how: string; outgoingNumber: string }) => reasons(
  [state === 'returned',                                          'incoming.was_returned'],
  [state === 'stub',                                              'incoming.stub_stays_on_paper'],
  [wanted?.how === 'document' && !wanted.outgoingNumber,          'incoming.answer_needs_number'],
);

export const whyNotMarkMajor = (state: State, onAgenda: boolean) => reasons(
  [state === 'returned',    'incoming.was_returned'],
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
  [openParts > 0,            'incoming.parts_open'],
  [openReadings > 0,         'incoming.readers_open'],
);

interface PartEnd {
  closedAt: string | null;
  returnedAt: string | null;
  opinion: string | null;
}

/** IN-4: complete when every part is closed and, with the 会签 mark, each has given its opinion. */
export const isHandled = (parts: readonly PartEnd[], countersign: boolean) => {
  const running = parts.filter(({ returnedAt }) => returnedAt === null);
  return running.length > 0 && running.every(({ closedAt, opinion }) => closedAt !== null && (!countersign || Boolean(opinion)));
};
