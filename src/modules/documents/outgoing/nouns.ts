import { z } from 'zod';
import { day, instant } from '#platform/time.ts';

export const states = ['draft', 'approving', 'signed', 'checked', 'numbered', 'sealed', 'issued', 'dropped'] as const;
export type State = (typeof states)[number];

/** The 15 文种 of the regulation of 2012. */
export const kinds = ['决议', '决定', '命令', '公报', '公告', '通告', '意见', '通知', '通报', '报告', '请示', '批复', '议案', '函', '纪要'] as const;
export type Kind = (typeof kinds)[number];

/** OUT-2: ordinary, 制度类, to a superior body. */
export const routes = ['ordinary', 'policy', 'upward'] as const;
export type Route = (typeof routes)[number];

/** The layouts of GB/T 9704-2012. */
export const layouts = ['file', 'upward', 'letter', 'minutes', 'order'] as const;
export type Layout = (typeof layouts)[number];

export const ways = ['electronic', 'paper'] as const;

const text = (most: number) => z.string().trim().max(most);
export const reason = text(1000).min(1);
export { text };

export const Person = z.object({ id: z.uuid(), name: z.string() });
export const Department = z.object({ id: z.uuid(), name: z.string() });
export const WhyNot = z.record(z.string(), z.array(z.string()));

/** What is drafted, and of what every version is kept. */
export const Content = z.object({
  title: text(300).min(1),
  /** Paragraphs by line ends; 一、（一）1.（1） at their head say their level. */
  body: z.string().max(200_000).default(''),
  bodyFile: z.uuid().nullable().default(null),
  /** Names of the attachments, as the note at the end lists them. */
  attachments: z.array(text(200).min(1)).max(50).default([]),
  mainTo: z.array(text(200).min(1)).max(200).default([]),
  copyTo: z.array(text(200).min(1)).max(200).default([]),
  /** 附注: for instance the contact of a 请示. */
  note: text(200).default(''),
  /** 份号: six figures, where copies are counted. */
  copyNumber: z.string().regex(/^\d{0,6}$/).optional(),
  /** 出席、请假、列席 of the meeting whose 纪要 it is. */
  attending: text(2000).optional(),
  absent: text(2000).optional(),
  observing: text(2000).optional(),
});
export type Content = z.infer<typeof Content>;

/** One line of the 发文登记簿. */
export const Line = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  state: z.enum(states),
  route: z.enum(routes),
  kind: z.enum(kinds),
  layout: z.enum(layouts),
  urgency: z.int(),
  title: z.string(),
  drafter: Person,
  department: Department,
  createdAt: instant,
  signedAt: instant.nullable(),
  signedBy: Person.nullable(),
  mainTo: z.array(z.string()),
  copyTo: z.array(z.string()),
  copies: z.int(),
  printedAt: instant.nullable(),
  sealUses: z.int(),
  issuedAt: instant.nullable(),
  archiveNumber: z.string(),
});
export type Line = z.infer<typeof Line>;

export const Version = z.object({ version: z.int(), at: instant, by: Person, change: z.enum(['draft', 'typo', 'substance']), why: z.string(), title: z.string(), hash: z.string() });

export const Delivery = z.object({
  id: z.uuid(),
  unit: z.string(),
  department: Department.nullable(),
  how: z.enum(ways),
  copies: z.int(),
  copyNumbers: z.string(),
  sentAt: instant,
  receivedAt: instant.nullable(),
  receivedBy: Person.nullable(),
  collector: z.string(),
  /** The strokes of a signature, as an SVG path in a field of 300 × 120. */
  signature: z.string(),
  returnedAt: instant.nullable(),
  whyNot: WhyNot,
});
export type Delivery = z.infer<typeof Delivery>;

export const SealUse = z.object({ id: z.uuid(), seal: z.string(), reason: z.string(), copies: z.int(), approvedBy: Person, sealedBy: Person, witnessedBy: Person.nullable(), at: instant });

/** Everything the page of an outgoing document shows. */
export const Document = Line.extend({
  reason: z.string(),
  countersign: z.array(Department),
  /** The template it began from. */
  template: z.object({ id: z.uuid(), name: z.string(), version: z.int() }).nullable(),
  answers: z.object({ id: z.uuid(), kind: z.string(), number: z.string(), title: z.string() }).nullable(),
  version: z.int(),
  content: Content,
  signedVersion: z.int().nullable(),
  signedHash: z.string().nullable(),
  checkedAt: instant.nullable(),
  checkedBy: Person.nullable(),
  numberedAt: instant.nullable(),
  sealedAt: instant.nullable(),
  issueDay: day.nullable(),
  droppedWhy: z.string().nullable(),
  versions: z.array(Version),
  seals: z.array(SealUse),
  deliveries: z.array(Delivery),
  whyNot: WhyNot,
});
export type Document = z.infer<typeof Document>;

export const Moved = z.object({ id: z.uuid(), state: z.enum(states), version: z.int() });
