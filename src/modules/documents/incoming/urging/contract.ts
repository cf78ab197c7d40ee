import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { text, Urge } from '../nouns.ts';

const items = z.enum(['part', 'reading', 'instruction', 'task', 'replacement']);

/** 催办: one press; unanswered twice, a call is to be made and logged. */
export const urging = {
  urge: endpoint({
    path: 'POST /incoming/:documentId/urges',
    permission: 'incoming.urge',
    body: z.object({ item: items, itemId: z.uuid() }),
    returns: Urge,
    refuses: ['incoming.nothing_to_urge', 'incoming.urged_just_now', 'incoming.call_comes_first'],
  }),
  /** Whom something is waited for from, the longest waiting first: what can be urged, one or many at once. */
  awaited: endpoint({
    path: 'GET /incoming/awaited',
    permission: 'incoming.urge',
    query: z.object({ after: z.string().max(80).optional(), most: z.coerce.number().int().min(1).max(100).default(50) }),
    returns: z.object({
      awaited: z.array(z.object({ id: z.uuid(), item: items, documentId: z.uuid(), number: z.string(), title: z.string(), whom: z.string(), since: instant, dueAt: instant.nullable(), times: z.int(), lastAt: instant.nullable() })),
      next: z.string().nullable(),
    }),
  }),
  logCall: endpoint({
    path: 'POST /incoming/urges/:urgeId/call',
    permission: 'incoming.urge',
    body: z.object({ outcome: z.enum(['told', 'no_answer', 'told_deputy']), said: text(1000).default('') }),
    returns: Urge,
    refuses: ['incoming.call_already_logged', 'incoming.not_a_call'],
  }),
  calls: endpoint({
    path: 'GET /incoming/calls',
    permission: 'incoming.urge',
    query: z.object({ after: z.uuid().optional(), most: z.coerce.number().int().min(1).max(100).default(50) }),
    returns: z.object({ calls: z.array(Urge.extend({ documentId: z.uuid(), number: z.string(), title: z.string(), dueAt: instant.nullable() })) }),
  }),
  callSheet: endpoint({ path: 'GET /incoming/calls/sheet', permission: 'incoming.urge', returns: file }),
};
