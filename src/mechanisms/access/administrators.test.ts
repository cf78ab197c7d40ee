import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { newId } from '#platform/ids.ts';
import { issueOneTime } from './accounts.ts';
import { hashOfCode } from './codes.ts';

const { as, db, app, clock, personId } = await openSchool('2026-11-24T01:00:00.000Z');
const [admin, security, auditor] = [await as('admin'), await as('security'), await as('auditor')];
const refused = (...codes: string[]) => ({ status: 422, codes });
const forbidden = { status: 403 };

const of = async (username: string) => ({ params: { personId: await personId(username) } });
const departmentOf = async (name: string) => (await db.selectFrom('departments').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
const departmentId = await departmentOf('教务处');
const postOf = async (username: string, role: string) =>
  (await db.selectFrom('posts').select('id').where('personId', '=', await personId(username)).where('role', '=', role).where('until', 'is', null).executeTakeFirstOrThrow()).id;
const signIn = async (username: string, password: string, code?: string) => (await app.inject({ method: 'POST', url: '/api/session', payload: { username, password, code } })).json();

test('each of the three does what the other two may not, and none of them reads a document', async () => {
  const someone = await of('staff');
  const account = { username: 'new', name: '新人', departmentId };
  for (const other of [security, auditor]) await expect(other.access.createAccount({ body: account })).rejects.toMatchObject(forbidden);
  for (const other of [admin, auditor]) {
    await expect(other.access.givePost({ ...someone, body: { departmentId, role: 'leader', title: '副校长' } })).rejects.toMatchObject(forbidden);
    await expect(other.access.setClearance({ ...someone, body: { clearance: 3 } })).rejects.toMatchObject(forbidden);
    await expect(other.access.grant({ params: { role: 'staff', permission: 'incoming.register' }, body: { granted: true } })).rejects.toMatchObject(forbidden);
  }
  for (const other of [admin, security]) await expect(other.audit.list({ query: {} })).rejects.toMatchObject(forbidden);
  for (const one of [admin, security, auditor]) expect((await one.access.me({})).permissions.filter((permission) => permission.startsWith('incoming.'))).toEqual([]);
});

test('who acts as one of the three sees no record, not even one that was sent to them; as a colleague they see it again', async () => {
  const id = newId();
  const adminId = await personId('admin');
  await db.insertInto('records').values({ id, kind: 'incoming', title: '关于机房检查的通知', allPermission: 'incoming.read_all', at: clock.now, readers: [adminId] }).execute();
  await db.insertInto('todos').values({ id: newId(), personId: adminId, kind: 'read', recordId: id, what: 'incoming.read', askedBy: await personId('office.clerk'), askedAt: clock.now }).execute();
  const seen = async () => (await admin.todos.counts({})).read;
  await expect(admin.lifecycle.history({ params: { recordId: id } })).rejects.toMatchObject({ status: 404 });
  expect(await seen()).toBe(0);
  const postId = newId();
  await db.insertInto('posts').values({ id: postId, personId: adminId, departmentId, role: 'staff', title: '信息技术教师', since: clock.now }).execute();
  await admin.access.actAs({ body: { postId } });
  expect((await admin.lifecycle.history({ params: { recordId: id } })).lines).toEqual([]);
  expect(await seen()).toBe(1);
  await admin.access.actAs({ body: { postId: await postOf('admin', 'admin') } });
  await db.updateTable('posts').set({ until: new Date(Date.parse(clock.now) + 1).toISOString() }).where('id', '=', postId).execute();
});

test('an account begins with a one-time password, as 教职工 and nothing more', async () => {
  const body = { username: 'Wang.Fang', name: '王芳', departmentId, email: 'wangfang@example.test' };
  const { id, oneTime } = await admin.access.createAccount({ body });
  expect(await signIn('wang.fang', oneTime)).toEqual({ id, name: '王芳', mustChange: true });
  const { posts } = await admin.organisation.person({ params: { personId: id } });
  expect(posts.map(({ role, department }) => [role, department.name])).toEqual([['staff', '教务处']]);
  const newcomer = await as('wang.fang');
  expect(await newcomer.access.me({})).toMatchObject({ permissions: [], mustChange: true });
  await expect(newcomer.organisation.people({ query: {} })).rejects.toMatchObject(forbidden);
  await expect(newcomer.access.changePassword({ body: { password: oneTime, newPassword: '江边自己的密码呀真好' } })).rejects.toMatchObject({ status: 403, codes: ['platform.not_by_token'] });
  const { cookies } = await app.inject({ method: 'POST', url: '/api/session', payload: { username: 'wang.fang', password: oneTime } });
  const changed = await app.inject({ method: 'PUT', url: '/api/session/password', cookies: { zongban: cookies[0]!.value }, payload: { password: oneTime, newPassword: '江边自己的密码呀真好' } });
  expect(changed.statusCode).toBe(200);
  expect((await newcomer.access.me({})).permissions).toContain('organisation.read');
  await expect(admin.access.createAccount({ body })).rejects.toMatchObject(refused('access.username_taken'));
  await expect(admin.access.createAccount({ body: { ...body, username: 'other', departmentId: newId() } })).rejects.toMatchObject(refused('access.no_department'));
  await expect(admin.access.createAccount({ body: { ...body, username: 'other', email: 'nowhere' } })).rejects.toMatchObject({ status: 400 });
});

test('a reset password ends what was open, but the second step is taken off by another hand', async () => {
  const someone = await of('caoyan');
  await db.updateTable('people').set({ totp: 'JBSWY3DPEHPK3PXP', recovery: [hashOfCode('abcde-12345')] }).where('username', '=', 'caoyan').execute();
  const hers = await as('caoyan');
  const { oneTime } = await admin.access.resetPassword({ ...someone, body: {} });
  await expect(hers.access.me({})).rejects.toMatchObject({ status: 401 });
  expect(await signIn('caoyan', oneTime)).toMatchObject({ codes: ['access.code_needed'] });
  await expect(admin.access.removeTotp({ ...someone, body: {} })).rejects.toMatchObject(forbidden);
  await security.access.removeTotp({ ...someone, body: {} });
  expect(await signIn('caoyan', oneTime)).toMatchObject({ mustChange: true });
  await expect(security.access.removeTotp({ ...(await of('security')), body: {} })).rejects.toMatchObject(refused('access.not_yourself'));
  await expect(admin.access.resetPassword({ ...(await of('admin')), body: {} })).rejects.toMatchObject(refused('access.not_yourself'));
  await expect(admin.access.resetPassword({ params: { personId: newId() }, body: {} })).rejects.toMatchObject({ status: 404 });
});

test('a password that the system administrator knows does not make them auditor or security administrator', async () => {
  const reset = async (username: string) => admin.access.resetPassword({ ...(await of(username)), body: {} });
  for (const username of ['auditor', 'security']) await expect(reset(username)).rejects.toMatchObject(refused('access.administrator_without_code'));
  await db.updateTable('people').set({ totp: 'JBSWY3DPEHPK3PXP' }).where('username', '=', 'auditor').execute();
  expect(await signIn('auditor', (await reset('auditor')).oneTime)).toMatchObject({ codes: ['access.code_needed'] });
});

test('from the machine itself there is a way back in, and the auditor sees it', async () => {
  const issue = (username: string) => issueOneTime(db, { username, withoutCodes: true, now: clock.now });
  expect(await issue('nobody.here')).toBeUndefined();
  expect(await signIn('auditor', (await issue('auditor'))!)).toMatchObject({ mustChange: true });
  await db.updateTable('people').set({ mustChange: false }).where('username', '=', 'auditor').execute();
  const { entries } = await (await as('auditor')).audit.list({ query: { action: 'access.issueOneTime' } });
  expect(entries).toMatchObject([{ actor: '', recordId: await personId('auditor'), input: expect.stringContaining('withoutCodes') }]);
});

test('a disabled account is out at once, and comes back', async () => {
  const hers = await as('bailu');
  await admin.access.setDisabled({ ...(await of('bailu')), body: { disabled: true } });
  await expect(hers.access.me({})).rejects.toMatchObject({ status: 401 });
  expect((await admin.organisation.directory({ query: { q: '柏璐' } })).people).toEqual([]);
  await admin.access.setDisabled({ ...(await of('bailu')), body: { disabled: false } });
  await (await as('bailu')).access.me({});
});

test('the last administrator of a kind stays, also when two are asked to go at once', async () => {
  const disable = async (username: string) => admin.access.setDisabled({ ...(await of(username)), body: { disabled: true } });
  await expect(disable('admin')).rejects.toMatchObject(refused('access.not_yourself', 'access.last_of_its_kind'));
  await expect(disable('auditor')).rejects.toMatchObject(refused('access.last_of_its_kind'));
  await expect(security.access.endPost({ params: { postId: await postOf('admin', 'admin') } })).rejects.toMatchObject(refused('access.last_of_its_kind'));
  await security.access.givePost({ ...(await of('xieyun')), body: { departmentId, role: 'auditor', title: '审计员' } });
  const both = await Promise.allSettled([disable('auditor'), disable('xieyun')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  for (const username of ['auditor', 'xieyun']) await admin.access.setDisabled({ ...(await of(username)), body: { disabled: false } });
});

test('posts are given and ended by the security administrator, never to themselves', async () => {
  const leader = { departmentId, role: 'leader' as const, title: '教学副校长' };
  const { id } = await security.access.givePost({ ...(await of('qibo')), body: leader });
  await expect(security.access.givePost({ ...(await of('qibo')), body: leader })).rejects.toMatchObject(refused('access.post_held'));
  await expect(security.access.givePost({ ...(await of('security')), body: leader })).rejects.toMatchObject(refused('access.not_yourself', 'access.administrators_are_separate'));
  await expect(security.access.givePost({ ...(await of('auditor')), body: leader })).rejects.toMatchObject(refused('access.administrators_are_separate'));
  await expect(security.access.givePost({ ...(await of('admin')), body: { ...leader, role: 'auditor' } })).rejects.toMatchObject(refused('access.administrators_are_separate'));
  await expect(security.access.givePost({ ...(await of('qibo')), body: { ...leader, departmentId: newId() } })).rejects.toMatchObject(refused('access.no_department'));
  await expect(security.access.givePost({ params: { personId: newId() }, body: leader })).rejects.toMatchObject({ status: 404 });
  const qibo = await as('qibo');
  await qibo.access.actAs({ body: { postId: id } });
  expect((await qibo.access.me({})).permissions).toContain('incoming.instruct');
  await qibo.access.actAs({ body: { postId: await postOf('qibo', 'staff') } });
  expect((await qibo.access.me({})).permissions).not.toContain('incoming.instruct');
  await qibo.access.actAs({ body: { postId: id } });
  await security.access.endPost({ params: { postId: id } });
  expect(await qibo.access.me({})).toMatchObject({ actingPostId: null, posts: [{ role: 'staff' }] });
  await expect(security.access.endPost({ params: { postId: id } })).rejects.toMatchObject({ status: 404 });
  await expect(security.access.endPost({ params: { postId: await postOf('security', 'security') } })).rejects.toMatchObject(refused('access.not_yourself', 'access.last_of_its_kind'));
});

test('whoever becomes an administrator while standing in for somebody acts for nobody', async () => {
  const leave = { id: newId(), personId: await personId('leader'), deputyId: await personId('zoukai'), starts: clock.now, ends: '2026-11-30T00:00:00.000Z', createdBy: await personId('leader'), createdAt: clock.now };
  await db.insertInto('leaves').values(leave).execute();
  const zoukai = await as('zoukai');
  expect((await zoukai.access.me({})).permissions).toContain('incoming.instruct');
  await security.access.givePost({ ...(await of('zoukai')), body: { departmentId, role: 'auditor', title: '审计员' } });
  expect(await zoukai.access.me({})).toMatchObject({ deputyFor: [], permissions: expect.not.arrayContaining(['incoming.instruct']) });
});

test('a clearance is given by the security administrator, and shown to administrators only', async () => {
  await security.access.setClearance({ ...(await of('jinlei')), body: { clearance: 2 } });
  expect((await admin.organisation.person(await of('jinlei'))).clearance).toBe(2);
  expect((await (await as('staff')).organisation.person(await of('jinlei'))).clearance).toBeNull();
  await expect(security.access.setClearance({ ...(await of('security')), body: { clearance: 3 } })).rejects.toMatchObject(refused('access.not_yourself'));
  await expect(security.access.setClearance({ params: { personId: newId() }, body: { clearance: 1 } })).rejects.toMatchObject({ status: 404 });
});

test('a role gains and loses permissions; only what differs from the modules is kept', async () => {
  const grant = (role: string, permission: string, granted: boolean) => security.access.grant({ params: { role, permission }, body: { granted } });
  await grant('archivist', 'incoming.register', true);
  const held = async (role: string) => (await security.access.grants({})).roles.find((one) => one.role === role)!.permissions;
  expect(await held('archivist')).toContain('incoming.register');
  expect((await (await as('archivist')).access.me({})).permissions).toContain('incoming.register');
  await grant('archivist', 'incoming.register', false);
  expect(await db.selectFrom('rolePermissions').selectAll().execute()).toEqual([]);
  await grant('leader', 'incoming.instruct', false);
  expect(await db.selectFrom('rolePermissions').selectAll().execute()).toEqual([{ role: 'leader', permission: 'incoming.instruct', granted: false }]);
  await expect(grant('teacher', 'incoming.register', true)).rejects.toMatchObject(refused('access.unknown_role'));
  await expect(grant('staff', 'incoming.burn', true)).rejects.toMatchObject(refused('access.unknown_permission'));
  await expect(grant('auditor', 'incoming.read_all', true)).rejects.toMatchObject(refused('access.administrators_are_separate'));
  await db.insertInto('posts').values({ id: newId(), personId: await personId('security'), departmentId, role: 'staff', title: '教师', since: clock.now }).execute();
  await expect(grant('staff', 'incoming.read_all', true)).rejects.toMatchObject(refused('access.not_yourself'));
});

test('posts of an import wait until the security administrator gives them', async () => {
  const base = { departmentId, askedBy: await personId('admin'), askedAt: clock.now };
  const ids = Array.from({ length: 3 }, newId).sort();
  const ask = async (username: string, role: string) => ({ ...base, id: ids.shift()!, personId: await personId(username), role, title: role });
  const rows = [await ask('huafang', 'archivist'), await ask('jiangnan', 'leader'), await ask('security', 'leader')];
  await db.insertInto('postRequests').values(rows).execute();
  const [first] = (await admin.access.postRequests({ query: { most: 1 } })).requests;
  expect(first).toMatchObject({ person: { name: '华芳' }, role: 'archivist', askedBy: '蒋涛' });
  expect((await admin.access.postRequests({ query: { after: first!.id } })).requests).toHaveLength(2);
  const settle = (ids: string[], give: boolean) => security.access.settlePostRequests({ body: { ids, give } });
  await expect(admin.access.settlePostRequests({ body: { ids: [first!.id], give: true } })).rejects.toMatchObject(forbidden);
  await expect(settle([rows[2]!.id], true)).rejects.toMatchObject(refused('access.not_yourself', 'access.administrators_are_separate'));
  expect(await settle([rows[0]!.id], true)).toEqual({ settled: 1 });
  expect(await settle([rows[0]!.id, rows[1]!.id], false)).toEqual({ settled: 1 });
  expect((await (await as('huafang')).access.me({})).posts.map(({ role }) => role)).toContain('archivist');
  expect((await (await as('jiangnan')).access.me({})).posts.map(({ role }) => role)).toEqual(['staff']);
});
