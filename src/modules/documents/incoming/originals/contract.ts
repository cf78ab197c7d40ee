import { z } from 'zod';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Person, reason, text, WhyNot } from '../nouns.ts';

const Where = z.object({
  documentId: z.uuid(),
  number: z.string(),
  title: z.string(),
  with: Person.nullable(),
  place: z.string(),
  offered: z.boolean(),
  lostAt: instant.nullable(),
  whyNot: WhyNot,
});

const Held = z.object({ id: z.uuid(), code: z.string(), number: z.string(), title: z.string(), with: Person.nullable(), place: z.string(), offered: z.boolean(), since: instant });

/** Where is the paper? Its holder offers it, the next one takes it: two scans of its label or two clicks. */
export const originals = {
  whereIs: endpoint({ path: 'GET /incoming/originals/:code', permission: 'incoming.read', returns: Where }),
  /** Who holds what: mine, what is on its way from one hand to the next, or all. */
  held: endpoint({
    path: 'GET /incoming/originals',
    permission: 'incoming.read',
    query: z.object({
      whose: z.enum(['mine', 'offered', 'all']).default('all'),
      /** Part of a title, a number, a holder's name or a place. */
      q: z.string().trim().max(100).optional(),
      /** `year-seq` of the last line of the page before. */
      after: z.string().regex(/^\d{4}-\d{1,9}$/).optional(),
      most: z.coerce.number().int().min(1).max(100).default(30),
    }),
    returns: z.object({ papers: z.array(Held), next: z.string().nullable() }),
  }),
  offer: endpoint({
    path: 'POST /incoming/originals/:code/offer',
    permission: 'incoming.read',
    body: z.object({ note: text(300).default('') }),
    returns: Where,
    refuses: ['incoming.paper_not_with_you', 'incoming.paper_already_offered', 'incoming.paper_is_lost'],
  }),
  /** Given back before it was taken: it stays where it is. */
  keep: endpoint({
    path: 'POST /incoming/originals/:code/keeping',
    permission: 'incoming.read',
    body: z.object({}),
    returns: Where,
    refuses: ['incoming.paper_not_offered', 'incoming.paper_not_with_you'],
  }),
  /** Its holder, or the office, says that it cannot be found. */
  reportLost: endpoint({
    path: 'POST /incoming/originals/:code/loss',
    permission: 'incoming.read',
    body: z.object({ reason }),
    returns: Where,
    refuses: ['incoming.paper_not_with_you', 'incoming.paper_is_lost'],
  }),
  /** The office writes down where it really is: found again, taken without a scan, left behind by somebody who is gone. */
  locate: endpoint({
    path: 'POST /incoming/originals/:code/location',
    permission: 'incoming.register',
    body: z.object({ personId: z.uuid().nullable(), place: text(200).min(1), reason }),
    returns: Where,
    refuses: ['incoming.reader_unknown'],
  }),
  take: endpoint({
    path: 'POST /incoming/originals/:code/taking',
    permission: 'incoming.read',
    body: z.object({ place: text(200).default('') }),
    returns: Where,
    refuses: ['incoming.paper_not_offered', 'incoming.paper_is_yours'],
  }),
};
