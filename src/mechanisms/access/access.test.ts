import { expect, test } from 'vitest';
import { Secret, TOTP } from 'otpauth';
import { openSchool } from '#app/testing.ts';
import { client, type Send } from '#platform/client.ts';
import { access } from './contract.ts';
import { hashPassword } from './passwords.ts';
import { sweep } from './sweep.ts';
import { hashOfToken } from './who.ts';

const { as, db, app, clock, personId } = await openSchool('2026-11-24T01:00:00.000Z');
const password = '江城十一月的早晨';
await db.updateTable('people').set({ password: await hashPassword(password) }).execute();

const later = (seconds: number) => (clock.now = new Date(Date.parse(clock.now) + seconds * 1000).toISOString());
const refused = (...codes: string[]) => ({ status: 422, codes });

/** As a browser does it: what comes back is the cookie. */
const post = async (body: object, remoteAddress = '127.0.0.1') => {
  const response = await app.inject({ method: 'POST', url: '/api/session', payload: body, remoteAddress });
  return { status: response.statusCode, body: response.json(), cookie: response.cookies[0] };
};
const withCookie = (zongban: string): Send => async ({ method, url, body }) => {
  const response = await app.inject({ method: method as 'GET', url, cookies: { zongban }, ...(body !== undefined && { payload: body as object }) });
  return { status: response.statusCode, body: response.json() };
};
const withToken = (token: string): Send => async ({ method, url, body }) => {
  const response = await app.inject({ method: method as 'GET', url, headers: { authorization: `Bearer ${token}` }, ...(body !== undefined && { payload: body as object }) });
  return { status: response.statusCode, body: response.json() };
};
const signIn = async (username: string, more: object = {}) => {
  const { status, cookie } = await post({ username, password, ...more });
  expect(status).toBe(200);
  return client('access', access, withCookie(cookie!.value));
};
const codeOf = (uri: string) => new TOTP({ secret: Secret.fromBase32(/secret=(\w+)/.exec(uri)![1]!) }).generate({ timestamp: Date.parse(clock.now) });

test('a person signs in with a cookie that no script reads, and only its hash is kept', async () => {
  const { status, body, cookie } = await post({ username: ' Office.Clerk ', password, agent: 'Firefox' });
  expect([status, body]).toEqual([200, { id: await personId('office.clerk'), name: '李文静', mustChange: false }]);
  expect(cookie).toMatchObject({ name: 'zongban', httpOnly: true, sameSite: 'Strict', path: '/' });
  const kept = await db.selectFrom('sessions').selectAll().execute();
  expect(kept).toMatchObject([{ tokenHash: hashOfToken(cookie!.value), agent: 'Firefox', endsAt: '2026-12-01T01:00:00.000Z' }]);
  const answer = await app.inject({ method: 'GET', url: '/api/session', cookies: { zongban: cookie!.value } });
  expect(answer.json()).toMatchObject({ username: 'office.clerk', school: '江城实验学校', locale: 'zh-CN', hasTotp: false, posts: [{ role: 'office.clerk', department: { name: '综合办公室' } }] });
  expect(answer.json().permissions).toContain('incoming.register');
});

test('a wrong password, an unknown name and a disabled account look the same', async () => {
  await db.updateTable('people').set({ disabledAt: clock.now }).where('username', '=', 'bailu').execute();
  for (const tried of [{ username: 'staff', password: 'wrong' }, { username: 'nobody', password }, { username: 'bailu', password }])
    expect(await post(tried)).toMatchObject({ status: 422, body: { codes: ['access.wrong_name_or_password'] } });
  const { entries } = await (await as('auditor')).audit.list({ query: { action: 'access.signIn' } });
  expect(entries.filter(({ input }) => input.includes('account:nobody'))).toHaveLength(1);
  expect(JSON.stringify(entries)).not.toContain('wrong"');
});

test('a sign-in stands in the trail under the person, from where and when', async () => {
  await post({ username: 'qibo', password }, '10.0.3.1');
  const { entries } = await (await as('auditor')).audit.list({ query: { actorId: await personId('qibo'), action: 'access.signIn' } });
  expect(entries).toMatchObject([{ actor: '戚博', address: '10.0.3.1', at: clock.now }]);
});

