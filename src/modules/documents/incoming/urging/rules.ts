import { reasons } from '#platform/rules.ts';

interface Before {
  at: string;
  how: string;
  calledAt: string | null;
}

/** `minutesSince` counts from the last urge of the same thing, if there was one. */
export const whyNotUrge = (open: boolean, minutesSince: number | undefined, pause: number) => reasons(
  [!open,                                                    'incoming.nothing_to_urge'],
  [minutesSince !== undefined && minutesSince < pause,       'incoming.urged_just_now'],
);

/** Twice unanswered in the app: the third is a call. */
export const howToUrge = (before: readonly Before[]) => (before.filter(({ how }) => how === 'app').length >= 2 ? 'phone' : 'app');

export const whyNotLogCall = (urge: { how: string; calledAt: string | null }) => reasons(
  [urge.how !== 'phone',      'incoming.not_a_call'],
  [urge.calledAt !== null,    'incoming.call_already_logged'],
);
