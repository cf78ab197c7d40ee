import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { Done, Person } from '../nouns.ts';

/** 会议桌: all round one table. 课桌式: rows that face the platform. */
export const shapes = ['board', 'rows'] as const;
export type Shape = (typeof shapes)[number];

const Look = { shape: z.enum(shapes), perRow: z.int().min(2).max(30), platform: z.int().min(0).max(30) };

export const Seat = z.object({ person: Person, title: z.string(), observes: z.boolean(), /** Who sent them as deputy. */ sentBy: z.string().nullable() });
export type Seat = z.infer<typeof Seat>;

export const Seating = z.object({ ...Look, seats: z.array(Seat), /** By rank, as long as the office wanted nothing else. */ byRank: z.boolean(), mayChange: z.boolean() });
export type Seating = z.infer<typeof Seating>;

/** 座次、名签、会议通知 on paper (MTG-2, MTG-3). */
export const seating = {
  seating: endpoint({ path: 'GET /meetings/:meetingId/seating', permission: 'meetings.take_part', returns: Seating }),
  setSeating: endpoint({ path: 'PUT /meetings/:meetingId/seating', permission: 'meetings.manage', body: z.object({ ...Look, people: z.array(z.uuid()).max(600) }), returns: Done, refuses: ['meetings.seats_changed', 'meetings.preparation_over'] }),
  /** By rank again. */
  seatByRank: endpoint({ path: 'DELETE /meetings/:meetingId/seating', permission: 'meetings.manage', returns: Done, refuses: ['meetings.preparation_over'] }),
  seatingPaper: endpoint({ path: 'GET /meetings/:meetingId/seating-paper', permission: 'meetings.take_part', returns: file }),
  nameCards: endpoint({ path: 'GET /meetings/:meetingId/name-cards', permission: 'meetings.manage', returns: file }),
};
