import { z } from 'zod';
import { endpoint, SIGNED_IN } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';

/** 待办、待阅、已办、我发起的. */
export const boxes = ['act', 'read', 'done', 'mine'] as const;

const Person = z.object({ id: z.uuid(), name: z.string() });

export const Todo = z.object({
  id: z.uuid(),
  kind: z.enum(['act', 'read']),
  what: z.string(),
  record: z.object({ id: z.uuid(), kind: z.string(), number: z.string(), title: z.string() }),
  itemId: z.uuid().nullable(),
  from: Person,
  /** Whose it is: mine, my department's, or that of somebody for whom I stand in. */
  why: z.object({ as: z.enum(['self', 'department', 'deputy']), name: z.string() }),
  askedAt: instant,
  dueAt: instant.nullable(),
  late: z.boolean(),
  /** Not late yet, but its clock has warned. */
  warned: z.boolean(),
  /** Its clock while it is open: paused, or without a due time because the calendar of a year is not published. */
  clock: z.object({ id: z.uuid(), paused: z.boolean(), missingYear: z.int().nullable() }).nullable(),
  /** May be done together with others from the inbox, unread. */
  together: z.boolean(),
  doneAt: instant.nullable(),
  doneBy: Person.nullable(),
  withdrawn: z.boolean(),
});
export type Todo = z.infer<typeof Todo>;

export const todos = {
  list: endpoint({
    path: 'GET /todos',
    permission: SIGNED_IN,
    query: z.object({
      box: z.enum(boxes).default('act'),
      /** Part of a title or number. */
      q: z.string().trim().max(100).optional(),
      what: z.string().max(80).optional(),
      late: z.stringbool().optional(),
      /** `next` of the page before. */
      after: z.string().max(100).optional(),
      most: z.coerce.number().int().min(1).max(100).default(30),
    }),
    returns: z.object({ todos: z.array(Todo), next: z.string().nullable() }),
  }),
  counts: endpoint({
    path: 'GET /todos/counts',
    permission: SIGNED_IN,
    returns: z.object({ act: z.int(), read: z.int(), late: z.int(), dueToday: z.int() }),
  }),
};
