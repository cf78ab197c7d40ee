import { expect, test } from 'vitest';
import { openHouse } from './house.ts';
import { openSchool } from './testing.ts';

const { db, clock } = await openSchool('2026-11-24T01:00:00.000Z');

test.each([
  ['behind a proxy the address is what the proxy saw, not what the asker told it', true, '10.9.9.9'],
  ['without one nothing is believed', false, '127.0.0.1'],
])('%s', async (_, trustProxy, address) => {
  const app = openHouse({ db, now: () => clock.now, trustProxy });
  await app.inject({ method: 'POST', url: '/api/session', headers: { 'x-forwarded-for': '192.0.2.1, 10.9.9.9' }, payload: { username: `nobody.${trustProxy}`, password: 'wrong' } });
  await app.close();
  expect(await db.selectFrom('audit').select('address').where('action', '=', 'access.signIn').orderBy('id', 'desc').limit(1).executeTakeFirst()).toEqual({ address });
});
