import { readXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { newId } from '#platform/ids.ts';

const { as, db, clock, drain, personId } = await openSchool('2026-11-24T01:00:00.000Z');
const [admin, staff, clerk] = [await as('admin'), await as('staff'), await as('office.clerk')];
const refused = (...codes: string[]) => ({ status: 422, codes });
const at = (days: number) => new Date(Date.parse(clock.now) + days * 86_400_000).toISOString();
const departmentNamed = async (name: string) => (await staff.organisation.departments({})).departments.find((department) => department.name === name)!;

test('everybody sees the school and its departments, with heads and the leaders in charge', async () => {
  expect(await (await as(null)).organisation.school({})).toEqual({ exists: true, name: '江城实验学校', short: '江城实验', sample: true, asksCode: false });
  const { departments } = await staff.organisation.departments({});
  expect(departments).toHaveLength(10);
  expect(departments[1]).toMatchObject({ name: '教务处', heads: [{ name: '刘志远' }], leaders: [{ name: '周敏' }], people: 8 });
});

test('a department is made, moved, renamed and closed when it is empty', async () => {
  const [above, below] = [(await departmentNamed('教务处')).id, (await departmentNamed('德育处')).id];
  const { id } = await admin.organisation.createDepartment({ body: { name: '招生办', parentId: above } });
  const change = (body: object, departmentId = id) => admin.organisation.changeDepartment({ params: { departmentId }, body });
  await change({ name: '招生办公室', parentId: below, phone: '0571-88010091' });
  expect(await departmentNamed('招生办公室')).toMatchObject({ parentId: below, short: '招生办', phone: '0571-88010091' });
  await expect(admin.organisation.createDepartment({ body: { name: '工会' } })).rejects.toMatchObject(refused('organisation.name_taken'));
  await expect(admin.organisation.createDepartment({ body: { name: '分部', parentId: newId() } })).rejects.toMatchObject(refused('organisation.no_such_department'));
  await expect(change({ name: '工会' })).rejects.toMatchObject(refused('organisation.name_taken'));
  await expect(change({ parentId: id }, below)).rejects.toMatchObject(refused('organisation.circle'));
  await expect(change({ name: '无' }, newId())).rejects.toMatchObject({ status: 404 });
  const close = (departmentId: string) => admin.organisation.closeDepartment({ params: { departmentId }, body: {} });
  await expect(close(above)).rejects.toMatchObject(refused('organisation.not_empty'));
  await close(id);
  expect((await departmentNamed('招生办公室')).closedAt).toBe(clock.now);
  await expect(change({ parentId: id }, below)).rejects.toMatchObject(refused('organisation.no_such_department'));
  await expect(staff.organisation.createDepartment({ body: { name: '我的部门' } })).rejects.toMatchObject({ status: 403 });
});

test('two departments that are put below each other at once make no circle', async () => {
  const ids = [(await departmentNamed('团委')).id, (await departmentNamed('工会')).id] as const;
  const below = (departmentId: string, parentId: string | null) => admin.organisation.changeDepartment({ params: { departmentId }, body: { parentId } });
  const both = await Promise.allSettled([below(ids[0], ids[1]), below(ids[1], ids[0])]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  for (const id of ids) await below(id, null);
});

test('the departments stand in the order the office wants', async () => {
  const names = async () => (await staff.organisation.departments({})).departments.filter(({ closedAt }) => !closedAt).map(({ id, name }) => ({ id, name }));
  const before = await names();
  const ids = [...before.slice(1), before[0]!].map(({ id }) => id);
  await admin.organisation.orderDepartments({ body: { ids } });
  expect((await names()).map(({ id }) => id)).toEqual(ids);
  await expect(admin.organisation.orderDepartments({ body: { ids: ids.slice(1) } })).rejects.toMatchObject(refused('organisation.order_incomplete'));
  await admin.organisation.orderDepartments({ body: { ids: before.map(({ id }) => id) } });
});

test('only a leader is in charge of a department', async () => {
  const { id: departmentId } = await departmentNamed('团委');
  const oversee = (...people: string[]) => admin.organisation.oversee({ params: { departmentId }, body: { people } });
  await expect(oversee(await personId('staff'))).rejects.toMatchObject(refused('organisation.not_a_leader'));
  await expect(oversee(newId())).rejects.toMatchObject(refused('organisation.not_a_leader'));
  await oversee(await personId('leader.2'), await personId('principal'));
  expect((await departmentNamed('团委')).leaders.map(({ name }) => name).sort()).toEqual(['王建华', '郑海涛'].sort());
  expect((await staff.organisation.person({ params: { personId: await personId('leader.2') } })).oversees.map(({ name }) => name)).toContain('团委');
  await oversee();
  expect((await departmentNamed('团委')).leaders).toEqual([]);
});

test('people are found by name, user name or department, a page at a time', async () => {
  const all: string[] = [];
  for (let after: string | undefined; ; ) {
    const { people, next } = await staff.organisation.people({ query: { most: 15, ...(after && { after }) } });
    all.push(...people.map(({ username }) => username));
    if (!next) break;
    after = next;
  }
  expect(all).toEqual([...new Set(all)].sort());
  expect(all).toHaveLength(40);
  const found = async (query: object) => (await staff.organisation.people({ query })).people.map(({ name }) => name);
  expect(await found({ q: '文静' })).toEqual(['李文静']);
  expect(await found({ q: 'OFFICE.' })).toEqual(['李文静', '陈国栋']);
  expect(await found({ q: '团委' })).toEqual(['窦杰', '许晨', '喻晴']);
  expect(await found({ q: '%' })).toEqual([]);
  expect(await found({ departmentId: (await departmentNamed('工会')).id })).toEqual(['韩立新', '柏璐', '何梅']);
});

test('a person has one page, changed by the administrator', async () => {
  const params = { personId: await personId('youjia') };
  await admin.organisation.changePerson({ params, body: { phone: '0571-88010061转8', email: 'you@example.test' } });
  const person = await staff.organisation.person({ params });
  expect(person).toMatchObject({ name: '尤佳', phone: '0571-88010061转8', email: 'you@example.test', clearance: null, leave: null });
  expect(person.posts.map(({ title, department }) => [title, department.name])).toEqual([['信息中心主任', '信息中心'], ['信息技术教师', '教务处']]);
  await expect(admin.organisation.changePerson({ params, body: { email: 'you' } })).rejects.toMatchObject(refused('organisation.bad_email'));
  await expect(admin.organisation.changePerson({ params, body: { phone: '?' } })).rejects.toMatchObject(refused('organisation.bad_phone'));
  await expect(admin.organisation.changePerson({ params: { personId: newId() }, body: { name: '谁' } })).rejects.toMatchObject({ status: 404 });
  await expect(staff.organisation.person({ params: { personId: newId() } })).rejects.toMatchObject({ status: 404 });
  await expect(staff.organisation.changePerson({ params, body: { name: '谁' } })).rejects.toMatchObject({ status: 403 });
});

test('the directory tells names and places, and nothing private', async () => {
  const { people } = await staff.organisation.directory({ query: { role: 'leader' } });
  expect(people.map(({ title }) => title).sort()).toEqual(['教学副校长', '后勤副校长', '校长'].sort());
  expect(Object.keys(people[0]!).sort()).toEqual(['department', 'id', 'name', 'title']);
});

test('on leave, a deputy acts for the person, in that time and for what was said', async () => {
  const deputyId = await personId('lvqiang');
  const { id } = await (await as('department.head')).organisation.takeLeave({ body: { deputyId, starts: at(0), ends: at(2), reason: '外出培训' } });
  const deputy = await as('lvqiang');
  expect(await deputy.access.me({})).toMatchObject({ deputyFor: [{ name: '刘志远' }], departments: [(await departmentNamed('教务处')).id] });
  expect((await staff.organisation.person({ params: { personId: await personId('department.head') } })).leave).toEqual({ deputy: '吕强', ends: at(2) });
  expect((await deputy.organisation.leaves({})).leaves).toMatchObject([{ id, scope: 'all', reason: '外出培训', endedAt: null }]);
  expect((await staff.organisation.leaves({})).leaves).toEqual([]);
  await expect(deputy.organisation.endLeave({ params: { leaveId: id }, body: {} })).rejects.toMatchObject({ status: 404 });
  await (await as('department.head')).organisation.endLeave({ params: { leaveId: id }, body: {} });
  expect((await deputy.access.me({})).deputyFor).toEqual([]);
});

test('a leave is refused with its reason', async () => {
  const take = async (who: string, deputy: string, from: number, to: number) => (await as(who)).organisation.takeLeave({ body: { deputyId: await personId(deputy), starts: at(from), ends: at(to) } });
  await take('hemei', 'xuchen', 5, 7);
  await expect(take('hemei', 'xuchen', 6, 8)).rejects.toMatchObject(refused('organisation.leave_overlaps'));
  await expect(take('xuchen', 'hemei', 6, 8)).rejects.toMatchObject(refused('organisation.stands_in_then', 'organisation.deputy_on_leave'));
  await expect(take('hemei', 'xuchen', 9, 8)).rejects.toMatchObject(refused('organisation.leave_ends_before_it_starts'));
  await expect(take('hemei', 'xuchen', -3, -1)).rejects.toMatchObject(refused('organisation.leave_in_the_past'));
  await expect(take('hemei', 'hemei', 8, 9)).rejects.toMatchObject(refused('organisation.own_deputy'));
  await expect(take('hemei', 'auditor', 8, 9)).rejects.toMatchObject(refused('organisation.deputy_is_administrator'));
  await expect(clerk.organisation.takeLeave({ body: { deputyId: newId(), starts: at(8), ends: at(9) } })).rejects.toMatchObject(refused('organisation.no_such_deputy'));
  const both = await Promise.allSettled([take('zhuting', 'qinyong', 20, 22), take('qinyong', 'zhuting', 21, 23)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('the office enters and ends a leave for somebody who is ill', async () => {
  const body = { personId: await personId('leader'), deputyId: await personId('leader.2'), starts: at(0), ends: at(3), reason: '病假' };
  await expect(staff.organisation.takeLeave({ body })).rejects.toMatchObject(refused('organisation.leave_of_another'));
  const { id } = await clerk.organisation.takeLeave({ body });
  expect((await db.selectFrom('leaves').select(['personId', 'createdBy']).where('id', '=', id).executeTakeFirstOrThrow())).toEqual({ personId: await personId('leader'), createdBy: await personId('office.clerk') });
  expect((await (await as('leader.2')).access.me({})).deputyFor).toEqual([{ id: await personId('leader'), name: '周敏' }]);
  await clerk.organisation.endLeave({ params: { leaveId: id }, body: {} });
  await expect(clerk.organisation.takeLeave({ body: { ...body, personId: newId() } })).rejects.toMatchObject({ status: 404 });
});

test('nobody makes themselves the deputy of somebody else, and who stands in for somebody is told and stays', async () => {
  const body = { personId: await personId('principal'), starts: at(40), ends: at(42), reason: '出访' };
  await expect(clerk.organisation.takeLeave({ body: { ...body, deputyId: await personId('office.clerk') } })).rejects.toMatchObject(refused('organisation.deputy_is_asker'));
  await clerk.organisation.takeLeave({ body: { ...body, deputyId: await personId('leader.2') } });
  await drain();
  const newest = async (username: string) => (await (await as(username)).notifications.messages({ query: { most: 1 } })).messages[0];
  expect(await newest('leader.2')).toMatchObject({ what: 'organisation.deputy', params: { person: '王建华', from: '2027-01-03' } });
  expect(await newest('principal')).toMatchObject({ what: 'organisation.away', params: { by: '李文静', deputy: '郑海涛' } });
  const own = { deputyId: await personId('leader'), starts: at(41), ends: at(43) };
  await expect((await as('leader.2')).organisation.takeLeave({ body: own })).rejects.toMatchObject(refused('organisation.stands_in_then'));
  await expect(admin.organisation.takeLeave({ body: { ...body, deputyId: await personId('leader') } })).rejects.toMatchObject(refused('organisation.leave_of_another'));
});

test('the roll of people is a table, for the office and the administrator', async () => {
  const content = (await clerk.organisation.book({})) as unknown as Buffer;
  const [head, ...rows] = (await readXlsx(content)).sheets[0]!.rows;
  expect(head).toEqual(['姓名', '用户名', '部门', '角色', '职务', '电话', '邮箱', '状态']);
  expect(rows.filter(([, username]) => username === 'youjia').map((row) => row[2])).toEqual(['信息中心', '教务处']);
  await expect(staff.organisation.book({})).rejects.toMatchObject({ status: 403 });
});
