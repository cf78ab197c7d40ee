import { z } from 'zod';
import { Attached } from '#mechanisms/files/contract.ts';
import { bookingStates, wished } from '#modules/rooms/contract.ts';
import { day, instant } from '#platform/time.ts';

export const text = (most: number) => z.string().trim().max(most);
export const reason = text(1000).min(1);
export const Person = z.object({ id: z.uuid(), name: z.string() });
export const WhyNot = z.record(z.string(), z.array(z.string()));
export const Done = z.object({ id: z.uuid() });
export const most = z.coerce.number().int().min(1).max(100).default(50);
export const files = z.array(z.uuid()).max(20).default([]);

export const topicStates = ['applied', 'returned', 'scheduled', 'deferred', 'dealt', 'withdrawn'] as const;
export type TopicState = (typeof topicStates)[number];

/** 校长办公会、行政例会、专题会、教职工大会. */
export const kinds = ['leaders', 'routine', 'special', 'staff'] as const;
export type Kind = (typeof kinds)[number];

export const meetingStates = ['draft', 'approving', 'approved', 'called', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const replies = ['comes', 'deputy', 'leave'] as const;
export type Reply = (typeof replies)[number];

export const resolutionStates = ['open', 'reported', 'done', 'dropped'] as const;

/** One line of the ledger. */
export const Resolution = z.object({ id: z.uuid(), number: z.string(), text: z.string(), department: Person, /** 责任人: who carries it out. */ owner: Person, dueOn: day, state: z.enum(resolutionStates), /** Not closed although its day is over. */ late: z.boolean(), deferrals: z.int() });
export type Resolution = z.infer<typeof Resolution>;

/** One line of the list of topics. */
export const Topic = z.object({
  id: z.uuid(),
  title: z.string(),
  department: Person,
  appliedBy: Person,
  appliedAt: instant,
  minutes: z.int(),
  wishedOn: day.nullable(),
  state: z.enum(topicStates),
  /** How often a meeting put it off. */
  deferrals: z.int(),
  secrecy: z.int(),
});
export type Topic = z.infer<typeof Topic>;

/** A topic that waits, with the last time a meeting put it off. */
export const WaitingTopic = Topic.extend({ putOff: z.object({ kind: z.enum(kinds), meeting: z.string(), at: instant, why: z.string() }).nullable() });
export type WaitingTopic = z.infer<typeof WaitingTopic>;

/** One line of the list of meetings. */
export const Meeting = z.object({
  id: z.uuid(),
  kind: z.enum(kinds),
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
  place: z.string(),
  chair: Person,
  state: z.enum(meetingStates),
  begunAt: instant.nullable(),
  endedAt: instant.nullable(),
  urgent: z.boolean(),
  /** What I answered, if I am asked. */
  myReply: z.enum(replies).nullable(),
  asked: z.boolean(),
});
export type Meeting = z.infer<typeof Meeting>;

export const Participant = z.object({ person: Person, title: z.string(), part: z.enum(['attends', 'observes']), reply: z.enum(replies).nullable(), repliedAt: instant.nullable(), deputy: Person.nullable(), why: z.string(), urgedAt: instant.nullable() });

export const Item = z.object({ id: z.uuid(), topicId: z.uuid(), title: z.string(), secrecy: z.int(), department: Person, presenter: Person, minutes: z.int(), state: z.enum(['planned', 'dealt', 'deferred']), why: z.string(), /** Talked about so far, without what began at `since`. */ seconds: z.int(), /** It is talked about since then. */ since: instant.nullable() });

/** 要点; what is `key` stands out. */
export const Point = z.object({ id: z.uuid(), itemId: z.uuid().nullable(), text: z.string(), key: z.boolean(), at: instant, by: Person });
export type Point = z.infer<typeof Point>;

/** A resolution as its meeting shows it. */
export const MeetingResolution = Resolution.omit({ deferrals: true }).extend({ itemId: z.uuid(), assisting: z.array(Person) });
export type MeetingResolution = z.infer<typeof MeetingResolution>;

/** A room of the school that is booked with the meeting; without one the place is elsewhere and only named. */
export const RoomWish = z.object({ roomId: z.uuid(), equipment: wished, exception: text(500).min(1).nullable().default(null) });
export type RoomWish = z.infer<typeof RoomWish>;

/** The room as the meeting has it. */
export const MeetingRoom = RoomWish.extend({ bookingId: z.uuid(), number: z.string(), room: Person, state: z.enum(bookingStates), from: instant, to: instant });
export type MeetingRoom = z.infer<typeof MeetingRoom>;

export const WholeMeeting = Meeting.omit({ chair: true, myReply: true, asked: true }).extend({
  chair: Person,
  minuteTaker: Person,
  room: MeetingRoom.nullable(),
  /** 会场准备: its check list. */
  preparationId: z.uuid().nullable(),
  prepare: z.string(),
  urgentWhy: z.string(),
  version: z.int(),
  madeBy: Person,
  calledAt: instant.nullable(),
  cancelledWhy: z.string(),
  people: z.array(Participant),
  items: z.array(Item),
  resolutions: z.array(MeetingResolution),
  /** Nobody wrote while it went on: minutes were not measured. */
  writtenLater: z.boolean(),
  points: z.array(Point),
  /** Who was called, and how many came. */
  counted: z.object({ called: z.int(), came: z.int() }),
  /** 红头本, scanned. */
  scans: z.array(Attached),
  changes: z.array(z.object({ at: instant, by: Person, why: z.string() })),
  /** Working days between now, or the notice, and the meeting, as promised. */
  noticeDays: z.number(),
  whyNot: WhyNot,
});
export type WholeMeeting = z.infer<typeof WholeMeeting>;

/** A meeting while it goes on, for whoever writes and whoever follows. */
export const Sitting = WholeMeeting.pick({ id: true, title: true, place: true, startsAt: true, endsAt: true, state: true, chair: true, minuteTaker: true, items: true, resolutions: true, points: true, begunAt: true, endedAt: true, writtenLater: true, counted: true, whyNot: true }).extend({
  /** The moment by the server: a device's clock may be wrong. */
  now: instant,
  /** Minutes before a topic's time is up, when it is said. */
  warnMinutes: z.int(),
});
export type Sitting = z.infer<typeof Sitting>;
