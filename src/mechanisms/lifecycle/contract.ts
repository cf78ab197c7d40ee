import { z } from 'zod';
import { endpoint, SIGNED_IN } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';

const Person = z.object({ id: z.uuid(), name: z.string() });
const Named = z.object({ name: z.string(), zh: z.string(), en: z.string() });

export const Life = z.object({
  kind: z.string(),
  zh: z.string(),
  en: z.string(),
  states: z.array(Named.extend({ starts: z.boolean(), ends: z.boolean() })),
  acts: z.array(Named.extend({ from: z.array(z.string()), to: z.string(), or: z.string().nullable(), roles: z.array(z.string()) })),
});
export type Life = z.infer<typeof Life>;

export const lifecycle = {
  /** The life of each kind of record, as the modules declare it and the server keeps it. */
  lives: endpoint({ path: 'GET /lives', permission: SIGNED_IN, returns: z.object({ lives: z.array(Life) }) }),
  /** What a link to a record opens. */
  record: endpoint({ path: 'GET /records/:recordId', permission: SIGNED_IN, returns: z.object({ id: z.uuid(), kind: z.string() }) }),
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
