import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Done, Participant, text, WhyNot } from '../nouns.ts';

const door = ['meetings.not_called', 'meetings.too_early', 'meetings.has_ended', 'meetings.signed_in_already'] as const;

/** When and how somebody signed in; `order`: as the how-manieth. */
export const Came = z.object({ id: z.uuid(), name: z.string(), at: instant, order: z.int(), way: z.enum(['code', 'hand']), late: z.int() });
export type Came = z.infer<typeof Came>;

/** 签到 (MTG-5): at the door with the phone, or by the minute-taker's hand; who came late, and when. */
export const signin = {
  attendance: endpoint({
    path: 'GET /meetings/:meetingId/attendance',
    permission: 'meetings.take_part',
    returns: z.object({
      meeting: z.object({ id: z.uuid(), title: z.string(), place: z.string(), startsAt: instant, begunAt: instant.nullable(), endedAt: instant.nullable() }),
      lines: z.array(Participant.extend({ came: Came.nullable() })),
      /** Who came without being called: of the school, or a guest by name. */
      others: z.array(Came.extend({ guest: z.boolean() })),
      /** What I may do: sign in myself, sign others in. */
      whyNot: WhyNot,
      mine: Came.nullable(),
    }),
  }),
  signIn: endpoint({ path: 'POST /meetings/:meetingId/sign-in', permission: 'meetings.take_part', body: z.object({ code: text(10) }), returns: Done, refuses: [...door, 'meetings.not_asked', 'meetings.wrong_code', 'meetings.too_many_codes'] }),
  /** A person of the school or a guest by name; `forId`: whom they came for. */
  signInFor: endpoint({
    path: 'POST /meetings/:meetingId/attendance',
    permission: 'meetings.take_part',
    body: z.object({ personId: z.uuid().nullable().default(null), guest: text(60).default(''), forId: z.uuid().nullable().default(null), at: instant.optional() }),
    returns: Done,
    refuses: [...door, 'meetings.not_minute_taker', 'meetings.who_came', 'meetings.person_unknown'],
  }),
  /** Signed in by mistake. */
  takeSignInBack: endpoint({ path: 'DELETE /meeting-attendance/:attendanceId', permission: 'meetings.take_part', returns: Done, refuses: ['meetings.not_minute_taker', 'meetings.has_ended', 'meetings.not_called', 'meetings.too_early'] }),
  /** For the screen: whoever writes the meeting down. The code changes by itself. */
  signInCard: endpoint({ path: 'GET /meetings/:meetingId/sign-in-card', permission: 'meetings.take_part', returns: z.object({ id: z.uuid(), title: z.string(), place: z.string(), startsAt: instant, code: z.string(), secondsLeft: z.int(), counted: z.object({ called: z.int(), came: z.int() }) }) }),
  /** 签到表; who has not signed in yet has an empty line to sign on. */
  signInList: endpoint({ path: 'GET /meetings/:meetingId/sign-in-list', permission: 'meetings.take_part', query: z.object({ as: z.enum(['pdf', 'xlsx']).default('pdf') }), returns: file }),
};
