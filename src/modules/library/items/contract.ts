import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { comment, Done, Item, ids, Named, name, Person } from '../nouns.ts';

const most = z.coerce.number().int().min(1).max(200).default(100);

const putting = ['library.may_not_edit', 'library.name_taken', 'library.quota_full', 'library.text_is_classified', 'library.file_unknown'] as const;

/** Folders and files in their tree. */
export const items = {
  /** What the asker sees at the top: spaces, and what was shared with them out of others. */
  tops: endpoint({ path: 'GET /library', permission: 'library.read', returns: z.object({ items: z.array(Item), mayMakeProjects: z.boolean() }) }),
  folder: endpoint({
    path: 'GET /library/folders/:itemId',
    permission: 'library.read',
    query: z.object({
      sort: z.enum(['name', 'changed', 'size']).default('name'),
      down: z.stringbool().default(false),
      only: z.enum(['folders', 'files']).optional(),
      tag: z.string().max(40).optional(),
      after: z.string().max(400).optional(),
      most,
    }),
    returns: z.object({
      folder: Item,
      /** The folders above it, from the top; only as far up as the asker sees. */
      path: z.array(Named),
      items: z.array(Item),
      tags: z.array(z.string()),
      next: z.string().nullable(),
      whyNot: z.record(z.string(), z.array(z.string())),
    }),
  }),
  makeProject: endpoint({ path: 'POST /library/projects', permission: 'library.projects', body: z.object({ name }), returns: Done, refuses: ['library.name_taken'] }),
  makeFolder: endpoint({ path: 'POST /library/folders/:itemId/folders', permission: 'library.read', body: z.object({ name }), returns: Done, refuses: ['library.may_not_edit', 'library.name_taken'] }),
  /** Puts an uploaded file into a folder; `path` names folders below it, made where they are missing. */
  putFile: endpoint({
    path: 'POST /library/folders/:itemId/files',
    permission: 'library.read',
    body: z.object({ fileId: z.uuid(), path: z.array(name).max(20).default([]), name: name.optional(), onConflict: z.enum(['refuse', 'version', 'both']).default('refuse'), comment: comment.default('') }),
    returns: Done.extend({ version: z.int() }),
    refuses: [...putting, 'library.locked_by_other'],
  }),
  rename: endpoint({ path: 'PUT /library/items/:itemId/name', permission: 'library.read', body: z.object({ name }), returns: Done, refuses: ['library.may_not_edit', 'library.name_taken', 'library.is_top'] }),
  move: endpoint({
    path: 'POST /library/moves',
    permission: 'library.read',
    body: z.object({ ids, toId: z.uuid() }),
    returns: z.object({ moved: z.int() }),
    refuses: ['library.may_not_edit', 'library.name_taken', 'library.is_top', 'library.circle', 'library.locked_by_other', 'library.quota_full'],
  }),
  trash: endpoint({ path: 'POST /library/trash', permission: 'library.read', body: z.object({ ids }), returns: z.object({ trashed: z.int() }), refuses: ['library.may_not_edit', 'library.is_top', 'library.locked_by_other'] }),
  trashed: endpoint({
    path: 'GET /library/trash',
    permission: 'library.read',
    query: z.object({ after: z.string().max(80).optional(), most }),
    returns: z.object({ items: z.array(z.object({ id: z.uuid(), isFolder: z.boolean(), name: z.string(), size: z.number(), from: Named, trashedAt: instant, trashedBy: Person, goesAt: instant, mayRemove: z.boolean() })), days: z.int(), next: z.string().nullable() }),
  }),
  untrash: endpoint({ path: 'POST /library/trash/:itemId/restoration', permission: 'library.read', body: z.object({}), returns: Done, refuses: ['library.name_taken'] }),
  /** For good, before its days are over. */
  remove: endpoint({ path: 'POST /library/trash/:itemId/removal', permission: 'library.read', body: z.object({}), returns: Done, refuses: ['library.may_not_manage'] }),
  tag: endpoint({ path: 'POST /library/tags', permission: 'library.read', body: z.object({ ids, add: z.array(z.string().trim().min(1).max(40)).max(20).default([]), remove: z.array(z.string().max(40)).max(20).default([]) }), returns: z.object({ tagged: z.int() }), refuses: ['library.may_not_edit', 'library.too_many_tags'] }),
  setQuota: endpoint({ path: 'PUT /library/folders/:itemId/quota', permission: 'library.office', body: z.object({ gigabytes: z.number().min(0.001).max(100_000).nullable() }), returns: Done, refuses: ['library.not_a_space'] }),
  usage: endpoint({ path: 'GET /library/usage', permission: 'library.read', returns: z.object({ spaces: z.array(z.object({ id: z.uuid(), name: z.string(), used: z.number(), quota: z.number(), own: z.boolean() })), mayChange: z.boolean() }) }),
};
