import { expect, test } from 'vitest';
import { whyNotChange } from './rules.ts';

const hours = { value: 12, least: 1, most: 240 };

test.each([
  ['within its range', 6, hours, []],
  ['the least', 1, hours, []],
  ['the most', 240, hours, []],
  ['less than the least', 0.5, hours, ['settings.out_of_range']],
  ['more than the most', 241, hours, ['settings.out_of_range']],
  ['less than nothing, where no least is said', -1, { value: 12 }, ['settings.out_of_range']],
  ['a word for a number', '6', hours, ['settings.wrong_type']],
  ['a number for a yes', 1, { value: true }, ['settings.wrong_type']],
  ['a no for a yes', false, { value: true }, []],
  ['another word', '周五', { value: '周一' }, []],
])('%s', (_, wanted, standing, why) => expect(whyNotChange(wanted, standing)).toEqual(why));
