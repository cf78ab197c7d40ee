import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { Content, Moved, reason } from '../nouns.ts';

/** 复核 after signing, before numbering. */
export const checking = {
  check: endpoint({ path: 'POST /outgoing/:documentId/check', permission: 'outgoing.check', body: z.object({}), returns: Moved, refuses: ['outgoing.not_signed_yet', 'outgoing.not_what_was_signed'] }),
  correct: endpoint({
    path: 'POST /outgoing/:documentId/correction',
    permission: 'outgoing.check',
    body: z.object({ content: Content, base: z.int().min(1), why: reason }),
    returns: Moved,
    refuses: ['outgoing.not_signed_yet', 'outgoing.edited_meanwhile', 'outgoing.nothing_changed', 'outgoing.not_a_typo'],
  }),
  signAgain: endpoint({
    path: 'POST /outgoing/:documentId/resigning',
    permission: 'outgoing.check',
    body: z.object({ content: Content, base: z.int().min(1), why: reason }),
    returns: Moved,
    refuses: ['outgoing.not_signed_yet', 'outgoing.edited_meanwhile', 'outgoing.nothing_changed'],
  }),
};
