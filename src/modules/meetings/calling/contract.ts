import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { booking } from '#modules/rooms/contract.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Done, reason, replies, RoomWish, text } from '../nouns.ts';

/** 通知 (MTG-2): sent in time, answered by each, changed or cancelled with the reason told to all. */
export const calling = {
  /** 会议通知 on paper. */
  noticePaper: endpoint({ path: 'GET /meetings/:meetingId/notice-paper', permission: 'meetings.take_part', query: z.object({ as: z.enum(['pdf', 'docx']).default('pdf') }), returns: file }),
  call: endpoint({ path: 'POST /meetings/:meetingId/notice', permission: 'meetings.manage', body: z.object({}), returns: Done, refuses: ['meetings.not_approved', 'meetings.notice_too_late', 'meetings.calendar_unknown', 'meetings.starts_in_the_past'] }),
  changeCalled: endpoint({
    path: 'POST /meetings/:meetingId/changes',
    permission: 'meetings.manage',
    body: z.object({ startsAt: instant, minutes: z.int().min(5).max(960), place: text(100).min(1), room: RoomWish.nullable().default(null), prepare: text(2000).default(''), why: reason }),
    returns: Done,
    refuses: ['meetings.not_called', 'meetings.has_begun', 'meetings.moved_too_soon', 'meetings.calendar_unknown', 'meetings.agenda_too_long', ...booking],
  }),
  cancelMeeting: endpoint({ path: 'POST /meetings/:meetingId/cancellation', permission: 'meetings.manage', body: z.object({ why: reason }), returns: Done, refuses: ['meetings.cancelled_already', 'meetings.has_begun'] }),
  reply: endpoint({
    path: 'POST /meetings/:meetingId/reply',
    permission: 'meetings.take_part',
    body: z.object({ reply: z.enum(replies), deputyId: z.uuid().nullable().default(null), why: text(500).default('') }),
    returns: Done,
    refuses: ['meetings.not_asked', 'meetings.not_called', 'meetings.has_begun', 'meetings.deputy_missing', 'meetings.deputy_asked_already', 'meetings.why_away', 'meetings.person_unknown'],
  }),
  urgeReplies: endpoint({ path: 'POST /meetings/:meetingId/urges', permission: 'meetings.manage', body: z.object({}), returns: z.object({ urged: z.int() }), refuses: ['meetings.not_called', 'meetings.has_begun', 'meetings.nobody_silent', 'meetings.urged_just_now'] }),
};
