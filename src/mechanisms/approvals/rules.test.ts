import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition, Mode, Step } from './route.ts';
import { holds, isComplete, isNeeded, neededFrom, notNeeded, type SignerFacts, toAsk, whyNotAdd, whyNotDecide, whyNotPublish, whyNotRecall, whyNotUrge, whyNotWithoutWords } from './rules.ts';
import type { Field } from './subjects.ts';

const step = (key: string, when: Condition[] = []): Step => ({ key, title: key, who: { kind: 'head' }, mode: 'one', when, batch: false });
const named = { zh: '', en: '' };
const fields: Record<string, Field> = {
  type: { ...named, type: 'choice', choices: { notice: named, policy: named, upward: named } },
  amount: { ...named, type: 'number' }, countersign: { ...named, type: 'departments' }, sealed: { ...named, type: 'flag' },
};

test.each<[string, Condition, Parameters<typeof holds>[1], boolean]>([
  ['通知走普通路线', { field: 'type', is: 'one_of', values: ['notice'] }, { type: 'notice' }, true],
  ['制度不走', { field: 'type', is: 'one_of', values: ['notice'] }, { type: 'policy' }, false],
  ['没有说的字段不算', { field: 'type', is: 'one_of', values: ['notice'] }, {}, false],
  ['没有说的字段不在其中', { field: 'type', is: 'none_of', values: ['notice'] }, {}, true],
  ['满五千', { field: 'amount', is: 'at_least', amount: 5000 }, { amount: 5000 }, true],
  ['不满五千', { field: 'amount', is: 'below', amount: 5000 }, { amount: 4999.99 }, true],
  ['有会签部门', { field: 'countersign', is: 'yes' }, { countersign: ['a'] }, true],
  ['会签部门为空', { field: 'countersign', is: 'yes' }, { countersign: [] }, false],
  ['不用印', { field: 'sealed', is: 'no' }, { sealed: false }, true],
])('condition: %s', (_, condition, facts, expected) => expect(holds(condition, facts)).toBe(expected));

test('a step with several conditions needs all of them', () => {
  const both = step('leader', [{ field: 'type', is: 'one_of', values: ['policy'] }, { field: 'amount', is: 'at_least', amount: 100 }]);
  expect(isNeeded(both, { type: 'policy', amount: 100 })).toBe(true);
  expect(isNeeded(both, { type: 'policy', amount: 99 })).toBe(false);
  expect(neededFrom([step('head'), both, step('office')], { type: 'notice' })).toEqual([0, 2]);
});

test.each<[string, Step[], unknown[], string[]]>([
  ['a plain route', [step('head')], [], []],
  ['without a step', [], [], ['approvals.no_steps']],
  ['with two steps of one key', [step('head'), step('head')], [], ['approvals.step_twice']],
  ['with a field that is not there', [step('head'), step('x', [{ field: 'colour', is: 'yes' }])], [], ['approvals.condition_does_not_fit']],
  ['with a sum asked of a choice', [step('head'), step('x', [{ field: 'type', is: 'at_least', amount: 1 }])], [], ['approvals.condition_does_not_fit']],
  ['with heads of what are no departments', [step('head'), { ...step('x'), who: { kind: 'heads_of', field: 'type' } }], [], ['approvals.condition_does_not_fit']],
  ['with signers whom nobody chooses', [step('head'), { ...step('x'), who: { kind: 'chosen' } }], [], ['approvals.nobody_is_chosen_there']],
  ['with conditions everywhere', [step('head', [{ field: 'sealed', is: 'yes' }])], [], ['approvals.may_need_nobody']],
  ['with an empty seat', [step('head')], [{}], ['approvals.step_has_nobody']],
])('a route %s', (_, steps, gaps, expected) => expect(whyNotPublish(steps, { fields }, gaps)).toEqual(expected));

