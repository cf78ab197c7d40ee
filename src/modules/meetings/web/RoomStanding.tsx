import { Link } from '@tanstack/react-router';
import { State } from '#ui/State.tsx';
import type { MeetingRoom } from '../nouns.ts';
import { useMeetingWords } from './api.ts';

const tones = { offered: 'wait', asked: 'wait', booked: 'go', used: 'done', refused: 'late', cancelled: 'late', released: 'late', no_show: 'late' } as const;

/** How the booking of the room stands. */
export const RoomStanding = ({ room: { bookingId, number, state } }: { room: MeetingRoom }) => {
  const { roomStates } = useMeetingWords();
  return <span className="row"><State tone={tones[state]}>{roomStates[state]}</State><Link to={`/rooms/bookings/${bookingId}` as string} className="number">{number}</Link></span>;
};
