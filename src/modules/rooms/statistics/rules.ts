import { reasons } from '#platform/rules.ts';
import type { SuggestionKind } from './contract.ts';

interface OfRoom {
  open: number;
  booked: number;
  bookings: number;
  /** Bookings for less than a quarter of the seats. */
  few: number;
}

/** What the figures of a room suggest: why, and out of how many. */
export const suggestedOf = ({ open, booked, bookings, few }: OfRoom): { kind: SuggestionKind; count: number; of: number }[] => {
  const share = open ? Math.round((booked / open) * 100) : 0;
  return [
    ...(few >= 5 && few * 2 >= bookings ? [{ kind: 'few_people' as const, count: few, of: bookings }] : []),
    ...(open > 0 && share < 3 ? [{ kind: 'hardly_used' as const, count: share, of: 100 }] : []),
    ...(share >= 60 ? [{ kind: 'often_full' as const, count: share, of: 100 }] : []),
  ];
};

/** 系列 that nobody comes to any more. */
export const isMissed = ({ noShows }: { noShows: number }) => noShows >= 3;

export const whyNotPropose = ({ suggested, proposed }: { suggested: boolean; proposed: boolean }) => reasons(
  [!suggested,               'rooms.not_suggested'],
  [suggested && proposed,    'rooms.proposed_already'],
);
