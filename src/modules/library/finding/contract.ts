import { z } from 'zod';
import { Segments } from '#mechanisms/search/contract.ts';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { Item, Named, Person } from '../nouns.ts';

export const types = ['document', 'sheet', 'slides', 'pdf', 'picture', 'text'] as const;

const Found = z.object({ id: z.uuid(), name: Segments, text: Segments, folder: Named.nullable(), type: z.string(), size: z.number(), tags: z.array(z.string()), changedAt: instant, changedBy: Person.nullable() });
export type Found = z.infer<typeof Found>;

/** EDM-1: what is where, and what is new. */
export const finding = {
  search: endpoint({
    path: 'GET /library/search',
    permission: 'library.read',
    query: z.object({
      q: z.string().trim().max(200).default(''),
      /** In this folder and below. */
      folderId: z.uuid().optional(),
      tag: z.string().max(40).optional(),
      type: z.enum(types).optional(),
      personId: z.uuid().optional(),
      from: day.optional(),
      to: day.optional(),
      after: z.string().max(120).optional(),
    }),
    returns: z.object({ results: z.array(Found), count: z.int().nullable(), counted: z.enum(['exactly', 'at_least']), next: z.string().nullable() }),
  }),
  /** What others changed in folders the asker may read, since they last looked there; of the last thirty days. */
  changes: endpoint({ path: 'GET /library/changes', permission: 'library.read', query: z.object({ after: z.string().max(80).optional() }), returns: z.object({ items: z.array(Item.extend({ folder: Named.nullable() })), next: z.string().nullable() }) }),
  look: endpoint({ path: 'POST /library/folders/:itemId/look', permission: 'library.read', body: z.object({}), returns: z.object({ before: instant.nullable() }) }),
  lookAll: endpoint({ path: 'POST /library/look', permission: 'library.read', body: z.object({}), returns: z.object({}) }),
  follow: endpoint({ path: 'PUT /library/folders/:itemId/following', permission: 'library.read', body: z.object({ follows: z.boolean() }), returns: z.object({ follows: z.boolean() }) }),
  following: endpoint({ path: 'GET /library/folders/:itemId/following', permission: 'library.read', returns: z.object({ follows: z.boolean(), looked: instant.nullable() }) }),
  /** Several files and folders in one archive; names as they are. */
  archive: endpoint({ path: 'GET /library/archive', permission: 'library.read', kind: 'transfer', query: z.object({ ids: z.string().max(4000).regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/) }), returns: file, refuses: ['library.archive_too_large', 'library.archive_empty'] }),
};
