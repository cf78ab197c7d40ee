import { z } from 'zod';
import { submitting } from '#mechanisms/approvals/contract.ts';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { bookingStates, classes, Person, reason, Room, text, WhyNot, wished } from '../nouns.ts';

export const Booking = z.object({
  id: z.uuid(),
  number: z.string(),
  room: Person,
  from: instant,
  to: instant,
  people: z.int(),
  /** null: private, and somebody else's. */
  title: z.string().nullable(),
  private: z.boolean(),
  organiser: Person,
  department: Person,
  state: z.enum(bookingStates),
  askedAt: instant,
  mine: z.boolean(),
});
export type Booking = z.infer<typeof Booking>;

/** What holds a room, as a board shows it. */
const Held = Booking.pick({ id: true, from: true, to: true, title: true, private: true, state: true, mine: true }).extend({ roomId: z.uuid(), organiser: z.string(), department: z.string() });
export type Held = z.infer<typeof Held>;

/** Rooms at a time, so that a school with hundreds of them sends what is looked at. */
const most = z.coerce.number().int().min(1).max(60).default(30);
const when = { from: instant, to: instant, people: z.int().min(1).max(5000) };
/** A private title comes as a secret, so that the audit trail does not keep it either. */
const titles = { title: text(200).default(''), secretTitle: text(200).default('') };
export const Wanted = z.object({ ...when, ...titles, roomId: z.uuid(), equipment: wished, exception: reason.nullable().default(null) });

export const wishing = ['rooms.ends_before_it_starts', 'rooms.is_over', 'rooms.one_day_only', 'rooms.out_of_use', 'rooms.not_for_you', 'rooms.too_small', 'rooms.closed_then', 'rooms.blacked_out', 'rooms.taken', 'rooms.equipment_missing', 'rooms.too_late', 'rooms.calendar_missing'] as const;
/** What booking a room may refuse. */
export const booking = [...wishing, 'rooms.title_missing', ...submitting] as const;
const Done = z.object({ id: z.uuid(), state: z.string() });

/** A room, and why it does not do for a wish. */
export const RoomFound = Room.pick({ id: true, name: true, building: true, class: true, seats: true, fixtures: true, remark: true, free: true, photos: true }).extend({
  whyNot: z.array(z.string()),
  /** Too late for the rules: it would be asked for as an exception. */
  late: z.boolean(),
  /** The first moment for which it may be booked now; null: the calendar of that year is not published. */
  earliest: instant.nullable(),
  takenBy: z.object({ organiser: z.string(), department: z.string(), until: instant }).nullable(),
});
export type RoomFound = z.infer<typeof RoomFound>;

const Filters = z.object({ show: z.enum(['mine', 'coming', 'all']).default('mine'), roomId: z.uuid().optional(), departmentId: z.uuid().optional(), state: z.enum(bookingStates).optional(), from: day.optional(), to: day.optional() });
export type Filters = z.infer<typeof Filters>;

/** What the register can be in the order of. */
export const sorts = ['time', 'asked', 'room'] as const;

/** 会议室预订: when, how many, what; then the room; asked, approved, changed, given up. */
export const bookings = {
  findRooms: endpoint({
    path: 'GET /free-rooms',
    permission: 'rooms.read',
    /** `equipment`: id:count, separated by commas. */
    query: z.object({ roomId: z.uuid().optional(), after: z.uuid().optional(), most, from: instant, to: instant, people: z.coerce.number().int().min(1).max(5000).default(1), equipment: z.string().max(2000).regex(/^([0-9a-f-]{36}:\d{1,3}(,|$))*$/).default(''), except: z.uuid().optional() }),
    returns: z.object({ rooms: z.array(RoomFound), next: z.uuid().nullable() }),
  }),
  bookings: endpoint({
    path: 'GET /room-bookings',
    permission: 'rooms.read',
    query: Filters.extend({
      /** Without one: what comes, the nearest first; the rest, the newest first. */
      sort: z.enum(sorts).optional(),
      /** The other way round: times begin with the newest, rooms with the first. */
      reverse: z.stringbool().default(false),
      after: z.uuid().optional(),
      most: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ bookings: z.array(Booking), next: z.uuid().nullable() }),
  }),
  /** 预订登记簿, as it is filtered: for a spreadsheet, or printed across a landscape sheet. */
  bookingBook: endpoint({ path: 'GET /room-booking-book', permission: 'rooms.read', query: Filters.extend({ as: z.enum(['xlsx', 'pdf']).default('pdf') }), returns: file, refuses: ['rooms.too_many_lines'] }),
  booking: endpoint({
    path: 'GET /room-bookings/:bookingId',
    permission: 'rooms.read',
    returns: Booking.extend({
      roomId: z.uuid(),
      seriesId: z.uuid().nullable(),
      equipment: z.array(z.object({ id: z.uuid(), name: z.string(), count: z.int(), fixed: z.int() })),
      /** Empty for whoever is not concerned. */
      exception: z.string().nullable(),
      endedAt: instant.nullable(),
      endedBy: z.string().nullable(),
      endedWhy: z.string(),
      /** Whether the approval and the history are shown to the asker. */
      concerned: z.boolean(),
      whyNot: WhyNot,
    }),
  }),
  /** Rooms × hours of a day, some rooms at a time. */
  board: endpoint({
    path: 'GET /room-board',
    permission: 'rooms.read',
    query: z.object({ day, building: text(60).optional(), class: z.enum(classes).optional(), seats: z.coerce.number().int().min(1).max(5000).optional(), after: z.uuid().optional(), most }),
    returns: z.object({ rooms: z.array(Room.pick({ id: true, name: true, building: true, class: true, seats: true, outOfUse: true })), bookings: z.array(Held), next: z.uuid().nullable() }),
  }),
  week: endpoint({ path: 'GET /rooms/:roomId/week', permission: 'rooms.read', query: z.object({ day }), returns: z.object({ bookings: z.array(Held) }) }),
  book: endpoint({ path: 'POST /room-bookings', permission: 'rooms.book', body: Wanted, returns: Done, refuses: booking }),
  change: endpoint({ path: 'POST /room-bookings/:bookingId/change', permission: 'rooms.book', body: Wanted, returns: Done, refuses: ['rooms.not_yours', 'rooms.given_up_already', 'rooms.has_begun', ...booking] }),
  cancel: endpoint({ path: 'POST /room-bookings/:bookingId/cancellation', permission: 'rooms.book', body: z.object({ why: text(500).default('') }), returns: Done, refuses: ['rooms.not_yours', 'rooms.given_up_already', 'rooms.has_begun', 'rooms.reason_missing'] }),
  release: endpoint({ path: 'POST /room-bookings/:bookingId/release', permission: 'rooms.book', body: z.object({}), returns: Done, refuses: ['rooms.not_yours', 'rooms.not_running', 'rooms.not_begun', 'rooms.is_over'] }),
};
