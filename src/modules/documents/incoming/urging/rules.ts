import { reasons } from '#platform/rules.ts';

interface Before {
  at: string;
  how: string;
  calledAt: string | null;
}

/** `minutesSince` counts from the last urge of the same thing, if there was one. */
export const whyNotUrge = (open: boolean, minutesSince: number | undefined, pause: number, callWaits = false) => reasons(
  [!open,                                                    'incoming.nothing_to_urge'],
  [minutesSince !== undefined && minutesSince < pause,       'incoming.urged_just_now'],
  [callWaits,                                                'incoming.call_comes_first'],
);

/** Twice unanswered in the app: the third is a call. Whoever did something since (`answeredAt`) has answered what was urged before. */
export const howToUrge = (before: readonly Before[], answeredAt: string | null = null) =>
  before.filter(({ how, at }) => how === 'app' && (answeredAt === null || at > answeredAt)).length >= 2 ? 'phone' : 'app';

export const whyNotLogCall = (urge: { how: string; calledAt: string | null }) => reasons(
  [urge.how !== 'phone',      'incoming.not_a_call'],
  [urge.calledAt !== null,    'incoming.call_already_logged'],
);
