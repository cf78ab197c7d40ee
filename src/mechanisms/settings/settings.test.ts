import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { forgetSettings, setting } from './settings.ts';

const { as, db, drain } = await openSchool('2026-11-23T01:00:00.000Z');
const admin = await as('admin');
const clerk = await as('office.clerk');
const name = 'incoming.ordinary_hours';
const change = (value: number | string, why = '学期初试行') => admin.settings.change({ params: { name }, body: { value, why } });

test('a figure says its unit, its clause, since when and who changed it; clocks follow it', async () => {
  const { dueAt: before, id: documentId } = await clerk.incoming.register({ body: { sender: '某局', title: '关于某事的通知' } });
  expect(await change(6)).toMatchObject({ value: 6, standard: 12, unit: 'hours', clause: 'SLA-1', changedBy: { name: '蒋涛' } });
  await drain();
  const after = (await clerk.incoming.one({ params: { documentId } })).dueAt!;
  expect(Date.parse(before!) - Date.parse(after)).toBe(6 * 3_600_000);
  const { changes } = await admin.settings.history({ params: { name } });
  expect(changes).toMatchObject([{ oldValue: 12, newValue: 6, why: '学期初试行' }]);
});

test.each([
  ['a word', '十二', 'settings.wrong_type'],
  ['below nothing', -1, 'settings.out_of_range'],
  ['beyond all reason', 9999, 'settings.out_of_range'],
])('%s is refused', async (_, value, code) => expect(change(value)).rejects.toMatchObject({ status: 422, codes: [code] }));

test('who may only read a figure does not change it, and one that is not there is not found', async () => {
  const director = (await as('office.director')).settings;
  expect((await director.list({})).settings.find((one) => one.name === name)).toMatchObject({ value: 6, least: expect.any(Number), most: expect.any(Number) });
  await expect(director.change({ params: { name }, body: { value: 5, why: '试' } })).rejects.toMatchObject({ status: 403 });
  await expect(admin.settings.change({ params: { name: 'incoming.nothing' }, body: { value: 5, why: '试' } })).rejects.toMatchObject({ status: 404 });
  await expect(admin.settings.change({ params: { name }, body: { value: 5, why: ' ' } })).rejects.toMatchObject({ status: 400 });
});

test('who asks while a change is being made does not make the old figure last', async () => {
  forgetSettings(db); // as the action does before its transaction is committed
  expect(await setting({ db }, name)).toBe(6);
  await db.updateTable('settings').set({ value: '9' }).where('name', '=', name).execute();
  expect(await setting({ db }, name)).toBe(9);
});
