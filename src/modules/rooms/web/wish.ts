import { instantOf } from '#platform/time.ts';
import type { Counted } from '../nouns.ts';
import { dayOfSlot, timeOf } from './Slot.tsx';

/** What is typed before a room is chosen, and about the booking. */
export interface Wish {
  day: string;
  from: string;
  to: string;
  people: number;
  equipment: readonly Counted[];
  roomId: string | null;
  title: string;
  isPrivate: boolean;
  exception: string;
  repeats: Repeats;
  /** The last day of a series. */
  until: string | null;
}

export type Repeats = 'once' | 'weekly' | 'fortnightly' | 'daily' | 'monthly';

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The rule by which it repeats (RFC 5545): on the same weekday, every working weekday, or the same weekday of the month. */
export const ruleOf = ({ repeats, day, until, to }: Wish) => {
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]!;
  const nth = Math.min(5, Math.ceil(Number(day.slice(8)) / 7));
  const last = instantOf(until ?? day, to).replace(/[-:]|\.\d{3}/g, '');
  const rules = { once: 'FREQ=DAILY;COUNT=1', weekly: `FREQ=WEEKLY;BYDAY=${weekday}`, fortnightly: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`, daily: 'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', monthly: `FREQ=MONTHLY;BYDAY=${nth === 5 ? -1 : nth}${weekday}` };
  return repeats === 'once' ? rules.once : `${rules[repeats]};UNTIL=${last}`;
};

export const whenOf = ({ day, from, to }: Pick<Wish, 'day' | 'from' | 'to'>) => ({ from: instantOf(day, from), to: instantOf(day, to) });

/** As an endpoint wants it. */
export const sentOf = (wish: Wish, late: boolean) => ({
  ...whenOf(wish), people: wish.people, equipment: [...wish.equipment], roomId: wish.roomId!,
  ...(wish.isPrivate ? { secretTitle: wish.title } : { title: wish.title }), exception: late && wish.exception.trim() ? wish.exception : null,
});

/** From what was booked once: to change it, or to ask for the like again. */
export const wishOf = ({ from, to, ...booking }: { from: string; to: string; people: number; title: string | null; private: boolean; roomId: string; exception: string | null; equipment: readonly { id: string; count: number }[] }): Wish => ({
  day: dayOfSlot(from), from: timeOf(from), to: timeOf(to), people: booking.people, roomId: booking.roomId, title: booking.title ?? '', isPrivate: booking.private, exception: booking.exception ?? '', repeats: 'once', until: null,
  equipment: booking.equipment.map(({ id, count }) => ({ equipmentId: id, count })),
});

/** Quarter hours from 6:00 to 23:45. */
export const times = Array.from({ length: 72 }, (_, i) => `${String(6 + Math.floor(i / 4)).padStart(2, '0')}:${String((i % 4) * 15).padStart(2, '0')}`);
