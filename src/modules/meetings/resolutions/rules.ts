import { reasons } from '#platform/rules.ts';

interface Sitting {
  state: string;
  startsAt: string;
}

/** The minute-taker writes down, or the office, once the meeting has begun. */
export const whyNotRecord = (meeting: Sitting, { mine, now }: { mine: boolean; now: string }) => reasons(
  [!mine,                                                    'meetings.not_minute_taker'],
  [meeting.state !== 'called' || meeting.startsAt > now,     'meetings.not_begun'],
);

export const whyNotSettleItem = (item: { state: string; resolutions: number }, wanted: { outcome: string; why: string }) => reasons(
  [item.state !== 'planned',                                           'meetings.item_settled'],
  [wanted.outcome === 'deferred' && !wanted.why,                       'meetings.why_deferred'],
  [wanted.outcome === 'deferred' && item.resolutions > 0,              'meetings.item_has_resolutions'],
);

interface Wanted {
  departmentId: string;
  assisting: readonly string[];
  dueOn: string;
}

export const whyNotResolve = (item: { state: string }, wanted: Wanted, { today, known }: { today: string; known: boolean }) => reasons(
  [item.state === 'deferred',                            'meetings.item_put_off'],
  [!known,                                               'meetings.department_unknown'],
  [wanted.assisting.includes(wanted.departmentId),       'meetings.assists_itself'],
  [wanted.dueOn < today,                                 'meetings.due_is_over'],
);

interface Standing {
  state: string;
}

const isClosed = ({ state }: Standing) => state === 'done' || state === 'dropped';

/** The department's own, while it is not with the office. */
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
