interface Wish {
  roomId: string;
  equipment: readonly { equipmentId: string; count: number }[];
}

interface Booked extends Wish {
  state: string;
  /** null: private, and somebody else's. */
  title: string | null;
  seats: number;
  mine: boolean;
  from: string;
  to: string;
  people: number;
}

interface Wanted extends Wish {
  title: string;
  from: string;
  to: string;
  people: number;
}

const holding = ['asked', 'booked'];

const equipmentOf = ({ equipment }: Wish) => equipment.map(({ equipmentId, count }) => `${equipmentId}:${count}`).sort().join(',');

/** There and then, with the same equipment. */
const isSame = (booked: Booked, wanted: Wanted) =>
  booked.roomId === wanted.roomId && booked.from === wanted.from && booked.to === wanted.to && equipmentOf(booked) === equipmentOf(wanted);

/** What becomes of a meeting's booking. Another name, or as many as the room holds, are written down and need nobody's approval. What another clerk booked, or what does not hold any more, is booked anew. */
export const whatOfBooking = (booked: Booked | null, wanted: Wanted | null, now: string) => {
  const holds = booked !== null && holding.includes(booked.state) && booked.from > now;
  if (wanted === null) return holds ? 'give_up' : 'none';
  if (!holds) return 'book';
  if (isSame(booked, wanted) && wanted.people <= booked.seats) return booked.people === wanted.people && (booked.title ?? wanted.title) === wanted.title ? 'keep' : 'amend';
  return booked.mine ? 'change' : 'book_anew';
};

interface People {
  chairId: string;
  minuteTakerId: string;
  attends: readonly string[];
  observes: readonly string[];
  items: readonly { presenterId: string }[];
}

/** Whoever sits there: the room and its equipment are counted from them (MTG-3). */
export const whoSits = ({ chairId, minuteTakerId, attends, observes, items }: People) => [...new Set([chairId, minuteTakerId, ...attends, ...observes, ...items.map(({ presenterId }) => presenterId)])].filter((id) => id !== '');

/** A booking that no longer is where and when the meeting is. */
export const isAstray = (booking: { state: string; from: string; to: string; roomId: string }, meeting: { startsAt: string; endsAt: string; roomId: string }) =>
  !['asked', 'booked', 'used'].includes(booking.state) || booking.roomId !== meeting.roomId || booking.from > meeting.startsAt || booking.to < meeting.endsAt;
