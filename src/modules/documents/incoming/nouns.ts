import { z } from 'zod';
import { day, instant } from '#platform/time.ts';

export const states = ['registered', 'returned', 'accepted', 'proposed', 'instructed', 'dispatched', 'circulating', 'done', 'stub', 'void'] as const;
export type State = (typeof states)[number];

/** 文种, as the regulation of 2012 lists them, and what does not fit. */
export const kinds = ['决议', '决定', '命令', '公报', '公告', '通告', '意见', '通知', '通报', '报告', '请示', '批复', '议案', '函', '纪要', '其他'] as const;
export const handlings = ['action', 'reading'] as const;
export const partRoles = ['lead', 'assist'] as const;
export const outcomes = ['done', 'partly', 'not_done'] as const;
export const checkNames = ['complete', 'signature', 'seal', 'addressee', 'form'] as const;
export const attachmentRoles = ['original', 'attachment', 'damage', 'replacement', 'evidence', 'answer'] as const;

const text = (most: number) => z.string().trim().max(most);
const reason = z.string().trim().min(1).max(1000);
export { reason, text };

/** 0 none, 1 秘密, 2 机密, 3 绝密. */
export const secrecy = z.int().min(0).max(3);
/** 0 平件, 1 加急, 2 特急. */
export const urgency = z.int().min(0).max(2);

export const Person = z.object({ id: z.uuid(), name: z.string() });
export const Department = z.object({ id: z.uuid(), name: z.string() });
export const Checks = z.partialRecord(z.enum(checkNames), z.boolean());

/** Why not, for each act the asker could expect: an empty list is yes. */
export const WhyNot = z.record(z.string(), z.array(z.string()));

/** One line of the 收文登记簿. */
export const Line = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.enum(states),
  receivedAt: instant,
  sender: z.string(),
  senderNumber: z.string(),
  title: z.string(),
  writtenOn: day.nullable(),
  kind: z.string(),
  secrecy,
  secrecyPeriod: z.string(),
  urgency,
  copies: z.int(),
  copyNumbers: z.string(),
  pages: z.int(),
  attachments: z.int(),
  handling: z.enum(handlings),
  respondBy: instant.nullable(),
  countersign: z.boolean(),
  major: z.boolean(),
  lead: z.string().nullable(),
  assists: z.array(z.string()),
  dueAt: instant.nullable(),
  late: z.boolean(),
  paper: z.string(),
  archiveNumber: z.string(),
});

export const Instruction = z.object({
  id: z.uuid(),
  leader: Person,
  position: z.int(),
  askedAt: instant.nullable(),
  givenAt: instant.nullable(),
  givenBy: Person.nullable(),
  text: z.string().nullable(),
  /** Back to 拟办 instead of an instruction; the text says why. */
  sentBack: z.boolean(),
  amendedAt: instant.nullable(),
  whyNot: WhyNot,
});

export const Task = z.object({
  id: z.uuid(),
  instructionId: z.uuid().nullable(),
  sentence: z.string(),
  person: Person,
  dueAt: instant,
  setBy: Person,
  doneAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  result: z.string().nullable(),
  whyNot: WhyNot,
});

export const Part = z.object({
  id: z.uuid(),
  department: Department,
  role: z.enum(partRoles),
  dispatchedAt: instant,
  dispatchedBy: Person,
  note: z.string(),
  signedAt: instant.nullable(),
  signedBy: Person.nullable(),
  /** 主办人, and their report; the others who work on it, each with theirs. */
  assignedTo: Person.nullable(),
  report: z.string().nullable(),
  helpers: z.array(z.object({ person: Person, report: z.string().nullable() })),
  opinion: z.string().nullable(),
  opinionAt: instant.nullable(),
  opinionBy: Person.nullable(),
  outcome: z.enum(outcomes).nullable(),
  result: z.string().nullable(),
  closedAt: instant.nullable(),
  closedBy: Person.nullable(),
  returnedAt: instant.nullable(),
  returnedWhy: z.string().nullable(),
  /** The office took it back, or has decided what becomes of what was returned. */
  settledAt: instant.nullable(),
  whyNot: WhyNot,
});

