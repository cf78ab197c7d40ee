import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { Done, Sitting, text } from '../nouns.ts';

/** When it happened by the device that wrote it down, which may have had no network then. */
const at = instant.optional();
const writing = ['meetings.not_minute_taker', 'meetings.not_begun', 'meetings.has_ended'] as const;

export const Resolved = z.object({ text: text(1000).min(1), departmentId: z.uuid(), ownerId: z.uuid(), assisting: z.array(z.uuid()).max(30).default([]), dueOn: day });
const resolving = ['meetings.department_unknown', 'meetings.person_unknown', 'meetings.assists_itself', 'meetings.due_is_over'] as const;
const Point = z.object({ text: text(2000).min(1), key: z.boolean().default(false) });

/** 开会 (MTG-6, MTG-7): what happens in the meeting, written down while it happens. */
export const sitting = {
  sitting: endpoint({ path: 'GET /meetings/:meetingId/sitting', permission: 'meetings.take_part', returns: Sitting }),
  beginMeeting: endpoint({ path: 'POST /meetings/:meetingId/beginning', permission: 'meetings.take_part', body: z.object({ at }), returns: Done, refuses: ['meetings.not_minute_taker', 'meetings.not_called', 'meetings.begun_already', 'meetings.too_early'] }),
  /** From now on this topic is talked about, and no other. */
  talkAbout: endpoint({ path: 'POST /meeting-items/:itemId/talk', permission: 'meetings.take_part', body: z.object({ at }), returns: Done, refuses: [...writing, 'meetings.item_settled', 'meetings.minutes_not_measured'] }),
  /** 休息: no topic is talked about. */
  pauseMeeting: endpoint({ path: 'POST /meetings/:meetingId/break', permission: 'meetings.take_part', body: z.object({ at }), returns: Done, refuses: writing }),
  /** 已议 or 暂缓: what became of a topic. */
  settleItem: endpoint({ path: 'POST /meeting-items/:itemId/outcome', permission: 'meetings.take_part', body: z.object({ outcome: z.enum(['dealt', 'deferred']), why: text(500).default(''), at }), returns: Done, refuses: [...writing, 'meetings.item_settled', 'meetings.why_deferred'] }),
  /** Why it was put off, said better: one key did it at once. */
  sayWhy: endpoint({ path: 'PUT /meeting-items/:itemId/reason', permission: 'meetings.take_part', body: z.object({ why: text(500).min(1) }), returns: Done, refuses: [...writing, 'meetings.item_not_put_off'] }),
  /** It was settled by mistake. */
  reopenItem: endpoint({ path: 'POST /meeting-items/:itemId/reopening', permission: 'meetings.take_part', body: z.object({}), returns: Done, refuses: [...writing, 'meetings.item_open', 'meetings.topic_elsewhere'] }),
  addPoint: endpoint({ path: 'POST /meetings/:meetingId/points', permission: 'meetings.take_part', body: Point.extend({ itemId: z.uuid().nullable().default(null), at }), returns: Done, refuses: writing }),
  changePoint: endpoint({ path: 'PUT /meeting-points/:pointId', permission: 'meetings.take_part', body: Point, returns: Done, refuses: writing }),
  removePoint: endpoint({ path: 'DELETE /meeting-points/:pointId', permission: 'meetings.take_part', returns: Done, refuses: writing }),
  resolve: endpoint({ path: 'POST /meeting-items/:itemId/resolutions', permission: 'meetings.take_part', body: Resolved, returns: z.object({ id: z.uuid(), number: z.string() }), refuses: [...writing, 'meetings.item_put_off', ...resolving] }),
  /** As long as the meeting goes on. */
  correctResolution: endpoint({ path: 'PUT /resolutions/:resolutionId', permission: 'meetings.take_part', body: Resolved, returns: Done, refuses: [...writing, 'meetings.resolution_closed', ...resolving] }),
  /** 散会: what no time was left for is put off with the reason; the resolutions go to whoever carries them out. */
  endMeeting: endpoint({ path: 'POST /meetings/:meetingId/ending', permission: 'meetings.take_part', body: z.object({ why: text(500).default(''), at }), returns: Done, refuses: [...writing, 'meetings.topics_left'] }),
  /** 红头本: the page to write on by hand. */
  recordPage: endpoint({ path: 'GET /meetings/:meetingId/record-page', permission: 'meetings.take_part', returns: file }),
  /** Its scan: more pages, or a new version of the same one. */
  attachScan: endpoint({ path: 'POST /meetings/:meetingId/record-scans', permission: 'meetings.take_part', body: z.object({ files: z.array(z.uuid()).min(1).max(20) }), returns: Done, refuses: ['meetings.not_minute_taker', 'meetings.not_begun', 'meetings.file_unknown'] }),
};
