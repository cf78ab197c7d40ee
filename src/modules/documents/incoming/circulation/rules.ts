import { reasons } from '#platform/rules.ts';
import type { State } from '../nouns.ts';
import { canStart, hasEnded, isOrStandsFor } from '../rules.ts';

type Who = { id: string; deputyFor: readonly { id: string }[] };

interface ReadingFacts {
  personId: string;
  sentAt: string | null;
  recalledAt: string | null;
}

export const whyNotCirculate = (document: { state: State; waitsForPages: boolean }, wanted?: { readers: readonly string[]; known: readonly string[]; headless?: boolean }) => reasons(
  [hasEnded(document.state),                                                   'incoming.already_ended'],
  [!hasEnded(document.state) && !canStart('circulate', document.state),        'incoming.not_for_circulation'],
  [document.waitsForPages,                                                     'incoming.waits_for_pages'],
  [wanted?.readers.length === 0,                                               'incoming.no_readers'],
  [wanted?.readers.some((id) => !wanted.known.includes(id)) ?? false,          'incoming.reader_unknown'],
  [wanted?.headless ?? false,                                                  'incoming.department_has_no_head'],
);

/** A reader may add a reader; so may the office. */
export const whyNotAddReader = (state: State, mayAdd: boolean, wanted?: { readers: readonly string[]; known: readonly string[]; reading: readonly string[] }) => reasons(
  [!mayAdd,                                                                    'incoming.not_a_reader'],
  [hasEnded(state) || state === 'stub',                                        'incoming.already_ended'],
  [wanted?.readers.some((id) => !wanted.known.includes(id)) ?? false,          'incoming.reader_unknown'],
  [wanted?.readers.some((id) => wanted.reading.includes(id)) ?? false,         'incoming.reader_has_it'],
);

export const whyNotMarkRead = (reading: ReadingFacts, actor: Who) => reasons(
  [!isOrStandsFor(actor, reading.personId),                                    'incoming.not_your_reading'],
  [reading.sentAt === null || reading.recalledAt !== null,                     'incoming.not_your_turn'],
);

export const whyNotAddNote = (reading: ReadingFacts, actor: Who) => reasons(
  [!isOrStandsFor(actor, reading.personId),                                    'incoming.not_your_reading'],
);

/** Whoever added the reader, or the office, takes it back before it is read. */
export const whyNotRecall = (reading: { addedBy: string; readAt: string | null; recalledAt: string | null }, actor: Who & { permissions: ReadonlySet<string> }) => reasons(
  [!isOrStandsFor(actor, reading.addedBy) && !actor.permissions.has('incoming.dispatch'),  'incoming.not_added_by_you'],
  [reading.readAt !== null || reading.recalledAt !== null,                                 'incoming.already_read'],
);

interface Waiting {
  position: number;
  readAt: string | null;
  sentAt: string | null;
}

/** The position whose turn it is now, if everybody before has read: nothing is sent twice. */
export const nextPosition = (readings: readonly Waiting[]) => {
  const open = readings.filter(({ readAt }) => readAt === null);
  const first = Math.min(...open.map(({ position }) => position));
  return open.some((reading) => reading.position === first && reading.sentAt === null) ? first : undefined;
};
