import { expect, test } from 'vitest';
import { hashOfToken } from '#mechanisms/access/who.ts';
import { openHouse } from './house.ts';
import { openSchool } from './testing.ts';

const { app, db, tokenOf, clock } = await openSchool('2026-11-24T02:00:00.000Z');
const authorization = `Bearer ${await tokenOf('office.clerk')}`;
const letter = (title: string) => ({ title, sender: '江城市教育局' });
const post = (payload: object | string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/incoming', payload, headers: { authorization, 'content-type': 'application/json', ...headers } });

const problem = (status: number, code: string) => ({ type: 'about:blank', title: code, status, detail: expect.any(String), codes: [code], instance: expect.stringMatching(/^[0-9a-f-]{36}$/) });

test.each([
  ['an address that is none', { method: 'GET', url: '/api/nothing' }, problem(404, 'platform.not_found')],
  ['an address that cannot be read', { method: 'GET', url: '/api/%zz' }, problem(400, 'platform.malformed')],
  ['half a body', { method: 'POST', url: '/api/session', payload: '{"username":', headers: { 'content-type': 'application/json' } }, problem(400, 'platform.malformed')],
  ['a body of another kind', { method: 'POST', url: '/api/session', payload: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, problem(415, 'platform.malformed')],
  ['a body that is too large', { method: 'POST', url: '/api/session', payload: { username: 'x'.repeat(1_100_000), password: '' } }, problem(413, 'platform.malformed')],
  ['nobody', { method: 'GET', url: '/api/todos' }, problem(401, 'platform.sign_in')],
] as const)('%s is answered with a problem of RFC 9457', async (_name, asked, expected) => {
  const answer = await app.inject(asked as never);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toEqual(expected);
  expect(answer.statusCode).toBe(expected.status);
});

test('a bug is a 500 with the number of the request and nothing of the inside', async () => {
  const broken = openHouse({ db: { inside: 'geheim' } as never });
  const answer = await broken.inject({ method: 'GET', url: '/api/session', headers: { authorization } });
  expect(answer.json()).toEqual({ ...problem(500, 'platform.bug'), detail: 'This is our mistake.' });
  await broken.close();
});

test('a request sent twice at once with one key is done once, and both hear the same', async () => {
  const both = await Promise.all([1, 2, 3].map(() => post(letter('关于同时送达两次的来文的通知'), { 'idempotency-key': 'twice' })));
  expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  expect(new Set(both.map(({ body }) => JSON.stringify(Object.entries(JSON.parse(body)).sort()))).size).toBe(1);
  expect(await db.selectFrom('incomingDocuments').select('id').where('title', '=', '关于同时送达两次的来文的通知').execute()).toHaveLength(1);
});

test('a key is for one request; what was refused leaves no key behind', async () => {
  expect((await post(letter('关于另一件来文的通知'), { 'idempotency-key': 'twice' })).json()).toMatchObject({ status: 422, codes: ['platform.key_used_for_something_else'] });
  expect((await post(letter(''), { 'idempotency-key': 'later' })).statusCode).toBe(422);
  expect((await post(letter('关于改正后再送的来文的通知'), { 'idempotency-key': 'later' })).statusCode).toBe(200);
  expect((await post(letter('关于钥匙太长的来文的通知'), { 'idempotency-key': 'k'.repeat(201) })).statusCode).toBe(400);
});

test('a page of somebody else cannot write with our cookie, and nobody may frame us or run a script here', async () => {
  const { id } = await db.selectFrom('people').select('id').where('username', '=', 'office.clerk').executeTakeFirstOrThrow();
  const endsAt = new Date(Date.parse(clock.now) + 3_600_000).toISOString();
  await db.insertInto('sessions').values({ tokenHash: hashOfToken('held'), id: crypto.randomUUID(), personId: id, createdAt: clock.now, seenAt: clock.now, endsAt }).execute();
  const write = (headers: Record<string, string>) => app.inject({ method: 'POST', url: '/api/incoming', payload: letter('关于站外提交的来文的通知'), headers, cookies: { zongban: 'held' } });
  const elsewhere: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }, { origin: 'null' }];
  for (const headers of elsewhere) expect((await write(headers)).statusCode, JSON.stringify(headers)).toBe(401);
  const ours = await write({ 'sec-fetch-site': 'same-origin' });
  expect(ours.statusCode).toBe(200);
  expect(ours.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  expect(ours.headers['content-security-policy']).toMatch(/script-src 'self';.*frame-ancestors 'self'/);
});
