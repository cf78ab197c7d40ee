import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { tellFollowers } from './finding/followers.ts';

const { as, db, clock, personId, drain } = await openSchool('2026-11-23T01:00:00.000Z');
const [staff, head, colleague, stranger] = await Promise.all(['staff', 'department.head', 'lvqiang', 'caoyan'].map((name) => as(name))) as [Awaited<ReturnType<typeof as>>, Awaited<ReturnType<typeof as>>, Awaited<ReturnType<typeof as>>, Awaited<ReturnType<typeof as>>];
const refused = (...codes: string[]) => expect.objectContaining({ status: 422, codes });
const at = (itemId: string) => ({ params: { itemId } });
const teaching = (await staff.library.tops({})).items.find(({ name }) => name === '教务处')!.id;
const put = async (who: typeof staff, itemId: string, name: string, text: string, path: string[] = []) => {
  const { id: fileId } = await who.files.upload({ query: { name }, body: Buffer.from(text) as never });
  return (await who.library.putFile({ ...at(itemId), body: { fileId, path } })).id;
};
const minutesLater = (minutes: number) => (clock.now = new Date(Date.parse(clock.now) + minutes * 60_000).toISOString());

const plan = await put(staff, teaching, '教学计划.txt', '本学期教学计划：第一周备课。', ['计划', '高一']);
const table = await put(colleague, teaching, '课时统计.txt', '教学计划完成情况统计。', ['统计']);
await head.library.tag({ body: { ids: [table], add: ['月报'] } });
await drain();
const folder = async (name: string) => (await db.selectFrom('libraryItems').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;

test('files are found by their words, and narrowed by folder, tag, type, person and day', async () => {
  const find = async (query: object) => (await staff.library.search({ query })).results.map(({ id }) => id).sort();
  expect(await find({ q: '教学计划' })).toEqual([plan, table].sort());
  expect(await find({ q: '教学计划', folderId: await folder('计划') })).toEqual([plan]);
  expect(await find({ q: '教学计划', tag: '月报' })).toEqual([table]);
  expect(await find({ q: '教学计划', personId: await personId('lvqiang') })).toEqual([table]);
  expect(await find({ q: '教学计划', type: 'text', from: '2026-11-23', to: '2026-11-23' })).toEqual([plan, table].sort());
  expect(await find({ q: '教学计划', type: 'pdf' })).toEqual([]);
  expect(await find({ q: '教学计划', to: '2026-11-22' })).toEqual([]);
  expect(await find({ tag: '月报' })).toEqual([table]);
  expect(await find({ q: '赵晓峰' })).toEqual([plan]);
  expect(await find({ q: '月报' })).toEqual([table]);
  await head.library.tag({ body: { ids: [table], remove: ['月报'] } });
  await drain();
  expect(await find({ q: '月报' })).toEqual([]);
  await head.library.tag({ body: { ids: [table], add: ['月报'] } });
  await drain();
  const { results } = await staff.library.search({ query: { q: '第一周备课' } });
  expect(results[0]).toMatchObject({ name: [{ text: '教学计划.txt', hit: false }], folder: { name: '高一' } });
  expect(results[0]!.text.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['第一周备课']);
  for (const query of [{ q: '教学计划' }, { tag: '月报' }, { q: '教学计划', folderId: teaching }]) expect(await stranger.library.search({ query })).toMatchObject({ results: [], next: null });
  expect((await stranger.library.search({ query: { q: '教学计划' } })).count).toBe(0);
});

test('what others changed since I last looked; my own is not new to me', async () => {
  const news = async (who = staff) => (await who.library.changes({ query: {} })).items.map(({ name }) => name);
  expect(await news()).toEqual(['课时统计.txt']);
  expect(await staff.library.look({ ...at(await folder('统计')), body: {} })).toEqual({ before: null });
  expect(await news()).toEqual([]);
  minutesLater(5);
  await put(head, await folder('统计'), '十一月.txt', '十一月统计');
  expect(await news()).toEqual(['十一月.txt']);
  expect(await staff.library.following(at(await folder('统计')))).toEqual({ follows: false, looked: '2026-11-23T01:00:00.000Z' });
  await staff.library.lookAll({ body: {} });
  expect(await news()).toEqual([]);
  expect(await news(stranger)).toEqual([]);
});

test('whoever follows a folder is told in one line, and not of what they may not read', async () => {
  await staff.library.follow({ ...at(teaching), body: { follows: true } });
  await head.library.grant({ ...at(teaching), body: { kind: 'person', subjectId: await personId('caoyan'), level: 'read' } });
  await stranger.library.follow({ ...at(teaching), body: { follows: true } });
  minutesLater(1);
  await put(head, teaching, '通知一.txt', '通知一');
  await put(head, teaching, '通知二.txt', '通知二', ['通知']);
  await head.library.setInheritance({ ...at(await folder('通知')), body: { inherits: false } });
  minutesLater(15);
  await tellFollowers(db, clock.now);
  await tellFollowers(db, clock.now);
  const told = async (who: typeof staff) => (await who.notifications.messages({ query: {} })).messages.filter(({ what }) => what === 'library.folder_changed').map(({ params }) => params['files']);
  expect(await told(staff)).toEqual(['1']);
  expect(await told(stranger)).toEqual(['1']);
  expect((await staff.library.follow({ ...at(teaching), body: { follows: false } })).follows).toBe(false);
});

test('several at once in one archive, with their names; only what one may read', async () => {
  const ids = [await folder('计划'), table].join(',');
  const zip = unzipSync((await staff.library.archive({ query: { ids } })) as never);
  expect(Object.keys(zip)).toEqual(['计划/高一/教学计划.txt', '课时统计.txt']);
  expect(Buffer.from(zip['课时统计.txt']!).toString()).toBe('教学计划完成情况统计。');
  await db.updateTable('files').set({ size: String(3 * 1024 ** 3) }).where('name', '=', '课时统计.txt').execute();
  await expect(staff.library.archive({ query: { ids } })).rejects.toEqual(refused('library.archive_too_large'));
  await expect((await as('yanbin')).library.archive({ query: { ids } })).rejects.toEqual(refused('library.archive_empty'));
});
