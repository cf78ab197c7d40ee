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
    refuses: ['incoming.not_for_circulation', 'incoming.no_readers', 'incoming.reader_unknown', 'incoming.waits_for_pages'],
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
  addNote: endpoint({
    path: 'POST /incoming/readings/:readingId/notes',
    permission: 'incoming.read',
    body: z.object({ note: reason }),
    returns: Moved,
    refuses: ['incoming.not_your_reading'],
  }),
};
