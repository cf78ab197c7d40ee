import { z } from 'zod';
import { bytes } from '#platform/bytes.ts';
import { endpoint, SIGNED_IN } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';

/** holiday 放假 · makeup 调休补班 · morning/afternoon 半天 · closed 本校休息. */
export const dayKinds = ['holiday', 'makeup', 'morning', 'afternoon', 'closed'] as const;

export const Marked = z.object({ day, kind: z.enum(dayKinds), name: z.string().trim().max(40) });

export const Span = z.object({ from: z.string().max(5), to: z.string().max(5) });

export const Timetable = z.object({
  name: z.string().trim().min(1).max(40),
  /** Both null: the hours of the rest of the year. */
  starts: day.nullable(),
  ends: day.nullable(),
  /** 1 Monday … 7 Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  /** None: the office is closed on these days. */
  spans: z.array(Span).max(6),
});

export const Term = z.object({ id: z.uuid(), name: z.string().trim().min(1).max(40), starts: day, ends: day });

export const Year = z.object({
  year: z.int(),
  published: z.boolean(),
  publishedAt: instant.nullable(),
  publishedBy: z.string().nullable(),
  source: z.string(),
  days: z.array(Marked),
  terms: z.array(Term),
  timetables: z.array(Timetable.extend({ id: z.uuid() })),
  /** Working days by month, January first; empty while the year is not published. */
  workingDays: z.array(z.int()),
  whyNot: z.object({ edit: z.array(z.string()), publish: z.array(z.string()), withdraw: z.array(z.string()) }),
});

/** What was read from a notice or a sheet, to be confirmed by a person. */
export const Proposal = z.object({
  year: z.int().nullable(),
  source: z.string(),
  days: z.array(Marked.extend({ line: z.string() })),
  /** What could not be read: the row or sentence, and why. */
  faults: z.array(z.object({ line: z.string(), reason: z.string() })),
});

export const Change = z.object({ id: z.uuid(), at: instant, by: z.string(), what: z.string(), subject: z.string(), before: z.string(), after: z.string(), why: z.string(), undone: z.boolean(), whyNot: z.object({ undo: z.array(z.string()) }) });

/** Why something that was read cannot be taken as it is. */
export const faultReasons = [
  'calendar.not_understood', 'calendar.no_year', 'calendar.festival_missing', 'calendar.weekday_differs', 'calendar.count_differs', 'calendar.no_such_day', 'calendar.range_odd',
  'calendar.no_such_kind', 'calendar.day_twice', 'calendar.makeup_on_a_weekday',
] as const;

export type DayKind = (typeof dayKinds)[number];
export type Marked = z.infer<typeof Marked>;
export type Span = z.infer<typeof Span>;
export type Timetable = z.infer<typeof Timetable>;
export type Term = z.infer<typeof Term>;
export type Year = z.infer<typeof Year>;
export type Proposal = z.infer<typeof Proposal>;
export type Day = string;

const why = z.string().trim().max(200).default('');
const termRefusals = ['calendar.ends_before_it_starts', 'calendar.terms_overlap'] as const;
const timetableRefusals = ['calendar.ends_before_it_starts', 'calendar.hours_out_of_order', 'calendar.no_hours', 'calendar.one_for_the_rest'] as const;

export const calendar = {
  year: endpoint({ path: 'GET /calendar/years/:year', permission: SIGNED_IN, returns: Year }),
  changes: endpoint({
    path: 'GET /calendar/years/:year/changes',
    permission: SIGNED_IN,
    query: z.object({ before: z.uuid().optional(), most: z.coerce.number().int().min(1).max(100).default(30) }),
    returns: z.object({ changes: z.array(Change), more: z.boolean() }),
  }),
  mark: endpoint({
    path: 'PUT /calendar/days/:day',
    permission: 'calendar.manage',
    body: z.object({ kind: z.enum(dayKinds).nullable(), name: z.string().trim().max(40).default(''), why }),
    returns: Year,
    refuses: ['calendar.no_such_day', 'calendar.makeup_on_a_weekday', 'calendar.reason_needed'],
  }),
  /** Takes the holidays and make-up days of a year as confirmed, in place of those before; days of the years beside it are added. */
  confirm: endpoint({
    path: 'PUT /calendar/years/:year/days',
    permission: 'calendar.manage',
    body: z.object({ days: z.array(Marked).max(400), source: z.string().trim().max(200).default(''), why }),
    returns: Year,
    refuses: ['calendar.no_such_day', 'calendar.another_year', 'calendar.day_twice', 'calendar.makeup_on_a_weekday', 'calendar.reason_needed'],
  }),
  publish: endpoint({
    path: 'POST /calendar/years/:year/publication',
    permission: 'calendar.manage',
    returns: Year,
    refuses: ['calendar.already_published', 'calendar.holidays_missing'],
  }),
  withdraw: endpoint({
    path: 'POST /calendar/years/:year/withdrawal',
    permission: 'calendar.manage',
    body: z.object({ why: z.string().trim().min(1).max(200) }),
    returns: Year,
    refuses: ['calendar.not_published'],
  }),
  /** Takes the newest change back, whatever it was; the one before it is then the newest. */
  undo: endpoint({
    path: 'POST /calendar/changes/:changeId/undoing',
    permission: 'calendar.manage',
    body: z.object({ why }),
    returns: z.object({ id: z.uuid() }),
    refuses: ['calendar.changed_since', 'calendar.already_undone'],
  }),
  addTerm: endpoint({ path: 'POST /calendar/terms', permission: 'calendar.manage', body: Term.omit({ id: true }), returns: Term, refuses: termRefusals }),
  changeTerm: endpoint({ path: 'PUT /calendar/terms/:termId', permission: 'calendar.manage', body: Term.omit({ id: true }), returns: Term, refuses: termRefusals }),
  removeTerm: endpoint({ path: 'DELETE /calendar/terms/:termId', permission: 'calendar.manage', returns: z.object({}) }),
  addTimetable: endpoint({
    path: 'POST /calendar/timetables',
    permission: 'calendar.manage',
    body: Timetable,
    returns: Timetable.extend({ id: z.uuid() }),
    refuses: timetableRefusals,
  }),
  changeTimetable: endpoint({
    path: 'PUT /calendar/timetables/:timetableId',
    permission: 'calendar.manage',
    body: Timetable,
    returns: Timetable.extend({ id: z.uuid() }),
    refuses: timetableRefusals,
  }),
  removeTimetable: endpoint({
    path: 'DELETE /calendar/timetables/:timetableId',
    permission: 'calendar.manage',
    returns: z.object({}),
    refuses: ['calendar.one_for_the_rest'],
  }),
  /** Reads the State Council's yearly notice, pasted or as a file (PDF, photo) whose text was read. Writes nothing: its days are proposed. */
  readNotice: endpoint({
    path: 'POST /calendar/notice',
    permission: 'calendar.manage',
    body: z.union([z.object({ text: z.string().max(20_000) }), z.object({ fileId: z.uuid() })]),
    returns: Proposal,
    refuses: ['calendar.file_not_read_yet', 'calendar.file_unreadable', 'calendar.no_days_found'],
  }),
  /** Reads an XLSX or JSON file of days. Writes nothing: its days are proposed. */
  readSheet: endpoint({
    path: 'POST /calendar/sheet',
    kind: 'transfer',
    permission: 'calendar.manage',
    body: bytes,
    returns: Proposal,
    refuses: ['calendar.not_a_sheet', 'calendar.no_days_found'],
  }),
};
