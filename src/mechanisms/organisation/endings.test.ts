import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { newId } from '#platform/ids.ts';

const { as, db, clock, drain, personId } = await openSchool('2026-11-24T01:00:00.000Z');
const [admin, clerk, director] = [await as('admin'), await as('office.clerk'), await as('office.director')];
const refused = (...codes: string[]) => ({ status: 422, codes });
const depart = async (username: string, successor?: string) =>
  admin.organisation.depart({ params: { personId: await personId(username) }, body: { successorId: successor ? await personId(successor) : null } });

const departmentNamed = async (name: string) => (await clerk.organisation.departments({})).departments.find((department) => department.name === name)!;

/** A document that waits for an answer of this person. */
const taskFor = async (username: string) => {
  const { id: departmentId } = await departmentNamed('教务处');
  const { id: documentId } = await clerk.incoming.register({ body: { sender: '市教育局', title: '关于报送名单的通知' } });
  await director.incoming.accept({ params: { documentId }, body: {} });
  await director.incoming.propose({ params: { documentId }, body: { text: '拟请主办。', leaders: [] } });
  await clerk.incoming.dispatch({ params: { documentId }, body: { parts: [{ departmentId, role: 'lead' }] } });
  const head = await as('department.head');
  const partId = (await head.incoming.one({ params: { documentId } })).parts[0]!.id;
  await head.incoming.signFor({ params: { partId }, body: {} });
  await head.incoming.assign({ params: { partId }, body: { personId: await personId(username) } });
  return { documentId, partId };
};
const inboxOf = async (username: string) => (await (await as(username)).todos.list({ query: { box: 'act' } })).todos.map(({ record, why }) => [record.id, why]);

test('what takes the permission of somebody on leave is written under both names, in the history and in the audit trail', async () => {
  await director.organisation.takeLeave({ body: { deputyId: await personId('zhuting'), starts: clock.now, ends: '2026-11-25T00:00:00.000Z' } });
  const { id: documentId } = await clerk.incoming.register({ body: { sender: '市教育局', title: '关于代办的通知' } });
  await (await as('zhuting')).incoming.accept({ params: { documentId }, body: {} });
  const { lines } = await clerk.lifecycle.history({ params: { recordId: documentId } });
  expect(lines.at(-1)).toMatchObject({ what: 'incoming.accept', who: { name: '朱婷' }, forWhom: { name: '陈国栋' } });
  const { audit } = await as('auditor');
  expect((await audit.list({ query: { onBehalfOf: await personId('office.director') } })).entries).toMatchObject([{ actor: '朱婷', forWhom: '陈国栋', action: 'incoming.accept' }]);
  expect((await audit.list({ query: { recordId: documentId, action: 'incoming.register' } })).entries).toMatchObject([{ actor: '李文静', forWhom: '' }]);
  const { leaves } = await director.organisation.leaves({});
  await director.organisation.endLeave({ params: { leaveId: leaves[0]!.id }, body: {} });
});

test('somebody leaves the school: their work goes on under both names, and nothing else of theirs', async () => {
  const { documentId, partId } = await taskFor('lvqiang');
  const his = await as('lvqiang');
  await expect(depart('lvqiang')).rejects.toMatchObject(refused('organisation.open_work'));
  await expect(depart('lvqiang', 'auditor')).rejects.toMatchObject(refused('organisation.deputy_is_administrator'));
  await expect(depart('lvqiang', 'lvqiang')).rejects.toMatchObject(refused('organisation.own_deputy'));
  await expect(admin.organisation.depart({ params: { personId: newId() }, body: {} })).rejects.toMatchObject({ status: 404 });
  await depart('lvqiang', 'shihong');
  await expect(his.access.me({})).rejects.toMatchObject({ status: 401 });
  expect(await inboxOf('shihong')).toContainEqual([documentId, { as: 'deputy', name: '吕强' }]);
  const hers = await as('shihong');
  await hers.incoming.report({ params: { partId }, body: { text: '名单已核对' } });
  const done = await db.selectFrom('history').select(['actorId', 'onBehalfOf']).where('recordId', '=', documentId).orderBy('id', 'desc').limit(1).executeTakeFirst();
  expect(done).toEqual({ actorId: await personId('shihong'), onBehalfOf: await personId('lvqiang') });
  const { audit } = await as('auditor');
  const entries = { query: { onBehalfOf: await personId('lvqiang') } };
  expect((await audit.list(entries)).entries).toMatchObject([{ actor: '施红', forWhom: '吕强', action: 'incoming.report' }]);
  const left = await admin.organisation.person({ params: { personId: await personId('lvqiang') } });
  expect(left).toMatchObject({ posts: [], leftAt: clock.now, successor: '施红', disabledAt: clock.now });
  await expect(depart('lvqiang', 'shihong')).rejects.toMatchObject(refused('organisation.has_left'));
  await drain();
  expect((await hers.notifications.messages({ query: {} })).messages.map(({ what }) => what)).toContain('organisation.successor');
});

