import { expect, test } from 'vitest';
import { roles } from '#mechanisms/access/roles.ts';
import { modules } from '../modules.ts';
import { groupsOf, isClosed } from './menu.ts';

const held = (role: string) => ({ permissions: modules.flatMap(({ grants }) => Object.entries(grants).filter(([, to]) => to.includes(role)).map(([permission]) => permission)) });
const menuOf = (role: string) => groupsOf(held(role)).flatMap(([, all]) => all.map(({ to }) => to));

test.each(roles)('%s has at most nine entries, and none that is closed', (role) => {
  expect(menuOf(role).length).toBeLessThanOrEqual(9);
  expect(menuOf(role).filter((to) => isClosed(to, held(role)))).toEqual([]);
});

test('an administrator has no documents in the menu, and their pages are closed', () => {
  for (const role of ['admin', 'security', 'auditor']) {
    expect(menuOf(role).filter((to) => /^\/(incoming|clocks|calls)?$/.test(to) || to.startsWith('/incoming'))).toEqual([]);
    expect(isClosed('/incoming', held(role))).toBe(true);
  }
  expect(isClosed('/', held('auditor'))).toBe(false);
});
