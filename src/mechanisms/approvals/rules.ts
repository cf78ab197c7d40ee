import { reasons } from '#platform/rules.ts';
import type { Condition, Facts, Mode, Step } from './route.ts';
import type { Field, Subject } from './subjects.ts';

/** Whether a comparison holds for what the record says of itself. A field that says nothing fulfils none but 无. */
export const holds = (condition: Condition, facts: Facts): boolean => {
  const said = facts[condition.field];
  switch (condition.is) {
    case 'yes': return isSet(said);
    case 'no': return !isSet(said);
    case 'at_least': return Number(said ?? 0) >= condition.amount;
    case 'below': return Number(said ?? 0) < condition.amount;
    case 'one_of': return wordsIn(said).some((word) => condition.values.includes(word));
    case 'none_of': return !wordsIn(said).some((word) => condition.values.includes(word));
  }
};

const isSet = (said: Facts[string] | undefined) => (typeof said === 'object' ? said.length > 0 : Boolean(said));
const wordsIn = (said: Facts[string] | undefined): readonly string[] => (said === undefined ? [] : typeof said === 'object' ? said : [String(said)]);

export const isNeeded = (step: Pick<Step, 'when'>, facts: Facts) => step.when.every((condition) => holds(condition, facts));

/** Places in the route that are needed, in order, from `from` on. */
export const neededFrom = (steps: readonly Step[], facts: Facts, from = 0) =>
  steps.flatMap((step, position) => (position >= from && isNeeded(step, facts) ? [position] : []));

/** What may be asked of a field of each type. */
export const asks: Record<Field['type'], readonly Condition['is'][]> = {
  choice: ['one_of', 'none_of'], department: ['one_of', 'none_of'], departments: ['yes', 'no', 'one_of', 'none_of'], number: ['at_least', 'below'], flag: ['yes', 'no'],
};

const isFit = ({ when, who }: Step, fields: Readonly<Record<string, Field>>) =>
  when.every((condition) => asks[fields[condition.field]?.type ?? 'flag'].includes(condition.is) && fields[condition.field] !== undefined) &&
  (who.kind !== 'heads_of' || fields[who.field]?.type === 'departments');

/** A route before it is published. `gaps`: steps for which somebody was not found anywhere in the school. */
export const whyNotPublish = (steps: readonly Step[], { fields, chooses = false }: Pick<Subject, 'fields' | 'chooses'>, gaps: readonly unknown[]) => reasons(
  [steps.length === 0,                                                          'approvals.no_steps'],
  [new Set(steps.map(({ key }) => key)).size < steps.length,                    'approvals.step_twice'],
  [steps.some((step) => !isFit(step, fields)),                                  'approvals.condition_does_not_fit'],
  [!chooses && steps.some(({ who }) => who.kind === 'chosen'),                 'approvals.nobody_is_chosen_there'],
  [steps.length > 0 && steps.every(({ when }) => when.length > 0),              'approvals.may_need_nobody'],
  [gaps.length > 0,                                                             'approvals.step_has_nobody'],
);

export interface SignerFacts {
  id: string;
  personId: string;
  position: number;
  addedFor: string | null;
  addedHow: string | null;
  askedAt: string | null;
  decidedAt: string | null;
  decision: string | null;
  withdrawnAt: string | null;
}

/** A deputy for one module alone does not sign. */
type Who = { id: string; deputyFor: readonly { id: string; scope: string }[] };

export const isOpen = ({ decidedAt, withdrawnAt }: SignerFacts) => decidedAt === null && withdrawnAt === null;
export const isTheirs = ({ personId }: Pick<SignerFacts, 'personId'>, who: Who) => personId === who.id || who.deputyFor.some(({ id, scope }) => id === personId && scope === 'all');

/** Nobody decides on their own draft, for somebody else either. `others` are the signers of the same step. */
export const whyNotDecide = (signer: SignerFacts, approval: { state: string; drafterId: string }, who: Who, others: readonly SignerFacts[] = []) => reasons(
  [!isTheirs(signer, who),                                                  'approvals.not_yours'],
  [approval.drafterId === who.id,                                           'approvals.own_draft'],
  [!isOpen(signer) || approval.state !== 'running',                         'approvals.already_decided'],
  [isOpen(signer) && (signer.askedAt === null || waitsFor(signer, others)), 'approvals.not_your_turn'],
);