test('whoever took over leaves, too: all of it goes to the next', async () => {
  await taskFor('shihong');
  await expect(depart('shihong')).rejects.toMatchObject(refused('organisation.open_work'));
  await depart('shihong', 'zhangyi');
  expect((await (await as('zhangyi')).access.me({})).deputyFor.map(({ name }) => name).sort()).toEqual(['吕强', '施红'].sort());
});

test('one of them comes back, as staff without posts, to their own work', async () => {
  await admin.access.setDisabled({ params: { personId: await personId('lvqiang') }, body: { disabled: false } });
  expect((await (await as('zhangyi')).access.me({})).deputyFor.map(({ name }) => name)).toEqual(['施红']);
  expect(await (await as('lvqiang')).access.me({})).toMatchObject({ posts: [], departments: [] });
});

test('whoever counted on a deputy who leaves is told', async () => {
  const leader = await as('leader');
  const { id } = await leader.organisation.takeLeave({ body: { deputyId: await personId('kongliang'), starts: clock.now, ends: '2026-12-01T00:00:00.000Z' } });
  await depart('kongliang');
  await drain();
  expect((await leader.organisation.leaves({})).leaves.find((leave) => leave.id === id)).toMatchObject({ endedAt: clock.now });
  expect((await leader.notifications.messages({ query: { most: 1 } })).messages).toMatchObject([{ what: 'organisation.deputy_gone', params: { deputy: '孔亮' } }]);
});

test('the director of the office, the last administrators and the asker stay', async () => {
  await expect(depart('office.director', 'staff')).rejects.toMatchObject(refused('access.last_of_its_kind'));
  await expect(depart('auditor')).rejects.toMatchObject(refused('access.last_of_its_kind'));
  await expect(depart('admin')).rejects.toMatchObject(refused('access.not_yourself', 'access.last_of_its_kind'));
});

test('a department goes into another: its people, its place in the tree, and what was open there', async () => {
  const [gone, into] = [await departmentNamed('教科室'), await departmentNamed('教务处')];
  const { id: below } = await admin.organisation.createDepartment({ body: { name: '名师工作室', parentId: gone.id } });
  const { id: documentId } = await clerk.incoming.register({ body: { sender: '市教科院', title: '关于开展课题申报的通知' } });
  await director.incoming.accept({ params: { documentId }, body: {} });
  await director.incoming.propose({ params: { documentId }, body: { text: '拟请主办。', leaders: [] } });
  await clerk.incoming.dispatch({ params: { documentId }, body: { parts: [{ departmentId: gone.id, role: 'lead' }] } });
  const close = (body: object, departmentId = gone.id) => admin.organisation.closeDepartment({ params: { departmentId }, body });
  await expect(close({})).rejects.toMatchObject(refused('organisation.not_empty', 'organisation.open_work_there'));
  await expect(close({ intoId: gone.id })).rejects.toMatchObject(refused('organisation.no_such_department'));
  await expect(close({ intoId: into.id }, (await departmentNamed('综合办公室')).id)).rejects.toMatchObject(refused('organisation.is_the_office'));
  await close({ intoId: into.id });
  expect(await departmentNamed('教科室')).toMatchObject({ closedAt: clock.now, mergedInto: '教务处', people: 0 });
  expect(await departmentNamed('名师工作室')).toMatchObject({ id: below, parentId: null });
  const postsOf = async (username: string) => (await clerk.organisation.person({ params: { personId: await personId(username) } })).posts.map(({ role, department }) => [role, department.name]);
  expect(await postsOf('jiangnan')).toEqual([['staff', '教务处']]);
  expect(await postsOf('zhuting')).toEqual([['staff', '教务处']]);
  expect((await (await as('security')).access.postRequests({ query: {} })).requests).toMatchObject([{ person: { name: '朱婷' }, role: 'department.head', department: { name: '教务处' } }]);
  const head = await as('department.head');
  expect((await head.access.me({})).departments).toEqual([into.id, gone.id]);
  expect((await head.todos.list({ query: { box: 'act' } })).todos.map(({ record }) => record.id)).toContain(documentId);
  const { parts } = await head.incoming.one({ params: { documentId } });
  await head.incoming.signFor({ params: { partId: parts[0]!.id }, body: {} });
});
