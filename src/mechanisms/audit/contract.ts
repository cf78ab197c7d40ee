import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';

export const audit = {
  list: endpoint({
    path: 'GET /audit',
    permission: 'audit.read',
    query: z.object({
      actorId: z.uuid().optional(),
      action: z.string().max(100).optional(),
      recordId: z.uuid().optional(),
      from: instant.optional(),
      to: instant.optional(),
      after: z.string().regex(/^\d{1,18}$/).optional(),
      most: z.coerce.number().int().min(1).max(200).default(50),
    }),
    returns: z.object({
      entries: z.array(z.object({ id: z.string(), at: instant, actor: z.string(), address: z.string(), action: z.string(), recordId: z.uuid().nullable(), input: z.string(), sealed: z.boolean() })),
      next: z.string().nullable(),
    }),
  }),
  /** Walks the whole chain and says where it first breaks. */
  verify: endpoint({
    path: 'GET /audit/verification',
    permission: 'audit.read',
    returns: z.object({ entries: z.int(), unsealed: z.int(), brokenAt: z.string().nullable(), newest: z.string() }),
  }),
};
