import { reasons } from '#platform/rules.ts';

/** A year is closed when it is over and nothing that was done in it waits; what is still open belongs to the year in which it will be done. */
export const whyNotClose = (year: { over: boolean; closed: boolean; waiting: number; hidden: number }) => reasons(
  [year.closed,                               'archive.year_closed'],
  [!year.over,                                'archive.year_not_over'],
  [year.waiting > 0,                          'archive.not_accounted_for'],
  [year.waiting === 0 && year.hidden > 0,     'archive.classified_waits'],
);

export const whyNotReopenYear = (year: { closed: boolean }) => reasons(
  [!year.closed,                              'archive.year_not_closed'],
);
