import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';

const Filters = z.object({
  actorId: z.uuid().optional(),
  /** For whom a deputy did it. */
  onBehalfOf: z.uuid().optional(),
  /** The beginning of the code of an act. */
  action: z.string().max(100).optional(),
  recordId: z.uuid().optional(),
  /** Part of the number of a record. */
  number: z.string().trim().max(50).optional(),
  from: instant.optional(),
  to: instant.optional(),
});
export type Filters = z.infer<typeof Filters>;

const Entry = z.object({ id: z.string(), at: instant, actor: z.string(), /** For whom, where a deputy did it. */ forWhom: z.string(), address: z.string(), action: z.string(), recordId: z.uuid().nullable(), number: z.string(), input: z.string(), sealed: z.boolean() });
export type Entry = z.infer<typeof Entry>;

export const audit = {
  list: endpoint({
    path: 'GET /audit',
    permission: 'audit.read',
    query: Filters.extend({ after: z.string().regex(/^\d{1,18}$/).optional(), most: z.coerce.number().int().min(1).max(200).default(50) }),
    returns: z.object({ entries: z.array(Entry), next: z.string().nullable() }),
  }),
  table: endpoint({ path: 'GET /audit/table', permission: 'audit.read', query: Filters, returns: file }),
  /** One piece of the chain, after a position that was found to hold: asked again with `upTo` until it is the last, or broken. */
  verify: endpoint({
    path: 'GET /audit/verification',
    permission: 'audit.read',
    query: z.object({ after: z.coerce.number().int().min(0).max(1e15).default(0) }),
    returns: z.object({ upTo: z.int(), total: z.int(), isLast: z.boolean(), unsealed: z.int(), newest: z.string(), broken: z.object({ position: z.string(), entry: Entry.nullable() }).nullable() }),
  }),
  /** Whether a hash that was kept elsewhere still stands in the chain, and where. */
  checkpoint: endpoint({ path: 'GET /audit/checkpoints/:hash', permission: 'audit.read', returns: z.object({ position: z.string().nullable() }) }),
};
