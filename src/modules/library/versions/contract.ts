import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { comment, Done, Item, Named, Person } from '../nouns.ts';

export const Version = z.object({ number: z.int(), fileId: z.uuid(), name: z.string(), type: z.string(), size: z.number(), sha256: z.string(), comment: z.string(), by: Person, at: instant, restores: z.int().nullable(), erased: z.boolean() });
export type Version = z.infer<typeof Version>;

const Lock = z.object({ by: Person, at: instant, note: z.string(), mine: z.boolean() });

const writing = ['library.may_not_edit', 'library.locked_by_other', 'library.newer_version'] as const;

/** EDM-2: every version of a file stays, with who, when and why. */
export const versions = {
  file: endpoint({
    path: 'GET /library/files/:itemId',
    permission: 'library.read',
    returns: z.object({ file: Item, path: z.array(Named), versions: z.array(Version), lock: Lock.nullable(), whyNot: z.record(z.string(), z.array(z.string())) }),
  }),
  /** `base`: the version it was made from. */
  addVersion: endpoint({
    path: 'POST /library/files/:itemId/versions',
    permission: 'library.read',
    body: z.object({ fileId: z.uuid(), base: z.int().min(1), comment: comment.default('') }),
    returns: Done.extend({ version: z.int() }),
    refuses: [...writing, 'library.same_content', 'library.quota_full', 'library.text_is_classified', 'library.file_unknown'],
  }),
  restoreVersion: endpoint({ path: 'POST /library/files/:itemId/versions/:number/restoration', permission: 'library.read', body: z.object({ base: z.int().min(1) }), returns: Done.extend({ version: z.int() }), refuses: [...writing, 'library.is_current', 'library.quota_full', 'library.file_unknown', 'library.text_is_classified'] }),
  /** What was read of a version, to be compared. */
  versionText: endpoint({ path: 'GET /library/files/:itemId/versions/:number/text', permission: 'library.read', returns: z.object({ state: z.enum(['waiting', 'read', 'unreadable', 'none']), why: z.string(), text: z.string() }) }),
  content: endpoint({ path: 'GET /library/files/:itemId/content', permission: 'library.read', kind: 'transfer', query: z.object({ version: z.coerce.number().int().min(1).optional() }), returns: file, refuses: ['library.file_unknown'] }),
  lock: endpoint({ path: 'POST /library/files/:itemId/lock', permission: 'library.read', body: z.object({ note: comment.default('') }), returns: Done, refuses: ['library.may_not_edit', 'library.locked_by_other'] }),
  /** By whoever locked it; by a manager with the reason. */
  unlock: endpoint({ path: 'POST /library/files/:itemId/unlocking', permission: 'library.read', body: z.object({ reason: comment.default('') }), returns: Done, refuses: ['library.not_locked', 'library.may_not_manage', 'library.reason_missing'] }),
};
