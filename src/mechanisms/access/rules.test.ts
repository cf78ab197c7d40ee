import { expect, test } from 'vitest';
import { secondsToWait, whyNotGivePost, whyNotGrant, whyNotLose, whyNotPassword, whyNotResetPassword } from './rules.ts';

const li = { username: 'office.clerk', name: '李文静' };

test.each([
  ['春天的第一份收文登记', undefined, []],
  ['ten letters', undefined, []],
  ['Office.Clerk 的第一个密码', undefined, []],
  ['short', undefined, ['access.password_short']],
  ['Office_Clerk', undefined, ['access.password_is_name']],
  ['Office.Clerk1', undefined, ['access.password_is_name']],
  ['李文静李文静李文静12', undefined, ['access.password_is_name']],
  ['20262026202', undefined, []],
  ['202620262026', undefined, ['access.password_common']],
  ['Password123', undefined, ['access.password_common']],
  ['aaaaaaaaaa', undefined, ['access.password_common']],
  ['123123123123', undefined, ['access.password_common']],
  ['the old one', 'the old one', ['access.password_same']],
  ['1234567890', '1234567890', ['access.password_common', 'access.password_same']],
] as const)('password %s', (wanted, old, why) => expect(whyNotPassword(wanted, li, old)).toEqual(why));

const none = { count: 0, sinceLast: 0 };
test.each([
  ['four wrong tries cost nothing', { count: 4, sinceLast: 0 }, none, 0],
  ['the fifth waits half a minute', { count: 5, sinceLast: 0 }, none, 30],
  ['of which ten seconds are over', { count: 5, sinceLast: 10 }, none, 20],
  ['each further one waits twice as long', { count: 7, sinceLast: 0 }, none, 120],
  ['a quarter of an hour at most', { count: 50, sinceLast: 0 }, none, 900],
  ['an address has thirty', none, { count: 29, sinceLast: 0 }, 0],
  ['and then waits as well', none, { count: 30, sinceLast: 0 }, 30],
  ['the longer wait counts', { count: 6, sinceLast: 0 }, { count: 30, sinceLast: 0 }, 60],
] as const)('%s', (_, account, address, seconds) => expect(secondsToWait({ account, address, isFamiliar: false })).toBe(seconds));

test('where the person signed in before, colleagues behind the same address hold nobody up, and three hundred tries do', () => {
  const tried = (count: number) => secondsToWait({ account: none, address: { count, sinceLast: 0 }, isFamiliar: true });
  expect([tried(30), tried(299), tried(300)]).toEqual([0, 0, 30]);
});

test.each([
  ['leader', ['staff'], false, []],
  ['admin', ['staff'], false, []],
  ['admin', ['admin'], false, []],
  ['admin', ['security'], false, ['access.administrators_are_separate']],
  ['auditor', ['staff', 'admin'], false, ['access.administrators_are_separate']],
  ['leader', ['staff', 'admin'], false, ['access.administrators_are_separate']],
  ['auditor', ['staff', 'office.clerk'], false, ['access.administrators_are_separate']],
  ['staff', ['auditor'], false, []],
  ['leader', ['department.head'], false, []],
  ['security', ['security'], true, ['access.not_yourself']],
  ['admin', ['security'], true, ['access.not_yourself', 'access.administrators_are_separate']],
] as const)('%s to somebody who is %s', (role, held, isSelf, why) => expect(whyNotGivePost(role, held, isSelf)).toEqual(why));

test.each([
  ['a colleague', { isSelf: false, held: ['leader'], hasTotp: false }, []],
  ['oneself', { isSelf: true, held: ['admin'], hasTotp: false }, ['access.not_yourself']],
  ['another system administrator', { isSelf: false, held: ['admin'], hasTotp: false }, []],
  ['the auditor', { isSelf: false, held: ['staff', 'auditor'], hasTotp: false }, ['access.administrator_without_code']],
  ['the auditor, whose phone is asked as well', { isSelf: false, held: ['auditor'], hasTotp: true }, []],
] as const)('the password of %s is reset', (_, facts, why) => expect(whyNotResetPassword(facts)).toEqual(why));

test.each([
  ['a clerk may go', false, [{ role: 'office.clerk', left: 0 }], []],
  ['the last director of the office stays', false, [{ role: 'office.director', left: 0 }], ['access.last_of_its_kind']],
  ['the last administrator stays', false, [{ role: 'staff', left: 9 }, { role: 'admin', left: 0 }], ['access.last_of_its_kind']],
  ['one of two may go', false, [{ role: 'security', left: 1 }], []],
  ['nobody disables themselves', true, [], ['access.not_yourself']],
] as const)('%s', (_, isSelf, others, why) => expect(whyNotLose(isSelf, others)).toEqual(why));

const separate = ['access.administrators_are_separate'];
test.each([
  ['the clerk may instruct', 'office.clerk', 'incoming.instruct', true, ['leader', 'principal'], []],
  ['the director may manage departments', 'office.director', 'organisation.manage', true, ['admin'], []],
  ['accounts stay with the administrator', 'principal', 'accounts.manage', true, ['admin'], separate],
  ['the trail is read by the auditor alone', 'admin', 'audit.read', true, ['auditor'], [...separate, ...separate]],
  ['an administrator gets no documents', 'admin', 'incoming.read_all', true, ['office.clerk'], separate],
  ['of whatever module', 'auditor', 'seals.read', true, ['office.director'], separate],
  ['what was taken comes back', 'admin', 'mails.read', true, ['office.clerk', 'admin'], []],
  ['the duty itself is not taken', 'security', 'roles.manage', false, ['security'], separate],
  ['nor the sight of it', 'security', 'roles.read', false, ['security', 'admin', 'auditor'], separate],
  ['anything else may be taken', 'leader', 'incoming.instruct', false, ['leader', 'principal'], []],
] as const)('%s', (_, role, permission, granted, holders, why) => expect(whyNotGrant({ role, permission, granted, holders, isOwnRole: false })).toEqual(why));

test('nobody widens a role of their own, but may narrow it', () => {
  const own = { role: 'leader', permission: 'incoming.read_all', holders: ['principal'], isOwnRole: true };
  expect(whyNotGrant({ ...own, granted: true })).toEqual(['access.not_yourself']);
  expect(whyNotGrant({ ...own, granted: false })).toEqual([]);
});