test('after five wrong tries the right password waits, too, and each further try waits longer', async () => {
  later(1000);
  const tries = await Promise.all(Array.from({ length: 12 }, () => post({ username: 'leader', password: 'wrong' }, '10.0.0.1')));
  const codes = tries.map(({ body }) => body.codes[0]);
  expect(codes.filter((code) => code === 'access.wrong_name_or_password')).toHaveLength(5);
  expect(await post({ username: 'leader', password }, '10.0.0.2')).toMatchObject({ status: 422, body: { codes: ['access.too_many_tries'], detail: 'again in 30 s' } });
  later(31);
  await post({ username: 'leader', password: 'wrong' }, '10.0.0.2');
  expect((await post({ username: 'leader', password }, '10.0.0.2')).body.detail).toBe('again in 60 s');
  expect((await post({ username: 'principal', password })).status).toBe(200);
  later(61);
  expect((await post({ username: 'leader', password })).status).toBe(200);
  expect((await post({ username: 'leader', password: 'wrong' })).body.codes).toEqual(['access.wrong_name_or_password']);
});

test('thirty wrong tries from one address stop that address alone', async () => {
  later(1000);
  for (let i = 0; i < 30; i++) await post({ username: `guess${i}`, password: 'x' }, '10.0.0.9');
  expect((await post({ username: 'staff', password }, '10.0.0.9')).body.codes).toEqual(['access.too_many_tries']);
  expect((await post({ username: 'staff', password }, '10.0.0.8')).status).toBe(200);
});

test('a stranger who goes on guessing keeps nobody out of where they signed in before', async () => {
  later(1000);
  expect((await post({ username: 'zhuting', password }, '10.0.1.1')).status).toBe(200);
  for (let i = 0; i < 9; i++) await post({ username: 'zhuting', password: 'wrong' }, '10.0.1.2');
  expect((await post({ username: 'zhuting', password }, '10.0.1.3')).body.codes).toEqual(['access.too_many_tries']);
  expect((await post({ username: 'zhuting', password }, '10.0.1.1')).status).toBe(200);
  for (let i = 0; i < 5; i++) await post({ username: 'zhuting', password: 'wrong' }, '10.0.1.1');
  expect((await post({ username: 'zhuting', password }, '10.0.1.1')).body.codes).toEqual(['access.too_many_tries']);
  clock.now = new Date(Date.parse(clock.now) + 91 * 86_400_000).toISOString();
  await sweep(db, clock.now);
  expect(await db.selectFrom('knownAddresses').selectAll().execute()).toEqual([]);
});

test('a cookie of before is of no use to whoever planted it: each sign-in opens a session of its own', async () => {
  const planted = (await post({ username: 'staff', password })).cookie!.value;
  const response = await app.inject({ method: 'POST', url: '/api/session', cookies: { zongban: planted }, payload: { username: 'qibo', password } });
  expect(response.cookies[0]!.value).not.toBe(planted);
  expect((await client('access', access, withCookie(planted)).me({})).username).toBe('staff');
});

