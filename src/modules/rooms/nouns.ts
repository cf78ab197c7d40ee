import { z } from 'zod';
import { roles } from '#mechanisms/access/roles.ts';
import { instant } from '#platform/time.ts';

/** 普通会议室、大型会议室: how many working days ahead, and who approves. */
export const classes = ['ordinary', 'large'] as const;
export type Class = (typeof classes)[number];

export const bookingStates = ['offered', 'asked', 'booked', 'used', 'refused', 'cancelled', 'released', 'no_show'] as const;
export type BookingState = (typeof bookingStates)[number];

/** Nobody else has the room while a booking is in one of these; the constraint in the database says the same. */
export const holding = ['offered', 'asked', 'booked', 'used'] as const;

export const text = (most: number) => z.string().trim().max(most);
export const reason = text(500).min(1);
export const Person = z.object({ id: z.uuid(), name: z.string() });
export const WhyNot = z.record(z.string(), z.array(z.string()));

/** Count of a kind of equipment. */
export const Counted = z.object({ equipmentId: z.uuid(), count: z.int().min(1).max(500) });
export type Counted = z.infer<typeof Counted>;
/** What somebody wants in the room: each kind once. */
export const wished = z.array(Counted).max(20).refine((all) => new Set(all.map(({ equipmentId }) => equipmentId)).size === all.length).default([]);

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
/** Opening hours by weekday from Monday; null: closed. */
export const Hours = z.array(z.object({ from: clock, to: clock }).nullable()).length(7);
export type Hours = z.infer<typeof Hours>;

/** What a room is, as it is written down. */
export const RoomFields = z.object({
  name: text(40).min(1),
  building: text(60),
  class: z.enum(classes),
  seats: z.int().min(1).max(5000),
  hours: Hours,
  departments: z.array(z.uuid()).max(50),
  roles: z.array(z.enum(roles)).max(20),
  free: z.boolean(),
  remark: text(500),
  fixtures: z.array(Counted).max(50),
});
export type RoomFields = z.infer<typeof RoomFields>;

export const Room = RoomFields.extend({ id: z.uuid(), photos: z.array(z.object({ id: z.uuid(), fileId: z.uuid() })), outOfUse: z.object({ at: instant, by: z.string(), why: z.string() }).nullable() });
export type Room = z.infer<typeof Room>;
