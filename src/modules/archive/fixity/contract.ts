import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Person, WhyNot } from '../nouns.ts';

const Check = z.object({
  id: z.uuid(),
  askedAt: instant,
  /** Null: by the calendar. */
  askedBy: Person.nullable(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  total: z.int(),
  looked: z.int(),
  changed: z.int(),
  missing: z.int(),
  finishedAt: instant.nullable(),
  why: z.string(),
});
export type Check = z.infer<typeof Check>;

const Fault = z.object({ itemId: z.uuid(), number: z.string(), title: z.string(), secrecy: z.int(), name: z.string(), sha256: z.string(), found: z.enum(['changed', 'missing']) });
export type Fault = z.infer<typeof Fault>;

/** 文件核验: every file of the archive against the sum it had when it was archived. */
export const fixity = {
  checks: endpoint({ path: 'GET /archive/checks', permission: 'archive.read_all', returns: z.object({ checks: z.array(Check), whyNot: WhyNot }) }),
  check: endpoint({ path: 'GET /archive/checks/:checkId', permission: 'archive.read_all', returns: Check.extend({ faults: z.array(Fault) }) }),
  checkFiles: endpoint({ path: 'POST /archive/checks', permission: 'archive.manage', body: z.object({}), returns: z.object({ id: z.uuid() }), refuses: ['archive.check_running'] }),
  checkPaper: endpoint({ path: 'GET /archive/checks/:checkId/paper', permission: 'archive.read_all', returns: file }),
};
