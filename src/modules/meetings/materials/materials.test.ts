import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { tick } from '#mechanisms/deadlines/tick.ts';
import { endAccess } from './listens.ts';
import { numbersFor, standingOf, whyNotAsk, whyNotGive, whyNotHandIn, whyNotReadMaterial, whyNotUrgeMaterial, whyNotWithdraw } from './rules.ts';

const now = '2026-11-23T01:00:00.000Z';
const starts = '2026-11-27T06:00:00.000Z';
const asked = { title: '供暖检修方案', secrecy: 0, place: '', dueAt: '2026-11-25T09:00:00.000Z', topicId: 't' };
const stub = { title: '', secrecy: 1, place: '机要柜', dueAt: null, topicId: null };
const of = { startsAt: starts, topics: ['t'], now };
const open = { secrecy: 0, handedInAt: null, endedAt: null, withdrawnAt: null };

test.each([
  ['asked for in time', whyNotAsk(asked, of), []],
  ['of a topic that is not on the agenda', whyNotAsk({ ...asked, topicId: 'x' }, of), ['meetings.topic_not_on_agenda']],
  ['without a title', whyNotAsk({ ...asked, title: '' }, of), ['meetings.material_untitled']],
  ['without a date', whyNotAsk({ ...asked, dueAt: null }, of), ['meetings.due_missing']],
  ['until yesterday', whyNotAsk({ ...asked, dueAt: now }, of), ['meetings.due_is_over']],
  ['until after the meeting', whyNotAsk({ ...asked, dueAt: '2026-11-27T07:00:00.000Z' }, of), ['meetings.due_after_meeting']],
  ['a stub', whyNotAsk(stub, of), []],
  ['a stub with a title', whyNotAsk({ ...stub, title: '某某问题的情况' }, of), ['meetings.stub_has_no_title']],
  ['a stub that lies nowhere', whyNotAsk({ ...stub, place: '' }, of), ['meetings.stub_place_missing']],
  ['handed in', whyNotHandIn(open, true), []],
  ['by a stranger', whyNotHandIn(open, false), ['meetings.not_your_material']],
  ['a file of a stub', whyNotHandIn({ ...open, secrecy: 2 }, true), ['meetings.stub_has_no_files']],
  ['after it was withdrawn', whyNotHandIn({ ...open, withdrawnAt: now }, true), ['meetings.material_closed']],
  ['withdrawn', whyNotWithdraw(open), []],
  ['withdrawn twice', whyNotWithdraw({ ...open, withdrawnAt: now }), ['meetings.material_closed']],
  ['urged', whyNotUrgeMaterial(open, undefined), []],
  ['urged again at once', whyNotUrgeMaterial(open, 5), ['meetings.urged_just_now']],
  ['urged, and it is in', whyNotUrgeMaterial({ ...open, handedInAt: now }, undefined), ['meetings.material_in']],
  ['given out', whyNotGive({ state: 'called' }, 2), []],
  ['given out before anybody is called', whyNotGive({ state: 'approved' }, 2), ['meetings.not_called']],
  ['nothing is in', whyNotGive({ state: 'called' }, 0), ['meetings.nothing_to_give']],
  ['read', whyNotReadMaterial({ readAt: null }), []],
  ['read by somebody it was not given to', whyNotReadMaterial(null), ['meetings.not_given_to_you']],
  ['read twice', whyNotReadMaterial({ readAt: now }), ['meetings.read_already']],
])('%s', (_, found, expected) => expect(found).toEqual(expected));

test.each([
  ['asked', open], ['in', { ...open, handedInAt: now }], ['given', { ...open, handedInAt: now, distributedAt: now }], ['ended', { ...open, handedInAt: now, distributedAt: now, endedAt: now }], ['paper', { ...open, secrecy: 1 }], ['withdrawn', { ...open, handedInAt: now, withdrawnAt: now }],
])('it stands as %s', (expected, row) => expect(standingOf({ distributedAt: null, ...row })).toBe(expected));

test('whoever has no copy gets the next number; of 秘密 only those cleared', () => {
  const people = [{ id: 'a', clearance: 0 }, { id: 'b', clearance: 1 }, { id: 'c', clearance: 3 }];
  expect(numbersFor(people, { secrecy: 0, given: [] })).toEqual([{ personId: 'a', number: 1 }, { personId: 'b', number: 2 }, { personId: 'c', number: 3 }]);
  expect(numbersFor(people, { secrecy: 1, given: [{ personId: 'c', number: 1 }] })).toEqual([{ personId: 'b', number: 2 }]);
});

