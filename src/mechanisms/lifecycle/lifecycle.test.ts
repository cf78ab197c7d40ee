import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx } from '#platform/module.ts';
import { tellHistory } from './history.ts';
import { checkLives } from './lives.ts';
import { faultsOf, type Life } from './rules.ts';

const { as, db, clock, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const [staffId, headId] = [await personId('staff'), await personId('department.head')];
const recordId = newId();
await db.insertInto('records').values({ id: recordId, kind: 'incoming', title: '通知', allPermission: 'incoming.read_all', at: clock.now, readers: [staffId] }).execute();
const tell = (id: string, post: string, ...line: [what: string, details?: object, forWhom?: string]) =>
  db.transaction().execute((open) => tellHistory({ db: open, now: clock.now, actor: { id, post } } as unknown as Ctx, recordId, ...line));
const history = async (username: string, of = recordId) => (await (await as(username)).lifecycle.history({ params: { recordId: of } })).lines;

test('what happened is told in order, with the post, the opinion in full, and for whom it was done', async () => {
  const opinion = '同意。'.repeat(2000);
  await tell(staffId, '教务员', 'incoming.giveOpinion', { opinion });
  await tell(headId, '教务处主任', 'incoming.closePart', undefined, staffId);
  expect(await history('staff')).toMatchObject([
    { at: clock.now, who: { id: staffId, name: '赵晓峰' }, forWhom: null, post: '教务员', what: 'incoming.giveOpinion', details: { opinion } },
    { who: { id: headId, name: '刘志远' }, forWhom: { id: staffId, name: '赵晓峰' }, post: '教务处主任', what: 'incoming.closePart', details: {} },
  ]);
});

test('the office that sees every record sees its history; who may not read it learns not even that it is there', async () => {
  expect(await history('office.clerk')).toHaveLength(2);
  await expect(history('department.head.2')).rejects.toMatchObject({ status: 404 });
  await expect(history('admin')).rejects.toMatchObject({ status: 404 });
  await expect(history('office.clerk', newId())).rejects.toMatchObject({ status: 404 });
});

test('history is never changed', async () => {
  await expect(db.updateTable('history').set({ what: 'other' }).execute()).rejects.toThrow('history is never changed');
  await expect(db.deleteFrom('history').execute()).rejects.toThrow('history is never changed');
});

const worded = { title: '函', states: { open: '开', shut: '结' }, acts: { shut: '办结' } };
const letter: Life = { kind: 'letter', states: ['open', 'shut'], starts: ['open'], ends: ['shut'], transitions: { shut: { from: ['open'], to: 'shut' } }, zh: worded, en: worded };

test.each<[string, Partial<Life>, string[]]>([
  ['a life from start to end', {}, []],
  ['a state nobody declared', { transitions: { shut: { from: ['open', 'lost'], to: 'shut' } } }, ['no state lost']],
  ['a state never reached', { states: ['open', 'shut', 'lost'] }, ['lost is never reached', 'lost has no way to the end', 'lost is not worded']],
  ['no way out', { transitions: {} }, ['shut is never reached', 'open has no way to the end']],
  ['an act that does not exist', { transitions: { shut: { from: ['open'], to: 'shut' }, burn: { from: ['open'], to: 'shut' } } }, ['no endpoint burn', 'burn is not worded']],
])('%s', (_, change, faults) => expect(faultsOf({ ...letter, ...change }, ['shut'])).toEqual(faults));

test('a life that cannot be lived stops the start', () => expect(() => checkLives([{ name: 'incoming', contract: {} }])).toThrow('the life of incoming: no endpoint accept'));

test('the life of a document is told from what the server keeps, with the roles of now', async () => {
  const { lives } = await (await as('staff')).lifecycle.lives({});
  const incoming = lives.find(({ kind }) => kind === 'incoming')!;
  expect(incoming.states.find(({ name }) => name === 'done')).toMatchObject({ zh: '已办结', ends: true });
  expect(incoming.acts.find(({ name }) => name === 'accept')).toMatchObject({ zh: '通过初审', from: ['registered'], to: 'accepted', roles: ['office.director'] });
  expect(incoming.acts.find(({ name }) => name === 'propose')).toMatchObject({ to: 'proposed', or: 'instructed' });
});
