import { z } from 'zod';
import { endpoint, SIGNED_IN } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Route, Step } from './route.ts';

export const approvalStates = ['running', 'returned', 'approved', 'refused', 'recalled'] as const;
export type ApprovalState = (typeof approvalStates)[number];
export const decisions = ['approved', 'returned', 'refused', 'handed_on'] as const;

const Person = z.object({ id: z.uuid(), name: z.string() });
const opinion = z.string().trim().max(2000).default('');
const reason = z.string().trim().min(1).max(1000);
const WhyNot = z.record(z.string(), z.array(z.string()));

const Signer = z.object({
  id: z.uuid(),
  person: Person,
  added: z.object({ how: z.enum(['before', 'after', 'instead', 'succeeds']), by: z.string() }).nullable(),
  askedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  /** Another one than the person: their deputy. */
  decidedBy: Person.nullable(),
  decision: z.enum(decisions).nullable(),
  opinion: z.string(),
  /** What whoever asked them in wants them to look at. */
  note: z.string(),
  withdrawn: z.boolean(),
  urgedAt: instant.nullable(),
  /** Office hours since they were asked, in minutes, until they decided; null where not asked yet, or a year's calendar is missing. */
  minutes: z.int().nullable(),
  whyNot: WhyNot,
});

const Named = { zh: z.string(), en: z.string() };
const FieldShown = z.object({ name: z.string(), ...Named, type: z.enum(['choice', 'number', 'flag', 'department', 'departments']), choices: z.array(z.object({ value: z.string(), ...Named })) });
export type FieldShown = z.infer<typeof FieldShown>;

const Stage = z.object({
  round: z.int(),
  position: z.int(),
  step: Step,
  state: z.enum(['done', 'open', 'next', 'not_needed']),
  /** The conditions, worded by the page: why it goes there, or why not. */
  instead: z.enum(['own_draft', 'vacant']).nullable(),
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** Who would sign a step that is still to come. */
  expected: z.array(Person),
  signers: z.array(Signer),
  /** Of the open step: where it may be returned to, besides the drafter. */
  returnTo: z.array(z.object({ key: z.string(), title: z.string() })),
});

export const Trail = z.object({
  id: z.uuid(),
  subject: z.string(),
  version: z.int(),
  state: z.enum(approvalStates),
  round: z.int(),
  drafter: Person,
  startedAt: instant,
  endedAt: instant.nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  /** What a condition may ask about, for its words. */
  fields: z.array(FieldShown),
  stages: z.array(Stage),
  whyNot: WhyNot,
});
export type Trail = z.infer<typeof Trail>;
export type Stage = z.infer<typeof Stage>;
export type Signer = z.infer<typeof Signer>;

const Subject = z.object({
  name: z.string(),
  ...Named,
  /** The page by which it is sent lets its drafter choose signers. */
  chooses: z.boolean(),
  fields: z.array(FieldShown),
  version: z.int(),
  steps: z.array(Step),
  versions: z.array(z.object({ version: z.int(), why: z.string(), publishedAt: instant, publishedBy: Person })),
});

const StageAhead = z.object({ key: z.string(), needed: z.boolean(), people: z.array(Person), instead: z.enum(['own_draft', 'vacant']).nullable() });

/** The way a record would take, were it sent now. */
export const Ahead = z.object({ steps: z.array(Step), stages: z.array(StageAhead), facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])), fields: z.array(FieldShown) });
export type Ahead = z.infer<typeof Ahead>;

/** Where nobody would sign: the step, and the departments for which nobody holds the post; none named: for any. */
const Gap = z.object({ key: z.string(), departments: z.array(z.string()) });

const facts = z.record(z.string().max(60), z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(200)).max(100)]));
const decided = z.object({ approvalId: z.uuid(), recordId: z.uuid(), state: z.enum(approvalStates) });
/** For the endpoint by which a module sends a record for approval. */
export const submitting = ['approvals.running_already', 'approvals.step_has_nobody', 'approvals.nobody_chosen'] as const;
/** For its body: whom the drafter chose, by the key of the step. */
export const Chosen = z.record(z.string().max(40), z.array(z.uuid()).max(20)).default({});
const acting = ['approvals.not_yours', 'approvals.own_draft', 'approvals.already_decided', 'approvals.not_your_turn'] as const;

