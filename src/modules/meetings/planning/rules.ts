import { reasons } from '#platform/rules.ts';

interface Planned {
  minutes: number;
  startsAt: string;
  items: readonly { topicId: string; minutes: number }[];
}

const sum = (items: Planned['items']) => items.reduce((total, { minutes }) => total + minutes, 0);

/** Each topic has its minutes, and all of them fit in (MTG-7). */
export const whyNotPlan = (plan: Planned, { now, free }: { now: string; free: boolean }) => reasons(
  [plan.startsAt <= now,                                                          'meetings.starts_in_the_past'],
  [plan.items.length === 0,                                                       'meetings.no_agenda'],
  [new Set(plan.items.map(({ topicId }) => topicId)).size < plan.items.length,    'meetings.topic_twice'],
  [sum(plan.items) > plan.minutes,                                                'meetings.agenda_too_long'],
  [!free,                                                                         'meetings.topic_not_waiting'],
);

export const whyNotChangePlan = (meeting: { state: string; version: number }, wanted?: { version: number }) => reasons(
  [meeting.state !== 'draft' && meeting.state !== 'approved',          'meetings.not_a_plan'],
  [wanted !== undefined && wanted.version !== meeting.version,         'meetings.changed_meanwhile'],
);

export interface LeadFacts {
  enough: boolean;
  missingYear: number | null;
}

interface Waiting {
  state: string;
  startsAt: string;
  urgentWhy: string;
}

/** The notice is in time, or the exception says why it is not (MTG-2). */
const whyTooLate = (meeting: Waiting, lead: LeadFacts, now: string) => reasons(
  [meeting.startsAt <= now,                                                                      'meetings.starts_in_the_past'],
  [meeting.startsAt > now && !meeting.urgentWhy && lead.missingYear !== null,                    'meetings.calendar_unknown'],
  [meeting.startsAt > now && !meeting.urgentWhy && lead.missingYear === null && !lead.enough,    'meetings.notice_too_late'],
);

export const whyNotSend = (meeting: Waiting, lead: LeadFacts, now: string) => [...reasons([meeting.state !== 'draft', 'meetings.not_a_draft']), ...whyTooLate(meeting, lead, now)];

export const whyNotCall = (meeting: Waiting, lead: LeadFacts, now: string) => [...reasons([meeting.state !== 'approved', 'meetings.not_approved']), ...whyTooLate(meeting, lead, now)];
