import { reasons } from '#platform/rules.ts';

interface Standing {
  state: string;
}

const isClosed = ({ state }: Standing) => state === 'done' || state === 'dropped';

/** Of whoever carries it out and their departments, while it is not with the office. */
export const whyNotReport = (resolution: Standing, mine: boolean) => reasons(
  [!mine,                               'meetings.not_your_resolution'],
  [isClosed(resolution),                'meetings.resolution_closed'],
  [resolution.state === 'reported',     'meetings.being_checked'],
);

export const whyNotAskDeferral = (resolution: Standing & { dueOn: string }, { mine, waits, until }: { mine: boolean; waits: boolean; until?: string }) => [
  ...whyNotReport(resolution, mine),
  ...reasons(
    [waits,                                                      'meetings.deferral_waits'],
    [until !== undefined && until <= resolution.dueOn,           'meetings.until_not_later'],
  ),
];

export const whyNotDecideDeferral = ({ waits, refusedWithout = false }: { waits: boolean; refusedWithout?: boolean }) => reasons(
  [!waits,             'meetings.no_deferral'],
  [refusedWithout,     'meetings.why_refused'],
);

export const whyNotSendBack = (resolution: Standing) => reasons([resolution.state !== 'reported', 'meetings.not_reported']);

/** What is done was reported first; what is dropped says why. */
export const whyNotClose = (resolution: Standing, wanted?: { outcome: string; why: string }) => reasons(
  [isClosed(resolution),                                                                    'meetings.resolution_closed'],
  [wanted?.outcome === 'done' && resolution.state === 'open',                               'meetings.not_reported'],
  [wanted?.outcome === 'dropped' && !wanted.why,                                            'meetings.why_dropped'],
);

export const whyNotUrgeResolution = (resolution: Standing, minutesSince: number | undefined) => reasons(
  [isClosed(resolution),                                    'meetings.resolution_closed'],
  [resolution.state === 'reported',                         'meetings.being_checked'],
  [minutesSince !== undefined && minutesSince < 30,         'meetings.urged_just_now'],
);
