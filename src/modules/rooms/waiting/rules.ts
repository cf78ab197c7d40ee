import { reasons } from '#platform/rules.ts';

interface Waiting {
  from: string;
  to: string;
  now: string;
  roomKnown: boolean;
  /** What every room that was asked for refuses, room by room. */
  refusals: readonly (readonly string[])[];
  already: boolean;
}

/** What passes when somebody else gives something back; anything else stays as it is. */
const passing = ['rooms.taken', 'rooms.equipment_missing', 'rooms.blacked_out'];

/** 候补: for a time that others have, not for one that never comes. */
export const whyNotWait = ({ from, to, now, roomKnown, refusals, already }: Waiting) => reasons(
  [!roomKnown,                                                                            'rooms.room_unknown'],
  [to <= from,                                                                            'rooms.ends_before_it_starts'],
  [to > from && from <= now,                                                              'rooms.is_over'],
  [roomKnown && to > from && from > now && refusals.some((codes) => codes.length === 0),                 'rooms.one_is_free'],
  [roomKnown && to > from && from > now && refusals.every((codes) => codes.some((code) => !passing.includes(code))), 'rooms.never_fits'],
  [already,                                                                               'rooms.waits_already'],
);

export const whyNotWithdrawWait = (wait: { state: string }) => reasons([wait.state !== 'waiting', 'rooms.waits_no_more']);

export const whyNotAnswer = (booking: { state: string }, { mine }: { mine: boolean }) => reasons(
  [!mine,                        'rooms.not_yours'],
  [booking.state !== 'offered',  'rooms.not_offered'],
);
