import { bookings } from './bookings/contract.ts';
import { feeds } from './feeds/contract.ts';
import { presence } from './presence/contract.ts';
import { register } from './register/contract.ts';
import { series } from './series/contract.ts';
import { statistics } from './statistics/contract.ts';
import { waiting } from './waiting/contract.ts';

/** 会议室: which rooms there are, who has which of them when, and whether they are in it. */
export const rooms = { ...register, ...bookings, ...series, ...waiting, ...presence, ...feeds, ...statistics };
