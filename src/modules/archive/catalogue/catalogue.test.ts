import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { newId } from '#platform/ids.ts';

const now = '2026-11-23T01:00:00.000Z';
const { as, db, personId } = await openSchool(now);
const people = ['staff', 'department.head', 'leader', 'office.clerk'];
const by = await personId('archivist');
const departments = await db.selectFrom('departments').select('id').orderBy('name').execute();
const posts = await db.selectFrom('posts').innerJoin('people', 'people.id', 'posts.personId').select(['username', 'personId', 'departmentId']).where('username', 'in', people).execute();
const keys = [...new Set(posts.flatMap(({ personId: id, departmentId }) => [id, departmentId]))];

/** Lines of several years, each read by one or two of them, by nobody, or by everybody who may read the imported. */
const fill = async () => {
  for (let n = 0; n < 48; n += 1) {
    const [id, recordId] = [newId(), newId()];
    const readers = n % 5 === 0 ? [] : [keys[n % keys.length]!, keys[(n * 7) % keys.length]!];
    const place = { year: 2020 + (n % 4), retention: (['Y', 'D30', 'D10'] as const)[n % 3]!, code: ['BGS', 'JWC'][n % 2]!, seq: n + 1 };
    await db.insertInto('records').values({ id: recordId, kind: n % 2 ? 'incoming' : 'outgoing', number: '', title: `关于第${n}项的通知`, allPermission: n % 10 ? 'incoming.read_all' : 'archive.read', clearance: n % 11 === 0 ? 1 : 0, readers, at: now }).execute();
    await db.insertInto('archiveItems').values({ ...place, id, recordId, number: `0001-WS·${n}`, departmentId: departments[n % departments.length]!.id, author: n % 3 ? '市教育局' : '本校', title: n % 11 === 0 ? '' : `关于第${n}项的通知`, secrecy: n % 11 === 0 ? 1 : 0, pages: 1, thickness: 1, archivedAt: now, archivedBy: by }).execute();
  }
};
await fill();

const listed = async (username: string, query: object) => {
  const { archive } = await as(username);
  const ids: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const { items, next } = await archive.list({ query: { ...query, most: 7, ...(after && { after }) } });
    ids.push(...items.map(({ id }) => id));
    after = next;
  }
  return ids;
};

/** What they may open, one by one, in the order of the catalogue. */
const openedBy = async (username: string) => {
  const { archive } = await as(username);
  const all = await db.selectFrom('archiveItems').select(['id', 'year', 'retention', 'title', 'departmentId']).orderBy('yearBack').orderBy('rank').orderBy('code').orderBy('seq').execute();
  const may = await Promise.all(all.map(({ id }) => archive.one({ params: { itemId: id } }).then(() => true, () => false)));
  const mine = all.filter((_, i) => may[i]);
  return (fits: (item: (typeof all)[number]) => boolean) => mine.filter(fits).map(({ id }) => id);
};

const agree = async () => {
  for (const username of people) {
    const opened = await openedBy(username);
    expect([username, await listed(username, {})]).toEqual([username, opened(() => true)]);
    expect(await listed(username, { year: 2021, retention: 'D10' })).toEqual(opened(({ year, retention }) => year === 2021 && retention === 'D10'));
    expect(await listed(username, { q: '第1' })).toEqual(opened(({ title }) => title.includes('第1')));
    expect(await listed(username, { departmentId: departments[1]!.id })).toEqual(opened(({ departmentId }) => departmentId === departments[1]!.id));
  }
};

test('everybody is led to the lines they may open, to each once and in the order of the catalogue, and to no other (EDM-3)', async () => {
  await agree();
  expect((await listed('staff', {})).length).toBeGreaterThan(5);
});

test('who may read more or less, and what moves to another place, is so at once', async () => {
  const [first, second, third] = await db.selectFrom('archiveItems').select(['id', 'recordId']).where('secrecy', '=', 0).where('year', '=', 2022).orderBy('seq').limit(3).execute();
  const staff = await personId('staff');
  await db.updateTable('records').set({ readers: [staff] }).where('id', '=', first!.recordId).execute();
  await db.updateTable('records').set({ readers: [], allPermission: 'archive.manage' }).where('id', '=', second!.recordId).execute();
  await db.updateTable('archiveItems').set({ year: 2012 }).where('id', '=', third!.id).execute();
  await agree();
  expect(await listed('staff', {})).toContain(first!.id);
  expect(await db.selectFrom('archiveLines').select(sql<number>`count(*)::int`.as('n')).where('itemId', '=', second!.id).executeTakeFirst()).toEqual({ n: 1 });
});
