import { z } from 'zod';
import { Ahead, Chosen, submitting } from '#mechanisms/approvals/contract.ts';
import { endpoint } from '#platform/contract.ts';
import { Content, kinds, Moved, reason, routes } from '../nouns.ts';
import { BegunFrom } from '../templates/contract.ts';

const Head = z.object({
  kind: z.enum(kinds),
  route: z.enum(routes).default('ordinary'),
  reason,
  urgency: z.int().min(0).max(2).default(0),
  countersign: z.array(z.uuid()).max(20).default([]),
  /** The record it answers. */
  answers: z.uuid().nullable().default(null),
  /** The template it began from; left out, it stays as it was. */
  template: BegunFrom.nullable().default(null),
});

export const NewDraft = Head.extend({ content: Content });
export type NewDraft = z.infer<typeof NewDraft>;

/** OUT-1: a draft with its reason, in versions that are all kept. */
export const drafts = {
  create: endpoint({ path: 'POST /outgoing', permission: 'outgoing.draft', body: NewDraft, returns: Moved, refuses: ['outgoing.department_unknown', 'outgoing.answers_nothing', 'outgoing.file_unknown', 'outgoing.template_unknown'] }),
  save: endpoint({
    path: 'PUT /outgoing/:documentId/draft',
    permission: 'outgoing.draft',
    body: NewDraft.extend({ /** The version it was made from. */ base: z.int().min(1) }),
    returns: Moved,
    refuses: ['outgoing.not_the_drafter', 'outgoing.no_draft_any_more', 'outgoing.edited_meanwhile', 'outgoing.department_unknown', 'outgoing.answers_nothing', 'outgoing.file_unknown', 'outgoing.template_unknown'],
  }),
  attach: endpoint({
    path: 'POST /outgoing/:documentId/files',
    permission: 'outgoing.draft',
    body: z.object({ fileId: z.uuid(), role: z.enum(['draft', 'attachment']) }),
    returns: Moved,
    refuses: ['outgoing.not_the_drafter', 'outgoing.no_draft_any_more', 'outgoing.file_unknown'],
  }),
  /** A file that does not belong to it; what was sent for approval keeps all of its files. */
  detach: endpoint({
    path: 'POST /outgoing/:documentId/files/:fileId/removal',
    permission: 'outgoing.draft',
    body: z.object({}),
    returns: Moved,
    refuses: ['outgoing.not_the_drafter', 'outgoing.no_draft_any_more', 'outgoing.file_unknown'],
  }),
  submit: endpoint({
    path: 'POST /outgoing/:documentId/submission',
    permission: 'outgoing.draft',
    body: z.object({ chosen: Chosen }),
    returns: Moved,
    refuses: ['outgoing.not_the_drafter', 'outgoing.no_draft_any_more', 'outgoing.draft_has_faults', ...submitting],
  }),
  /** Who would sign it, in which order and why, were it sent as it is typed now. */
  way: endpoint({
    path: 'GET /outgoing/:documentId/way',
    permission: 'outgoing.draft',
    query: z.object({ kind: z.enum(kinds), route: z.enum(routes), urgent: z.stringbool(), copies: z.coerce.number().int().min(0).max(1000), /** Ids with commas between them. */ countersign: z.string().max(1000).default('') }),
    returns: Ahead,
  }),
  drop: endpoint({ path: 'POST /outgoing/:documentId/drop', permission: 'outgoing.draft', body: z.object({ why: reason }), returns: Moved, refuses: ['outgoing.not_the_drafter', 'outgoing.issued_already'] }),
  /** Whom it may go to: departments of ours, whoever writes to us, and whomever we wrote to before. */
  recipients: endpoint({ path: 'GET /outgoing/recipients', permission: 'outgoing.draft', query: z.object({ q: z.string().trim().max(100).default('') }), returns: z.object({ names: z.array(z.string()) }) }),
  version: endpoint({ path: 'GET /outgoing/:documentId/versions/:number', permission: 'outgoing.read', returns: Content }),
};
