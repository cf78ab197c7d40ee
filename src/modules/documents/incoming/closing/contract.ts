import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Moved, reason, text } from '../nouns.ts';

/** 答复、办结、重大事项 (IN-5). */
export const closing = {
  answerSender: endpoint({
    path: 'POST /incoming/:documentId/answers',
    permission: 'incoming.dispatch',
    body: z.object({ how: z.enum(['document', 'mail', 'phone', 'visit']), outgoingNumber: text(100).default(''), text: reason, /** When they were told; now when left out. */ answeredAt: instant.optional() }),
    returns: Moved,
    refuses: ['incoming.answer_needs_number', 'incoming.answered_in_future', 'incoming.was_returned', 'incoming.stub_stays_on_paper'],
  }),
  markMajor: endpoint({
    path: 'POST /incoming/:documentId/agenda',
    permission: 'incoming.propose',
    body: z.object({ why: reason }),
    returns: Moved,
    refuses: ['incoming.already_on_agenda', 'incoming.was_returned', 'incoming.stub_stays_on_paper'],
  }),
  finish: endpoint({
    path: 'POST /incoming/:documentId/completion',
    permission: 'incoming.dispatch',
    body: z.object({ result: reason }),
    returns: Moved,
    refuses: ['incoming.already_ended', 'incoming.parts_open', 'incoming.readers_open', 'incoming.not_reviewed', 'incoming.waits_for_instruction'],
  }),
  reopen: endpoint({
    path: 'POST /incoming/:documentId/reopening',
    permission: 'incoming.dispatch',
    body: z.object({ reason, /** The parts that are done again; at least one where departments had it. */ parts: z.array(z.uuid()).max(30).default([]) }),
    returns: Moved,
    refuses: ['incoming.not_done', 'incoming.archived_already', 'incoming.stub_stays_on_paper', 'incoming.choose_parts', 'incoming.office_has_no_director'],
  }),
};
