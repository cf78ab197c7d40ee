import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { Item, Line, retentions, sourceNames, year } from '../nouns.ts';

export const Filters = z.object({
  /** Part of a title, an author or a number, in whatever brackets. */
  q: z.string().trim().max(100).optional(),
  year: year.optional(),
  retention: z.enum(retentions).optional(),
  departmentId: z.uuid().optional(),
  source: z.enum(sourceNames).optional(),
  /** Only what is in no box yet. */
  unboxed: z.stringbool().optional(),
});
export type Filters = z.infer<typeof Filters>;

/** 归档文件目录 (IN-6). */
export const catalogue = {
  list: endpoint({
    path: 'GET /archive/items',
    permission: 'archive.read',
    query: Filters.extend({ after: z.uuid().optional(), most: z.coerce.number().int().min(1).max(100).default(30) }),
    returns: z.object({ items: z.array(Line), next: z.uuid().nullable() }),
  }),
  catalogue: endpoint({ path: 'GET /archive/catalogue', permission: 'archive.read', query: Filters.extend({ as: z.enum(['pdf', 'xlsx']).default('pdf') }), returns: file, refuses: ['archive.too_many_lines'] }),
  one: endpoint({ path: 'GET /archive/items/:itemId', permission: 'archive.read', returns: Item }),
  byNumber: endpoint({ path: 'GET /archive/numbers/:number', permission: 'archive.read', returns: z.object({ id: z.uuid() }) }),
};
