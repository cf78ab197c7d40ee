import { Day } from '#ui/When.tsx';
import { wall } from '#ui/times.ts';
import type { Booking } from '../bookings/contract.ts';
import { useRoomWords } from './api.ts';

/** 14:05 by the office's clock. */
export const timeOf = (at: string) => wall(at).slice(11, 16);
export const dayOfSlot = (at: string) => wall(at).slice(0, 10);

/** 今天 14:00—15:30. */
export const Slot = ({ from, to }: { from: string; to: string }) => <span className="number"><Day on={dayOfSlot(from)} /> {timeOf(from)}—{timeOf(to)}</span>;

/** What it is for, as the reader may know it. */
export const Purpose = ({ booking }: { booking: Pick<Booking, 'title' | 'private'> }) => <>{booking.title ?? useRoomWords().labels.private}</>;
