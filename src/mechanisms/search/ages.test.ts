import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import type { Actor } from '#platform/module.ts';
import { cloneDatabase } from '#platform/testing.ts';
import { settle } from './ages.ts';
import { indexRecord } from './entries.ts';
import { found } from './queries.ts';
import { gramsWanted, squash } from './rules.ts';

const { db, drop } = await cloneDatabase(inject('server'), inject('template'));
afterAll(drop);

const now = '2026-09-01T01:00:00.000Z';
const [zhang, li] = [newId(), newId()];
const nobody: Actor = { id: newId(), name: '', own: new Set(), permissions: new Set(), keys: [], departments: [], clearance: 0, deputyFor: [], post: '', departmentId: '', sessionId: '', address: '' };
const askers = { clerk: { ...nobody, permissions: new Set(['incoming.read_all']) }, zhang: { ...nobody, keys: [zhang] } };

const letters = '安全校园通知';
const piece = (seed: number, length: number) => Array.from({ length }, (_, i) => letters[(seed * (i + 3) + i * i + (seed >> 2)) % letters.length]).join('');
const kept = Array.from({ length: 160 }, (_, i) => ({
  id: newId(), title: piece(i, 3), body: `${piece(i * 7 + 1, 9)}。${piece(i + 5, 4)}`, readers: i % 5 === 0 ? [zhang] : [li], number: `${i}号`,
  at: new Date(Date.parse(now) - (i % 90) * 60_000).toISOString(),
}));
const bounds = [{ kept: 10, most: 15 }, { kept: 40, most: 50 }];

beforeAll(async () => {
  for (const { id, title, body, readers, number, at } of kept) {
    await db.insertInto('records').values({ id, kind: 'incoming', number, title, at, readers, clearance: 0, allPermission: 'incoming.read_all' }).execute();
    await indexRecord(db, { recordId: id, title, number, body });
  }
});

const ages = async () => (await db.selectFrom('searchEntries').select(['age', (eb) => eb.fn.countAll<string>().as('count'), (eb) => eb.fn.max('at').as('newest'), (eb) => eb.fn.min('at').as('oldest')]).groupBy('age').orderBy('age').execute()).map(({ count, ...rest }) => ({ ...rest, count: Number(count) }));

const allPages = async (actor: Actor, q: string) => {
  const ids: string[] = [];
  let [counted, after]: [unknown, string | null | undefined] = [undefined, undefined];
  do {
    const page = await found({ db, actor, now }, { q, ...(after && { after }) });
    counted ??= [page.count, page.counted];
    ids.push(...page.results.map(({ recordId }) => recordId));
    after = page.next;
  } while (after);
  return { ids, counted };
};

/** As it is meant: one record after the other. */
const byHand = (who: keyof typeof askers, q: string) => {
  const term = squash(q);
  const rank = ({ title, body, number }: (typeof kept)[number]) => (number === q ? 0 : [title, number].some((part) => part.includes(term)) ? 1 : squash(body).includes(term) ? 2 : 3);
  return kept.filter((one) => rank(one) < 3 && (who === 'clerk' || one.readers.includes(zhang)))
    .sort((a, b) => rank(a) - rank(b) || b.at.localeCompare(a.at) || b.id.localeCompare(a.id)).map(({ id }) => id);
};

const words = fc.oneof({ weight: 9, arbitrary: fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 5 }).map((some) => some.join('')) }, { weight: 1, arbitrary: fc.nat(170).map((n) => `${n}号`) });
const same = () =>
  fc.assert(
    fc.asyncProperty(fc.constantFrom('clerk' as const, 'zhang' as const), words, async (who, q) => {
      const expected = byHand(who, q);
      const { ids, counted } = await allPages(askers[who], q);
      expect(ids, `${who} ${q}`).toEqual(expected);
      expect(counted, `${who} ${q}`).toEqual(expected.length > 50 ? [50, 'at_least'] : [expected.length, 'exactly']);
    }),
    { numRuns: 120 },
  );

test('all are of the newest age at first, and each word finds what it should in its order', async () => {
  expect((await ages()).map(({ age, count }) => [age, count])).toEqual([[0, 160]]);
  await same();
});

test('settled, each age is older than the one before, and every word finds the same', async () => {
  await settle(db, { of: bounds, step: 1 });
  const [first, second, third] = await ages();
  expect([first!.age, second!.age, third!.age]).toEqual([0, 1, 2]);
  // Of one moment all stay together.
  expect(first!.count).toBeGreaterThanOrEqual(10);
  expect(first!.count).toBeLessThanOrEqual(12);
  expect(second!.count).toBeGreaterThanOrEqual(40);
  expect(second!.count).toBeLessThanOrEqual(44);
  expect(first!.oldest > second!.newest && second!.oldest > third!.newest).toBe(true);
  await same();
});

test('what comes later is of the age of its day', async () => {
  const id = newId();
  await db.insertInto('records').values({ id, kind: 'incoming', number: '补1', title: '补录旧件', at: kept[89]!.at, readers: [zhang], clearance: 0, allPermission: 'incoming.read_all' }).execute();
  await indexRecord(db, { recordId: id, title: '补录旧件', number: '补1' });
  expect(await db.selectFrom('searchEntries').select('age').where('recordId', '=', id).executeTakeFirst()).toEqual({ age: 2 });
  expect((await allPages(askers.zhang, '补录旧件')).ids).toEqual([id]);
  await db.deleteFrom('searchEntries').where('recordId', '=', id).execute();
});

test('a rare word whose threes stand apart in thousands of lines: no number is said before all were looked into, and the next page goes on', async () => {
  const at = kept[89]!.at;
  await sql`with made as (insert into records (id, kind, number, title, at, readers, clearance, all_permission) select gen_random_uuid(), 'incoming', 'x' || n, '', ${at}::timestamptz - interval '1 minute', '{}', 0, 'incoming.read_all' from generate_series(1, 3000) n returning *)
    insert into search_entries (record_id, kind, at, clearance, age, seers, sender, extra, named, numbers, sent_by, name_grams, grams)
    select id, kind, at, 0, 2, array[search_key(all_permission)], '', '{}', '', '{}', '', '{}', ${gramsWanted('甲乙丙丁')}::integer[] from made`.execute(db);
  const id = newId();
  await db.insertInto('records').values({ id, kind: 'incoming', number: '稀1', title: '', at: new Date(Date.parse(at) - 120_000).toISOString(), readers: [], clearance: 0, allPermission: 'incoming.read_all' }).execute();
  await indexRecord(db, { recordId: id, title: '', number: '稀1', body: '正文里有甲乙丙丁。' });
  const asked = { db, actor: askers.clerk, now };
  const first = await found(asked, { q: '甲乙丙丁' });
  expect(first).toMatchObject({ results: [], count: null });
  expect((await found(asked, { q: '甲乙丙丁', after: first.next! })).results.map(({ recordId }) => recordId)).toEqual([id]);
});
