import { expect, test } from 'vitest';
import { compared, termOn, weeksOf } from './months.ts';

test('a month is laid out in weeks from Monday', () => {
  const weeks = weeksOf(2026, 11);
  expect([weeks.length, weeks[0], weeks.at(-1)![0]]).toEqual([6, [null, null, null, null, null, null, '2026-11-01'], '2026-11-30']);
  expect(weeksOf(2027, 2).flat()).toEqual(Array.from({ length: 28 }, (_, i) => `2027-02-${String(i + 1).padStart(2, '0')}`));
  expect(weeksOf(2026, 12).flat().filter(Boolean)).toHaveLength(31);
});

test('days that were read are new, changed or the same', () => {
  const day = { day: '2027-01-01', kind: 'holiday' as const, name: '元旦', line: '元旦放假' };
  const { line: _, ...marked } = day;
  expect([compared([day], []), compared([day], [marked]), compared([day], [{ ...marked, kind: 'closed' }])].map(([c]) => c!.change)).toEqual(['new', 'same', 'changed']);
});

test('a day is in a term or in the holidays', () => {
  const term = { id: '1', name: '秋', starts: '2026-09-01', ends: '2027-01-22' };
  expect([termOn([term], '2026-09-01'), termOn([term], '2027-01-23')]).toEqual([term, undefined]);
});