const { as, db, clock, drain, personId } = await openSchool(now);
const [clerk, head, head2, principal, staff] = [await as('office.clerk'), await as('department.head'), await as('department.head.2'), await as('principal'), await as('staff')];
const ids = Object.fromEntries(await Promise.all(['office.clerk', 'principal', 'leader', 'department.head', 'staff'].map(async (name) => [name, await personId(name)] as const)));
const refused = (...codes: string[]) => ({ status: 422, codes });
const nowhere = '00000000-0000-7000-8000-000000000999';
const inbox = async (who: typeof clerk, box: 'act' | 'read' = 'act') => (await who.todos.list({ query: { box, most: '100' as never } })).todos.map(({ what, record }) => `${what} ${record.id}`);
const told = async (what: string, recordId: string) => (await db.selectFrom('messages').innerJoin('people', 'people.id', 'messages.personId').select('people.username').where('what', '=', what).where('recordId', '=', recordId).orderBy('people.username').execute()).map(({ username }) => username);
const file = async (who: typeof clerk, name: string, text = '供暖检修方案') => (await who.files.upload({ query: { name }, body: Buffer.from(text) as never })).id;

const topicId = (await head.meetings.applyTopic({ body: { title: '关于冬季供暖的议题', reason: '请研究', minutes: 20 } })).id;
const { id: meetingId } = await clerk.meetings.plan({ body: { kind: 'leaders', title: '第十二周校长办公会', startsAt: starts, minutes: 90, place: '第一会议室', chairId: ids['principal']!, minuteTakerId: ids['office.clerk']!, attends: [ids['leader']!], items: [{ topicId, minutes: 20, presenterId: ids['department.head']! }] } });
const params = { meetingId };
const askFor = (more: object = {}) => clerk.meetings.askMaterial({ params, body: { title: '供暖检修方案', topicId, ownerId: ids['department.head']!, dueAt: '2026-11-25T09:00:00.000Z', ...more } as never });
const one = (materialId: string, who = clerk) => who.meetings.material({ params: { materialId } });
const handIn = (materialId: string, files: string[], who = head) => who.meetings.handIn({ params: { materialId }, body: { files } });

let plan = '';
let figures = '';

test('asked of somebody by a date, urged when late, handed in; nothing marked as classified comes in (MTG-4)', async () => {
  await expect(askFor({ ownerId: nowhere })).rejects.toMatchObject(refused('meetings.person_unknown'));
  await expect(askFor({ title: '', topicId: nowhere })).rejects.toMatchObject(refused('meetings.topic_not_on_agenda', 'meetings.material_untitled'));
  plan = (await askFor({ endsAfter: true })).id;
  figures = (await askFor({ title: '能耗数据', bagged: true })).id;
  expect(await inbox(head)).toContain(`meetings.handIn ${plan}`);
  await expect(one(plan, head2)).rejects.toMatchObject({ status: 404 });
  await expect(one(plan, principal)).rejects.toMatchObject({ status: 404 });
  clock.now = '2026-11-24T10:00:00.000Z';
  await tick(db, clock.now);
  await drain();
  expect(await told('meetings.material_due', plan)).toEqual(['department.head']);
  clock.now = '2026-11-25T09:01:00.000Z';
  await tick(db, clock.now);
  await drain();
  expect(await told('meetings.material_late', plan)).toEqual(['department.head', 'office.clerk']);
  expect((await clerk.meetings.materials({ params })).materials).toMatchObject([{ id: plan, state: 'asked', late: true }, { id: figures, late: true }]);
  await clerk.meetings.urgeMaterial({ params: { materialId: plan }, body: {} });
  await expect(clerk.meetings.urgeMaterial({ params: { materialId: plan }, body: {} })).rejects.toMatchObject(refused('meetings.urged_just_now'));
  await expect(handIn(plan, [nowhere])).rejects.toMatchObject(refused('meetings.file_unknown'));
  await expect(handIn(plan, [await file(head, '机密★1年 方案.txt')])).rejects.toMatchObject(refused('meetings.text_is_classified'));
  await handIn(plan, [await file(head, '方案.txt')]);
  await expect(clerk.meetings.urgeMaterial({ params: { materialId: plan }, body: {} })).rejects.toMatchObject({ codes: expect.arrayContaining(['meetings.material_in']) });
  expect(await one(plan, head)).toMatchObject({ state: 'in', late: false, files: [{ name: '方案.txt' }] });
  expect(await inbox(head)).not.toContain(`meetings.handIn ${plan}`);
  expect(await told('meetings.material_in', plan)).toEqual(['office.clerk']);
});

