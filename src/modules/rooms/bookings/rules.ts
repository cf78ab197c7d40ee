import { reasons } from '#platform/rules.ts';
import type { Hours } from '../nouns.ts';

export interface Span {
  from: string;
  to: string;
}

export interface Counts {
  equipmentId: string;
  count: number;
}

export interface Wanted extends Span {
  people: number;
  equipment: readonly Counts[];
  /** Why it is asked for later than the rules allow. */
  exception?: string | null;
}

export interface RoomFacts {
  seats: number;
  hours: Hours;
  fixtures: readonly Counts[];
  outOfUse: boolean;
  mayBook: boolean;
  taken: boolean;
  blackedOut: boolean;
}

/** A span as the office's wall clock shows it. */
export interface Wall {
  oneDay: boolean;
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  from: string;
  to: string;
  /** What the calendar says of the day: holiday, closed, makeup … */
  why: string;
}

export interface Moment {
  now: string;
  wall: Wall;
  /** The first moment for which it may be booked now; null: the calendar of that year is not published. */
  earliest: string | null;
  /** What can still be carried to a room at that time. */
  stock: readonly Counts[];
}

/** Two bookings that touch do not overlap. */
export const overlaps = (one: Span, other: Span) => one.from < other.to && other.from < one.to;

/** Too late for the rules (ROOM-2), or nobody can say because the calendar of the year is not published: only with a reason. */
export const lateness = ({ from }: Span, { earliest }: Pick<Moment, 'earliest'>) => (earliest === null ? 'unknown' : from < earliest ? 'late' : 'in_time');

/** What a room must be for somebody's wish. One line a reason, in the order in which a clerk would say them. */
export const whyNotBook = (wanted: Wanted, room: RoomFacts, moment: Moment) => reasons(
  [wanted.to <= wanted.from,                                            'rooms.ends_before_it_starts'],
  [wanted.to > wanted.from && wanted.from < moment.now,                 'rooms.is_over'],
  [wanted.to > wanted.from && !moment.wall.oneDay,                      'rooms.one_day_only'],
  [room.outOfUse,                                                       'rooms.out_of_use'],
  [!room.mayBook,                                                       'rooms.not_for_you'],
  [wanted.people > room.seats,                                          'rooms.too_small'],
  [moment.wall.oneDay && !isOpen(moment.wall, room.hours),              'rooms.closed_then'],
  [room.blackedOut,                                                     'rooms.blacked_out'],
  [room.taken,                                                          'rooms.taken'],
  [missing(wanted, room, moment).length > 0,                            'rooms.equipment_missing'],
  [!wanted.exception && lateness(wanted, moment) === 'late',            'rooms.too_late'],
  [!wanted.exception && lateness(wanted, moment) === 'unknown',         'rooms.calendar_missing'],
);

/** A make-up day is as its own weekday, or where that is closed as a Monday; on a holiday nothing is open. */
export const isOpen = ({ weekday, from, to, why }: Wall, hours: Hours) => {
  const open = why === 'holiday' || why === 'closed' ? null : (hours[weekday - 1] ?? (why === 'makeup' ? hours[0] : null));
  return open != null && open.from <= from && to <= open.to;
};

/** Of what was wished: what neither stands in the room nor can be carried there. */
export const missing = ({ equipment }: Pick<Wanted, 'equipment'>, { fixtures }: Pick<RoomFacts, 'fixtures'>, { stock }: Pick<Moment, 'stock'>) =>
  equipment.filter(({ equipmentId, count }) => count > countOf(fixtures, equipmentId) + countOf(stock, equipmentId));

const countOf = (all: readonly Counts[], equipmentId: string) => all.find((one) => one.equipmentId === equipmentId)?.count ?? 0;

export const whyNotTitle = ({ title, secretTitle }: { title: string; secretTitle: string }) => reasons([!title && !secretTitle, 'rooms.title_missing']);

interface Standing extends Span {
  state: string;
}

interface Who {
  /** The organiser, or their deputy. */
  mine: boolean;
  /** Looks after the rooms. */
  manages: boolean;
  now: string;
}

const isGivenUp = ({ state }: Standing) => !['offered', 'asked', 'booked', 'used'].includes(state);

export const whyNotChange = (booking: Standing, { mine, now }: Who) => reasons(
  [!mine,                                                    'rooms.not_yours'],
  [isGivenUp(booking),                                       'rooms.given_up_already'],
  [!isGivenUp(booking) && booking.from <= now,               'rooms.has_begun'],
);

/** What it is called and how many come: also by whoever looks after the rooms. */
export const whyNotAmend = (booking: Standing, { mine, manages, now }: Who) => whyNotChange(booking, { mine: mine || manages, manages, now });

/** 取消: before it begins. Whoever looks after the rooms says why. */
export const whyNotCancel = (booking: Standing, { mine, manages, now }: Who, why?: string) => reasons(
  [!mine && !manages,                                        'rooms.not_yours'],
  [isGivenUp(booking),                                       'rooms.given_up_already'],
  [!isGivenUp(booking) && booking.from <= now,               'rooms.has_begun'],
  [!mine && manages && why === '',                           'rooms.reason_missing'],
);

/** 提前结束: the rest of the time is free for others. */
export const whyNotRelease = (booking: Standing, { mine, manages, now }: Who) => reasons(
  [!mine && !manages,                                        'rooms.not_yours'],
  [booking.state !== 'booked' && booking.state !== 'used',   'rooms.not_running'],
  [booking.from > now,                                       'rooms.not_begun'],
  [booking.to <= now,                                        'rooms.is_over'],
);
