import { reasons } from '#platform/rules.ts';

interface Called {
  state: string;
  startsAt: string;
  endsAt: string;
  begunAt?: string | null;
}

const hasBegun = ({ startsAt, begunAt }: Called, now: string) => startsAt <= now || (begunAt ?? null) !== null;

/** A change of a called meeting may put it off; brought forward, it must be as far away as a notice (MTG-2). */
export const whyNotChangeCalled = (meeting: Called, { now, wanted, enough = true, known = true, minutes = 0 }: { now: string; wanted?: { startsAt: string; minutes: number }; enough?: boolean; known?: boolean; minutes?: number }) => reasons(
  [meeting.state !== 'called',                                                                       'meetings.not_called'],
  [hasBegun(meeting, now) || (wanted !== undefined && wanted.startsAt <= now),                      'meetings.has_begun'],
  [wanted !== undefined && wanted.startsAt > now && wanted.startsAt < meeting.startsAt && !known,    'meetings.calendar_unknown'],
  [wanted !== undefined && wanted.startsAt > now && wanted.startsAt < meeting.startsAt && known && !enough, 'meetings.moved_too_soon'],
  [wanted !== undefined && minutes > wanted.minutes,                                                 'meetings.agenda_too_long'],
);

export const whyNotCancel = (meeting: Called, now: string) => reasons(
  [meeting.state === 'cancelled',    'meetings.cancelled_already'],
  [meeting.state !== 'cancelled' && hasBegun(meeting, now), 'meetings.has_begun'],
);

interface Replied {
  reply: string;
  why: string;
  deputyId: string | null;
  /** The deputy is asked to the meeting anyway. */
  deputyAsked: boolean;
}

export const whyNotReply = (meeting: Called, { asked, now, wanted }: { asked: boolean; now: string; wanted?: Replied }) => reasons(
  [!asked,                                                       'meetings.not_asked'],
  [meeting.state !== 'called',                                   'meetings.not_called'],
  [meeting.state === 'called' && meeting.endsAt <= now,          'meetings.has_begun'],
  [wanted?.reply === 'deputy' && wanted.deputyId === null,       'meetings.deputy_missing'],
  [wanted?.reply === 'deputy' && wanted.deputyAsked,             'meetings.deputy_asked_already'],
  [wanted !== undefined && wanted.reply !== 'comes' && !wanted.why, 'meetings.why_away'],
);

/** Whoever did not answer is reminded, not twice in a moment. */
export const whyNotUrge = (meeting: Called, { now, silent, minutesSince }: { now: string; silent: number; minutesSince: number | undefined }) => reasons(
  [meeting.state !== 'called',                               'meetings.not_called'],
  [meeting.state === 'called' && meeting.startsAt <= now,    'meetings.has_begun'],
  [silent === 0,                                             'meetings.nobody_silent'],
  [minutesSince !== undefined && minutesSince < 30,          'meetings.urged_just_now'],
);
