import { reasons } from '#platform/rules.ts';
import type { State } from '../nouns.ts';

export interface PartFacts {
  departmentId: string;
  signedAt: string | null;
  opinion: string | null;
  closedAt: string | null;
  returnedAt: string | null;
  /** The one who is responsible and those who help. */
  assigned: readonly string[];
}

type Who = { id: string; departments: readonly string[]; deputyFor: readonly { id: string }[] };

const hasEnded = (part: PartFacts) => part.closedAt !== null || part.returnedAt !== null;
const isTheirs = (part: PartFacts, who: Who) => who.departments.includes(part.departmentId);

export const whyNotSign = (part: PartFacts, who: Who) => reasons(
  [!isTheirs(part, who),                          'incoming.not_your_department'],
  [hasEnded(part),                                'incoming.part_ended'],
  [part.signedAt !== null && !hasEnded(part),     'incoming.already_signed'],
);

/** As whom of these somebody acts: themselves, or the one they stand in for. */
export const actsAs = (people: readonly string[], who: Who) => [who.id, ...who.deputyFor.map(({ id }) => id)].find((id) => people.includes(id));

export const whyNotAssign = (part: PartFacts, who: Who, wanted?: { people: readonly string[]; ofTheDepartment: boolean }) => reasons(
  [!isTheirs(part, who),                          'incoming.not_your_department'],
  [hasEnded(part),                                'incoming.part_ended'],
  [part.signedAt === null && !hasEnded(part),     'incoming.not_signed'],
  [wanted?.ofTheDepartment === false,             'incoming.not_of_the_department'],
  [wanted !== undefined && new Set(wanted.people).size < wanted.people.length, 'incoming.assigned_twice'],
);

export const whyNotReport = (part: PartFacts, who: Who) => reasons(
  [actsAs(part.assigned, who) === undefined,      'incoming.not_assigned_to_you'],
  [hasEnded(part),                                'incoming.part_ended'],
);

export const whyNotGiveOpinion = (part: PartFacts, who: Who) => reasons(
  [!isTheirs(part, who),                          'incoming.not_your_department'],
  [hasEnded(part),                                'incoming.part_ended'],
  [part.signedAt === null && !hasEnded(part),     'incoming.not_signed'],
);

/** IN-4: where departments countersign, each gives its opinion before its part can be closed. */
export const whyNotClosePart = (part: PartFacts, who: Who, countersign: boolean) => reasons(
  [!isTheirs(part, who),                          'incoming.not_your_department'],
  [hasEnded(part),                                'incoming.part_ended'],
  [part.signedAt === null && !hasEnded(part),     'incoming.not_signed'],
  [countersign && !part.opinion && !hasEnded(part), 'incoming.opinion_missing'],
);

export const whyNotReturnPart = (part: PartFacts, who: Who) => reasons(
  [!isTheirs(part, who),                          'incoming.not_your_department'],
  [hasEnded(part),                                'incoming.part_ended'],
);

interface Dispatched {
  role: string;
  closedAt: string | null;
  returnedAt: string | null;
  settledAt: string | null;
}

/** The lead is taken back only after another department leads, or when it returned it itself. */
export const whyNotWithdrawPart = (part: Dispatched, state: State) => reasons(
  [state !== 'dispatched',                               'incoming.already_ended'],
  [part.closedAt !== null || part.settledAt !== null,  'incoming.part_ended'],
  [part.role === 'lead' && part.returnedAt === null,     'incoming.lead_stays'],
);

export const whyNotMakeLead = (part: Dispatched, state: State) => reasons(
  [state !== 'dispatched',                               'incoming.already_ended'],
  [part.returnedAt !== null,                             'incoming.part_ended'],
  [part.returnedAt === null && part.role === 'lead',     'incoming.already_lead'],
);
