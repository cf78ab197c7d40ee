import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { loadSchool, sampleUsernames } from '#database/school/school.ts';
import { openFirstRun } from './first-run.ts';
import { openSample } from './sample.ts';

const { as, app, db, clock } = await openSchool('2026-11-24T01:00:00.000Z');
const nobody = await as(null);
const refused = (...codes: string[]) => ({ status: 422, codes });

const empty = async () => {
  for (const table of ['knownAddresses', 'accessTokens', 'sessions', 'oversight', 'posts', 'people', 'departments', 'school'] as const) await db.deleteFrom(table).execute();
};
const someone = (name: string, username: string) => ({ name, username, password: `${username}-的第一个密码` });
const school = {
  name: '南山中学', short: '南山', code: '南中', departments: ['教务处', '总务处'],
  admin: someone('蒋一', 'jiang'), security: someone('沈二', 'shen'), auditor: someone('韩三', 'han'), director: someone('陈四', 'chen'),
};
const signIn = async (username: string) => {
  const { cookies } = await app.inject({ method: 'POST', url: '/api/session', payload: { username, password: `${username}-的第一个密码` } });
  const answer = await app.inject({ method: 'GET', url: '/api/session', cookies: { zongban: cookies[0]!.value } });
  return answer.json();
};

test('a school that exists is not made again', async () => {
  await expect(nobody.organisation.createSchool({ body: school })).rejects.toMatchObject(refused('organisation.school_exists'));
  await expect(nobody.organisation.loadSample({ body: {} })).rejects.toMatchObject(refused('organisation.school_exists'));
});

test('the first run makes the school, its departments, and four different people', async () => {
  await empty();
  const make = (body: object) => nobody.organisation.createSchool({ body: { ...school, ...body } });
  expect(await nobody.organisation.school({})).toMatchObject({ exists: false });
  await expect(make({ security: someone('沈二', 'jiang') })).rejects.toMatchObject(refused('organisation.person_twice'));
  await expect(make({ departments: ['教务处', '教务处'] })).rejects.toMatchObject(refused('organisation.department_twice'));
  await expect(make({ admin: { ...school.admin, password: 'jiang' } })).rejects.toMatchObject(refused('access.password_short', 'access.password_is_name'));
  await expect(make({ admin: { ...school.admin, password: '1234567890' } })).rejects.toMatchObject(refused('access.password_common'));
  const both = await Promise.allSettled([make({}), make({})]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('organisation.school_exists') });
  expect(await nobody.organisation.school({})).toEqual({ exists: true, name: '南山中学', short: '南山', sample: false, asksCode: false });
  expect(await signIn('jiang')).toMatchObject({ name: '蒋一', school: '南山中学', mustChange: false, posts: [{ role: 'admin', department: { name: '综合办公室' } }] });
  expect((await signIn('shen')).permissions).toContain('roles.manage');
  expect((await signIn('chen')).permissions).toContain('incoming.register');
  expect((await (await as('chen')).organisation.departments({})).departments.map(({ name }) => name)).toEqual(['综合办公室', '教务处', '总务处']);
});

test('where others reach the server, only whoever sees its console makes the school; guessing waits', async () => {
  await empty();
  expect(await openFirstRun(db, false)).toBeUndefined();
  expect(await nobody.organisation.school({})).toMatchObject({ exists: false, asksCode: false });
  const startCode = (await openFirstRun(db, true))!;
  expect(startCode).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  expect(await openFirstRun(db, true)).toBe(startCode);
  expect(await nobody.organisation.school({})).toMatchObject({ exists: false, asksCode: true });
  await expect(nobody.organisation.createSchool({ body: school })).rejects.toMatchObject(refused('organisation.wrong_code'));
  await expect(nobody.organisation.loadSample({ body: { startCode: 'AAAA-AAAA' } })).rejects.toMatchObject(refused('organisation.wrong_code'));
  for (let i = 0; i < 8; i += 1) await nobody.organisation.createSchool({ body: { ...school, startCode: `guess ${i}` } }).catch(() => undefined);
  await expect(nobody.organisation.createSchool({ body: { ...school, startCode } })).rejects.toMatchObject(refused('access.too_many_tries'));
  clock.now = '2026-11-24T03:00:00.000Z';
  await nobody.organisation.createSchool({ body: { ...school, startCode: startCode.toLowerCase().replace('-', ' ') } });
  expect(await nobody.organisation.school({})).toMatchObject({ exists: true, asksCode: false });
  expect(await openFirstRun(db, true)).toBeUndefined();
  clock.now = '2026-11-24T01:00:00.000Z';
});

test('the sample school is one click, once', async () => {
  await empty();
  openSample(async (target, now) => {
    await target.transaction().execute((open) => loadSchool(open, { now, passwordHash: '' }));
    return { password: 'shown once', usernames: [...sampleUsernames] };
  });
  const both = await Promise.allSettled([nobody.organisation.loadSample({ body: {} }), nobody.organisation.loadSample({ body: {} })]);
  expect(both.find(({ status }) => status === 'fulfilled')).toMatchObject({ value: { password: 'shown once', usernames: expect.arrayContaining(['office.clerk', 'department.head.2', 'auditor']) } });
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('organisation.school_exists') });
  expect(await nobody.organisation.school({})).toMatchObject({ name: '江城实验学校', sample: true });
  expect((await (await as('admin')).organisation.people({ query: { most: 100 } })).people).toHaveLength(40);
  expect(clock.now).toBe('2026-11-24T01:00:00.000Z');
});
