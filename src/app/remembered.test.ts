import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openHouse } from './house.ts';
import { openSchool } from './testing.ts';
import { newId } from '#platform/ids.ts';
import { type Change, openLive } from '#platform/live.ts';
import { remembering } from '#mechanisms/access/remembered.ts';
import { hashOfToken, whoIs } from '#mechanisms/access/who.ts';

const { db, address, clock, tokenOf, personId } = await openSchool('2026-11-24T01:00:00.000Z');
const live = openLive(address, () => {});
const house = openHouse({ db, live, now: () => clock.now });
const url = await house.listen({ port: 0, host: '127.0.0.1' });
afterAll(async () => {
  await house.close();
  await live.close();
});
beforeAll(() => vi.waitUntil(() => live.hears() !== undefined, { timeout: 30_000 }));

const later = (seconds: number) => new Date(Date.parse(clock.now) + seconds * 1000).toISOString();

/** An ear that is told by hand, and how often was really asked. */
const byHand = () => {
  const told: ((change: Change) => void)[] = [];
  const state = { ear: 1 as number | undefined, asked: 0 };
  const memory = remembering({ hears: () => state.ear, watch: (watcher) => (told.push(watcher), () => {}) }, (...given) => (state.asked++, whoIs(...given)));
  return { ...memory, state, tell: (...what: string[]) => told.forEach((watcher) => watcher({ keys: [], what })) };
};

test('the requests of one page ask once, each keeps its address, and after five seconds it is asked again', async () => {
  const token = await tokenOf('staff');
  const { whoIs: who, state } = byHand();
  const [here, there] = await Promise.all([who(db, token, { now: clock.now, address: '10.0.0.1' }), who(db, token, { now: later(4.9), address: '10.0.0.2' })]);
  expect(here).toEqual(await whoIs(db, token, { now: clock.now, address: '10.0.0.1' }));
  expect([here!.address, there!.address, state.asked]).toEqual(['10.0.0.1', '10.0.0.2', 1]);
  await who(db, token, { now: later(5), address: '' });
  await who(db, token, { now: later(-1), address: '' });
  expect(state.asked).toBe(3);
});

test('a token nobody holds is asked for every time, and so is every token while no change would be heard', async () => {
  const { whoIs: who, state } = byHand();
  const asked = { now: clock.now, address: '' };
  for (let i = 0; i < 2; i++) expect(await who(db, 'zb_nobody', asked)).toBeUndefined();
  expect(state.asked).toBe(2);
  const token = await tokenOf('staff');
  await who(db, token, asked);
  state.ear = undefined;
  await who(db, token, asked);
  state.ear = 2;
  await who(db, token, asked);
  await who(db, token, asked);
  expect(state.asked).toBe(5);
});

test('a change that is told, and every write, ends what was remembered, also of a question already under way', async () => {
  const { whoIs: who, state, tell, forget } = byHand();
  const token = await tokenOf('staff');
  const asked = { now: clock.now, address: '' };
  const under = who(db, token, asked);
  tell('who');
  await under;
  await who(db, token, asked);
  expect(state.asked).toBe(2);
  tell('todos');
  await who(db, token, asked);
  expect(state.asked).toBe(2);
  tell('access');
  await who(db, token, asked);
  forget();
  await who(db, token, asked);
  expect(state.asked).toBe(4);
});

test('a permission that another process takes from a role is gone when it is told, however fresh the roles were', async () => {
  const { whoIs: who, tell } = byHand();
  const token = await tokenOf('archivist');
  const may = async () => (await who(db, token, { now: clock.now, address: '' }))!.permissions.has('archive.manage');
  expect(await may()).toBe(true);
  await sql`insert into role_permissions (role, permission, granted) values ('archivist', 'archive.manage', false)`.execute(db);
  tell('who');
  expect(await may()).toBe(false);
});

test('a question that failed is asked again', async () => {
  let fails = true;
  const { whoIs: who } = remembering({ hears: () => 1, watch: () => () => {} }, async (...given) => {
    if (fails) throw new Error('away');
    return whoIs(...given);
  });
  const token = await tokenOf('staff');
  await expect(who(db, token, { now: clock.now, address: '' })).rejects.toThrow('away');
  fails = false;
  expect(await who(db, token, { now: clock.now, address: '' })).toMatchObject({ id: await personId('staff') });
});

