import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { centred, inRows, roundTable, seated, whyNotSeat } from './rules.ts';

const first = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

test.each([
  ['five: the first in the middle, the second at the left hand', 5, [5, 3, 1, 2, 4]],
  ['four: the first two share the middle', 4, [3, 1, 2, 4]],
  ['one', 1, [1]],
  ['nobody', 0, []],
])('a row of %s', (_, n, expected) => expect(centred(first(n))).toEqual(expected));

test('round a table: the first at its head, the others by turns at the left and the right hand', () => expect(roundTable(first(6))).toEqual({ head: 1, right: [2, 4, 6], left: [3, 5] }));
test('rows before a platform of three, four in each', () => expect(inRows(first(9), { platform: 3, perRow: 4 })).toEqual({ platform: [3, 1, 2], rows: [[6, 4, 5, 7], [8, 9]] }));

const by = (...ids: string[]) => ids.map((id) => ({ id }));
test.each([
  ['as it was saved', by('a', 'b', 'c'), ['c', 'a', 'b'], ['c', 'a', 'b']],
  ['who came later sits behind', by('a', 'b', 'd'), ['b', 'a'], ['b', 'a', 'd']],
  ['who does not come leaves no gap', by('a', 'c'), ['c', 'b', 'a'], ['c', 'a']],
])('seats: %s', (_, rank, saved, expected) => expect(seated(rank, saved).map(({ id }) => id)).toEqual(expected));

test.each([
  ['all of them once', ['b', 'a'], []],
  ['one is missing', ['a'], ['meetings.seats_changed']],
  ['one sits twice', ['a', 'a'], ['meetings.seats_changed']],
  ['somebody else', ['a', 'x'], ['meetings.seats_changed']],
])('seated: %s', (_, wanted, expected) => expect(whyNotSeat(wanted, ['a', 'b'])).toEqual(expected));

// Monday; the meeting is on Friday at two.
const { as, clock, drain, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerk, head, head2, principal, staff] = [await as('office.clerk'), await as('department.head'), await as('department.head.2'), await as('principal'), await as('staff')];
const ids = Object.fromEntries(await Promise.all(['office.clerk', 'principal', 'leader', 'leader.2', 'department.head', 'department.head.2', 'staff'].map(async (name) => [name, await personId(name)] as const)));
const refused = (...codes: string[]) => ({ status: 422, codes });
const textOf = async (paper: unknown) => (await extractText(await getDocumentProxy(new Uint8Array(paper as Uint8Array)))).text.map((page) => page.replace(/\s/g, ''));

const topicId = (await head.meetings.applyTopic({ body: { title: '关于冬季供暖的议题', reason: '请研究', minutes: 20 } })).id;
const { id: meetingId } = await clerk.meetings.plan({ body: { kind: 'leaders', title: '第十二周校长办公会', startsAt: '2026-11-27T06:00:00.000Z', minutes: 90, place: '第一会议室', prepare: '请带供暖检修记录。', chairId: ids['principal']!, minuteTakerId: ids['office.clerk']!, attends: [ids['department.head.2']!, ids['leader']!, ids['leader.2']!], observes: [ids['staff']!], items: [{ topicId, minutes: 20, presenterId: ids['department.head']! }] } });
const params = { meetingId };
const names = async (who = clerk) => (await who.meetings.seating({ params })).seats.map(({ person }) => person.name);

test('by rank and directory, the chair first, observers behind; the office puts it in order (MTG-3)', async () => {
  expect(await names()).toEqual(['王建华', '周敏', '郑海涛', '刘志远', '孙丽', '李文静', '赵晓峰']);
  const { seats } = await clerk.meetings.seating({ params });
  const people = seats.map(({ person }) => person.id).toReversed();
  const set = (body: object) => clerk.meetings.setSeating({ params, body: { shape: 'rows', perRow: 4, platform: 3, people, ...body } as never });
  await expect(set({ people: people.slice(1) })).rejects.toMatchObject(refused('meetings.seats_changed'));
  await set({});
  expect(await clerk.meetings.seating({ params })).toMatchObject({ shape: 'rows', perRow: 4, platform: 3, byRank: false, mayChange: true });
  expect((await names())[0]).toBe('赵晓峰');
  await clerk.meetings.seatByRank({ params });
  expect((await names())[0]).toBe('王建华');
  await expect(head2.meetings.setSeating({ params, body: { shape: 'rows', perRow: 4, platform: 3, people } })).rejects.toMatchObject({ status: 403 });
  await expect(head2.meetings.seating({ params })).rejects.toMatchObject({ status: 404 });
});

test('the deputy sits there, whoever asked leave does not; the plan and a name card for each are printed', async () => {
  await clerk.meetings.sendForApproval({ params, body: {} });
  const { approvals: [trail] } = await principal.approvals.trail({ params: { recordId: meetingId } });
  await principal.approvals.decide({ params: { signerId: trail!.stages[0]!.signers[0]!.id }, body: { decision: 'approved', opinion: '同意' } });
  await drain();
  await clerk.meetings.call({ params, body: {} });
  await head2.meetings.reply({ params, body: { reply: 'deputy', deputyId: await personId('jinlei'), why: '外出' } });
  await (await as('leader')).meetings.reply({ params, body: { reply: 'leave', why: '出差' } });
  expect(await names(staff)).toEqual(['王建华', '郑海涛', '刘志远', '李文静', '金磊', '赵晓峰']);
  expect((await clerk.meetings.seating({ params })).seats.find(({ person }) => person.name === '金磊')).toMatchObject({ sentBy: '孙丽' });
  const plan = await textOf(await staff.meetings.seatingPaper({ params }));
  expect(plan).toHaveLength(1);
  for (const text of ['第十二周校长办公会座次图', '1王建华', '2郑海涛', '会议桌', '赵晓峰']) expect(plan[0]).toContain(text);
  const { seats } = await clerk.meetings.seating({ params });
  await clerk.meetings.setSeating({ params, body: { shape: 'rows', perRow: 2, platform: 2, people: seats.map(({ person }) => person.id) } });
  const hall = await textOf(await clerk.meetings.seatingPaper({ params }));
  for (const text of ['主席台', '第2排']) expect(hall[0]).toContain(text);
  const cards = await textOf(await clerk.meetings.nameCards({ params }));
  expect(cards).toHaveLength(6);
  expect(cards[0]).toBe('王建华王建华');
});

test('the notice on paper has time, place, agenda with presenter and minutes, and what to prepare (MTG-2)', async () => {
  const pages = (await textOf(await staff.meetings.noticePaper({ params, query: {} }))).join('');
  for (const text of ['关于召开第十二周校长办公会的通知', '2026年11月27日（周五）14:00', '第一会议室', '关于冬季供暖的议题', '刘志远', '20分钟', '请带供暖检修记录']) expect(pages).toContain(text);
  expect(Buffer.from((await clerk.meetings.noticePaper({ params, query: { as: 'docx' } })) as unknown as Uint8Array).subarray(0, 2).toString()).toBe('PK');
  clock.now = '2026-11-27T08:00:00.000Z';
  await expect(clerk.meetings.seatByRank({ params })).rejects.toMatchObject(refused('meetings.preparation_over'));
});