/** 审批: a route, the acts on it, and the trail of who said what (OUT-2). */
export const approvals = {
  subjects: endpoint({ path: 'GET /approvals/subjects', permission: 'approvals.routes', returns: z.object({ subjects: z.array(Subject) }) }),
  version: endpoint({ path: 'GET /approvals/subjects/:subject/versions/:number', permission: 'approvals.routes', returns: z.object({ steps: z.array(Step) }) }),
  try: endpoint({
    path: 'POST /approvals/subjects/:subject/trial',
    permission: 'approvals.routes',
    body: z.object({ steps: Route, facts, drafterId: z.uuid(), departmentId: z.uuid() }),
    returns: z.object({
      stages: z.array(StageAhead),
      gaps: z.array(Gap),
      reasons: z.array(z.string()),
    }),
  }),
  publish: endpoint({
    path: 'POST /approvals/subjects/:subject/versions',
    permission: 'approvals.routes',
    body: z.object({ steps: Route, why: reason, /** The version that was edited. */ from: z.int().min(0) }),
    returns: z.object({ version: z.int() }),
    refuses: ['approvals.no_steps', 'approvals.step_twice', 'approvals.condition_does_not_fit', 'approvals.nobody_is_chosen_there', 'approvals.may_need_nobody', 'approvals.step_has_nobody', 'approvals.route_changed_meanwhile'],
  }),
  /** The steps of the route in force for which the drafter chooses signers. */
  toChoose: endpoint({ path: 'GET /approvals/subjects/:subject/choices', permission: SIGNED_IN, returns: z.object({ steps: z.array(Step.pick({ key: true, title: true, mode: true })) }) }),
  trail: endpoint({ path: 'GET /approvals/records/:recordId', permission: SIGNED_IN, returns: z.object({ approvals: z.array(Trail) }) }),
  decide: endpoint({
    path: 'POST /approvals/signers/:signerId/decision',
    permission: 'approvals.sign',
    body: z.object({
      decision: z.enum(['approved', 'returned', 'refused']),
      opinion,
      /** The key of an earlier step; left out: to the drafter. */
      returnTo: z.string().max(40).optional(),
      /** Who signs after me as well. */
      thenAlso: z.array(z.uuid()).max(10).default([]),
      /** Together with others, from the inbox, unread. */
      batch: z.boolean().default(false),
    }),
    returns: decided,
    refuses: [...acting, 'approvals.needs_reading', 'approvals.opinion_missing', 'approvals.no_such_step', 'approvals.person_unknown', 'approvals.signs_already'],
  }),
  addBefore: endpoint({
    path: 'POST /approvals/signers/:signerId/additions',
    permission: 'approvals.sign',
    body: z.object({ people: z.array(z.uuid()).min(1).max(10), note: opinion }),
    returns: decided,
    refuses: [...acting, 'approvals.person_unknown', 'approvals.signs_already'],
  }),
  handOn: endpoint({
    path: 'POST /approvals/signers/:signerId/handover',
    permission: 'approvals.sign',
    body: z.object({ personId: z.uuid(), why: reason }),
    returns: decided,
    refuses: [...acting, 'approvals.person_unknown', 'approvals.signs_already'],
  }),
  urge: endpoint({
    path: 'POST /approvals/signers/:signerId/urges',
    permission: 'approvals.sign',
    body: z.object({}),
    returns: z.object({ id: z.uuid() }),
    refuses: ['approvals.already_decided', 'approvals.urged_just_now'],
  }),
  recall: endpoint({
    path: 'POST /approvals/:approvalId/recall',
    permission: 'approvals.sign',
    body: z.object({ why: reason }),
    returns: decided,
    refuses: ['approvals.not_the_drafter', 'approvals.already_ended'],
  }),
};
