import { z } from 'zod';
import { submitting } from '#mechanisms/approvals/contract.ts';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { Done, most, Person, reason, resolutionStates, text, WhyNot } from '../nouns.ts';
import { Content, paperStates } from '../papers/contract.ts';

/** One line of the book of minutes; a note of correction is a line by itself. */
export const MinutesLine = z.object({ id: z.uuid(), kind: z.enum(['minutes', 'note']), number: z.string().nullable(), title: z.string(), state: z.enum(paperStates), madeAt: instant, finalAt: instant.nullable() });
export type MinutesLine = z.infer<typeof MinutesLine>;

const Correction = z.object({ id: z.uuid(), at: instant, by: Person, text: z.string(), taken: z.boolean().nullable(), reason: z.string(), decidedAt: instant.nullable(), decidedBy: Person.nullable() });
const Receipt = z.object({ id: z.uuid(), who: Person, department: z.boolean(), sentAt: instant, readAt: instant.nullable(), readBy: Person.nullable() });

export const WholeMinutes = MinutesLine.extend({
  meeting: z.object({ id: z.uuid(), title: z.string(), startsAt: instant, endedAt: instant.nullable() }),
  /** 更正: the minutes on which it hangs, and why. */
  corrects: z.object({ id: z.uuid(), number: z.string(), title: z.string() }).nullable(),
  why: z.string(),
  notes: z.array(MinutesLine),
  content: Content,
  version: z.int(),
  sentAt: instant.nullable(),
  openUntil: instant.nullable(),
  printedAt: instant.nullable(),
  printedBy: Person.nullable(),
  copies: z.int(),
  /** Whom it goes to when it is final. */
  departments: z.array(Person),
  /** Its PDF and DOCX, kept when it became final, with the sums of their bytes. */
  kept: z.array(z.object({ name: z.string(), type: z.string(), sha256: z.string() })),
  corrections: z.array(Correction),
  receipts: z.array(Receipt),
  /** As the final minutes say it, beside how the ledger has it now. */
  resolutions: z.array(z.object({ id: z.uuid(), number: z.string(), text: z.string(), department: z.string(), owner: z.string(), dueOn: day, state: z.enum(resolutionStates), nowDueOn: day })),
  /** Numbers of resolutions of the meeting that the text does not name. */
  leftOut: z.array(z.string()),
  whyNot: WhyNot,
});
export type WholeMinutes = z.infer<typeof WholeMinutes>;

export const minutesShown = ['open', 'final', 'all'] as const;

const writing = ['meetings.not_the_writer', 'meetings.paper_in_review', 'meetings.paper_final', 'meetings.note_dropped'] as const;

/** 会议纪要 (MTG-8): drawn from what was recorded, sent to the attendees, put right, approved, numbered, distributed, read. */
export const minutes = {
  minutesBook: endpoint({ path: 'GET /meeting-minutes', permission: 'meetings.take_part', query: z.object({ show: z.enum(minutesShown).default('all'), after: z.uuid().optional(), most }), returns: z.object({ minutes: z.array(MinutesLine), next: z.uuid().nullable() }) }),
  minutesOf: endpoint({ path: 'GET /meetings/:meetingId/minutes', permission: 'meetings.take_part', returns: z.object({ minutes: MinutesLine.nullable(), whyNot: WhyNot }) }),
  minutes: endpoint({ path: 'GET /meeting-minutes/:paperId', permission: 'meetings.take_part', returns: WholeMinutes }),
  /** Of a meeting that was held before minutes were drawn by themselves. */
  draftMinutes: endpoint({ path: 'POST /meetings/:meetingId/minutes', permission: 'meetings.take_part', body: z.object({}), returns: Done, refuses: ['meetings.not_the_writer', 'meetings.not_ended', 'meetings.minutes_there'] }),
  /** Once more from what was recorded; what was written before stays among the versions. */
  redraftMinutes: endpoint({ path: 'POST /meeting-minutes/:paperId/redrafts', permission: 'meetings.take_part', body: z.object({}), returns: Done, refuses: [...writing, 'meetings.a_note_is_written'] }),
  sendMinutes: endpoint({ path: 'POST /meeting-minutes/:paperId/sending', permission: 'meetings.take_part', body: z.object({}), returns: Done, refuses: [...writing, 'meetings.sent_already', 'meetings.a_note_is_written'] }),
  readMinutes: endpoint({ path: 'POST /meeting-minutes/:paperId/reading', permission: 'meetings.take_part', body: z.object({}), returns: Done, refuses: ['meetings.nothing_to_read'] }),
  askCorrection: endpoint({ path: 'POST /meeting-minutes/:paperId/corrections', permission: 'meetings.take_part', body: z.object({ text: text(2000).min(1) }), returns: Done, refuses: ['meetings.not_an_attendee', 'meetings.not_sent', 'meetings.corrections_over'] }),
  decideCorrection: endpoint({ path: 'POST /minutes-corrections/:correctionId/decision', permission: 'meetings.take_part', body: z.object({ taken: z.boolean(), reason: text(1000).default('') }), returns: Done, refuses: ['meetings.not_the_writer', 'meetings.correction_decided', 'meetings.why_not_taken'] }),
  /** 送审: the leader approves, and with that it is final and goes to the departments. */
  submitMinutes: endpoint({
    path: 'POST /meeting-minutes/:paperId/review',
    permission: 'meetings.take_part',
    body: z.object({ departments: z.array(z.uuid()).min(1).max(200) }),
    returns: Done,
    refuses: [...writing, 'meetings.not_sent', 'meetings.corrections_open', 'meetings.window_runs', 'meetings.resolution_left_out', 'meetings.department_unknown', ...submitting],
  }),
  /** 纸质版: ticked by the office the day after. */
  printMinutes: endpoint({ path: 'POST /meeting-minutes/:paperId/printing', permission: 'meetings.manage', body: z.object({ copies: z.int().min(1).max(2000) }), returns: Done, refuses: ['meetings.not_sent', 'meetings.note_dropped'] }),
  /** 更正: what is final is not changed, a note with its own number hangs on it. */
  correctFinal: endpoint({ path: 'POST /meeting-minutes/:paperId/notes', permission: 'meetings.take_part', body: z.object({ why: reason, body: text(20_000).min(1) }), returns: Done, refuses: ['meetings.not_the_writer', 'meetings.not_final', 'meetings.a_note_is_written', 'meetings.note_open'] }),
  /** 更正作废: it was begun by mistake. It stays as it was, and the next may be written. */
  dropNote: endpoint({ path: 'POST /meeting-minutes/:paperId/dropping', permission: 'meetings.take_part', body: z.object({ why: reason }), returns: Done, refuses: [...writing, 'meetings.minutes_stay'] }),
};
