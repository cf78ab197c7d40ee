import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whyNotDestroy, whyNotGiveUp, whyNotJudge, whyNotList, whyNotWitness } from './rules.ts';

const due = { withdrawn: false, destroyed: false, dueAfter: 2020, lent: false, listed: false };

test.each([
  ['ten years of 2010 are over in 2021', {}, []],
  ['and not in 2020', { dueAfter: 2026 }, ['archive.retention_runs']],
  ['kept longer', { dueAfter: 2030 }, ['archive.retention_runs']],
  ['永久', { dueAfter: null }, ['archive.kept_for_ever']],
  ['with a borrower', { lent: true }, ['archive.in_use']],
  ['on another list', { listed: true }, ['archive.on_open_list']],
  ['withdrawn', { withdrawn: true }, ['archive.withdrawn_already']],
  ['destroyed', { destroyed: true }, ['archive.destroyed_already']],
])('on a list: %s', (_, more, why) => expect(whyNotList({ ...due, ...more }, { year: 2026 })).toEqual(why));

test.each([
  [{ verdict: 'destroy', keepUntil: null, why: '' }, []],
  [{ verdict: 'keep', keepUntil: 2026, why: '还在诉讼' }, []],
  [{ verdict: 'keep', keepUntil: 2025, why: '还在诉讼' }, ['archive.keep_until_is_over']],
  [{ verdict: 'keep', keepUntil: null, why: '' }, ['archive.keep_until_is_over', 'archive.keep_why_missing']],
] as const)('judged %o', (item, why) => expect(whyNotJudge(item, { year: 2026 })).toEqual(why));

const list = { state: 'approved', number: '2026-001', decidedOn: '2026-11-20', approvers: ['director', 'principal'], packages: 0 };
const wanted = { number: '2026-001', on: '2026-11-23', witnesses: ['a', 'b'] };

test.each([
  ['as it should be', {}, 'archivist', []],
  ['before the approval', { state: 'asked' }, 'archivist', ['archive.list_not_approved']],
  ['twice', { state: 'done' }, 'archivist', ['archive.list_not_approved']],
  ['after it was given up', { state: 'given_up' }, 'archivist', ['archive.list_not_approved']],
  ['by whoever approved it', {}, 'director', ['archive.approver_destroys']],
  ['while a package holds it', { packages: 1 }, 'archivist', ['archive.packages_hold_it']],
])('destroying %s', (_, of, actor, why) => expect(whyNotDestroy({ ...list, ...of }, { actor })).toEqual(why));

test.each([
  ['as it should be', {}, []],
  ['another number', { number: '2026-002' }, ['archive.list_number_differs']],
  ['one witness', { witnesses: ['a', 'a'] }, ['archive.witnesses_same']],
  ['the archivist as witness', { witnesses: ['a', 'archivist'] }, ['archive.witness_is_archivist']],
  ['the principal as witness', { witnesses: ['principal', 'a'] }, ['archive.witness_approved']],
  ['tomorrow', { on: '2026-11-24' }, ['archive.destroyed_on_wrong_day']],
  ['before it was approved', { on: '2026-11-19' }, ['archive.destroyed_on_wrong_day']],
])('before witnesses: %s', (_, more, why) => expect(whyNotWitness(list, { ...wanted, ...more }, { today: '2026-11-23', archivists: ['archivist'] })).toEqual(why));

test('only what was approved and not carried out is given up', () => expect(['asked', 'approved', 'done', 'given_up'].map((state) => whyNotGiveUp({ state }).length)).toEqual([1, 0, 1, 1]));

test('nothing is listed before its last year is over, whatever else is so', () =>
  fc.assert(fc.property(fc.integer({ min: 1960, max: 2100 }), fc.integer({ min: 1990, max: 2100 }), (dueAfter, year) => (whyNotList({ ...due, dueAfter }, { year }).length === 0) === year > dueAfter)));
