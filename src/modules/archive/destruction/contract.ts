import { z } from 'zod';
import { submitting } from '#mechanisms/approvals/contract.ts';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { Line, Person, reason, text, WhyNot, year } from '../nouns.ts';
import { destructionStates, verdicts } from './nouns.ts';

const most = z.coerce.number().int().min(1).max(100).default(50);

const Due = Line.extend({ dueAfter: z.int(), keptUntil: z.int().nullable(), files: z.int(), whyNot: z.array(z.string()) });
export type Due = z.infer<typeof Due>;

const List = z.object({
  id: z.uuid(),
  number: z.string(),
  appraisal: z.string(),
  state: z.enum(destructionStates),
  madeAt: instant,
  madeBy: Person,
  decidedAt: instant.nullable(),
  approvedBy: z.array(z.string()),
  approvers: z.array(z.uuid()),
  destroy: z.int(),
  keep: z.int(),
  doneOn: day.nullable(),
  doneBy: Person.nullable(),
  witnesses: z.array(Person),
  /** 放弃销毁: when, who, why. */
  givenUpAt: instant.nullable(),
  givenUpBy: Person.nullable(),
  givenUpWhy: z.string(),
});
export type List = z.infer<typeof List>;

const Judged = z.object({
  position: z.int(), itemId: z.uuid(), number: z.string(), docNumber: z.string(), author: z.string(), title: z.string(), secrecy: z.int(), year: z.int(), retention: z.string(), writtenOn: day.nullable(), pages: z.int(), files: z.int(),
  verdict: z.enum(verdicts), keepUntil: z.int().nullable(), why: z.string(),
});
export type Judged = z.infer<typeof Judged>;

/** 销毁 (ARC-1): what has been kept long enough is judged, listed, approved, and destroyed before witnesses. */
export const destruction = {
  dueItems: endpoint({
    path: 'GET /archive/due',
    permission: 'archive.see_destruction',
    query: z.object({ year: year.optional(), retention: z.enum(['D30', 'D10']).optional(), departmentId: z.uuid().optional(), after: z.uuid().optional(), most }),
    returns: z.object({ items: z.array(Due), next: z.uuid().nullable() }),
  }),
  destructions: endpoint({ path: 'GET /archive/destructions', permission: 'archive.see_destruction', query: z.object({ after: z.uuid().optional(), most }), returns: z.object({ lists: z.array(List), next: z.uuid().nullable() }) }),
  destruction: endpoint({ path: 'GET /archive/destructions/:listId', permission: 'archive.read', returns: List.extend({ items: z.array(Judged), /** Transfer packages that still hold something of it. */ packages: z.array(z.object({ id: z.uuid(), receiver: z.string(), askedAt: instant })), whyNot: WhyNot }) }),
  destructionPaper: endpoint({ path: 'GET /archive/destructions/:listId/paper', permission: 'archive.read', query: z.object({ as: z.enum(['pdf', 'xlsx']).default('pdf') }), returns: file }),
  listForDestruction: endpoint({
    path: 'POST /archive/destructions',
    permission: 'archive.manage',
    body: z.object({
      /** 鉴定意见 */
      appraisal: reason,
      items: z.array(z.object({ itemId: z.uuid(), verdict: z.enum(verdicts), keepUntil: z.int().min(1949).max(9999).nullable().default(null), why: text(300).default('') })).min(1).max(500),
    }),
    returns: z.object({ id: z.uuid(), number: z.string() }),
    refuses: ['archive.document_twice', 'archive.destroyed_already', 'archive.withdrawn_already', 'archive.kept_for_ever', 'archive.retention_runs', 'archive.in_use', 'archive.on_open_list', 'archive.keep_until_is_over', 'archive.keep_why_missing', ...submitting],
  }),
  /** It cannot be undone. */
  destroy: endpoint({
    path: 'POST /archive/destructions/:listId/execution',
    permission: 'archive.manage',
    body: z.object({ number: text(40), on: day, witnesses: z.array(z.uuid()).length(2) }),
    returns: z.object({ id: z.uuid() }),
    refuses: ['archive.list_not_approved', 'archive.list_number_differs', 'archive.witnesses_same', 'archive.witness_is_archivist', 'archive.witness_approved', 'archive.approver_destroys', 'archive.packages_hold_it', 'archive.witness_unknown', 'archive.destroyed_on_wrong_day'],
  }),
  /** 放弃销毁: its items are free again; the list stays for ever. */
  giveUpList: endpoint({ path: 'POST /archive/destructions/:listId/giving-up', permission: 'archive.manage', body: z.object({ reason }), returns: z.object({ id: z.uuid() }), refuses: ['archive.list_not_approved'] }),
};
