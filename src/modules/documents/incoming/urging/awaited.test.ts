import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';

const { as, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const clerk = await as('office.clerk');
const director = await as('office.director');
const leader = await as('leader');

test('what is waited for, the longest first; urged once it says so, answered it is gone; paged', async () => {
  const asked = [];
  for (const title of ['关于甲事的通知', '关于乙事的通知']) {
    const { id: documentId } = await clerk.incoming.register({ body: { sender: '江城市教育局', title, pages: 1 } });
    await director.incoming.accept({ params: { documentId }, body: {} });
    await director.incoming.propose({ params: { documentId }, body: { text: '请批示。', leaders: [await personId('leader')] } });
    asked.push(documentId);
  }
  const { awaited } = await clerk.incoming.awaited({ query: {} });
  expect(awaited.map(({ title, item, whom, times }) => [title, item, whom, times])).toEqual([['关于甲事的通知', 'instruction', '周敏', 0], ['关于乙事的通知', 'instruction', '周敏', 0]]);

  const [first] = awaited;
  await clerk.incoming.urge({ params: { documentId: first!.documentId }, body: { item: first!.item, itemId: first!.id } });
  expect((await clerk.incoming.awaited({ query: {} })).awaited[0]).toMatchObject({ times: 1, lastAt: '2026-11-23T01:00:00.000Z' });

  const page = await clerk.incoming.awaited({ query: { most: 1 } });
  expect((await clerk.incoming.awaited({ query: { most: 1, after: page.next! } })).awaited).toMatchObject([{ documentId: asked[1] }]);

  await leader.incoming.instruct({ params: { instructionId: first!.id }, body: { text: '同意。' } });
  expect((await clerk.incoming.awaited({ query: {} })).awaited).toHaveLength(1);
  await expect((await as('staff')).incoming.awaited({ query: {} })).rejects.toMatchObject({ status: 403 });
});
