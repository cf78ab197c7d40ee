import { reasons } from '#platform/rules.ts';
import type { State } from '../nouns.ts';
import { canStart } from '../rules.ts';

interface Wanted {
  unit: string;
  how: string;
  copies: number;
}

export const whyNotIssue = (document: { state: State; copies: number }, wanted?: readonly Wanted[]) => reasons(
  [!canStart('issue', document.state),                                                                'outgoing.not_sealed_yet'],
  [wanted !== undefined && wanted.length === 0,                                                       'outgoing.no_delivery'],
  [wanted !== undefined && new Set(wanted.map(({ unit, how }) => `${how} ${unit}`)).size < wanted.length, 'outgoing.delivery_twice'],
  [wanted !== undefined && wanted.reduce((sum, { copies }) => sum + copies, 0) > document.copies,     'outgoing.more_than_printed'],
);

/** Sent afterwards to somebody who was forgotten. */
export const whyNotSendMore = (document: { state: State; copies: number; given: number }, wanted?: Wanted) => reasons(
  [document.state !== 'issued',                                                'outgoing.not_issued_yet'],
  [wanted !== undefined && document.given + wanted.copies > document.copies,   'outgoing.more_than_printed'],
);

interface Facts {
  how: string;
  departmentId: string | null;
  receivedAt: string | null;
  returnedAt: string | null;
}

export const whyNotReceive = (delivery: Facts, departments: readonly string[]) => reasons(
  [delivery.departmentId === null || !departments.includes(delivery.departmentId), 'outgoing.not_your_department'],
  [delivery.receivedAt !== null,                                                'outgoing.received_already'],
);

export const whyNotCollect = (delivery: Facts) => reasons(
  [delivery.how !== 'paper',                                                    'outgoing.not_on_paper'],
  [delivery.receivedAt !== null,                                                'outgoing.received_already'],
);

export const whyNotTakeBack = (delivery: Facts) => reasons(
  [delivery.how !== 'paper' || delivery.receivedAt === null,                    'outgoing.not_collected'],
  [delivery.returnedAt !== null,                                                'outgoing.returned_already'],
);
