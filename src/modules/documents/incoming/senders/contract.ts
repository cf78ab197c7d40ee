import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { text } from '../nouns.ts';

export const Sender = z.object({
  id: z.uuid(), name: z.string(), phone: z.string(), email: z.string(), address: z.string(), word: z.string(), times: z.int(), lastAt: instant,
  /** Other spellings that lead here: merged, or its name before. */
  spellings: z.array(z.string()),
});
export type Sender = z.infer<typeof Sender>;

export const sorts = ['times', 'name', 'lastAt'] as const;
export type Sort = (typeof sorts)[number];

/** 来文单位: a directory that learns from what is registered. */
export const senders = {
  senders: endpoint({
    path: 'GET /incoming/senders',
    permission: 'incoming.register',
    query: z.object({
      /** Part of a name, of another spelling, or of the issuer's word. */
      q: z.string().trim().max(100).default(''),
      sort: z.enum(sorts).default('times'),
      /** The last line of the page before: what it is sorted by, and its id. */
      after: z.string().max(300).optional(),
      most: z.coerce.number().int().min(1).max(200).default(10),
    }),
    returns: z.object({ senders: z.array(Sender), next: z.string().nullable() }),
  }),
  changeSender: endpoint({
    path: 'PUT /incoming/senders/:senderId',
    permission: 'incoming.register',
    /** Another name: the one before still leads here, and lines written so far keep their words. */
    body: z.object({ name: text(200).min(1).optional(), phone: text(50), email: text(200), address: text(200).default('') }),
    returns: Sender,
    refuses: ['incoming.sender_there_already', 'incoming.not_an_address'],
  }),
  mergeSender: endpoint({
    path: 'POST /incoming/senders/:senderId/merger',
    permission: 'incoming.register',
    /** The spelling that stays; the lines written so far keep the words they were written in. */
    body: z.object({ into: z.uuid() }),
    returns: Sender,
    refuses: ['incoming.same_sender'],
  }),
};
