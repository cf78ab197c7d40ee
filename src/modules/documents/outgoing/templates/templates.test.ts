import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { kinds } from '../nouns.ts';
import { begunFrom, factsOn, filled, type Text, unknownPlaces } from './rules.ts';

const { as, db } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerk, director, staff] = [(await as('office.clerk')).outgoing, (await as('office.director')).outgoing, (await as('staff')).outgoing];
const text = (more: Partial<Text> = {}): Text => ({ name: '停课通知', title: '关于【事项】停课的通知', mainTo: '各处室、年级组，校医室', body: '{部门}于{日期}通知，{学年}学年【事项】停课。', closing: '特此通知。', note: '（联系人：{拟稿人}）', ...more });
const at = (templateId: string) => ({ params: { templateId } });
const named = async (name: string) => (await clerk.templates({})).templates.find((one) => one.name === name)!;
const add = async (more: Partial<Text> = {}) => (await clerk.addTemplate({ body: { kind: '通知', text: text(more) } })).id;
const draft = (more: object = {}) => ({ kind: '通知' as const, reason: '台风', content: { title: '关于台风停课的通知', body: '正文' }, ...more });

test('a school has a default template for each of the 15 kinds, and several for some', async () => {
  const { templates } = await staff.templates({});
  expect(templates.filter(({ isDefault }) => isDefault).map(({ kind }) => kind)).toEqual([...kinds]);
  expect(templates.filter(({ kind }) => kind === '通知').map(({ name, version, savedBy }) => [name, version, savedBy])).toEqual([['工作通知', 1, null], ['会议通知', 1, null], ['转发通知', 1, null]]);
  const shipped = await db.selectFrom('outgoingTemplateVersions').select(['name', 'title', 'mainTo', 'body', 'closing', 'note']).execute();
  expect(shipped.flatMap(unknownPlaces)).toEqual([]);
});

test('a draft begins with the places filled for whoever drafts, and keeps the version it began from', async () => {
  const id = await add();
  const begun = await staff.beginning(at(id));
  expect(begun).toEqual({ template: { id, version: 1 }, name: '停课通知', title: '关于【事项】停课的通知', mainTo: ['各处室、年级组', '校医室'], body: '教务处于2026年11月23日通知，2026—2027学年【事项】停课。\n特此通知。', note: '（联系人：赵晓峰）' });
  const { id: documentId } = await staff.create({ body: draft({ template: begun.template }) });
  await clerk.saveTemplate({ ...at(id), body: { base: 1, text: text({ name: '停课与复课通知' }), why: '加上复课' } });
  await staff.save({ params: { documentId }, body: { ...draft(), base: 1 } });
  expect((await staff.one({ params: { documentId } })).template).toEqual({ id, name: '停课通知', version: 1 });
  expect((await staff.beginning(at(id))).template).toEqual({ id, version: 2 });
  expect(await clerk.template(at(id))).toMatchObject({ uses: 1 });
  await expect(staff.create({ body: draft({ template: { id, version: 9 } }) })).rejects.toMatchObject({ codes: ['outgoing.template_unknown'] });
});

test('each save is a version with its reason; nobody writes over another’s; nothing the program does not know stands in {}', async () => {
  const id = await add({ name: '放假通知' });
  const save = (base: number, more: Partial<Text>) => clerk.saveTemplate({ ...at(id), body: { base, text: text({ name: '放假通知', ...more }), why: '改结束语' } });
  expect(await save(1, { closing: '' })).toEqual({ id, version: 2 });
  await expect(save(1, { closing: '此复。' })).rejects.toMatchObject({ status: 422, codes: ['outgoing.edited_meanwhile'] });
  await expect(save(2, { closing: '' })).rejects.toMatchObject({ codes: ['outgoing.nothing_changed'] });
  await expect(save(2, { body: '{校长}决定' })).rejects.toMatchObject({ codes: ['outgoing.template_place_unknown'] });
  await expect(save(2, { name: '会议通知' })).rejects.toMatchObject({ codes: ['outgoing.template_there_already'] });
  const { versions, text: newest } = await director.template(at(id));
  expect(versions.map(({ version, by, why }) => [version, by?.name, why])).toEqual([[2, '李文静', '改结束语'], [1, '李文静', '']]);
  expect([newest.closing, (await director.templateVersion({ params: { templateId: id, number: '1' } })).closing]).toEqual(['', '特此通知。']);
  await expect(clerk.addTemplate({ body: { kind: '函', text: text({ title: '{校长}' }) } })).rejects.toMatchObject({ codes: ['outgoing.template_place_unknown'] });
  await expect(clerk.addTemplate({ body: { kind: '通知', text: text({ name: '放假通知' }) } })).rejects.toMatchObject({ codes: ['outgoing.template_there_already'] });
});

