import { expect, test } from 'vitest';
import type { z } from 'zod';
import { openSchool } from '#app/testing.ts';
import { modules } from '#app/modules.ts';
import { roles } from '#mechanisms/access/roles.ts';
import { grantsOf } from '#mechanisms/access/who.ts';
import { declaredOf } from '#platform/http-answers.ts';
import { type Endpoint, methodOf, PUBLIC, paramsOf, SIGNED_IN, urlOf } from '#platform/contract.ts';

const { app, db, tokenOf } = await openSchool('2026-11-23T01:00:00.000Z');
const endpoints = modules.flatMap(({ name, contract }) => Object.entries(contract).map(([key, endpoint]) => ({ name: `${name}.${key}`, endpoint })));
const nowhere = '00000000-0000-7000-8000-000000000999';
const addressOf = (endpoint: Endpoint, value = nowhere) => paramsOf(endpoint).reduce((url, name) => url.replace(`:${name}`, name.endsWith('Id') ? value : 'nothing'), urlOf(endpoint));

const ask = (endpoint: Endpoint, { token, body, url = addressOf(endpoint) }: { token?: string; body?: unknown; url?: string }) =>
  app.inject({ method: methodOf(endpoint) as 'GET', url, headers: { ...(token && { authorization: `Bearer ${token}` }) }, ...(body !== undefined && { payload: body as object }) });

const guarded = endpoints.filter(({ endpoint }) => endpoint.permission !== PUBLIC);

test.each(guarded)('$name: 401 for a stranger', async ({ endpoint }) => expect((await ask(endpoint, {})).statusCode).toBe(401));

const withIds = guarded.filter(({ endpoint }) => paramsOf(endpoint).some((name) => name.endsWith('Id')));

test('every id that is no id is a 400 for whoever may ask', async () => {
  const grants = await grantsOf(db);
  for (const { name, endpoint } of withIds) {
    const role = roles.find((one) => endpoint.permission === SIGNED_IN || grants.get(one)?.has(endpoint.permission))!;
    const answer = await ask(endpoint, { token: await tokenOf(role), url: addressOf(endpoint, '7') });
    expect(answer.statusCode, name).toBe(400);
  }
});

test('every role at every endpoint: 403 exactly where the role does not hold its permission', async () => {
  const grants = await grantsOf(db);
  for (const role of roles) {
    const token = await tokenOf(role);
    const held = new Set([...(grants.get(role) ?? []), ...(['admin', 'security', 'auditor'].includes(role) ? [] : (grants.get('staff') ?? []))]);
    for (const { name, endpoint } of guarded) {
      const may = endpoint.permission === SIGNED_IN || held.has(endpoint.permission);
      if (may) continue;
      expect((await ask(endpoint, { token, body: methodOf(endpoint) === 'GET' ? undefined : {} })).statusCode, `${role} ${name}`).toBe(403);
    }
  }
});

test('what every endpoint declares to answer can be written', () => {
  const declared = endpoints.filter(({ endpoint }) => !(endpoint.returns as z.ZodType).meta()?.['file']);
  for (const { name, endpoint } of declared) expect(() => declaredOf(endpoint.returns), name).not.toThrow();
  expect(declared.length).toBeGreaterThan(400);
});

test('the three administrators hold nothing of documents', async () => {
  const grants = await grantsOf(db);
  for (const role of ['admin', 'security', 'auditor']) expect([...(grants.get(role) ?? [])].filter((permission) => /^(incoming|files)\./.test(permission))).toEqual([]);
});

/** The same requests each time: what was found once can be found again. */
const chance = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};
const any = chance(7);
const pick = <T,>(all: readonly T[]): T => all[Math.floor(any() * all.length)]!;
const strange: (() => unknown)[] = [
  () => null, () => true, () => -1, () => 1e308, () => '', () => '\u0000', () => '\ud800', () => '〔2026〕', () => "'; drop table people; --", () => 'a'.repeat(5000), () => '2026-13-45', () => [], () => ({}), () => nowhere,
  () => '{"$ne":1}', () => '../../etc/passwd', () => '2026-11-23T01:00:00.000Z', () => [[[[[['deep']]]]]], () => '%00', () => 'true',
];
const names = ['title', 'sender', 'senderNumber', 'copies', 'pages', 'secrecy', 'urgency', 'handling', 'text', 'reason', 'parts', 'departments', 'leaders', 'people', 'files', 'q', 'after', 'most', 'from', 'to', 'year', 'state', 'name', 'value', 'why', 'outcome', 'item', 'itemId', 'starts', 'ends', 'deputyId', 'username', 'password', 'code', 'box', 'kind', 'offset', 'size', 'as'];
// A lone half of a character cannot stand in an address.
const wellFormed = (value: unknown) => Buffer.from(String(value)).toString();
const object = () => Object.fromEntries(Array.from({ length: Math.floor(any() * 6) }, () => [pick(names), pick(strange)()]));

test('10,000 random and malformed requests: never a 5xx', { timeout: 240_000 }, async () => {
  const tokens = await Promise.all(roles.map((role) => tokenOf(role)));
  const bad: string[] = [];
  // Signing in costs what it should cost an attacker; it has tests of its own.
  const open = endpoints.filter(({ name }) => !['access.signIn', 'access.changePassword', 'organisation.loadSample', 'organisation.createSchool', 'access.createAccount', 'access.resetPassword', 'access.signOut', 'access.endOthers', 'access.setDisabled', 'access.grant'].includes(name));
  for (let i = 0; i < 10_000; i += 1) {
    const { name, endpoint } = pick(open);
    const method = any() < 0.9 ? methodOf(endpoint) : pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH']);
    const value = any() < 0.7 ? nowhere : encodeURIComponent(wellFormed(pick(strange)()));
    const query = any() < 0.5 ? `?${new URLSearchParams(Object.entries(object()).map(([key, v]) => [key, wellFormed(v)])).toString()}` : '';
    const json = method !== 'GET' && any() < 0.9;
    const payload = any() < 0.1 ? pick(['{', '[1,', '\u0000', '"', '{"a":']) : JSON.stringify(any() < 0.1 ? pick(strange)() : object());
    const headers = { authorization: `Bearer ${pick(tokens)}`, ...(json && { 'content-type': pick(['application/json', 'application/json', 'application/json', 'text/plain', 'application/octet-stream', 'multipart/form-data; boundary=x']) }), ...(any() < 0.2 && { 'idempotency-key': pick(['a', 'b', 'x'.repeat(300)]) }) };
    const answer = await app.inject({ method: method as 'GET', url: addressOf(endpoint, value) + query, headers, ...(json && { payload }) }).catch((error) => ({ statusCode: 0, body: String(error) }));
    if (answer.statusCode >= 500 || answer.statusCode === 0) bad.push(`${answer.statusCode} ${name} ${method} ${addressOf(endpoint, value)}${query} ${json ? payload.slice(0, 200) : ''}`);
  }
  expect(bad.slice(0, 20)).toEqual([]);
});
