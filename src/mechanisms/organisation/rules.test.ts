import { expect, test } from 'vitest';
import { faultsOf, makesCircle, whyNotChangePerson, whyNotClose, whyNotDepart, whyNotTakeLeave } from './rules.ts';

const [li, wang] = ['li', 'wang'];
const day = (n: number) => `2026-11-${n}T00:00:00.000Z`;
const about = { personId: wang, askerId: wang, now: day(24), own: [{ starts: day(27), ends: day(28) }], standsIn: [{ starts: day(18), ends: day(19) }], deputys: [{ starts: day(29), ends: day(30) }] };

test.each([
  ['tomorrow, Li for Wang', li, day(25), day(26), []],
  ['from now on', li, day(20), day(25), []],
  ['up to the next leave', li, day(26), day(27), []],
  ['it ends before it starts', li, day(26), day(25), ['organisation.leave_ends_before_it_starts']],
  ['it is over', li, day(20), day(24), ['organisation.leave_in_the_past']],
  ['nobody stands in for themselves', wang, day(25), day(26), ['organisation.own_deputy']],
  ['two leaves at once', li, day(26), day(28), ['organisation.leave_overlaps']],
  ['Li is away on the 29th', li, day(28), day(30), ['organisation.deputy_on_leave']],
] as const)('%s', (_, deputyId, starts, ends, why) => expect(whyNotTakeLeave({ deputyId, starts, ends }, about)).toEqual(why));

test('the office enters a leave for Wang, but nobody makes themselves the deputy', () => {
  const wanted = { deputyId: li, starts: day(25), ends: day(26) };
  expect(whyNotTakeLeave(wanted, { ...about, askerId: 'zhao' })).toEqual([]);
  expect(whyNotTakeLeave(wanted, { ...about, askerId: li })).toEqual(['organisation.deputy_is_asker']);
});

test('whoever stands in for somebody is there', () => {
  const standsIn = [{ starts: day(25), ends: day(27) }];
  expect(whyNotTakeLeave({ deputyId: li, starts: day(26), ends: day(27) }, { ...about, standsIn })).toEqual(['organisation.stands_in_then']);
});

const successor = { id: li, isThere: true, isAdministrator: false };
test.each([
  ['with nothing open', 0, null, []],
  ['with somebody who takes over', 3, successor, []],
  ['with open work and nobody', 1, null, ['organisation.open_work']],
  ['to themselves', 1, { ...successor, id: wang }, ['organisation.own_deputy']],
  ['to somebody who is gone', 1, { ...successor, isThere: false }, ['organisation.no_such_deputy']],
  ['to the auditor', 1, { ...successor, isAdministrator: true }, ['organisation.deputy_is_administrator']],
] as const)('Wang leaves the school %s', (_, openWork, to, why) => expect(whyNotDepart({ hasLeft: false, openWork, personId: wang, successor: to })).toEqual(why));

const empty = { isOffice: false, isUsed: false, hasWork: false, isMerged: false };
test.each([
  ['empty', {}, []],
  ['with people', { isUsed: true }, ['organisation.not_empty']],
  ['with people who go elsewhere', { isUsed: true, hasWork: true, isMerged: true }, []],
  ['with open work', { hasWork: true }, ['organisation.open_work_there']],
  ['the office', { isOffice: true, isUsed: true, isMerged: true }, ['organisation.is_the_office']],
] as const)('a department is closed: %s', (_, facts, why) => expect(whyNotClose({ ...empty, ...facts })).toEqual(why));

const tree = [{ id: 'school', parentId: null }, { id: 'office', parentId: 'school' }, { id: 'desk', parentId: 'office' }];
test.each([
  ['office', null, false],
  ['desk', 'school', false],
  ['office', 'office', true],
  ['school', 'desk', true],
] as const)('%s below %s makes a circle: %s', (id, parentId, circle) => expect(makesCircle(tree, id, parentId)).toBe(circle));

const line = { name: '张三', username: 'zhangsan', department: '教务处', role: 'staff', title: '', phone: '', email: '' };
const known = { usernames: new Set(['lisi']), departments: new Set(['教务处']), roles: ['staff', 'leader'] };
test.each([
  [{}, []],
  [{ phone: '13800000000', email: 'zhang@example.test' }, []],
  [{ phone: '0571-88010001转8012' }, []],
  [{ name: '' }, ['organisation.fault_name']],
  [{ name: '长'.repeat(51) }, ['organisation.fault_name']],
  [{ username: '张三' }, ['organisation.fault_username']],
  [{ username: 'lisi' }, ['organisation.fault_username_taken']],
  [{ username: 'wangwu' }, ['organisation.fault_username_twice']],
  [{ department: '教务' }, ['organisation.fault_department']],
  [{ role: 'admin' }, ['organisation.fault_role']],
  [{ title: '长'.repeat(51) }, ['organisation.fault_title']],
  [{ email: `${'a'.repeat(200)}@b.cn` }, ['organisation.fault_email']],
  [{ email: 'zhang@', phone: 'a lot' }, ['organisation.fault_email', 'organisation.fault_phone']],
])('a line with %j', (wrong, why) => expect(faultsOf({ ...line, ...wrong }, known, new Set(['wangwu']))).toEqual(why));

test('what is written on a person', () => {
  expect(whyNotChangePerson({ email: '', phone: '' })).toEqual([]);
  expect(whyNotChangePerson({ email: 'x', phone: '-' })).toEqual(['organisation.bad_email', 'organisation.bad_phone']);
});
