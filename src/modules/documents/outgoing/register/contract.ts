import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { day } from '#platform/time.ts';
import { Document, kinds, Line, routes, states } from '../nouns.ts';

export const Filters = z.object({
  /** Part of a title or a number. */
  q: z.string().trim().max(100).optional(),
  state: z.enum(states).optional(),
  kind: z.enum(kinds).optional(),
  route: z.enum(routes).optional(),
  departmentId: z.uuid().optional(),
  mine: z.stringbool().optional(),
  /** The record it answers. */
  answers: z.uuid().optional(),
  from: day.optional(),
  to: day.optional(),
});
export type Filters = z.infer<typeof Filters>;

/** 发文登记簿 */
export const register = {
  list: endpoint({
    path: 'GET /outgoing',
    permission: 'outgoing.read',
    query: Filters.extend({ after: z.uuid().optional(), most: z.coerce.number().int().min(1).max(100).default(30) }),
    returns: z.object({ documents: z.array(Line), next: z.uuid().nullable() }),
  }),
  one: endpoint({ path: 'GET /outgoing/:documentId', permission: 'outgoing.read', returns: Document }),
  book: endpoint({ path: 'GET /outgoing/book', permission: 'outgoing.read_all', query: Filters.extend({ as: z.enum(['pdf', 'xlsx']).default('pdf') }), returns: file, refuses: ['outgoing.too_many_lines'] }),
  sealBook: endpoint({ path: 'GET /outgoing/seal-book', permission: 'outgoing.read_all', query: z.object({ year: z.coerce.number().int().min(1949).max(9999), as: z.enum(['pdf', 'xlsx']).default('pdf') }), returns: file, refuses: ['outgoing.too_many_lines'] }),
  deliveryBook: endpoint({ path: 'GET /outgoing/delivery-book', permission: 'outgoing.read_all', query: z.object({ year: z.coerce.number().int().min(1949).max(9999), as: z.enum(['pdf', 'xlsx']).default('pdf') }), returns: file, refuses: ['outgoing.too_many_lines'] }),
};