export const ReadingLine = z.object({
  id: z.uuid(),
  person: Person,
  position: z.int(),
  addedBy: Person,
  sentAt: instant.nullable(),
  readAt: instant.nullable(),
  recalledAt: instant.nullable(),
  note: z.string().nullable(),
  whyNot: WhyNot,
});

export const Replacement = z.object({
  id: z.uuid(),
  what: z.enum(['damaged', 'missing']),
  details: z.string(),
  waits: z.boolean(),
  how: z.enum(['mail', 'phone']),
  contact: z.string(),
  askedAt: instant,
  askedBy: Person,
  settledAt: instant.nullable(),
  settledHow: z.string().nullable(),
});

export const Urge = z.object({
  id: z.uuid(),
  item: z.enum(['part', 'reading', 'instruction', 'task', 'replacement']),
  itemId: z.uuid(),
  whom: z.string(),
  at: instant,
  by: Person,
  how: z.enum(['app', 'phone', 'mail']),
  phone: z.string(),
  outcome: z.enum(['told', 'no_answer', 'told_deputy']).nullable(),
  said: z.string(),
  calledAt: instant.nullable(),
});

export const AnswerGiven = z.object({
  id: z.uuid(),
  at: instant,
  by: Person,
  how: z.enum(['document', 'mail', 'phone', 'visit']),
  outgoingNumber: z.string(),
  text: z.string(),
});

export const Handover = z.object({
  id: z.uuid(),
  from: Person.nullable(),
  offeredAt: instant,
  offeredBy: Person,
  takenAt: instant.nullable(),
  takenBy: Person.nullable(),
  place: z.string(),
  note: z.string(),
});

/** Another line of the register. */
export const Other = z.object({ id: z.uuid(), number: z.string() });

/** Everything the 文件处理单 shows. */
export const Document = Line.extend({
  deliveredBy: z.string(),
  receivedBy: Person,
  registeredAt: instant,
  registeredBy: Person,
  checks: Checks,
  remark: z.string(),
  paperCode: z.string(),
  paperWith: Person.nullable(),
  paperPlace: z.string(),
  paperLostAt: instant.nullable(),
  /** The line of the same document before it was sent back, and the one under which it came again. */
  previous: Other.nullable(),
  next: Other.nullable(),
  voided: z.object({ at: instant, by: Person, reason: z.string() }).nullable(),
  doneAt: instant.nullable(),
  review: z.object({ at: instant, by: Person, accepted: z.boolean(), reason: z.string() }).nullable(),
  proposals: z.array(z.object({ id: z.uuid(), at: instant, by: Person, text: z.string(), departments: z.array(z.object({ department: Department, role: z.enum(partRoles) })) })),
  instructions: z.array(Instruction),
  tasks: z.array(Task),
  parts: z.array(Part),
  readings: z.array(ReadingLine),
  replacements: z.array(Replacement),
  urges: z.array(Urge),
  answers: z.array(AnswerGiven),
  handovers: z.array(Handover),
  agenda: z.object({ proposedAt: instant, why: z.string() }).nullable(),
  whyNot: WhyNot,
});

/** What an act on a document answers: its new state. The page then reads the record again. */
export const Moved = z.object({ id: z.uuid(), state: z.enum(states) });

export type Line = z.infer<typeof Line>;
export type Document = z.infer<typeof Document>;
export type Part = z.infer<typeof Part>;
export type ReadingLine = z.infer<typeof ReadingLine>;
export type Instruction = z.infer<typeof Instruction>;
export type Task = z.infer<typeof Task>;
export type Urge = z.infer<typeof Urge>;
export type Replacement = z.infer<typeof Replacement>;
