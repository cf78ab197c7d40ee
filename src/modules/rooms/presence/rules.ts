import { reasons } from '#platform/rules.ts';

interface Booking {
  state: string;
  from: string;
  to: string;
}

interface AtDoor {
  /** The organiser, or somebody of the department that booked. */
  theirs: boolean;
  now: string;
  /** From when on one may sign in. */
  opens: string;
  codeFits?: boolean;
  guesses?: boolean;
}

export const whyNotSignIn = (booking: Booking, { theirs, now, opens, codeFits = true, guesses = false }: AtDoor) => reasons(
  [!theirs,                                                   'rooms.not_of_yours'],
  [guesses,                                                   'rooms.too_many_codes'],
  [!guesses && !codeFits,                                     'rooms.wrong_code'],
  [booking.state === 'used',                                  'rooms.signed_in_already'],
  [booking.state !== 'booked' && booking.state !== 'used',    'rooms.not_booked'],
  [booking.state === 'booked' && now < opens,                 'rooms.too_early'],
  [booking.state === 'booked' && now >= booking.to,           'rooms.is_over'],
);

export const whyNotLeave = (booking: { state: string; leftAt: string | null }, { theirs }: { theirs: boolean }) => reasons(
  [!theirs,                                                   'rooms.not_of_yours'],
  [booking.state !== 'used' || booking.leftAt !== null,       'rooms.nobody_in'],
);

/** 巡查: nobody there where somebody should be; those before still there. */
export const whyNotPatrol = (found: string, { booked, before }: { booked: boolean; before: boolean }) => reasons(
  [found === 'empty' && !booked,                              'rooms.nothing_booked_now'],
  [found === 'overstay' && !before,                           'rooms.nobody_before'],
);