const signer = (id: string, more: Partial<SignerFacts> = {}): SignerFacts => ({ id, personId: id, position: 1, addedFor: null, addedHow: null, askedAt: 'then', decidedAt: null, decision: null, withdrawnAt: null, ...more });
const me = { id: 'wang', deputyFor: [] };
type Lent = { id: string; scope: string };
const li: Lent = { id: 'li', scope: 'all' };
const running = { state: 'running', drafterId: 'zhao' };

test.each<[string, SignerFacts, { state: string; drafterId: string }, { id: string; deputyFor: Lent[] }, SignerFacts[], string[]]>([
  ['theirs', signer('wang'), running, me, [], []],
  ['another one’s', signer('li'), running, me, [], ['approvals.not_yours']],
  ['of somebody on leave', signer('li'), running, { id: 'wang', deputyFor: [li] }, [], []],
  ['of somebody on leave, whose deputy handles incoming letters alone', signer('li'), running, { id: 'wang', deputyFor: [{ id: 'li', scope: 'incoming' }] }, [], ['approvals.not_yours']],
  ['as deputy on their own draft', signer('li'), { state: 'running', drafterId: 'wang' }, { id: 'wang', deputyFor: [li] }, [], ['approvals.own_draft']],
  ['decided already', signer('wang', { decidedAt: 'then', decision: 'approved' }), running, me, [], ['approvals.already_decided']],
  ['withdrawn', signer('wang', { withdrawnAt: 'then' }), running, me, [], ['approvals.already_decided']],
  ['recalled meanwhile', signer('wang'), { state: 'recalled', drafterId: 'zhao' }, me, [], ['approvals.already_decided']],
  ['not asked yet', signer('wang', { askedAt: null }), running, me, [], ['approvals.not_your_turn']],
  ['while somebody asked in before has not decided', signer('wang'), running, me, [signer('sun', { addedFor: 'wang', addedHow: 'before' })], ['approvals.not_your_turn']],
  ['after they have', signer('wang'), running, me, [signer('sun', { addedFor: 'wang', addedHow: 'before', decidedAt: 'then', decision: 'approved' })], []],
])('deciding what is %s', (_, mine, approval, who, others, expected) => expect(whyNotDecide(mine, approval, who, others)).toEqual(expected));

test('a return needs its words, an approval does not', () => {
  expect(whyNotWithoutWords('approved', '')).toEqual([]);
  expect(whyNotWithoutWords('returned', ' ')).toEqual(['approvals.opinion_missing']);
});

test('whom one may ask in', () => {
  expect(whyNotAdd(['sun'], running, [signer('wang')], ['sun'])).toEqual([]);
  expect(whyNotAdd(['sun'], running, [signer('wang')], [])).toEqual(['approvals.person_unknown']);
  expect(whyNotAdd(['zhao'], running, [], ['zhao'])).toEqual(['approvals.own_draft']);
  expect(whyNotAdd(['wang'], running, [signer('wang')], ['wang'])).toEqual(['approvals.signs_already']);
});

test('recall is the drafter’s, while it is under way', () => {
  expect(whyNotRecall(running, { id: 'zhao', deputyFor: [] })).toEqual([]);
  expect(whyNotRecall(running, me)).toEqual(['approvals.not_the_drafter']);
  expect(whyNotRecall({ state: 'approved', drafterId: 'wang' }, me)).toEqual(['approvals.already_ended']);
});

test('an urge waits for the last one', () => {
  expect(whyNotUrge(signer('wang'), running, undefined, 10)).toEqual([]);
  expect(whyNotUrge(signer('wang'), running, 9, 10)).toEqual(['approvals.urged_just_now']);
  expect(whyNotUrge(signer('wang', { decidedAt: 'then', decision: 'approved' }), running, undefined, 10)).toEqual(['approvals.already_decided']);
});

