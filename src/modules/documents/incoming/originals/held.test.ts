import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';

const { as } = await openSchool('2026-11-23T01:00:00.000Z');
const clerk = await as('office.clerk');
const director = await as('office.director');
const held = (who: typeof clerk, query: object = {}) => who.incoming.held({ query });

test('who holds which original: mine, on its way, all; nobody sees one they may not read; paged by number', async () => {
  const titles = ['关于第一件的通知', '关于第二件的通知', '关于第三件的通知'];
  const papers = [];
  for (const title of titles) papers.push(await clerk.incoming.register({ body: { sender: '江城市教育局', title, pages: 1 } }));
  const code = papers[0]!.paperCode;
  await clerk.incoming.offer({ params: { code }, body: {} });
  expect((await held(clerk, { whose: 'offered' })).papers).toMatchObject([{ title: titles[0], code, offered: true }]);
  await director.incoming.take({ params: { code }, body: { place: '文件柜二层' } });

  expect((await held(director, { whose: 'mine' })).papers).toMatchObject([{ title: titles[0], with: { name: '陈国栋' }, place: '文件柜二层', offered: false }]);
  expect((await held(clerk, { whose: 'mine' })).papers.map(({ title }) => title)).not.toContain(titles[0]);
  expect((await held(clerk, { q: '陈国' })).papers).toHaveLength(1);
  expect((await held(await as('staff'))).papers).toEqual([]);

  const first = await held(clerk, { most: 2 });
  expect(first.papers.map(({ title }) => title)).toEqual([titles[2], titles[1]]);
  const second = await held(clerk, { most: 2, after: first.next! });
  expect(second.papers[0]).toMatchObject({ title: titles[0] });
});
