import { z } from 'zod';
import { submitting } from '#mechanisms/approvals/contract.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Person, text, wished } from '../nouns.ts';

export const waitStates = ['waiting', 'offered', 'accepted', 'declined', 'withdrawn', 'over'] as const;

export const Wait = z.object({
  id: z.uuid(),
  /** null: any room that fits. */
  room: Person.nullable(),
  from: instant,
  to: instant,
  people: z.int(),
  title: z.string().nullable(),
  private: z.boolean(),
  state: z.enum(waitStates),
  /** Why it was skipped, where it is a date of a series. */
  reasons: z.array(z.string()),
  offeredUntil: instant.nullable(),
  bookingId: z.uuid().nullable(),
  seriesId: z.uuid().nullable(),
});
export type Wait = z.infer<typeof Wait>;

/** 候补: who waits is offered what falls free, in the order in which they asked. */
export const waiting = {
  waits: endpoint({ path: 'GET /room-waits', permission: 'rooms.book', returns: z.object({ waits: z.array(Wait) }) }),
  wait: endpoint({
    path: 'POST /room-waits',
    permission: 'rooms.book',
    body: z.object({ roomId: z.uuid().nullable(), from: instant, to: instant, people: z.int().min(1).max(5000), title: text(200).default(''), secretTitle: text(200).default(''), equipment: wished }),
    returns: z.object({ id: z.uuid() }),
    refuses: ['rooms.title_missing', 'rooms.room_unknown', 'rooms.ends_before_it_starts', 'rooms.is_over', 'rooms.one_is_free', 'rooms.never_fits', 'rooms.waits_already'],
  }),
  withdrawWait: endpoint({ path: 'POST /room-waits/:waitId/withdrawal', permission: 'rooms.book', body: z.object({}), returns: z.object({ id: z.uuid() }), refuses: ['rooms.waits_no_more'] }),
  /** Looks once more whether it fits now: a skipped date of a series, too. */
  tryWait: endpoint({ path: 'POST /room-waits/:waitId/trial', permission: 'rooms.book', body: z.object({}), returns: z.object({ id: z.uuid(), bookingId: z.uuid() }), refuses: ['rooms.waits_no_more', 'rooms.still_not_free'] }),
  answerOffer: endpoint({ path: 'POST /room-bookings/:bookingId/answer', permission: 'rooms.book', body: z.object({ accepted: z.boolean() }), returns: z.object({ id: z.uuid(), state: z.string() }), refuses: ['rooms.not_yours', 'rooms.not_offered', ...submitting] }),
};