// What another process writes, by the table that says who somebody is.
const writes: [string, (of: { id: string; hash: string }) => ReturnType<typeof sql>][] = [
  ['a clearance', ({ id }) => sql`update people set clearance = 1 where id = ${id}`],
  ['a name', ({ id }) => sql`update people set name = '新名' where id = ${id}`],
  ['a password that must be changed', ({ id }) => sql`update people set must_change = not must_change where id = ${id}`],
  ['the post in which somebody acts', ({ id }) => sql`update people set acting_post_id = null where id = ${id}`],
  ['an account that ends', ({ id }) => sql`update people set disabled_at = null where id = ${id}`],
  ['a successor', ({ id }) => sql`update people set successor_id = null where id = ${id}`],
  ['a new post', ({ id }) => sql`insert into posts (id, person_id, department_id, role, title, since) select ${newId()}, ${id}, id, 'staff', '教师', ${clock.now} from departments limit 1`],
  ['a post that ends', ({ id }) => sql`update posts set until = ${later(1)} where person_id = ${id} and title = '教师'`],
  ['a leave', ({ id }) => sql`insert into leaves (id, person_id, deputy_id, starts, ends, created_by, created_at) select ${newId()}, p.id, ${id}, ${later(-9)}, ${later(900)}, ${id}, ${clock.now} from people p where username = 'office.clerk'`],
  ['a leave that ends', ({ id }) => sql`update leaves set ended_at = ${clock.now} where deputy_id = ${id}`],
  ['a pass', ({ id }) => sql`insert into passes (person_id, key, ends_at) values (${id}, ${newId()}, ${later(900)})`],
  ['a pass withdrawn', ({ id }) => sql`delete from passes where person_id = ${id}`],
  ['a department that went into another', () => sql`update departments set merged_into = null`],
  ['a permission of a role', () => sql`insert into role_permissions (role, permission, granted) values ('staff', 'people.read', true) on conflict do nothing`],
  ['a token that reads only', ({ hash }) => sql`update access_tokens set reads_only = true where token_hash = ${hash}`],
  ['a token that ends', ({ hash }) => sql`update access_tokens set ends_at = ${later(900)} where token_hash = ${hash}`],
  ['a token revoked', ({ hash }) => sql`update access_tokens set revoked_at = ${clock.now} where token_hash = ${hash}`],
  ['a token deleted', ({ hash }) => sql`delete from access_tokens where token_hash = ${hash}`],
];
const token = await tokenOf('technician');
const of = { id: await personId('technician'), hash: hashOfToken(token) };

test.each(writes)('another process that writes %s is heard', async (_, write) => {
  const heard: string[] = [];
  const stop = live.watch(({ what }) => void heard.push(...what));
  await write(of).execute(db);
  await expect.poll(() => heard, { timeout: 20_000 }).toContain('who');
  stop();
});

test('a session that is used every minute tells nobody', async () => {
  const heard: string[] = [];
  const stop = live.watch(({ what }) => void heard.push(...what));
  await sql`update access_tokens set used_at = now()`.execute(db);
  await sql`update sessions set seen_at = now()`.execute(db);
  await sql`select pg_notify('zongban_live', '{"keys":[],"what":["end"]}')`.execute(db);
  await expect.poll(() => heard, { timeout: 20_000 }).toContain('end');
  expect(heard).toEqual(['end']);
  stop();
});

test('whoever signs out is nobody to the very next request', async () => {
  const own = await tokenOf('office.clerk');
  const ask = (path: string, method = 'GET') => fetch(`${url}${path}`, { method, headers: { authorization: `Bearer ${own}` } });
  const { id } = await db.selectFrom('accessTokens').select('id').where('tokenHash', '=', hashOfToken(own)).executeTakeFirstOrThrow();
  expect((await ask('/api/todos')).status).toBe(200);
  expect((await ask(`/api/tokens/${id}`, 'DELETE')).status).toBe(200);
  expect((await ask('/api/todos')).status).toBe(401);
});