/** Whoever was asked in by somebody was asked to look. */
export const isTogether = ({ batch }: Pick<Step, 'batch'>, signer: SignerFacts) => batch && isOfRoute(signer);

/** Approved together with others, unread: only where the route says so of the step, and only approved. */
export const whyNotTogether = (step: Pick<Step, 'batch'>, signer: SignerFacts, { decision, batch }: { decision: string; batch: boolean }) => reasons(
  [batch && (!isTogether(step, signer) || decision !== 'approved'), 'approvals.needs_reading'],
);

/** Returned or refused without a word helps nobody. */
export const whyNotWithoutWords = (decision: string, opinion: string) => reasons(
  [decision !== 'approved' && opinion.trim() === '', 'approvals.opinion_missing'],
);

export const whyNotAdd = (wanted: readonly string[], approval: { drafterId: string }, others: readonly SignerFacts[], known: readonly string[]) => reasons(
  [wanted.some((id) => !known.includes(id)),                                            'approvals.person_unknown'],
  [wanted.includes(approval.drafterId),                                                 'approvals.own_draft'],
  [others.some((other) => isOpen(other) && wanted.includes(other.personId)),            'approvals.signs_already'],
);

export const whyNotRecall = (approval: { state: string; drafterId: string }, who: Who) => reasons(
  [!isTheirs({ personId: approval.drafterId }, who),               'approvals.not_the_drafter'],
  [!['running', 'returned'].includes(approval.state),              'approvals.already_ended'],
);

export const whyNotUrge = (signer: SignerFacts, approval: { state: string }, minutesSince: number | undefined, pause: number) => reasons(
  [!isOpen(signer) || approval.state !== 'running' || signer.askedAt === null, 'approvals.already_decided'],
  [minutesSince !== undefined && minutesSince < pause,                         'approvals.urged_just_now'],
);

/** Somebody was asked in before: they decide first. */
const waitsFor = (signer: SignerFacts, others: readonly SignerFacts[]) => others.some((other) => other.addedFor === signer.id && other.addedHow === 'before' && isOpen(other));

export const isOfRoute = ({ addedHow, decision }: SignerFacts) => (addedHow === null || addedHow === 'instead' || addedHow === 'succeeds') && decision !== 'handed_on';

/** Everybody who was asked in has approved, and of those of the route one or all, as the step says. */
export const isComplete = (mode: Mode, signers: readonly SignerFacts[]) => {
  const there = signers.filter(({ withdrawnAt }) => withdrawnAt === null);
  const ofRoute = there.filter(isOfRoute);
  const approved = ({ decision }: SignerFacts) => decision === 'approved';
  const added = there.filter((signer) => !isOfRoute(signer) && signer.decision !== 'handed_on');
  return added.every(approved) && ofRoute.length > 0 && (mode === 'one' ? ofRoute.some(approved) : ofRoute.every(approved));
};

/** Who is asked now and was not asked yet: in order one after the other, else all at once; an addition after when its asker has approved. */
export const toAsk = (mode: Mode, signers: readonly SignerFacts[]): readonly SignerFacts[] => {
  const open = signers.filter(isOpen);
  const base = open.filter(isOfRoute);
  const turn = mode === 'in_order' ? base.slice(0, 1) : base;
  const added = open.filter((signer) => !isOfRoute(signer) && (signer.addedHow === 'before' || signers.find(({ id }) => id === signer.addedFor)?.decision === 'approved'));
  return [...turn, ...added].filter(({ askedAt }) => askedAt === null);
};

/** With one approval enough, those of the route who have not decided are not needed any more, nor whom they asked in before. */
export const notNeeded = (mode: Mode, signers: readonly SignerFacts[]) => {
  if (mode !== 'one' || !signers.some((signer) => isOfRoute(signer) && signer.decision === 'approved')) return [];
  const left = signers.filter((signer) => isOfRoute(signer) && isOpen(signer)).map(({ id }) => id);
  return signers.filter((signer) => isOpen(signer) && (left.includes(signer.id) || (signer.addedHow === 'before' && left.includes(signer.addedFor!))));
};
