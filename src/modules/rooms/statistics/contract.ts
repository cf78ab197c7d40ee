import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { Person, text } from '../nouns.ts';

export const suggestionKinds = ['few_people', 'missed_series', 'hardly_used', 'often_full'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const minutes = { open: z.int(), booked: z.int(), used: z.int() };
const Suggestion = z.object({ kind: z.enum(suggestionKinds), subjectId: z.uuid(), name: z.string(), /** What it says: how often, out of how many, or per cent. */ count: z.int(), of: z.int(), proposed: z.string().nullable() });
export type Suggestion = z.infer<typeof Suggestion>;

/** 使用统计 (ROOM-4): how a month's open hours were used, and what that suggests. */
export const statistics = {
  statistics: endpoint({
    path: 'GET /room-statistics',
    permission: 'rooms.manage',
    query: z.object({ month }),
    returns: z.object({
      rooms: z.array(z.object({ room: Person, seats: z.int(), ...minutes, bookings: z.int(), noShows: z.int(), /** People against seats, in per cent, on the average. */ filled: z.int() })),
      hours: z.array(z.object({ hour: z.int(), open: z.int(), booked: z.int() })),
      departments: z.array(z.object({ department: Person, booked: z.int(), bookings: z.int(), noShows: z.int() })),
      exceptions: z.int(),
      suggestions: z.array(Suggestion),
    }),
  }),
  propose: endpoint({ path: 'POST /room-proposals', permission: 'rooms.manage', body: z.object({ month, kind: z.enum(suggestionKinds), subjectId: z.uuid(), note: text(300).default('') }), returns: z.object({ id: z.uuid() }), refuses: ['rooms.not_suggested', 'rooms.proposed_already'] }),
};
