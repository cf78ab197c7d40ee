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
}

export const whenOf = ({ day, from, to }: Pick<Wish, 'day' | 'from' | 'to'>) => ({ from: instantOf(day, from), to: instantOf(day, to) });

/** As an endpoint wants it. */
export const sentOf = (wish: Wish, late: boolean) => ({
  ...whenOf(wish), people: wish.people, equipment: [...wish.equipment], roomId: wish.roomId!,
  ...(wish.isPrivate ? { secretTitle: wish.title } : { title: wish.title }), exception: late && wish.exception.trim() ? wish.exception : null,
});

/** From what was booked once: to change it, or to ask for the like again. */
export const wishOf = ({ from, to, ...booking }: { from: string; to: string; people: number; title: string | null; private: boolean; roomId: string; exception: string | null; equipment: readonly { id: string; count: number }[] }): Wish => ({
  day: dayOfSlot(from), from: timeOf(from), to: timeOf(to), people: booking.people, roomId: booking.roomId, title: booking.title ?? '', isPrivate: booking.private, exception: booking.exception ?? '',
  equipment: booking.equipment.map(({ id, count }) => ({ equipmentId: id, count })),
});

/** Quarter hours from 6:00 to 23:45. */
export const times = Array.from({ length: 72 }, (_, i) => `${String(6 + Math.floor(i / 4)).padStart(2, '0')}:${String((i % 4) * 15).padStart(2, '0')}`);
