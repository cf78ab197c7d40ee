import { z } from 'zod';
import { submitting } from '#mechanisms/approvals/contract.ts';
import { booking } from '#modules/rooms/contract.ts';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { Done, kinds, Meeting, most, Person, RoomWish, text, WholeMeeting } from '../nouns.ts';

export const PlannedItem = z.object({ topicId: z.uuid(), minutes: z.int().min(1).max(480), presenterId: z.uuid() });

export const Plan = z.object({
  kind: z.enum(kinds),
  title: text(200).min(1),
  startsAt: instant,
  minutes: z.int().min(5).max(960),
  /** Where a room is booked, its own name counts. */
  place: text(100).min(1),
  room: RoomWish.nullable().default(null),
  chairId: z.uuid(),
  minuteTakerId: z.uuid(),
  prepare: text(2000).default(''),
  urgentWhy: text(500).default(''),
  attends: z.array(z.uuid()).max(300),
  observes: z.array(z.uuid()).max(300).default([]),
  items: z.array(PlannedItem).max(40),
});
export type Plan = z.infer<typeof Plan>;

const saving = ['meetings.no_agenda', 'meetings.agenda_too_long', 'meetings.topic_twice', 'meetings.topic_not_waiting', 'meetings.topic_elsewhere', 'meetings.person_unknown', 'meetings.starts_in_the_past', ...booking] as const;

/** Whether the notice can still leave in time, and until when it must. */
export const Lead = z.object({ days: z.number(), enough: z.boolean(), latest: instant.nullable(), missingYear: z.int().nullable() });

export const meetingsShown = ['coming', 'past', 'all'] as const;

/** A meeting is planned from the topics that wait, and approved by the leader (MTG-1). */
export const planning = {
  meetings: endpoint({
    path: 'GET /meetings',
    permission: 'meetings.take_part',
    query: z.object({ show: z.enum(meetingsShown).default('coming'), after: z.uuid().optional(), most }),
    returns: z.object({ meetings: z.array(Meeting), next: z.uuid().nullable(), /** Called at short notice this year, of all that were called. */ urgent: z.int(), called: z.int(), /** Topics of this year that took longer than they were planned to. */ overran: z.int() }),
  }),
  meeting: endpoint({ path: 'GET /meetings/:meetingId', permission: 'meetings.take_part', returns: WholeMeeting }),
  /** Who is elsewhere then, whether the place or the room is taken, whether it is a working day, and whether the notice is in time. */
  clashes: endpoint({
    path: 'POST /meeting-clashes',
    permission: 'meetings.manage',
    kind: 'transfer',
    body: z.object({ meetingId: z.uuid().nullable().default(null), startsAt: instant, minutes: z.int().min(5).max(960), place: text(100).default(''), room: RoomWish.nullable().default(null), people: z.array(z.uuid()).max(600) }),
    returns: z.object({
      people: z.array(z.object({ person: Person, why: z.enum(['meeting', 'leave']), what: z.string(), from: instant, to: instant })),
      places: z.array(z.object({ id: z.uuid(), title: z.string(), from: instant, to: instant })),
      /** Why the room does not do; null: none was chosen. */
      room: z.object({ whyNot: z.array(z.string()), takenBy: z.object({ organiser: z.string(), department: z.string(), until: instant }).nullable() }).nullable(),
      day: z.object({ day, working: z.boolean(), name: z.string(), missingYear: z.int().nullable() }),
      lead: Lead,
    }),
  }),
  plan: endpoint({ path: 'POST /meetings', permission: 'meetings.manage', body: Plan, returns: Done, refuses: saving }),
  /** What was approved is approved again after a change. */
  changePlan: endpoint({ path: 'PUT /meetings/:meetingId', permission: 'meetings.manage', body: Plan.extend({ version: z.int() }), returns: Done, refuses: [...saving, 'meetings.not_a_plan', 'meetings.changed_meanwhile'] }),
  sendForApproval: endpoint({ path: 'POST /meetings/:meetingId/approval', permission: 'meetings.manage', body: z.object({}), returns: Done, refuses: ['meetings.not_a_draft', 'meetings.notice_too_late', 'meetings.calendar_unknown', 'meetings.starts_in_the_past', ...submitting] }),
};