describe('a step', () => {
  const approved = { decidedAt: 'then', decision: 'approved' };
  test.each<[string, Mode, SignerFacts[], boolean, string[]]>([
    ['one of two is enough', 'one', [signer('a', approved), signer('b')], true, []],
    ['all of two are two', 'all', [signer('a', approved), signer('b')], false, []],
    ['in order the second is asked after the first', 'in_order', [signer('a', approved), signer('b', { askedAt: null })], false, ['b']],
    ['in order the second waits', 'in_order', [signer('a'), signer('b', { askedAt: null })], false, []],
    ['who was asked in after must sign too', 'one', [signer('a', approved), signer('c', { addedFor: 'a', addedHow: 'after', askedAt: null })], false, ['c']],
    ['who signs instead counts for the one who handed on', 'all', [signer('a', { decidedAt: 'then', decision: 'handed_on' }), signer('c', { addedFor: 'a', addedHow: 'instead', ...approved })], true, []],
    ['handed on alone is not signed', 'one', [signer('a', { decidedAt: 'then', decision: 'handed_on' }), signer('c', { addedFor: 'a', addedHow: 'instead', askedAt: null })], false, ['c']],
  ])('%s', (_, mode, signers, complete, asked) => {
    expect(isComplete(mode, signers)).toBe(complete);
    expect(toAsk(mode, signers).map(({ id }) => id)).toEqual(asked);
  });

  test('with one approval enough, the others are let go with whom they asked in', () => {
    const signers = [signer('a', approved), signer('b'), signer('c', { addedFor: 'b', addedHow: 'before' })];
    expect(notNeeded('one', signers).map(({ id }) => id)).toEqual(['b', 'c']);
    expect(notNeeded('all', signers)).toEqual([]);
  });
});

/** What the actions do with these rules, in memory. */
const turn = (mode: Mode, signers: SignerFacts[], act: string, at: number): SignerFacts[] => {
  const may = signers.filter((one) => whyNotDecide(one, running, { id: one.personId, deputyFor: [] }, signers).length === 0);
  const one = may[at % Math.max(1, may.length)];
  if (!one) return signers;
  const rest = signers.map((other) => (other === one ? { ...one, decidedAt: 'now', decision: act === 'hand_on' ? 'handed_on' : act === 'before' ? null : 'approved' } : other)).map((other) => (other.decision === null ? { ...other, decidedAt: null } : other));
  const added = (addedHow: string): SignerFacts => signer(`${one.id}+${signers.length}`, { addedFor: one.id, addedHow, askedAt: null, position: one.position });
  const now = act === 'approve' ? rest : [...rest, act === 'hand_on' && one.addedHow && one.addedHow !== 'instead' ? { ...added(one.addedHow), addedFor: one.addedFor } : added(act === 'hand_on' ? 'instead' : act)];
  const gone = notNeeded(mode, now).map(({ id }) => id);
  const left = now.map((other) => (gone.includes(other.id) ? { ...other, withdrawnAt: 'now' } : other));
  const asked = toAsk(mode, left).map(({ id }) => id);
  return left.map((other) => (asked.includes(other.id) ? { ...other, askedAt: 'now' } : other));
};

test('whatever signers do, a step is complete or waits for somebody who may decide; nobody asked in is passed over', () => {
  const acts = fc.array(fc.tuple(fc.constantFrom('approve', 'approve', 'before', 'after', 'hand_on'), fc.nat(9)), { maxLength: 14 });
  fc.assert(
    fc.property(fc.constantFrom<Mode>('one', 'all', 'in_order'), fc.integer({ min: 1, max: 4 }), acts, (mode, many, list) => {
      let signers = Array.from({ length: many }, (_, i) => signer(`s${i}`, { position: i, askedAt: mode === 'in_order' && i > 0 ? null : 'then' }));
      for (const [act, at] of list) {
        if (isComplete(mode, signers)) break;
        signers = turn(mode, signers, act, at);
      }
      const complete = isComplete(mode, signers);
      const waitsFor = signers.filter((one) => whyNotDecide(one, running, { id: one.personId, deputyFor: [] }, signers).length === 0);
      expect(complete || waitsFor.length > 0).toBe(true);
      if (complete && mode !== 'one') expect(signers.filter(({ decidedAt, withdrawnAt }) => !decidedAt && !withdrawnAt)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
