import { reasons } from '#platform/rules.ts';

interface Planned {
  dates: number;
  fit: number;
  /** Whether those that do not fit may be left out. */
  skip: boolean;
}

/** `dates` undefined: the rule cannot be read. */
export const whyNotPlan = ({ dates, most }: { dates: number | undefined; most: number }) => reasons(
  [!dates,                                            'rooms.rule_means_nothing'],
  [(dates ?? 0) > most,                               'rooms.series_too_long'],
);

export const whyNotSeries = ({ dates, fit, skip }: Planned) => reasons(
  [fit === 0,                                         'rooms.no_date_fits'],
  [fit > 0 && fit < dates && !skip,                   'rooms.dates_do_not_fit'],
);

export const whyNotEndSeries = ({ mine, coming }: { mine: boolean; coming: number }) => reasons(
  [!mine,                                             'rooms.not_yours'],
  [coming === 0,                                      'rooms.series_over'],
);
