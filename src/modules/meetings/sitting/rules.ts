import { reasons } from '#platform/rules.ts';

interface Held {
  state: string;
  begunAt: string | null;
  endedAt: string | null;
}

export const whyNotBegin = (meeting: Held, { mine, now, opens }: { mine: boolean; now: string; opens: string }) => reasons(
  [!mine,                                                                       'meetings.not_minute_taker'],
  [meeting.state !== 'called',                                                  'meetings.not_called'],
  [meeting.begunAt !== null,                                                    'meetings.begun_already'],
  [meeting.state === 'called' && meeting.begunAt === null && now < opens,       'meetings.too_early'],
);

/** The minute-taker writes down, or the office, from when the meeting has begun until it is ended. */
export const whyNotWrite = (meeting: Held, mine: boolean) => reasons(
  [!mine,                        'meetings.not_minute_taker'],
  [meeting.begunAt === null,     'meetings.not_begun'],
  [meeting.endedAt !== null,     'meetings.has_ended'],
);

/** The page was written by hand: its scan may come when the meeting is over. */
export const whyNotScan = ({ begunAt }: Held, mine: boolean) => reasons(
  [!mine,                        'meetings.not_minute_taker'],
  [begunAt === null,             'meetings.not_begun'],
);

export const whyNotTalk = (item: { state: string }, { writtenLater }: { writtenLater: boolean }) => reasons(
  [item.state !== 'planned',     'meetings.item_settled'],
  [writtenLater,                 'meetings.minutes_not_measured'],
);

/** What was resolved about it before it is put off stays in the ledger. */
export const whyNotSettleItem = (item: { state: string }, wanted: { outcome: string; why: string }) => reasons(
  [item.state !== 'planned',                                           'meetings.item_settled'],
  [wanted.outcome === 'deferred' && !wanted.why,                       'meetings.why_deferred'],
);

/** One key put it off at once; why is said better afterwards. */
export const whyNotSayWhy = (item: { state: string }) => reasons([item.state !== 'deferred', 'meetings.item_not_put_off']);

/** Another meeting may have planned it meanwhile. */
export const whyNotReopen = (item: { state: string }, topic: { state: string }) => reasons(
  [item.state === 'planned',                                           'meetings.item_open'],
  [item.state !== 'planned' && topic.state !== item.state,             'meetings.topic_elsewhere'],
);

interface Wanted {
  departmentId: string;
  assisting: readonly string[];
  dueOn: string;
}

interface Known {
  today: string;
  known: boolean;
  ownerKnown: boolean;
}

/** What a resolution says, when it is written down and when it is corrected. */
export const whyNotSay = (wanted: Wanted, { today, known, ownerKnown }: Known) => reasons(
  [!known,                                               'meetings.department_unknown'],
  [!ownerKnown,                                          'meetings.person_unknown'],
  [wanted.assisting.includes(wanted.departmentId),       'meetings.assists_itself'],
  [wanted.dueOn < today,                                 'meetings.due_is_over'],
);

export const whyNotResolve = (item: { state: string }) => reasons([item.state === 'deferred', 'meetings.item_put_off']);

export const whyNotCorrect = (resolution: { state: string }) => reasons([resolution.state === 'done' || resolution.state === 'dropped', 'meetings.resolution_closed']);

/** Topics without an outcome are put off, and that has a reason. */
export const whyNotEnd = ({ left, why }: { left: number; why: string }) => reasons([left > 0 && !why, 'meetings.topics_left']);

/** When it happened by the device, between what was written down last and now: a device may have had no network, or a wrong clock. */
export const momentOf = (at: string | undefined, { least, now }: { least: string; now: string }) => (at === undefined || at > now ? now : at < least ? least : at);
