import { z } from 'zod';
import { file } from '#platform/bytes.ts';
import { endpoint } from '#platform/contract.ts';
import { Moved, reason } from '../nouns.ts';

/** 初审 */
export const review = {
  accept: endpoint({
    path: 'POST /incoming/:documentId/acceptance',
    permission: 'incoming.review',
    body: z.object({ major: z.boolean().default(false) }),
    returns: Moved,
    refuses: ['incoming.not_in_review', 'incoming.waits_for_pages', 'incoming.office_has_no_director'],
  }),
  sendBack: endpoint({
    path: 'POST /incoming/:documentId/return',
    permission: 'incoming.review',
    body: z.object({ reason }),
    returns: Moved,
    refuses: ['incoming.not_in_review'],
  }),
  returnLetter: endpoint({ path: 'GET /incoming/:documentId/return-letter', permission: 'incoming.register', returns: file }),
};
