import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Fields, Person, reason, retentions, sourceNames, WhyNot, year } from '../nouns.ts';

/** A document that is not in the archive, with what the archive proposes for it. */
const Waiting = Fields.omit({ remark: true }).extend({
  recordId: z.uuid(),
  source: z.enum(sourceNames),
  kind: z.string(),
  secrecy: z.int(),
  at: instant,
  department: Person,
  code: z.string(),
  retention: z.enum(retentions),
  /** What of the table fitted: 'word:规划', 'kind:决定', 'source:outgoing', 'department', 'secrecy'. */
  because: z.array(z.string()),
  files: z.int(),
  exclusion: z.object({ at: instant, by: Person, reason: z.string() }).nullable(),
  whyNot: WhyNot,
});
export type Waiting = z.infer<typeof Waiting>;

const Wanted = Fields.partial().extend({ recordId: z.uuid(), retention: z.enum(retentions), departmentId: z.uuid() });
export type Wanted = z.infer<typeof Wanted>;

const standings = ['waiting', 'open', 'excluded'] as const;
const ids = z.array(z.uuid()).min(1).max(300);
const Counted = z.object({ done: z.int() });

/** 归档、不归档、撤回、更正 (ARC-1). */
export const filing = {
  waiting: endpoint({
    path: 'GET /archive/documents',
    permission: 'archive.read_all',
    /** Done and not yet archived, still open, or not to be archived. */
    query: z.object({ year, standing: z.enum(standings).default('waiting'), source: z.enum(sourceNames).optional(), after: z.uuid().optional(), most: z.coerce.number().int().min(1).max(200).default(50) }),
    returns: z.object({ documents: z.array(Waiting), next: z.uuid().nullable() }),
  }),
  archive: endpoint({
    path: 'POST /archive/items',
    permission: 'archive.manage',
    body: z.object({ items: z.array(Wanted).min(1).max(300) }),
    returns: z.object({ items: z.array(z.object({ id: z.uuid(), recordId: z.uuid(), number: z.string() })) }),
    refuses: ['archive.archived_already', 'archive.excluded_already', 'archive.not_finished', 'archive.files_coming', 'archive.year_closed', 'archive.stub_says_nothing', 'archive.department_unknown', 'archive.document_twice', 'archive.title_missing', 'archive.code_taken'],
  }),
  exclude: endpoint({ path: 'POST /archive/exclusions', permission: 'archive.manage', body: z.object({ records: ids, reason }), returns: Counted, refuses: ['archive.archived_already', 'archive.excluded_already', 'archive.not_finished', 'archive.year_closed', 'archive.document_twice'] }),
  include: endpoint({ path: 'POST /archive/exclusions/undoing', permission: 'archive.manage', body: z.object({ records: ids }), returns: Counted, refuses: ['archive.not_excluded', 'archive.year_closed', 'archive.document_twice'] }),
  withdraw: endpoint({ path: 'POST /archive/items/:itemId/withdrawal', permission: 'archive.manage', body: z.object({ reason }), returns: z.object({ id: z.uuid() }), refuses: ['archive.withdrawn_already', 'archive.destroyed_already', 'archive.on_open_list', 'archive.in_use', 'archive.boxed_already', 'archive.year_closed', 'archive.came_whole'] }),
  correct: endpoint({
    path: 'POST /archive/items/:itemId/correction',
    permission: 'archive.manage',
    body: Fields.partial().extend({ why: reason }),
    returns: z.object({ id: z.uuid() }),
    refuses: ['archive.withdrawn_already', 'archive.destroyed_already', 'archive.boxed_already', 'archive.nothing_changed', 'archive.stub_says_nothing', 'archive.title_missing'],
  }),
};