let secret = '';
test('of 秘密 and above only a stub: no title, no file, seen by those cleared', async () => {
  const noted = (more: object) => askFor({ title: '', secrecy: 1, secrecyPeriod: '1年', dueAt: null, place: '办公室机要柜', ownerId: ids['office.clerk'], ...more });
  await expect(noted({ title: '某某情况' })).rejects.toMatchObject(refused('meetings.stub_has_no_title'));
  await expect(noted({ place: '' })).rejects.toMatchObject(refused('meetings.stub_place_missing'));
  secret = (await noted({})).id;
  expect(await one(secret)).toMatchObject({ title: '', secrecy: 1, secrecyPeriod: '1年', state: 'paper', bagged: true, files: [] });
  await expect(handIn(secret, [await file(clerk, '情况.txt')], clerk)).rejects.toMatchObject(refused('meetings.stub_has_no_files'));
});

test('given to those called, read with a receipt, read anew after a change; over with the meeting where so marked', async () => {
  const give = () => clerk.meetings.distribute({ params, body: {} });
  clock.now = '2026-11-23T02:00:00.000Z';
  await expect(give()).rejects.toMatchObject(refused('meetings.not_called'));
  await clerk.meetings.sendForApproval({ params, body: {} });
  const { approvals: [trail] } = await principal.approvals.trail({ params: { recordId: meetingId } });
  await principal.approvals.decide({ params: { signerId: trail!.stages[0]!.signers[0]!.id }, body: { decision: 'approved', opinion: '同意' } });
  await drain();
  await clerk.meetings.call({ params, body: {} });
  await head.meetings.reply({ params, body: { reply: 'deputy', deputyId: ids['staff']!, why: '外出' } });
  expect(await give()).toEqual({ given: 1 });
  await expect(give()).rejects.toMatchObject(refused('meetings.nothing_to_give'));
  expect(await inbox(principal, 'read')).toContain(`meetings.readMaterial ${plan}`);
  const fileId = (await one(plan, principal)).files[0]!.id;
  expect(Buffer.from((await principal.files.content({ params: { fileId } })) as unknown as Uint8Array).toString()).toBe('供暖检修方案');
  await principal.meetings.readMaterial({ params: { materialId: plan }, body: {} });
  await expect(principal.meetings.readMaterial({ params: { materialId: plan }, body: {} })).rejects.toMatchObject(refused('meetings.read_already'));
  await expect(head2.meetings.readMaterial({ params: { materialId: plan }, body: {} })).rejects.toMatchObject({ status: 404 });
  expect(await one(plan)).toMatchObject({ state: 'given', given: 5, read: 1, readers: expect.arrayContaining([expect.objectContaining({ person: { id: ids['principal'], name: '王建华' }, readAt: clock.now })]) });
  expect((await one(plan, principal)).readers).toEqual([]);
  expect((await one(plan, staff)).mine).toEqual({ readAt: null });
  // What is not given out, and what they are not cleared for, is not there for them.
  expect((await staff.meetings.materials({ params })).materials.map(({ id }) => id)).toEqual([plan]);
  await handIn(plan, [await file(head, '方案（修订）.txt')]);
  expect((await one(plan, principal)).mine).toEqual({ readAt: null });
  expect(await told('meetings.material_changed', plan)).toEqual(['principal']);
  clock.now = '2026-11-27T07:31:00.000Z';
  expect(await endAccess(db, clock.now)).toBe(1);
  expect(await endAccess(db, clock.now)).toBe(0);
  await expect(one(plan, principal)).rejects.toMatchObject({ status: 404 });
  await expect(principal.files.content({ params: { fileId } })).rejects.toMatchObject({ status: 404 });
  expect(await inbox(principal, 'read')).not.toContain(`meetings.readMaterial ${plan}`);
  expect(await one(plan, head)).toMatchObject({ state: 'ended' });
  await expect(handIn(plan, [await file(head, '再改.txt')])).rejects.toMatchObject({ codes: expect.arrayContaining(['meetings.material_closed', 'meetings.preparation_over']) });
  clock.now = '2026-11-26T01:00:00.000Z';
});

