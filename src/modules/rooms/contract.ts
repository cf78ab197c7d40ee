import { bookings } from './bookings/contract.ts';
import { register } from './register/contract.ts';

/** 会议室: which rooms there are, and who has which of them when. */
export const rooms = { ...register, ...bookings };
