import { bookings } from './bookings/contract.ts';
import { feeds } from './feeds/contract.ts';
import { photos } from './photos/contract.ts';
import { presence } from './presence/contract.ts';
import { register } from './register/contract.ts';
import { series } from './series/contract.ts';
import { statistics } from './statistics/contract.ts';
import { waiting } from './waiting/contract.ts';

/** For whoever books rooms on pages of their own: what is wished for, what is found, what is refused, and how that is said. */
export { booking, RoomFound } from './bookings/contract.ts';
export { bookingStates, wished } from './nouns.ts';
export { zh } from './words.zh.ts';
export { en } from './words.en.ts';

/** 会议室: which rooms there are, who has which of them when, and whether they are in it. */
export const rooms = { ...register, ...bookings, ...series, ...waiting, ...photos, ...presence, ...feeds, ...statistics };