test('paper copies are numbered for whoever comes, printed as a list, and taken back', async () => {
  expect(await clerk.meetings.bag({ params, body: {} })).toEqual({ copies: 7 });
  expect(await clerk.meetings.bag({ params, body: {} })).toEqual({ copies: 7 });
  // 秘密: the principal, the leader and the clerk are cleared; figures: everybody who comes.
  expect((await one(secret)).numbered.map(({ number, person }) => `${number} ${person.name}`)).toEqual(['1 王建华', '2 周敏', '3 李文静']);
  const paper = (await clerk.meetings.bagList({ params })) as unknown as Uint8Array;
  const text = (await extractText(await getDocumentProxy(new Uint8Array(paper)))).text.join('').replace(/\s/g, '');
  for (const part of ['会议材料装袋清单', '能耗数据', '（涉密，不显示标题）', '秘密★1年', '办公室机要柜', '王建华', '领取签名', '001']) expect(text).toContain(part);
  expect(text).not.toContain('某某');
  // In the order of the seats, whatever the numbers.
  expect(['王建华', '周敏', '李文静', '赵晓峰'].map((name) => text.indexOf(name)).every((at, i, all) => at > (all[i - 1] ?? 0))).toBe(true);
  await clerk.meetings.takeBack({ params: { materialId: secret }, body: { numbers: [1, 2] } });
  await expect(clerk.meetings.takeBack({ params: { materialId: secret }, body: { numbers: [2, 3] } })).rejects.toMatchObject(refused('meetings.copy_not_out'));
  expect(await one(secret)).toMatchObject({ copies: 3, returned: 2, numbered: [{ returnedAt: clock.now }, { returnedAt: clock.now }, { returnedAt: null }] });
  await clerk.meetings.withdrawMaterial({ params: { materialId: figures }, body: { reason: '数据并入方案' } });
  await expect(clerk.meetings.withdrawMaterial({ params: { materialId: figures }, body: { reason: '再撤' } })).rejects.toMatchObject(refused('meetings.material_closed'));
  const other = (await clerk.meetings.plan({ body: { kind: 'special', title: '供暖专题会', startsAt: '2026-12-10T06:00:00.000Z', minutes: 60, place: '接待室', chairId: ids['principal']!, minuteTakerId: ids['office.clerk']!, attends: [], items: [{ topicId: (await head.meetings.applyTopic({ body: { title: '另一议题', reason: '请研究', minutes: 20 } })).id, minutes: 20, presenterId: ids['department.head']! }] } })).id;
  await expect(clerk.meetings.bag({ params: { meetingId: other }, body: {} })).rejects.toMatchObject(refused('meetings.nothing_to_bag'));
});

test('a topic that turns out to be classified leaves stubs of its materials, and their files are erased', async () => {
  const director = await as('office.director');
  const { id: documentId } = await clerk.incoming.register({ body: { sender: '市教育局', senderNumber: '江教〔2026〕9号', title: '关于校园安全专项整治的通知', kind: '通知', copies: 1, pages: 3, paperPlace: '文件柜' } });
  await director.incoming.accept({ params: { documentId }, body: { major: true } });
  await drain();
  const { id: important } = (await clerk.meetings.topics({ query: {} })).topics.find(({ title }) => title === '关于校园安全专项整治的通知')!;
  const { id } = await clerk.meetings.plan({ body: { kind: 'special', title: '安全专题会', startsAt: '2026-12-11T06:00:00.000Z', minutes: 60, place: '接待室', chairId: ids['principal']!, minuteTakerId: ids['office.clerk']!, attends: [], items: [{ topicId: important, minutes: 20, presenterId: ids['department.head']! }] } });
  const material = (await clerk.meetings.askMaterial({ params: { meetingId: id }, body: { title: '整治方案', topicId: important, ownerId: ids['department.head']!, dueAt: '2026-12-04T09:00:00.000Z' } })).id;
  await handIn(material, [await file(head, '整治方案.txt', '整治方案全文')]);
  const fileId = (await one(material)).files[0]!.id;
  await clerk.incoming.classify({ params: { documentId }, body: { secrecy: 1, secrecyPeriod: '1年', paperPlace: '机要柜' } });
  await drain();
  expect(await one(material)).toMatchObject({ title: '', secrecy: 1, state: 'paper', files: [{ erased: true }] });
  await expect(clerk.files.content({ params: { fileId } })).rejects.toMatchObject(refused('files.erased'));
  await expect(one(material, head)).rejects.toMatchObject({ status: 404 });
});
