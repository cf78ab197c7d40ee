import { afterAll, expect, test } from 'vitest';
import { changed, openLive } from '#platform/live.ts';
import { openHouse } from './house.ts';
import { openSchool } from './testing.ts';

const { as, db, address, clock, tokenOf, personId } = await openSchool('2026-11-24T01:00:00.000Z');
const errors: unknown[] = [];
const live = openLive(address, (error) => errors.push(error));
const house = openHouse({ db, live, now: () => clock.now });
const url = await house.listen({ port: 0, host: '127.0.0.1' });
afterAll(async () => {
  await house.close();
  await live.close();
});

/** A line to the server; `said` is all that came, `ended` when it was closed from there. */
const listen = async (token: string) => {
  const response = await fetch(`${url}/api/live`, { headers: { authorization: `Bearer ${token}` } });
  const heard = { status: response.status, said: '', ended: Promise.resolve() };
  heard.ended = (async () => {
    for await (const bytes of response.body!) heard.said += Buffer.from(bytes).toString();
  })();
  return heard;
};

const soon = async (isSo: () => boolean) => {
  for (const until = Date.now() + 10_000; !isSo() && Date.now() < until; ) await new Promise((resolve) => setTimeout(resolve, 20));
  return isSo();
};

const tokenIdOf = async (username: string) => (await db.selectFrom('accessTokens').select('id').where('personId', '=', await personId(username)).orderBy('id', 'desc').executeTakeFirstOrThrow()).id;

test('nobody listens without signing in', async () => {
  expect((await listen('zb_nobody')).status).toBe(401);
});

test('a line hears what changed for its person, and ends at once when its token is revoked; another goes on', async () => {
  const token = await tokenOf('staff');
  const accessTokenId = await tokenIdOf('staff');
  const [revoked, other] = [await listen(token), await listen(await tokenOf('office.clerk'))];
  expect(revoked.status).toBe(200);
  await expect.poll(() => revoked.said, { timeout: 10_000 }).toContain('retry:');
  await (await as('staff')).access.revokeToken({ params: { accessTokenId } });
  await revoked.ended;
  expect(revoked.said).toContain('data: ["access"]');
  expect(other.said).not.toContain('access');
  const again = await fetch(`${url}/api/live`, { headers: { authorization: `Bearer ${token}` } });
  expect(again.status).toBe(401);
});

test('a line ends at once when the account is disabled', async () => {
  const line = await listen(await tokenOf('technician'));
  await db.updateTable('people').set({ disabledAt: clock.now }).where('username', '=', 'technician').execute();
  await line.ended;
  expect(line.said).toContain('data: ["access"]');
});

test('what is told to a department is heard by its head alone', async () => {
  const [head, staff] = [await listen(await tokenOf('department.head')), await listen(await tokenOf('staff'))];
  const { departmentId } = await db.selectFrom('posts').select('departmentId').where('personId', '=', await personId('department.head')).executeTakeFirstOrThrow();
  await changed(db, { keys: [departmentId], what: ['todos'] });
  await changed(db, { keys: 'all', what: ['incoming'] });
  expect(await soon(() => head.said.includes('incoming') && staff.said.includes('incoming'))).toBe(true);
  expect(head.said).toContain('data: ["todos"]');
  expect(staff.said).not.toContain('todos');
  expect(errors).toEqual([]);
});
