import { reasons } from '#platform/rules.ts';
import type { State } from '../nouns.ts';
import { canStart, hasEnded, isOrStandsFor } from '../rules.ts';
import type { Share } from './contract.ts';

interface Situation {
  state: State;
  handling: string;
  waitsForPages: boolean;
}

/** Exactly one 主办 when several departments are involved; no department twice. */
const whyNotShares = (shares: readonly Share[]) => reasons(
  [shares.filter(({ role }) => role === 'lead').length > 1,                              'incoming.two_leads'],
  [shares.length > 0 && !shares.some(({ role }) => role === 'lead'),                     'incoming.no_lead'],
  [new Set(shares.map(({ departmentId }) => departmentId)).size < shares.length,         'incoming.department_twice'],
);

export const whyNotPropose = (document: Situation, wanted?: { departments: readonly Share[]; leaders: readonly string[] }, known: Known = nothingKnown) => [
  ...reasons(
    [hasEnded(document.state),                                                           'incoming.already_ended'],
    [!hasEnded(document.state) && (!canStart('propose', document.state) || document.handling !== 'action'), 'incoming.not_for_proposal'],
    [document.waitsForPages,                                                             'incoming.waits_for_pages'],
    [wanted !== undefined && new Set(wanted.leaders).size < wanted.leaders.length,       'incoming.leader_twice'],
    [wanted !== undefined && wanted.leaders.some((id) => !known.leaders.includes(id)),   'incoming.not_a_leader'],
    [wanted !== undefined && wanted.departments.some(({ departmentId }) => !known.departments.includes(departmentId)), 'incoming.department_unknown'],
  ),
  ...whyNotShares(wanted?.departments ?? []),
];

/** Among the people and departments named, those who are leaders and those that exist. */
interface Known {
  leaders: readonly string[];
  departments: readonly string[];
}

const nothingKnown: Known = { leaders: [], departments: [] };

interface Asked {
  leaderId: string;
  askedAt: string | null;
  givenAt: string | null;
}

type Who = { id: string; deputyFor: readonly { id: string }[] };

/** 批示 in order: whoever is asked, or their deputy, and only when it is their turn. */
export const whyNotInstruct = (instruction: Asked, state: State, actor: Who) => reasons(
  [!isOrStandsFor(actor, instruction.leaderId),                     'incoming.not_your_instruction'],
  [instruction.givenAt !== null,                                    'incoming.already_instructed'],
  [instruction.givenAt === null && instruction.askedAt === null,    'incoming.not_your_turn'],
  [hasEnded(state),                                                 'incoming.already_ended'],
);

/** A leader may word an instruction anew until the document has ended. */
export const whyNotAmend = (instruction: Asked, state: State, actor: Who) => reasons(
  [!isOrStandsFor(actor, instruction.leaderId),    'incoming.not_your_instruction'],
  [instruction.givenAt === null,                   'incoming.not_yet_instructed'],
  [hasEnded(state),                                'incoming.already_ended'],
);

/** Another leader is asked before the office has dispatched. `waiting` are asked already and have said nothing yet. */
export const whyNotAddLeader = (state: State, wanted?: { leaderId: string; isLeader: boolean; waiting: readonly string[] }) => reasons(
  [!canStart('addLeader', state),                                         'incoming.not_for_another_leader'],
  [wanted?.isLeader === false,                                           'incoming.not_a_leader'],
  [wanted?.waiting.includes(wanted.leaderId) ?? false,                   'incoming.leader_twice'],
);

export const whyNotSetTask = (state: State, wanted: { dueAt: string } | undefined, now: string) => reasons(
  [state === 'stub',                                  'incoming.stub_stays_on_paper'],
  [hasEnded(state),                                   'incoming.already_ended'],
  [wanted !== undefined && wanted.dueAt <= now,       'incoming.task_in_the_past'],
);

interface TaskFacts {
  personId: string;
  setBy: string;
  doneAt: string | null;
  withdrawnAt: string | null;
}

export const whyNotFinishTask = (task: Omit<TaskFacts, 'setBy'>, actor: Who) => reasons(
  [!isOrStandsFor(actor, task.personId),                'incoming.not_your_task'],
  [task.doneAt !== null || task.withdrawnAt !== null,   'incoming.task_already_done'],
);

/** Whoever set it takes it back, or the office for a leader. */
export const whyNotWithdrawTask = (task: Omit<TaskFacts, 'personId'>, actor: Who & { permissions: ReadonlySet<string> }) => reasons(
  [!isOrStandsFor(actor, task.setBy) && !actor.permissions.has('incoming.dispatch'),   'incoming.not_set_by_you'],
  [task.doneAt !== null || task.withdrawnAt !== null,                                  'incoming.task_already_done'],
);

interface Running {
  departmentId: string;
  role: string;
}

/** IN-3. `running` are the parts that were not returned; `known` the departments that exist, `headed` those in which somebody can sign for it. */
export const whyNotDispatch = (document: Situation, running: readonly Running[], wanted?: readonly Share[], { known, headed }: { known: readonly string[]; headed: readonly string[] } = { known: [], headed: [] }) => {
  const shares = wanted ?? [];
  const leads = [...running, ...shares].filter(({ role }) => role === 'lead').length;
  return reasons(
    [hasEnded(document.state),                                                                        'incoming.already_ended'],
    [!hasEnded(document.state) && !canStart('dispatch', document.state),                              'incoming.not_for_dispatch'],
    [document.waitsForPages,                                                                          'incoming.waits_for_pages'],
    [leads > 1,                                                                                       'incoming.two_leads'],
    [wanted !== undefined && leads === 0,                                                             'incoming.no_lead'],
    [new Set(shares.map(({ departmentId }) => departmentId)).size < shares.length,                    'incoming.department_twice'],
    [shares.some((share) => running.some(({ departmentId }) => departmentId === share.departmentId)), 'incoming.department_has_it'],
    [shares.some(({ departmentId }) => !known.includes(departmentId)),                                'incoming.department_unknown'],
    [shares.some(({ departmentId }) => known.includes(departmentId) && !headed.includes(departmentId)), 'incoming.department_has_no_head'],
  );
};

/** IN-4: two or more departments: it carries the 会签 mark. */
export const needsCountersign = (running: readonly unknown[]) => running.length >= 2;
