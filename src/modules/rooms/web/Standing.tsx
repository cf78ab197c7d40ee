import { State } from '#ui/State.tsx';
import type { BookingState } from '../nouns.ts';
import { useRoomWords } from './api.ts';

const tones = { offered: 'wait', asked: 'wait', booked: 'go', used: 'done', refused: 'off', cancelled: 'off', released: 'off', no_show: 'late' } as const;

export const Standing = ({ state }: { state: BookingState }) => <State tone={tones[state]}>{useRoomWords().states[state]}</State>;
