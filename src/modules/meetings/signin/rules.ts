import { reasons } from '#platform/rules.ts';

interface Held {
  state: string;
  begunAt: string | null;
  endedAt: string | null;
}

interface Door {
  now: string;
  opens: string;
  closes: string;
}

const isOver = ({ begunAt, endedAt }: Held, { now, closes }: Door) => endedAt !== null || (begunAt === null && now >= closes);

/** 签到 with the code at the door: whoever was called, or the deputy they named. */
export const whyNotSignIn = (meeting: Held, door: Door & { asked: boolean; codeFits: boolean; guesses: boolean; already: boolean }) => reasons(
  [!door.asked,                                                                        'meetings.not_asked'],
  [door.guesses,                                                                       'meetings.too_many_codes'],
  [!door.guesses && !door.codeFits,                                                    'meetings.wrong_code'],
  [door.already,                                                                       'meetings.signed_in_already'],
  [meeting.state !== 'called',                                                         'meetings.not_called'],
  [meeting.state === 'called' && door.now < door.opens,                                'meetings.too_early'],
  [meeting.state === 'called' && isOver(meeting, door),                                'meetings.has_ended'],
);

/** By the minute-taker's hand, also when the meeting is written down later. */
export const whyNotSignOthers = (meeting: Held, { mine, now, opens }: Omit<Door, 'closes'> & { mine: boolean }) => reasons(
  [!mine,                                                                              'meetings.not_minute_taker'],
  [meeting.state !== 'called',                                                         'meetings.not_called'],
  [meeting.state === 'called' && now < opens,                                          'meetings.too_early'],
  [meeting.endedAt !== null,                                                           'meetings.has_ended'],
);

export const whyNotWho = (who: { personId: string | null; guest: string; known: boolean; already: boolean }) => reasons(
  [(who.personId === null) === (who.guest === ''),                                     'meetings.who_came'],
  [!who.known,                                                                         'meetings.person_unknown'],
  [who.already,                                                                        'meetings.signed_in_already'],
);
