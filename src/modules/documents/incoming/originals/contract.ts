import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { Person, text, WhyNot } from '../nouns.ts';

const Where = z.object({
  documentId: z.uuid(),
  number: z.string(),
  title: z.string(),
  with: Person.nullable(),
  place: z.string(),
  offered: z.boolean(),
  whyNot: WhyNot,
});

/** Where is the paper? Its holder offers it, the next one takes it: two scans of its label or two clicks. */
export const originals = {
  whereIs: endpoint({ path: 'GET /incoming/originals/:code', permission: 'incoming.read', returns: Where }),
  offer: endpoint({
    path: 'POST /incoming/originals/:code/offer',
    permission: 'incoming.read',
    body: z.object({ note: text(300).default('') }),
    returns: Where,
    refuses: ['incoming.paper_not_with_you', 'incoming.paper_already_offered'],
  }),
  take: endpoint({
    path: 'POST /incoming/originals/:code/taking',
    permission: 'incoming.read',
    body: z.object({ place: text(200).default('') }),
    returns: Where,
    refuses: ['incoming.paper_not_offered', 'incoming.paper_is_yours'],
  }),
};
