import { z } from 'zod';
import { CalendarChange } from '#mechanisms/calendar/change.ts';
import { endpoint, SIGNED_IN } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';

/** unknown: the calendar of the year it would fall in is not published. kept/late: stopped in time or not. */
export const clockStates = ['running', 'warned', 'broken', 'paused', 'unknown', 'kept', 'late'] as const;
export const kindsOfTime = ['elapsed', 'working_days', 'office_hours'] as const;

const Named = z.object({ id: z.uuid(), name: z.string() });

export const Clock = z.object({
  id: z.uuid(),
  promise: z.string(),
  recordId: z.uuid(),
  itemId: z.uuid().nullable(),
  person: Named.nullable(),
  department: Named.nullable(),
  state: z.enum(clockStates),
  startedAt: instant,
  stoppedAt: instant.nullable(),
  dueAt: instant.nullable(),
  warnAt: instant.nullable(),
  missingYear: z.int().nullable(),
});

export const Explanation = z.object({
  startedAt: instant,
  dueAt: instant.nullable(),
  minutes: z.number(),
  kind: z.enum(kindsOfTime),
  missingYear: z.int().nullable(),
  overridden: z.object({ reason: z.string() }).nullable(),
  pausedNow: z.boolean(),
  pauseReason: z.string(),
  steps: z.array(
    z.object({ what: z.enum(['used', 'skipped', 'paused']), fromDay: z.string(), toDay: z.string(), days: z.int(), minutes: z.number(), why: z.array(z.string()) }),
  ),
});

const PromiseWords = z.object({ title: z.string(), from: z.string(), to: z.string() });

export const Promised = z.object({
  name: z.string(),
  kind: z.enum(kindsOfTime),
  minutes: z.int(),
  warnAfter: z.int(),
  escalateAfter: z.int().nullable(),
  escalateTo: z.string().nullable(),
  zh: PromiseWords,
  en: PromiseWords,
});

const OnBoard = Clock.extend({ record: z.object({ kind: z.string(), number: z.string(), title: z.string() }), explanation: Explanation });

export type Clock = z.infer<typeof Clock>;
export type ClockState = (typeof clockStates)[number];

export const deadlines = {
  /** Every promise of the office with the figures in force. */
  promises: endpoint({ path: 'GET /promises', permission: SIGNED_IN, returns: z.object({ promises: z.array(Promised) }) }),
  /** Open clocks of records the asker may see, what is due first first. */
  board: endpoint({
    path: 'GET /clocks',
    permission: SIGNED_IN,
    query: z.object({
      of: z.enum(['all', 'mine', 'department']).default('all'),
      state: z.enum(['warned', 'broken', 'paused', 'unknown']).optional(),
      promise: z.string().max(80).optional(),
      afterDue: instant.optional(),
      afterId: z.uuid().optional(),
      most: z.coerce.number().int().min(1).max(100).default(30),
    }),
    returns: z.object({ clocks: z.array(OnBoard), next: z.object({ afterDue: instant, afterId: z.uuid() }).nullable() }),
  }),
  /** What a change of the calendar would do to open clocks, in documents the asker may see. Writes nothing. */
  preview: endpoint({
    path: 'POST /clocks/preview',
    kind: 'transfer',
    permission: 'calendar.manage',
    body: CalendarChange,
    returns: z.object({
      earlier: z.int(),
      later: z.int(),
      /** Due times that nobody can say any more, and that can be said now. */
      lost: z.int(),
      found: z.int(),
      /** Overdue at once. */
      overdue: z.int(),
      lines: z.array(z.object({ clockId: z.uuid(), promise: z.string(), recordId: z.uuid(), number: z.string(), title: z.string(), before: instant.nullable(), after: instant.nullable(), missingYear: z.int().nullable() })),
    }),
  }),
  ofRecord: endpoint({
    path: 'GET /records/:recordId/clocks',
    permission: SIGNED_IN,
    returns: z.object({ clocks: z.array(Clock.extend({ explanation: Explanation })) }),
  }),
};
