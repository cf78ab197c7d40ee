import { z } from 'zod';
import { submitting } from '#mechanisms/approvals/contract.ts';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { day, instant } from '#platform/time.ts';
import { Person, reason, text, WhyNot } from '../nouns.ts';
import { hows, loanStates } from './nouns.ts';

const Renewal = z.object({ askedAt: instant, until: day, why: z.string(), decidedAt: instant.nullable(), granted: z.boolean().nullable(), reason: z.string() });

const Loan = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  number: z.string(),
  title: z.string(),
  secrecy: z.int(),
  borrower: Person,
  department: Person,
  why: z.string(),
  how: z.enum(hows),
  until: day,
  state: z.enum(loanStates),
  /** Not back although its day is over. */
  late: z.boolean(),
  askedAt: instant,
  handedAt: instant.nullable(),
  handedBy: Person.nullable(),
  conditionOut: z.string(),
  returnedAt: instant.nullable(),
  receivedBy: Person.nullable(),
  whole: z.boolean().nullable(),
  conditionIn: z.string(),
});
export type Loan = z.infer<typeof Loan>;

export const showing = ['open', 'late', 'all'] as const;
const filters = { show: z.enum(showing).default('open') };

/** 借阅 (ARC-1): asked, approved, handed out, renewed, taken back; or read in the reading room. */
export const loans = {
  loans: endpoint({
    path: 'GET /archive/loans',
    permission: 'archive.read',
    query: z.object({ ...filters, itemId: z.uuid().optional(), after: z.uuid().optional(), most: z.coerce.number().int().min(1).max(100).default(50) }),
    returns: z.object({ loans: z.array(Loan), next: z.uuid().nullable() }),
  }),
  loan: endpoint({
    path: 'GET /archive/loans/:loanId',
    permission: 'archive.read',
    returns: Loan.extend({ renewals: z.array(Renewal), files: z.array(z.object({ fileId: z.uuid(), name: z.string(), whyNot: z.array(z.string()) })), /** With whom the original is now, where it is with somebody else. */ outWith: z.string().nullable(), whyNot: WhyNot }),
  }),
  borrow: endpoint({
    path: 'POST /archive/items/:itemId/loans',
    permission: 'archive.read',
    body: z.object({ how: z.enum(hows), why: reason, until: day }),
    returns: z.object({ id: z.uuid() }),
    refuses: ['archive.withdrawn_already', 'archive.destroyed_already', 'archive.on_open_list', 'archive.until_is_over', 'archive.until_too_far', 'archive.nothing_to_read', 'archive.asked_already', ...submitting],
  }),
  borrowAgain: endpoint({ path: 'POST /archive/loans/:loanId/again', permission: 'archive.read', body: z.object({ why: reason, until: day }), returns: z.object({ id: z.uuid() }), refuses: ['archive.not_the_borrower', 'archive.loan_running', 'archive.until_is_over', 'archive.until_too_far', ...submitting] }),
  handOut: endpoint({ path: 'POST /archive/loans/:loanId/handover', permission: 'archive.manage', body: z.object({ condition: text(500).min(1) }), returns: z.object({ id: z.uuid() }), refuses: ['archive.loan_not_approved', 'archive.read_not_handed', 'archive.lent_already', 'archive.until_is_over'] }),
  askRenewal: endpoint({ path: 'POST /archive/loans/:loanId/renewals', permission: 'archive.read', body: z.object({ until: day, why: reason }), returns: z.object({ id: z.uuid() }), refuses: ['archive.not_the_borrower', 'archive.not_out', 'archive.renewed_often', 'archive.renewal_waits', 'archive.until_not_later', 'archive.until_too_far'] }),
  decideRenewal: endpoint({ path: 'POST /archive/loans/:loanId/renewals/decision', permission: 'archive.manage', body: z.object({ granted: z.boolean(), reason: text(500) }), returns: z.object({ id: z.uuid() }), refuses: ['archive.no_renewal', 'archive.reason_missing'] }),
  takeBack: endpoint({
    path: 'POST /archive/loans/:loanId/return',
    permission: 'archive.manage',
    body: z.object({ whole: z.boolean(), condition: text(1000), files: z.array(z.uuid()).max(20).default([]) }),
    returns: z.object({ id: z.uuid() }),
    refuses: ['archive.not_out', 'archive.damage_unsaid', 'archive.photo_unknown'],
  }),
  loanBook: endpoint({ path: 'GET /archive/loan-book', permission: 'archive.manage', query: z.object({ show: z.enum(showing).default('all'), as: z.enum(['pdf', 'xlsx']).default('pdf') }), returns: file, refuses: ['archive.too_many_lines'] }),
  /** 阅览: the pages with the reader's name on each, until the day is over. */
  viewFile: endpoint({ path: 'GET /archive/loans/:loanId/files/:fileId/view', permission: 'archive.read', kind: 'transfer', returns: file, refuses: ['archive.not_the_borrower', 'archive.reading_not_open', 'archive.reading_over', 'archive.no_view', 'files.erased'] }),
};
