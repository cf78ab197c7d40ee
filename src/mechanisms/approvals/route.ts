import { z } from 'zod';
import { roles } from '#mechanisms/access/roles.ts';

export const modes = ['one', 'all', 'in_order'] as const;
export const whoKinds = ['role', 'head', 'leader', 'person', 'chosen', 'heads_of'] as const;

/** Who signs: a role, the head of the drafting department, the leader in charge of it, a person, whom the drafter chooses, or the heads of the departments in a field. */
export const Who = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('role'), role: z.enum(roles) }),
  z.object({ kind: z.literal('head') }),
  z.object({ kind: z.literal('leader') }),
  z.object({ kind: z.literal('person'), personId: z.uuid() }),
  z.object({ kind: z.literal('chosen') }),
  z.object({ kind: z.literal('heads_of'), field: z.string().min(1).max(60) }),
]);

/** A comparison of one typed field of the record, chosen from lists. */
export const Condition = z.discriminatedUnion('is', [
  z.object({ field: z.string().min(1).max(60), is: z.enum(['one_of', 'none_of']), values: z.array(z.string().max(100)).min(1).max(50) }),
  z.object({ field: z.string().min(1).max(60), is: z.enum(['at_least', 'below']), amount: z.number().min(0).max(1e12) }),
  z.object({ field: z.string().min(1).max(60), is: z.enum(['yes', 'no']) }),
]);

export const Step = z.object({
  /** Stays the same from version to version: a return names it. */
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  title: z.string().trim().min(1).max(40),
  who: Who,
  mode: z.enum(modes),
  /** All must hold, else the step is not needed. */
  when: z.array(Condition).max(10).default([]),
  /** May be approved from the inbox together with others, unread. */
  batch: z.boolean().default(false),
});

export const Route = z.array(Step).max(20);

export type Who = z.infer<typeof Who>;
export type Condition = z.infer<typeof Condition>;
export type Step = z.infer<typeof Step>;
export type Mode = (typeof modes)[number];

/** What a record says of itself to its route. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;