test('a page of somebody else writes nothing with our cookie', async () => {
  const { value } = (await post({ username: 'staff', password })).cookie!;
  const asked = (headers: object) => app.inject({ method: 'PUT', url: '/api/session/preferences', cookies: { zongban: value }, headers: { ...headers }, payload: { largeText: true } });
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }, { origin: 'null' }]) expect((await asked(headers)).statusCode).toBe(401);
  expect((await asked({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
});

test('who pretends to come from elsewhere is counted where they are', async () => {
  for (let i = 0; i < 30; i++) await app.inject({ method: 'POST', url: '/api/session', remoteAddress: '10.0.2.1', headers: { 'x-forwarded-for': `192.0.2.${i}` }, payload: { username: `guessed${i}`, password: 'x' } });
  expect((await post({ username: 'caoyan', password }, '10.0.2.1')).body.codes).toEqual(['access.too_many_tries']);
});

test('a session ends by itself, after hours without use or after days', async () => {
  later(1000);
  const idle = await signIn('staff');
  later(8 * 3600 - 1);
  await idle.me({});
  later(8 * 3600 + 1);
  await expect(idle.me({})).rejects.toMatchObject({ status: 401 });
  await (await as('admin')).settings.change({ params: { name: 'access.session_idle_hours' }, body: { value: 1, why: '等保整改' } });
  const brief = await signIn('staff');
  later(3601);
  await expect(brief.me({})).rejects.toMatchObject({ status: 401 });
  await (await as('admin')).settings.change({ params: { name: 'access.session_idle_hours' }, body: { value: 8, why: '恢复' } });
  await (await as('admin')).settings.change({ params: { name: 'access.session_days' }, body: { value: 1, why: '等保整改' } });
  const short = await signIn('staff');
  for (let i = 0; i < 4; i += 1) {
    later(6 * 3600 - 10);
    if (i < 3) await short.me({});
  }
  later(41);
  await expect(short.me({})).rejects.toMatchObject({ status: 401 });
  await sweep(db, clock.now);
  expect((await db.selectFrom('sessions').select('endsAt').execute()).every(({ endsAt }) => endsAt >= clock.now)).toBe(true);
});

test('the second step: a code of the phone works once, a recovery code once', async () => {
  const clerk = await signIn('office.clerk');
  await expect(clerk.confirmTotp({ body: { code: '123456' } })).rejects.toMatchObject(refused('access.totp_not_started'));
  const { uri, qr } = await clerk.startTotp({ body: {} });
  expect(qr).toContain('<svg');
  await expect(clerk.confirmTotp({ body: { code: '000000' } })).rejects.toMatchObject(refused('access.wrong_code'));
  const { recovery } = await clerk.confirmTotp({ body: { code: codeOf(uri) } });
  expect(new Set(recovery).size).toBe(10);
  await expect(clerk.startTotp({ body: {} })).rejects.toMatchObject(refused('access.totp_on'));
  expect((await post({ username: 'office.clerk', password })).body.codes).toEqual(['access.code_needed']);
  expect((await post({ username: 'office.clerk', password, code: codeOf(uri) })).body.codes).toEqual(['access.wrong_code']);
  later(30);
  expect((await post({ username: 'office.clerk', password, code: codeOf(uri) })).status).toBe(200);
  expect((await post({ username: 'office.clerk', password, code: codeOf(uri) })).body.codes).toEqual(['access.wrong_code']);
  const twins = await Promise.all([1, 2].map(() => post({ username: 'office.clerk', password, code: recovery[3]!.toUpperCase() })));
  expect(twins.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect(await clerk.me({})).toMatchObject({ hasTotp: true, recoveryLeft: 9 });
  expect(JSON.stringify(await db.selectFrom('people').select('recovery').where('username', '=', 'office.clerk').execute())).not.toContain(recovery[0]);
  await expect(clerk.stopTotp({ body: { password: 'wrong' } })).rejects.toMatchObject(refused('access.wrong_password'));
  await clerk.stopTotp({ body: { password } });
  await signIn('office.clerk');
});

test('a password changes with the old one, by the rules, and ends other sessions', async () => {
  const [here, there] = [await signIn('zhuting'), await signIn('zhuting')];
  const change = (newPassword: string, old = password) => here.changePassword({ body: { password: old, newPassword } });
  await expect(change('新的密码够长了吧就这样', 'wrong')).rejects.toMatchObject(refused('access.wrong_password'));
  await expect(change('zhuting')).rejects.toMatchObject(refused('access.password_short', 'access.password_is_name'));
  await expect(change('1234567890')).rejects.toMatchObject(refused('access.password_common'));
  await expect(change(password)).rejects.toMatchObject(refused('access.password_short', 'access.password_same'));
  await change('新的密码够长了吧就这样');
  await here.me({});
  await expect(there.me({})).rejects.toMatchObject({ status: 401 });
  expect((await post({ username: 'zhuting', password })).body.codes).toEqual(['access.wrong_name_or_password']);
  for (let i = 0; i < 4; i++) await change('x', 'wrong').catch(() => undefined);
  await expect(change('x', '新的密码够长了吧就这样')).rejects.toMatchObject(refused('access.too_many_tries'));
  const trail = await (await as('auditor')).audit.list({ query: { action: 'access.changePassword' } });
  expect(JSON.stringify(trail)).not.toContain('新的密码');
});

test('sessions are seen and ended, and nobody ends those of others', async () => {
  const [here, there, other] = [await signIn('qibo', { agent: 'Edge' }), await signIn('qibo'), await signIn('xieyun')];
  const [mine, second] = (await here.sessions({})).sessions.sort((a, b) => Number(b.current) - Number(a.current));
  expect(mine).toMatchObject({ current: true, agent: 'Edge', address: '127.0.0.1' });
  await other.endSession({ params: { otherId: second!.id } });
  await there.me({});
  await here.endSession({ params: { otherId: second!.id } });
  await expect(there.me({})).rejects.toMatchObject({ status: 401 });
  const third = await signIn('qibo');
  await here.endOthers({});
  await expect(third.me({})).rejects.toMatchObject({ status: 401 });
  await here.signOut({});
  await expect(here.me({})).rejects.toMatchObject({ status: 401 });
  await other.me({});
});

test('an access token acts for its owner until it ends or is revoked', async () => {
  const me = await signIn('jiangnan');
  await expect(me.createToken({ body: { name: '脚本', endsAt: clock.now } })).rejects.toMatchObject(refused('access.ends_in_the_past'));
  const endsAt = new Date(Date.parse(clock.now) + 3_600_000).toISOString();
  const [brief, long] = [await me.createToken({ body: { name: '一小时', endsAt } }), await me.createToken({ body: { name: '长期' } })];
  expect(long.value).toMatch(/^zb_/);
  const script = client('access', access, withToken(long.value));
  expect((await script.me({})).username).toBe('jiangnan');
  expect((await me.tokens({})).tokens.find(({ id }) => id === long.id)).toMatchObject({ usedAt: clock.now, endsAt: null });
  later(3601);
  await expect(client('access', access, withToken(brief.value)).me({})).rejects.toMatchObject({ status: 401 });
  await (await signIn('qibo')).revokeToken({ params: { accessTokenId: long.id } });
  await script.me({});
  await me.revokeToken({ params: { accessTokenId: long.id } });
  await expect(script.me({})).rejects.toMatchObject({ status: 401 });
  expect((await me.tokens({})).tokens.map(({ name }) => name)).toEqual(['一小时']);
});

test('a token that only reads writes nothing, and no token touches the account itself', async () => {
  const me = await signIn('jinlei');
  const tokenOf = async (readsOnly: boolean) => client('access', access, withToken((await me.createToken({ body: { name: '脚本', readsOnly } })).value));
  const [reader, writer] = [await tokenOf(true), await tokenOf(false)];
  expect((await me.tokens({})).tokens.map(({ readsOnly }) => readsOnly).sort()).toEqual([false, true]);
  expect((await reader.me({})).username).toBe('jinlei');
  await expect(reader.prefer({ body: { locale: 'en' } })).rejects.toMatchObject({ status: 403, codes: ['platform.token_reads_only'] });
  await writer.prefer({ body: { locale: 'zh-CN' } });
  const own = [() => writer.createToken({ body: { name: '更长' } }), () => writer.startTotp({ body: {} }), () => writer.endOthers({}), () => writer.stopTotp({ body: { password } }), () => writer.changePassword({ body: { password, newPassword: '另一个很好的密码呀' } })];
  for (const ask of own)
    await expect(ask()).rejects.toMatchObject({ status: 403, codes: ['platform.not_by_token'] });
});

test('what is shown once is kept nowhere, not for a request that comes twice either', async () => {
  const { cookie } = await post({ username: 'jinlei', password });
  const response = await app.inject({ method: 'POST', url: '/api/tokens', cookies: { zongban: cookie!.value }, headers: { 'idempotency-key': 'one' }, payload: { name: '脚本' } });
  expect(response.json().value).toMatch(/^zb_/);
  expect(JSON.stringify(await db.selectFrom('answers').selectAll().execute())).not.toContain(response.json().value);
});

test('two departments are signed for one at a time: that of the acting post', async () => {
  const other = (await db.selectFrom('departments').select('id').where('name', '=', '工会').executeTakeFirstOrThrow()).id;
  await (await as('security')).access.givePost({ params: { personId: await personId('xuchen') }, body: { departmentId: other, role: 'department.head', title: '工会主席（代理）' } });
  const me = await signIn('xuchen');
  const { posts } = await me.me({});
  for (const { id, role, department } of posts) {
    await me.actAs({ body: { postId: id } });
    expect((await me.me({})).departments).toEqual(role === 'department.head' ? [department.id] : []);
  }
});

test('a person chooses the post they act in, the language and the size of the text', async () => {
  const me = await signIn('jinlei');
  const { posts } = await me.me({});
  const staff = posts.find(({ role }) => role === 'staff')!;
  await me.actAs({ body: { postId: staff.id } });
  await me.prefer({ body: { locale: 'en', largeText: true } });
  expect(await me.me({})).toMatchObject({ actingPostId: staff.id, locale: 'en', largeText: true });
  const foreign = await db.selectFrom('posts').select('id').where('role', '=', 'principal').executeTakeFirstOrThrow();
  await expect(me.actAs({ body: { postId: foreign.id } })).rejects.toMatchObject(refused('access.not_your_post'));
});
