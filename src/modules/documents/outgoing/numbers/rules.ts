import { reasons } from '#platform/rules.ts';
import type { State } from '../nouns.ts';
import { canStart } from '../rules.ts';

export const whyNotNumber = (state: State, series: { closedAt: string | null } | undefined, wanted?: { reserved: boolean; found: 'reserved' | 'other' | undefined }) => reasons(
  [state === 'numbered',                                                 'outgoing.numbered_already'],
  [state !== 'numbered' && !canStart('number', state),                   'outgoing.not_checked_yet'],
  [series === undefined || series.closedAt !== null,                     'outgoing.series_unknown'],
  [wanted !== undefined && wanted.reserved && wanted.found !== 'reserved', 'outgoing.number_not_reserved'],
);

/** A number is void with its reason and stays in the book; one on a sealed document is not taken back. */
export const whyNotVoid = (number: { state: string }, document: State | undefined) => reasons(
  [number.state === 'void',                                              'outgoing.number_void_already'],
  [document === 'sealed' || document === 'issued',                       'outgoing.sealed_already'],
);
