import { z } from 'zod';
import { endpoint, SIGNED_IN } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';

const Person = z.object({ id: z.uuid(), name: z.string() });

export const lifecycle = {
  history: endpoint({
    path: 'GET /records/:recordId/history',
    permission: SIGNED_IN,
    returns: z.object({
      lines: z.array(
        z.object({ id: z.string(), at: instant, who: Person, forWhom: Person.nullable(), post: z.string(), what: z.string(), details: z.record(z.string(), z.unknown()) }),
      ),
    }),
  }),
};
