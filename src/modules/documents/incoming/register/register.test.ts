import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';

const { as } = await openSchool('2026-11-23T01:00:00.000Z');
const clerk = await as('office.clerk');
const staff = await as('staff');
const letter = { sender: '江城市教育局', senderNumber: '江教办〔2026〕15号', title: '关于“双减”工作（100%落实）的通知', writtenOn: '2026-11-20', kind: '通知' as const };
const { id, number } = await clerk.incoming.register({ body: letter });
await clerk.incoming.register({ body: { ...letter, sender: '江城市公安局', senderNumber: '', title: '关于校园安全的函' } });
const found = async (who: typeof clerk, q: string) => (await who.incoming.list({ query: { q } as never })).documents.map((line) => line.id);

test.each([
  ['江教办[2026]15号'], ['江教办（２０２６）１５号'], ['双减工作'], ['“双减”工作'], ['100%'], ['教育局'], [number], [number.replace('-', '')],
])('a line is found by %s', async (q) => expect(await found(clerk, q)).toEqual([id]));

test.each([['《》——'], ['%'], ['_'], ['没有这样的词'], ['教育局江教办']])('nothing is found by %s', async (q) => expect(await found(clerk, q)).toEqual([]));

test('nobody finds a line they may not see', async () => expect(await found(staff, '双减')).toEqual([]));

test('the register in each of its orders, page by page, forwards and backwards', async () => {
  for (const [sender, title, urgency] of [['白县教育局', '关于阅读的通知', 0], ['曹县教育局', '关于安全的通知', 2], ['白县教育局', '关于艺术节的函', 1]] as const) await clerk.incoming.register({ body: { ...letter, sender, senderNumber: '', title, urgency } });
  const { id: ended } = await clerk.incoming.register({ body: { ...letter, sender: '阿县教育局', title: '关于误送的函' } });
  await clerk.incoming.voidLine({ params: { documentId: ended }, body: { reason: '误登' } });
  const pageOf = (query: object) => clerk.incoming.list({ query: query as never });
  for (const sort of ['number', 'received', 'due', 'sender', 'title'])
    for (const reverse of ['false', 'true']) {
      const all = (await pageOf({ sort, reverse, most: '100' })).documents.map((line) => line.id);
      const paged: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page: Awaited<ReturnType<typeof pageOf>> = await pageOf({ sort, reverse, most: '2', ...(after && { after }) });
        paged.push(...page.documents.map((line) => line.id));
        after = page.next;
      }
      expect(paged, `${sort} ${reverse}`).toEqual(all);
      expect(all).toHaveLength(6);
    }
  const { documents } = await pageOf({ sort: 'due', most: '100' });
  expect(documents[0]!.title).toBe('关于安全的通知');
  expect(documents.at(-1)!.id).toBe(ended);
  expect((await pageOf({ sort: 'sender', q: '县教育局', most: '100' })).documents.map((line) => line.sender)).toEqual(['阿县教育局', '白县教育局', '白县教育局', '曹县教育局']);
  for (const [sort, after] of [['number', '2026-x'], ['received', `${id} yesterday`], ['title', 'nowhere'], ['due', `${id}`]]) await expect(pageOf({ sort, after })).rejects.toMatchObject({ status: 400 });
});
