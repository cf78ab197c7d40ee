import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint, PUBLIC } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Person } from '../nouns.ts';

const Done = z.object({ id: z.uuid() });

/** 日历订阅 and 邀请: what was booked, in everybody's own calendar. */
export const feeds = {
  feeds: endpoint({ path: 'GET /room-feeds', permission: 'rooms.read', returns: z.object({ feeds: z.array(z.object({ id: z.uuid(), room: Person.nullable(), createdAt: instant })) }) }),
  /** The address is shown this once; whoever has it reads the calendar until it is ended. */
  openFeed: endpoint({ path: 'POST /room-feeds', permission: 'rooms.read', body: z.object({ roomId: z.uuid().nullable() }), returns: z.object({ id: z.uuid(), feedKey: z.string() }), refuses: ['rooms.room_unknown', 'rooms.too_many_feeds'] }),
  endFeed: endpoint({ path: 'POST /room-feeds/:feedId/end', permission: 'rooms.read', body: z.object({}), returns: Done }),
  feed: endpoint({ path: 'GET /room-calendars/:feedKey', permission: PUBLIC, returns: file }),
  invitees: endpoint({ path: 'GET /room-bookings/:bookingId/invitees', permission: 'rooms.read', returns: z.object({ people: z.array(Person) }) }),
  invite: endpoint({ path: 'POST /room-bookings/:bookingId/invitees', permission: 'rooms.book', body: z.object({ people: z.array(z.uuid()).min(1).max(200) }), returns: Done, refuses: ['rooms.not_yours', 'rooms.given_up_already', 'rooms.has_begun', 'rooms.person_unknown'] }),
};
