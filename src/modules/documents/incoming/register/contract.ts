import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { Document, handlings, Line, states } from '../nouns.ts';

const number = z.coerce.number().int();

export const Filters = z.object({
  /** Part of a title, a number or a sender. */
  q: z.string().trim().max(100).optional(),
  year: number.min(1949).max(9999).optional(),
  state: z.enum(states).optional(),
  /** Not ended yet. */
  open: z.stringbool().optional(),
  handling: z.enum(handlings).optional(),
  urgency: number.min(0).max(2).optional(),
  senderId: z.uuid().optional(),
  departmentId: z.uuid().optional(),
  from: day.optional(),
  to: day.optional(),
  late: z.stringbool().optional(),
  major: z.stringbool().optional(),
});
export type Filters = z.infer<typeof Filters>;

/** What the register can be in the order of: each has an index, or few lines. */
export const sorts = ['number', 'received', 'due', 'sender', 'title'] as const;
export type Sort = (typeof sorts)[number];

const Page = Filters.extend({
  sort: z.enum(sorts).default('number'),
  /** The other way round: numbers and days begin with the newest, the rest with the first. */
  reverse: z.stringbool().default(false),
  /** Where the page before ended, as its answer said. */
  after: z.string().max(700).optional(),
  most: number.min(1).max(100).default(30),
});

/** 收文登记簿 and 文件处理单 (IN-1, IN-6). */
export const register = {
  list: endpoint({
    path: 'GET /incoming',
    permission: 'incoming.read',
    query: Page,
    returns: z.object({ documents: z.array(Line), next: z.string().nullable() }),
  }),
  one: endpoint({ path: 'GET /incoming/:documentId', permission: 'incoming.read', returns: Document }),
  delay: endpoint({
    path: 'GET /incoming/:documentId/delay',
    permission: 'incoming.read',
    returns: z.object({
      held: z.array(z.object({ who: z.string(), what: z.string(), from: instant, to: instant.nullable(), officeMinutes: z.int() })),
      totalMinutes: z.int(),
      unpublished: z.string().nullable(),
    }),
  }),
  sheet: endpoint({ path: 'GET /incoming/:documentId/sheet', permission: 'incoming.read', returns: file }),
  delayPaper: endpoint({ path: 'GET /incoming/:documentId/delay-sheet', permission: 'incoming.read', returns: file }),
  book: endpoint({
    path: 'GET /incoming/book',
    permission: 'incoming.read',
    query: Filters.extend({ as: z.enum(['pdf', 'xlsx']).default('pdf') }),
    returns: file,
    refuses: ['incoming.too_many_lines'],
  }),
  gaps: endpoint({
    path: 'GET /incoming/gaps',
    permission: 'incoming.read_all',
    query: z.object({ year: number.min(1949).max(9999) }),
    returns: z.object({ last: z.int(), missing: z.array(z.int()) }),
  }),
};
