import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { Moved, reason, text } from '../nouns.ts';

const readers = z.array(z.uuid()).max(200);

/** 传阅 */
export const circulation = {
  circulate: endpoint({
    path: 'POST /incoming/:documentId/circulation',
    permission: 'incoming.dispatch',
    body: z.object({ people: readers.default([]), departments: readers.default([]), inOrder: z.boolean().default(false) }),
    returns: Moved,
    refuses: ['incoming.already_ended', 'incoming.not_for_circulation', 'incoming.no_readers', 'incoming.reader_unknown', 'incoming.department_has_no_head', 'incoming.waits_for_pages'],
  }),
  addReader: endpoint({
    path: 'POST /incoming/:documentId/readers',
    permission: 'incoming.read',
    body: z.object({ people: readers.min(1), why: text(300).default('') }),
    returns: Moved,
    refuses: ['incoming.not_a_reader', 'incoming.already_ended', 'incoming.reader_unknown', 'incoming.reader_has_it'],
  }),
  markRead: endpoint({
    path: 'POST /incoming/readings/:readingId/reading',
    permission: 'incoming.read',
    body: z.object({ note: text(2000).default('') }),
    returns: Moved,
    refuses: ['incoming.not_your_reading', 'incoming.not_your_turn'],
  }),
  /** A reader added by mistake, or one who is here no more: they see the document no longer, if nothing else of it is theirs. */
  recallReader: endpoint({
    path: 'POST /incoming/readings/:readingId/recall',
    permission: 'incoming.read',
    body: z.object({ reason }),
    returns: Moved,
    refuses: ['incoming.not_added_by_you', 'incoming.already_read'],
  }),
  addNote: endpoint({
    path: 'POST /incoming/readings/:readingId/notes',
    permission: 'incoming.read',
    body: z.object({ note: reason }),
    returns: Moved,
    refuses: ['incoming.not_your_reading'],
  }),
};
