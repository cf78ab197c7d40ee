import { expect, test } from 'vitest';
import type { FieldShown } from '../contract.ts';
import type { Condition, Facts, Step } from '../route.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { conditionWords, whyWords } from './conditions.ts';
import { changesOf, moved, newStep } from './steps.ts';

const step = (key: string, more: Partial<Step> = {}): Step => ({ key, title: key, who: { kind: 'head' }, mode: 'one', when: [], batch: false, ...more });
const [head, office, leader] = [step('head'), step('office'), step('leader')];

test.each<[string, Step[], Step[], string[]]>([
  ['nothing', [head, office], [head, office], []],
  ['a step more', [head], [head, office], ['added office']],
  ['a step less', [head, office], [office], ['removed head']],
  ['one moved, not the others', [head, office, leader], [office, leader, head], ['moved head']],
  ['a step moved and changed', [head, office], [step('office', { mode: 'all', batch: true }), head], ['moved head', 'mode office', 'batch office']],
  ['other words, signers, conditions', [head], [step('head', { title: '核稿', who: { kind: 'leader' }, when: [{ field: 'urgent', is: 'yes' }] })], ['title head', 'who head', 'when head']],
])('between two routes: %s', (_, before, after, expected) => expect(changesOf(before, after).map(({ what, key }) => `${what} ${key}`).toSorted()).toEqual(expected.toSorted()));

test('a step is moved by one place, and a new one has a key of its own', () => {
  expect(moved([head, office, leader], 2, -1)).toEqual([head, leader, office]);
  expect(moved([head, office, leader], 0, 1)).toEqual([office, head, leader]);
  expect(new Set(Array.from({ length: 50 }, () => newStep('x').key)).size).toBe(50);
});

const named = (name: string, field: string, type: FieldShown['type'], choices: [string, string][] = []): FieldShown => ({ name, zh: field, en: name, type, choices: choices.map(([value, text]) => ({ value, zh: text, en: value })) });
const fields = [named('route', '类型', 'choice', [['policy', '制度类'], ['ordinary', '一般发文']]), named('countersign', '会签部门', 'departments', [['d1', '总务处']]), named('amount', '金额', 'number'), named('urgent', '紧急', 'flag')];
const chinese = { fields, words: zh, language: 'zh' as const };

test.each<[Condition, Facts, string, string]>([
  [{ field: 'route', is: 'one_of', values: ['policy'] }, { route: 'ordinary' }, '类型为制度类', '须类型为制度类，本件类型为一般发文'],
  [{ field: 'route', is: 'none_of', values: ['policy'] }, { route: 'policy' }, '类型不为制度类', '须类型不为制度类，本件类型为制度类'],
  [{ field: 'countersign', is: 'yes' }, { countersign: [] }, '有会签部门', '须有会签部门，本件没有会签部门'],
  [{ field: 'countersign', is: 'no' }, { countersign: ['d1'] }, '没有会签部门', '须没有会签部门，本件会签部门为总务处'],
  [{ field: 'amount', is: 'at_least', amount: 5000 }, { amount: 800 }, '金额不低于5000', '须金额不低于5000，本件金额为800'],
  [{ field: 'urgent', is: 'yes' }, { urgent: false }, '紧急：是', '须紧急：是，本件紧急：否'],
  [{ field: 'amount', is: 'at_least', amount: 1 }, {}, '金额不低于1', '须金额不低于1，本件金额未填'],
])('a condition in words: %j', (condition, facts, said, whyNot) => {
  expect(conditionWords(condition, chinese)).toBe(said);
  expect(whyWords({ when: [condition] }, facts, chinese)).toBe(whyNot);
});

test('why it goes there names all conditions; a step without any needs no reason', () => {
  const when: Condition[] = [{ field: 'route', is: 'one_of', values: ['policy'] }, { field: 'urgent', is: 'yes' }];
  expect(whyWords({ when }, { route: 'policy', urgent: true }, chinese)).toBe('类型为制度类，且紧急：是');
  expect(whyWords({ when }, { route: 'policy', urgent: true }, { fields, words: en, language: 'en' })).toBe('route is policy, and urgent: yes');
  expect(whyWords({ when: [] }, {}, chinese)).toBe('');
});
