import { z } from 'zod';
import { Booking } from '../bookings/contract.ts';
import { endpoint, PUBLIC } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Person, text } from '../nouns.ts';

export const founds = ['right', 'empty', 'others', 'overstay'] as const;
const Done = z.object({ id: z.uuid() });
const AtDoor = Booking.extend({ signedInAt: instant.nullable(), whyNot: z.record(z.string(), z.array(z.string())) });
const ToPatrol = z.object({ room: Person, building: z.string(), now: Booking.extend({ signedInAt: instant.nullable() }).nullable(), /** Ended a short while ago, and nobody said that they left. */ before: Booking.nullable(), next: Booking.nullable(), patrolled: z.object({ at: instant, by: z.string(), found: z.enum(founds), note: z.string() }).nullable() });
const OnScreen = z.object({ from: instant, to: instant, title: z.string().nullable(), organiser: z.string(), department: z.string(), signedIn: z.boolean() });

/** 签到、离场、巡查 (ROOM-1, ROOM-3), and what is shown at the door. */
export const presence = {
  door: endpoint({ path: 'GET /rooms/:roomId/door', permission: 'rooms.read', returns: z.object({ room: Person, bookings: z.array(AtDoor) }) }),
  /** With the code at the door: from the QR there, or typed. */
  signIn: endpoint({ path: 'POST /room-bookings/:bookingId/sign-in', permission: 'rooms.book', body: z.object({ doorCode: z.string().max(10) }), returns: Done, refuses: ['rooms.not_of_yours', 'rooms.wrong_code', 'rooms.too_many_codes', 'rooms.signed_in_already', 'rooms.not_booked', 'rooms.too_early', 'rooms.is_over'] }),
  leave: endpoint({ path: 'POST /room-bookings/:bookingId/leaving', permission: 'rooms.book', body: z.object({}), returns: Done, refuses: ['rooms.not_of_yours', 'rooms.nobody_in'] }),
  /** For the card at the door: whoever prints it. */
  doorCard: endpoint({ path: 'GET /rooms/:roomId/door-card', permission: 'rooms.manage', returns: z.object({ room: Person, building: z.string(), seats: z.int(), doorCode: z.string(), screen: z.string() }) }),
  /** A card that got about, or a screen that should show nothing more. */
  renewDoor: endpoint({ path: 'POST /rooms/:roomId/door-renewal', permission: 'rooms.manage', body: z.object({}), returns: Done }),
  screen: endpoint({ path: 'GET /room-screens/:screenKey', permission: PUBLIC, returns: z.object({ room: z.string(), seats: z.int(), outOfUse: z.string().nullable(), now: OnScreen.nullable(), next: OnScreen.nullable(), today: z.array(OnScreen), at: instant }) }),
  patrolRound: endpoint({ path: 'GET /room-patrol', permission: 'rooms.patrol', returns: z.object({ rooms: z.array(ToPatrol) }) }),
  patrol: endpoint({ path: 'POST /rooms/:roomId/patrols', permission: 'rooms.patrol', body: z.object({ found: z.enum(founds), note: text(300).default(''), files: z.array(z.uuid()).max(5).default([]) }), returns: Done, refuses: ['rooms.nothing_booked_now', 'rooms.nobody_before', 'rooms.photo_unknown'] }),
};
