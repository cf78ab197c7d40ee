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
