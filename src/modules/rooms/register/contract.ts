import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Person, reason, Room, RoomFields, text } from '../nouns.ts';

const Done = z.object({ id: z.uuid() });
const Equipment = z.object({ id: z.uuid(), name: z.string(), movable: z.int() });
const Blackout = z.object({ id: z.uuid(), room: Person.nullable(), from: instant, to: instant, reason: z.string(), excepted: z.array(Person), /** Bookings that stand in it already. */ bookings: z.int() });
const keeping = ['rooms.name_taken', 'rooms.hours_out_of_order', 'rooms.equipment_unknown', 'rooms.department_unknown'] as const;

/** 会议室登记: what rooms there are, what stands in them, when they are open, who may book them. */
export const register = {
  list: endpoint({ path: 'GET /rooms', permission: 'rooms.read', returns: z.object({ rooms: z.array(Room) }) }),
  /** What forms and filters choose from. */
  choices: endpoint({ path: 'GET /room-choices', permission: 'rooms.read', returns: z.object({ rooms: z.array(Person.extend({ building: z.string() })), equipment: z.array(Equipment) }) }),
  room: endpoint({ path: 'GET /rooms/:roomId', permission: 'rooms.read', returns: Room }),
  addRoom: endpoint({ path: 'POST /rooms', permission: 'rooms.manage', body: RoomFields, returns: Done, refuses: keeping }),
  correctRoom: endpoint({ path: 'POST /rooms/:roomId/correction', permission: 'rooms.manage', body: RoomFields, returns: Done, refuses: keeping }),
  takeOut: endpoint({ path: 'POST /rooms/:roomId/out-of-use', permission: 'rooms.manage', body: z.object({ why: reason }), returns: Done, refuses: ['rooms.out_already'] }),
  bringBack: endpoint({ path: 'POST /rooms/:roomId/back-in-use', permission: 'rooms.manage', body: z.object({}), returns: Done, refuses: ['rooms.not_out'] }),
  setEquipment: endpoint({ path: 'POST /room-equipment', permission: 'rooms.manage', body: z.object({ name: text(40).min(1), movable: z.int().min(0).max(10_000) }), returns: Done }),
  blackouts: endpoint({ path: 'GET /room-blackouts', permission: 'rooms.read', returns: z.object({ blackouts: z.array(Blackout) }) }),
  addBlackout: endpoint({
    path: 'POST /room-blackouts',
    permission: 'rooms.manage',
    body: z.object({ roomId: z.uuid().nullable(), from: instant, to: instant, reason, excepted: z.array(z.uuid()).max(50).default([]) }),
    returns: Done,
    refuses: ['rooms.ends_before_it_starts', 'rooms.is_over', 'rooms.room_unknown', 'rooms.person_unknown'],
  }),
  endBlackout: endpoint({ path: 'POST /room-blackouts/:blackoutId/end', permission: 'rooms.manage', body: z.object({}), returns: Done, refuses: ['rooms.blackout_ended'] }),
};
