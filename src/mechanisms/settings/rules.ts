import { reasons } from '#platform/rules.ts';

type Value = number | string | boolean;

export const whyNotChange = (wanted: Value, standing: { value: Value; least?: number; most?: number }) => reasons(
  [typeof wanted !== typeof standing.value,                                                            'settings.wrong_type'],
  [typeof wanted === 'number' && (wanted < (standing.least ?? 0) || wanted > (standing.most ?? 1e9)),  'settings.out_of_range'],
);