test('one template of a kind is its default; what is withdrawn is offered no more and can be used again', async () => {
  const usual = await named('情况通报');
  const other = await named('表扬通报');
  await expect(clerk.preferTemplate({ ...at(usual.id), body: {} })).rejects.toMatchObject({ codes: ['outgoing.template_default_already'] });
  await expect(clerk.withdrawTemplate({ ...at(usual.id), body: { why: '不用' } })).rejects.toMatchObject({ codes: ['outgoing.template_is_default'] });
  await clerk.preferTemplate({ ...at(other.id), body: {} });
  await clerk.withdrawTemplate({ ...at(usual.id), body: { why: '改用表扬通报' } });
  expect((await staff.templates({})).templates.filter(({ kind }) => kind === '通报').map(({ name, isDefault, withdrawnAt }) => [name, isDefault, withdrawnAt !== null])).toEqual([['表扬通报', true, false], ['情况通报', false, true]]);
  await expect(staff.beginning(at(usual.id))).rejects.toMatchObject({ status: 404 });
  const withdrawn = { codes: ['outgoing.template_withdrawn'] };
  await expect(clerk.preferTemplate({ ...at(usual.id), body: {} })).rejects.toMatchObject(withdrawn);
  await expect(clerk.withdrawTemplate({ ...at(usual.id), body: { why: '再停' } })).rejects.toMatchObject(withdrawn);
  await expect(clerk.saveTemplate({ ...at(usual.id), body: { base: 1, text: text({ name: '新' }), why: '改' } })).rejects.toMatchObject(withdrawn);
  await clerk.returnTemplate({ ...at(usual.id), body: {} });
  await expect(clerk.returnTemplate({ ...at(usual.id), body: {} })).rejects.toMatchObject({ codes: ['outgoing.template_in_use'] });
  // The only one of a kind may go, and is its default again when it comes back.
  const only = await named('批复');
  await clerk.withdrawTemplate({ ...at(only.id), body: { why: '学校不写批复' } });
  await clerk.returnTemplate({ ...at(only.id), body: {} });
  expect(await named('批复')).toMatchObject({ isDefault: true, withdrawnAt: null });
});

test('only the office changes templates', async () => {
  const { id } = await named('会议通知');
  await expect(staff.template(at(id))).rejects.toMatchObject({ status: 403 });
  await expect(staff.withdrawTemplate({ ...at(id), body: { why: '试' } })).rejects.toMatchObject({ status: 403 });
});

const facts = factsOn('2026-03-02', { school: '江城实验学校', department: '教务处', person: '张三' });

test.each([
  ['{学校}{部门}', '江城实验学校教务处'],
  ['｛年份｝年、{学年}学年', '2026年、2025—2026学年'],
  ['{日期}', '2026年3月2日'],
  ['{constructor}${1+1}', '{constructor}${1+1}'],
])('%j is filled as %j', (template, expected) => expect(filled(template, facts)).toBe(expected));

test('a name that itself has brackets is not filled again', () => expect(filled('{学校}', { ...facts, 学校: '{部门}' })).toBe('{部门}'));

test.each([
  ['{校长}和{年份}', ['{校长}']],
  ['{年份', ['{年份']],
  ['年份}', ['}']],
  ['【事项】', []],
])('in %j the program does not know %j', (body, unknown) => expect(unknownPlaces(text({ body, note: '' }))).toEqual(unknown));

test('what is in 【】 is a hint and no recipient', () => expect(begunFrom(text({ mainTo: '【主送机关】', closing: '' }), facts)).toMatchObject({ mainTo: [], body: expect.not.stringContaining('\n') }));
