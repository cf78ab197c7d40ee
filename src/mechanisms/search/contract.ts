import { z } from 'zod';
import { endpoint, SIGNED_IN } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';

/** Text in order; what was looked for is marked. */
export const Segments = z.array(z.object({ text: z.string(), hit: z.boolean() }));

export const Found = z.object({
  recordId: z.uuid(),
  kind: z.string(),
  number: z.string(),
  title: Segments,
  sender: Segments,
  at: instant,
  /** Where in the record's own text it was found; empty when it was not. */
  text: Segments,
  /** The attachments it was found in. */
  attachments: z.array(z.object({ fileId: z.uuid(), name: Segments, text: Segments })),
});

export const Asked = z.object({
  q: z.string().trim().max(200).default(''),
  kind: z.string().max(40).optional(),
  sender: z.string().trim().max(100).optional(),
  /** Sent to this department. */
  departmentId: z.uuid().optional(),
  /** It still asks something of somebody, or it does not. */
  open: z.stringbool().optional(),
  /** Days of the office's calendar, both included. */
  from: day.optional(),
  to: day.optional(),
  /** `next` of the page before. */
  after: z.string().regex(/^[012]_\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/).optional(),
});

export type Asked = z.infer<typeof Asked>;
export type Found = z.infer<typeof Found>;

export const search = {
  find: endpoint({
    path: 'GET /search',
    permission: SIGNED_IN,
    query: Asked,
    returns: z.object({
      results: z.array(Found),
      /** How many records hold it: all of them counted, or more than that. Null on later pages, and where not all candidates were looked into yet. */
      count: z.int().nullable(),
      counted: z.enum(['exactly', 'at_least']),
      next: z.string().nullable(),
    }),
  }),
};
