import { reasons } from '#platform/rules.ts';

interface Asked {
  title: string;
  secrecy: number;
  place: string;
  dueAt: string | null;
  topicId: string | null;
}

interface Of {
  startsAt: string;
  topics: readonly string[];
  now: string;
}

/** What is asked for has a title and a date before the meeting; a stub has neither, and says who holds the paper and where. */
export const whyNotAsk = ({ title, secrecy, place, dueAt, topicId }: Asked, { startsAt, topics, now }: Of) => reasons(
  [topicId !== null && !topics.includes(topicId),                 'meetings.topic_not_on_agenda'],
  [secrecy === 0 && title === '',                                 'meetings.material_untitled'],
  [secrecy > 0 && title !== '',                                   'meetings.stub_has_no_title'],
  [secrecy > 0 && place === '',                                   'meetings.stub_place_missing'],
  [secrecy === 0 && dueAt === null,                               'meetings.due_missing'],
  [secrecy === 0 && dueAt !== null && dueAt <= now,               'meetings.due_is_over'],
  [secrecy === 0 && dueAt !== null && dueAt > startsAt,           'meetings.due_after_meeting'],
);

interface Standing {
  secrecy: number;
  handedInAt: string | null;
  endedAt: string | null;
  withdrawnAt: string | null;
}

const isClosed = ({ endedAt, withdrawnAt }: Standing) => endedAt !== null || withdrawnAt !== null;

export const whyNotHandIn = (material: Standing, mine: boolean) => reasons(
  [!mine,                      'meetings.not_your_material'],
  [material.secrecy > 0,       'meetings.stub_has_no_files'],
  [isClosed(material),         'meetings.material_closed'],
);

export const whyNotWithdraw = (material: Standing) => reasons([isClosed(material), 'meetings.material_closed']);

export const whyNotUrgeMaterial = (material: Standing, minutesSince: number | undefined) => reasons(
  [material.handedInAt !== null || material.secrecy > 0 || isClosed(material),     'meetings.material_in'],
  [minutesSince !== undefined && minutesSince < 30,                                'meetings.urged_just_now'],
);

export const whyNotGive = (meeting: { state: string }, waiting: number) => reasons(
  [meeting.state !== 'called',     'meetings.not_called'],
  [waiting === 0,                  'meetings.nothing_to_give'],
);

export const whyNotReadMaterial = (mine: { readAt: string | null } | null) => reasons(
  [mine === null,                              'meetings.not_given_to_you'],
  [mine !== null && mine.readAt !== null,      'meetings.read_already'],
);

/** Where it stands, in one word. */
export const standingOf = ({ secrecy, handedInAt, endedAt, withdrawnAt, distributedAt }: Standing & { distributedAt: string | null }) => {
  if (withdrawnAt !== null) return 'withdrawn';
  if (secrecy > 0) return 'paper';
  if (endedAt !== null) return 'ended';
  if (distributedAt !== null) return 'given';
  return handedInAt === null ? 'asked' : 'in';
};

/** Whoever has none yet gets the next numbers; those that were given out stay. */
export const numbersFor = (people: readonly { id: string; clearance: number }[], { secrecy, given }: { secrecy: number; given: readonly { personId: string; number: number }[] }) => {
  const next = Math.max(0, ...given.map(({ number }) => number)) + 1;
  return people.filter(({ id, clearance }) => clearance >= secrecy && !given.some(({ personId }) => personId === id)).map(({ id }, i) => ({ personId: id, number: next + i }));
};
