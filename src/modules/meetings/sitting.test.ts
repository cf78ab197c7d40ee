import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { whyNotSignIn, whyNotSignOthers, whyNotWho } from './signin/rules.ts';
import { lateMinutes } from './signin/times.ts';
import { ahead, type Call, waitingOf } from './web/ahead.ts';
import { momentOf, whyNotBegin, whyNotCorrect, whyNotEnd, whyNotReopen, whyNotResolve, whyNotSay, whyNotSayWhy, whyNotScan, whyNotSettleItem, whyNotTalk, whyNotWrite } from './sitting/rules.ts';

const { as, db, clock, drain, personId } = await openSchool('2026-09-21T01:00:00.000Z');
const [clerk, head, head2, staff, principal, leader, stranger] = [await as('office.clerk'), await as('department.head'), await as('department.head.2'), await as('staff'), await as('principal'), await as('leader'), await as('zhuting')];
const ids = Object.fromEntries(await Promise.all(['staff', 'principal', 'leader', 'department.head', 'department.head.2', 'yangfan', 'zhuting'].map(async (name) => [name, await personId(name)] as const)));
const department = async (name: string) => (await db.selectFrom('departments').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
const [teaching, logistics] = [await department('教务处'), await department('总务处')];
const refused = (...codes: string[]) => ({ status: 422, codes });
const nowhere = '00000000-0000-7000-8000-000000000999';
const inbox = async (who: typeof clerk) => (await who.todos.list({ query: { box: 'act', most: '100' as never } })).todos.map(({ what, record }) => `${what} ${record.id}`);
const pdfOf = (answer: unknown) => Buffer.from(answer as Uint8Array).subarray(0, 5).toString();

/** Called for Friday the 25th at two, minuted by a member of staff, with as many topics of twenty minutes. */
const called = async (topics: number) => {
  clock.now = '2026-09-21T01:00:00.000Z';
  const items = [];
  for (let n = 1; n <= topics; n += 1) items.push({ topicId: (await head.meetings.applyTopic({ body: { title: `议题 ${n}`, reason: '请研究', minutes: 20 } })).id, minutes: 20, presenterId: ids['department.head']! });
  const { id } = await clerk.meetings.plan({ body: { kind: 'leaders', title: '第四周校长办公会', startsAt: '2026-09-25T06:00:00.000Z', minutes: 20 * topics, place: '第一会议室', chairId: ids['principal']!, minuteTakerId: ids['staff']!, attends: [ids['leader']!], observes: [ids['department.head.2']!], items } });
  await clerk.meetings.sendForApproval({ params: { meetingId: id }, body: {} });
  const { approvals: [trail] } = await principal.approvals.trail({ params: { recordId: id } });
  await principal.approvals.decide({ params: { signerId: trail!.stages[0]!.signers[0]!.id }, body: { decision: 'approved', opinion: '同意' } });
  await drain();
  await clerk.meetings.call({ params: { meetingId: id }, body: {} });
  return { meetingId: id };
};
const at = (time: string) => void (clock.now = `2026-09-25T${time}.000Z`);
const sitting = (params: { meetingId: string }, who = staff) => who.meetings.sitting({ params });
const resolution = (more: object = {}) => ({ text: '教务处制定方案', departmentId: teaching, ownerId: ids['department.head']!, assisting: [logistics], dueOn: '2026-10-12', ...more });

test('signing in: with the code, as a deputy, late, by hand, a guest; the list is on paper and in a table (MTG-5)', async () => {
  const params = await called(1);
  const shown = async () => (await staff.meetings.signInCard({ params })).code;
  const signIn = async (who: typeof clerk, code?: string) => who.meetings.signIn({ params, body: { code: code ?? (await shown()) } });
  const byHand = (body: object, who = staff) => who.meetings.signInFor({ params, body: body as never });
  await leader.meetings.reply({ params, body: { reply: 'deputy', deputyId: ids['yangfan']!, why: '出差' } });
  await expect(leader.meetings.signInCard({ params })).rejects.toMatchObject({ status: 404 });
  await expect(signIn(head)).rejects.toMatchObject(refused('meetings.too_early'));
  at('05:40:00');
  await expect(signIn(head, '12345')).rejects.toMatchObject(refused('meetings.wrong_code'));
  await expect(signIn(clerk)).rejects.toMatchObject(refused('meetings.not_asked'));
  await expect(signIn(stranger)).rejects.toMatchObject({ status: 404 });
  expect(await inbox(head)).toContain(`meetings.reply ${params.meetingId}`);
  await signIn(head);
  expect(await inbox(head)).not.toContain(`meetings.reply ${params.meetingId}`);
  await expect(signIn(head)).rejects.toMatchObject(refused('meetings.signed_in_already'));
  await expect(byHand({ personId: ids['principal'] }, head)).rejects.toMatchObject(refused('meetings.not_minute_taker'));
  await expect(byHand({})).rejects.toMatchObject(refused('meetings.who_came'));
  await expect(byHand({ personId: nowhere })).rejects.toMatchObject(refused('meetings.person_unknown'));
  await byHand({ personId: ids['principal'] });
  at('06:00:00');
  await staff.meetings.beginMeeting({ params, body: {} });
  at('06:07:30');
  await signIn(await as('yangfan'));
  await byHand({ guest: '区教育局 陈科长' });
  const mistaken = await byHand({ personId: ids['zhuting'] });
  await expect(head.meetings.takeSignInBack({ params: { attendanceId: mistaken.id } })).rejects.toMatchObject(refused('meetings.not_minute_taker'));
  await staff.meetings.takeSignInBack({ params: { attendanceId: mistaken.id } });
  const { lines, others, whyNot, mine } = await head.meetings.attendance({ params });
  expect(lines.map(({ person, came }) => [person.name, came?.name, came?.order, came?.late])).toEqual([['王建华', '王建华', 2, 0], ['周敏', '杨帆', 3, 7], ['刘志远', '刘志远', 1, 0], ['赵晓峰', undefined, undefined, undefined], [expect.any(String), undefined, undefined, undefined]]);
  expect(others).toMatchObject([{ name: '区教育局 陈科长', guest: true, late: 7 }]);
  expect([whyNot, mine?.order]).toEqual([{ signIn: ['meetings.signed_in_already'] }, 1]);
  expect(await sitting(params, head)).toMatchObject({ counted: { called: 5, came: 4 }, whyNot: {} });
  expect(pdfOf(await head.meetings.signInList({ params, query: {} }))).toBe('%PDF-');
  expect(pdfOf(await head.meetings.signInList({ params, query: { as: 'xlsx' } }))).toContain('PK');
  await staff.meetings.endMeeting({ params, body: { why: '时间已到' } });
  await expect(signIn(head2)).rejects.toMatchObject(refused('meetings.has_ended'));
  expect(await inbox(head2)).not.toContain(`meetings.reply ${params.meetingId}`);
});

test('the code changes by itself: a photo of it is worth nothing two slots later, and another meeting has another (MTG-5)', async () => {
  const [params, other] = [await called(1), await called(1)];
  const shown = (of = params) => staff.meetings.signInCard({ params: of });
  const signIn = (who: typeof clerk, code: string) => who.meetings.signIn({ params, body: { code } });
  at('05:40:15');
  const photo = await shown();
  expect([photo.code.length, photo.secondsLeft]).toEqual([6, 15]);
  at('05:40:29');
  expect(await shown()).toMatchObject({ code: photo.code, secondsLeft: 1 });
  at('05:40:30');
  const next = await shown();
  expect([next.code === photo.code, next.secondsLeft]).toEqual([false, 45]);
  at('05:41:14');
  await signIn(head, photo.code);
  at('05:41:15');
  await expect(signIn(head2, photo.code)).rejects.toMatchObject(refused('meetings.wrong_code'));
  await expect(signIn(head2, (await shown(other)).code)).rejects.toMatchObject(refused('meetings.wrong_code'));
  // Two wrong ones so far. Whoever guesses is not listened to for ten minutes, somebody else is.
  for (let guess = 0; guess < 3; guess += 1) await expect(signIn(head2, 'none')).rejects.toMatchObject(refused('meetings.wrong_code'));
  await expect(signIn(head2, next.code)).rejects.toMatchObject(refused('meetings.too_many_codes'));
  expect(await db.selectFrom('audit').select('input').where('action', '=', 'meetings.signIn: meetings.wrong_code').where('actorId', '=', await personId('department.head.2')).where('recordId', '=', params.meetingId).execute()).toEqual(Array(5).fill({ input: {} }));
  at('05:51:16');
  await signIn(head2, (await shown()).code);
});

test('topics are measured by when things happened, also when they are sent later; one is put off, taken back, put off again (MTG-7)', async () => {
  const params = await called(3);
  const begin = (who = staff, body: object = {}) => who.meetings.beginMeeting({ params, body });
  await expect(begin()).rejects.toMatchObject(refused('meetings.too_early'));
  at('06:00:00');
  const { items: [a, b, c] } = await sitting(params);
  const talk = (itemId: string, when?: string) => staff.meetings.talkAbout({ params: { itemId }, body: when ? { at: `2026-09-25T${when}.000Z` } : {} });
  const settle = (itemId: string, body: object) => staff.meetings.settleItem({ params: { itemId }, body: body as never });
  await expect(talk(a!.id)).rejects.toMatchObject(refused('meetings.not_begun'));
  await expect(begin(leader)).rejects.toMatchObject(refused('meetings.not_minute_taker'));
  expect((await sitting(params)).whyNot['beginMeeting']).toEqual([]);
  await begin();
  await expect(begin()).rejects.toMatchObject(refused('meetings.begun_already'));
  await expect(clerk.meetings.cancelMeeting({ params, body: { why: '有事' } })).rejects.toMatchObject(refused('meetings.has_begun'));
  expect(await inbox(staff)).toContain(`meetings.endMeeting ${params.meetingId}`);
  // The network was away: three topics in an hour, told at once afterwards, the device an hour ahead at the end.
  at('07:00:00');
  await talk(a!.id, '06:01:00');
  await talk(a!.id, '06:02:00');
  await talk(b!.id, '06:26:00');
  await staff.meetings.pauseMeeting({ params, body: { at: '2026-09-25T06:40:00.000Z' } });
  await talk(b!.id, '06:30:00');
  expect((await sitting(params, leader)).items.map(({ seconds, since }) => [seconds, since])).toEqual([[25 * 60, null], [14 * 60, '2026-09-25T06:40:00.000Z'], [0, null]]);
  await settle(b!.id, { outcome: 'dealt', at: '2026-09-25T06:45:00.000Z' });
  await expect(talk(b!.id)).rejects.toMatchObject(refused('meetings.item_settled'));
  await talk(c!.id, '08:00:00');
  expect((await sitting(params)).items[2]).toMatchObject({ since: '2026-09-25T07:00:00.000Z' });
  await expect(staff.meetings.reopenItem({ params: { itemId: c!.id }, body: {} })).rejects.toMatchObject(refused('meetings.item_open'));
  await settle(c!.id, { outcome: 'deferred', why: '时间已到' });
  await staff.meetings.reopenItem({ params: { itemId: c!.id }, body: {} });
  expect((await sitting(params)).items[2]).toMatchObject({ state: 'planned', why: '' });
  await settle(c!.id, { outcome: 'deferred', why: '时间已到' });
  await db.updateTable('meetingTopics').set({ state: 'scheduled' }).where('id', '=', c!.topicId).execute();
  await expect(staff.meetings.reopenItem({ params: { itemId: c!.id }, body: {} })).rejects.toMatchObject(refused('meetings.topic_elsewhere'));
  await db.updateTable('meetingTopics').set({ state: 'deferred' }).where('id', '=', c!.topicId).execute();
  await expect(staff.meetings.endMeeting({ params, body: {} })).rejects.toMatchObject(refused('meetings.topics_left'));
  await staff.meetings.endMeeting({ params, body: { why: '未议到' } });
  await expect(talk(a!.id)).rejects.toMatchObject(refused('meetings.has_ended'));
  await drain();
  const whole = await clerk.meetings.meeting({ params });
  expect(whole).toMatchObject({ begunAt: '2026-09-25T06:00:00.000Z', endedAt: '2026-09-25T07:00:00.000Z', writtenLater: false });
  expect(whole.items.map(({ minutes, seconds, state, why }) => [minutes, seconds, state, why])).toEqual([[20, 1500, 'deferred', '未议到'], [20, 1140, 'dealt', ''], [20, 0, 'deferred', '时间已到']]);
  expect(await clerk.meetings.topic({ params: { topicId: c!.topicId } })).toMatchObject({ state: 'deferred', deferrals: 1, meetings: [{ id: params.meetingId, why: '时间已到' }] });
  expect(await inbox(clerk)).toContain(`meetings.takeUp ${a!.topicId}`);
  expect(await inbox(staff)).not.toContain(`meetings.endMeeting ${params.meetingId}`);
  expect((await db.selectFrom('messages').select('what').where('recordId', '=', c!.topicId).where('personId', '=', ids['department.head']!).execute()).map(({ what }) => what)).toContain('meetings.topic_put_off');
});

test('a topic is put off at once and the reason said afterwards; what was resolved stays, and the next of its kind is offered it first (MTG-7)', async () => {
  const params = await called(2);
  at('06:00:00');
  await staff.meetings.beginMeeting({ params, body: {} });
  const { items: [a, b] } = await sitting(params);
  const why = (itemId: string, who = staff) => who.meetings.sayWhy({ params: { itemId }, body: { why: '材料不全，补充后再议' } });
  await staff.meetings.resolve({ params: { itemId: a!.id }, body: resolution() });
  await expect(why(a!.id)).rejects.toMatchObject(refused('meetings.item_not_put_off'));
  await staff.meetings.settleItem({ params: { itemId: a!.id }, body: { outcome: 'deferred', why: '时间已到' } });
  await expect(why(a!.id, leader)).rejects.toMatchObject(refused('meetings.not_minute_taker'));
  await why(a!.id);
  await staff.meetings.settleItem({ params: { itemId: b!.id }, body: { outcome: 'dealt' } });
  await staff.meetings.endMeeting({ params, body: {} });
  await drain();
  expect((await clerk.meetings.resolutions({ query: {} })).resolutions.filter(({ state }) => state === 'open').length).toBeGreaterThan(0);
  expect((await clerk.lifecycle.history({ params: { recordId: a!.topicId } })).lines.map(({ what, details }) => [what, details['why']])).toEqual(expect.arrayContaining([['meetings.deferTopicResolved', '时间已到'], ['meetings.sayWhy', '材料不全，补充后再议']]));
  const newest = (await head.meetings.applyTopic({ body: { title: '后来的议题', reason: '请研究', minutes: 20 } })).id;
  const offered = async (kind: 'leaders' | 'routine') => (await clerk.meetings.backlog({ query: { kind } })).topics.map(({ id }) => id);
  const { topics: [first] } = await clerk.meetings.backlog({ query: { kind: 'leaders' } });
  expect(first!.putOff).toMatchObject({ kind: 'leaders', meeting: '第四周校长办公会' });
  expect((await clerk.meetings.backlog({ query: { kind: 'leaders' } })).topics.find(({ id }) => id === a!.topicId)).toMatchObject({ deferrals: 1, putOff: { at: '2026-09-25T06:00:00.000Z', why: '材料不全，补充后再议' } });
  expect((await offered('leaders')).at(-1)).toBe(newest);
  // Of another kind: what was put off still comes before what is new.
  expect((await offered('routine')).indexOf(a!.topicId)).toBeLessThan((await offered('routine')).indexOf(newest));
});

test('what is said is written down, corrected until the meeting ends, and then goes to whoever carries it out (MTG-6)', async () => {
  const params = await called(1);
  at('06:00:00');
  const { items: [item] } = await sitting(params);
  const itemId = item!.id;
  await staff.meetings.beginMeeting({ params, body: {} });
  const { id } = await staff.meetings.resolve({ params: { itemId }, body: resolution() });
  const correct = (more: object, who = staff) => who.meetings.correctResolution({ params: { resolutionId: id }, body: resolution(more) });
  await expect(correct({}, leader)).rejects.toMatchObject(refused('meetings.not_minute_taker'));
  await expect(correct({ dueOn: '2026-09-01', assisting: [teaching] })).rejects.toMatchObject(refused('meetings.assists_itself', 'meetings.due_is_over'));
  await correct({ text: '总务处制定方案', departmentId: logistics, ownerId: ids['yangfan'], assisting: [] });
  const point = await staff.meetings.addPoint({ params, body: { itemId, text: '先试点再推开', key: true } });
  const wrong = await staff.meetings.addPoint({ params, body: { text: '记错了' } });
  await expect(staff.meetings.addPoint({ params, body: { itemId: nowhere, text: '别的会' } })).rejects.toMatchObject({ status: 404 });
  await expect(leader.meetings.changePoint({ params: { pointId: point.id }, body: { text: '改' } })).rejects.toMatchObject(refused('meetings.not_minute_taker'));
  await staff.meetings.changePoint({ params: { pointId: point.id }, body: { text: '先在高一试点再推开', key: true } });
  await staff.meetings.removePoint({ params: { pointId: wrong.id } });
  expect(await sitting(params, leader)).toMatchObject({ points: [{ itemId, text: '先在高一试点再推开', key: true }], resolutions: [{ text: '总务处制定方案', owner: { name: '杨帆' }, assisting: [] }] });
  await expect(head2.meetings.resolution({ params: { resolutionId: id } })).resolves.toMatchObject({ whyNot: expect.objectContaining({ reportProgress: [] }) });
  await staff.meetings.settleItem({ params: { itemId }, body: { outcome: 'dealt' } });
  await staff.meetings.endMeeting({ params, body: {} });
  await expect(correct({})).rejects.toMatchObject(refused('meetings.has_ended'));
  const yangfan = await as('yangfan');
  expect(await inbox(yangfan)).toContain(`meetings.carryOut ${id}`);
  expect(await yangfan.meetings.resolution({ params: { resolutionId: id } })).toMatchObject({ owner: { name: '杨帆' }, department: { name: '总务处' }, whyNot: { reportProgress: [] } });
  expect((await clerk.meetings.resolutions({ query: { ownerId: ids['yangfan']! } })).resolutions.map((one) => one.id)).toEqual([id]);
  expect((await yangfan.meetings.resolutions({ query: { show: 'mine' } })).resolutions.map((one) => one.id)).toContain(id);
  await db.updateTable('records').set({ clearance: 1 }).where('id', '=', item!.topicId).execute();
  expect((await db.selectFrom('meetingPoints').select('text').where('meetingId', '=', params.meetingId).execute()).map(({ text }) => text)).toEqual(['']);
  expect(await db.selectFrom('resolutions').select('text').where('id', '=', id).executeTakeFirst()).toEqual({ text: '' });
  await expect(yangfan.meetings.resolution({ params: { resolutionId: id } })).rejects.toMatchObject({ status: 404 });
  expect((await db.selectFrom('audit').select('action').where('recordId', '=', id).execute()).map(({ action }) => action)).toContain('meetings.correctResolution');
});

test('the page of the record book is printed; its scan is kept in versions, also when the meeting is over', async () => {
  const params = await called(1);
  expect(pdfOf(await head.meetings.recordPage({ params }))).toBe('%PDF-');
  const scan = async (name: string, who = staff) => who.meetings.attachScan({ params, body: { files: [(await who.files.upload({ query: { name }, body: Buffer.from(`${name}${Math.random()}`) as never })).id] } });
  await expect(scan('第1页.txt')).rejects.toMatchObject(refused('meetings.not_begun'));
  at('06:00:00');
  await staff.meetings.beginMeeting({ params, body: {} });
  await staff.meetings.endMeeting({ params, body: { why: '未议到' } });
  await expect(scan('第1页.txt', leader)).rejects.toMatchObject(refused('meetings.not_minute_taker'));
  await expect(staff.meetings.attachScan({ params, body: { files: [nowhere] } })).rejects.toMatchObject(refused('meetings.file_unknown'));
  for (const name of ['第1页.txt', '第2页.txt', '第1页.txt']) await scan(name);
  expect((await head.meetings.meeting({ params })).scans.map(({ name, version }) => [name, version])).toEqual([['第1页.txt', 1], ['第2页.txt', 1], ['第1页.txt', 2]]);
});

test('a meeting nobody wrote down while it went on was when it was planned to be, and has no measured minutes', async () => {
  const params = await called(1);
  clock.now = '2026-09-28T01:00:00.000Z';
  await staff.meetings.beginMeeting({ params, body: {} });
  const { items: [item], begunAt, writtenLater } = await sitting(params);
  expect([begunAt, writtenLater]).toEqual(['2026-09-25T06:00:00.000Z', true]);
  await expect(staff.meetings.talkAbout({ params: { itemId: item!.id }, body: {} })).rejects.toMatchObject(refused('meetings.minutes_not_measured'));
  await staff.meetings.signInFor({ params, body: { personId: ids['principal']! } });
  expect((await head.meetings.attendance({ params })).lines[0]!.came).toMatchObject({ at: '2026-09-25T06:00:00.000Z', late: 0 });
  await staff.meetings.settleItem({ params: { itemId: item!.id }, body: { outcome: 'dealt' } });
  await staff.meetings.endMeeting({ params, body: { at: '2026-09-25T06:31:00.000Z' } });
  expect(await sitting(params)).toMatchObject({ endedAt: '2026-09-25T06:31:00.000Z', whyNot: { attachScan: [] } });
});

test('two devices write at once: one topic is talked about, every line is there once, a repeated request does nothing twice', async () => {
  const params = await called(3);
  at('06:00:00');
  const { items } = await sitting(params);
  const begun = await Promise.allSettled([staff.meetings.beginMeeting({ params, body: {} }), clerk.meetings.beginMeeting({ params, body: {} })]);
  expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  at('06:10:00');
  await Promise.all([...items, ...items].map(({ id }, i) => (i % 2 ? staff : clerk).meetings.talkAbout({ params: { itemId: id }, body: {} })));
  expect((await db.selectFrom('meetingTalks').select('id').where('meetingId', '=', params.meetingId).where('endedAt', 'is', null).execute()).length).toBe(1);
  const numbers = await Promise.all(Array.from({ length: 6 }, (_, i) => (i % 2 ? staff : clerk).meetings.resolve({ params: { itemId: items[0]!.id }, body: resolution({ text: `决议 ${i}` }) })));
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(6);
  const key = crypto.randomUUID();
  const twins = await Promise.all([1, 2, 3].map(() => staff.meetings.addPoint({ params, body: { text: '只记一次' } }, key)));
  expect(new Set(twins.map(({ id }) => id)).size).toBe(1);
  const outcomes = await Promise.allSettled([staff.meetings.settleItem({ params: { itemId: items[1]!.id }, body: { outcome: 'dealt' } }), clerk.meetings.settleItem({ params: { itemId: items[1]!.id }, body: { outcome: 'deferred', why: '时间已到' } })]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  expect((await sitting(params)).points.length).toBe(1);
});

const held = { state: 'called', begunAt: '2', endedAt: null };
const before = { ...held, begunAt: null };
const door = { now: '3', opens: '1', closes: '9', asked: true, codeFits: true, guesses: false, already: false };

test.each([
  ['begun in time', whyNotBegin(before, { mine: true, now: '2', opens: '1' }), []],
  ['begun too early, by a guest', whyNotBegin(before, { mine: false, now: '0', opens: '1' }), ['meetings.not_minute_taker', 'meetings.too_early']],
  ['begun twice', whyNotBegin(held, { mine: true, now: '3', opens: '1' }), ['meetings.begun_already']],
  ['begun, cancelled', whyNotBegin({ ...before, state: 'cancelled' }, { mine: true, now: '0', opens: '1' }), ['meetings.not_called']],
  ['written while it goes on', whyNotWrite(held, true), []],
  ['written before', whyNotWrite(before, true), ['meetings.not_begun']],
  ['written afterwards', whyNotWrite({ ...held, endedAt: '4' }, true), ['meetings.has_ended']],
  ['a scan afterwards', whyNotScan({ ...held, endedAt: '4' }, true), []],
  ['a topic that is settled', whyNotTalk({ state: 'dealt' }, { writtenLater: false }), ['meetings.item_settled']],
  ['put off without a word', whyNotSettleItem({ state: 'planned' }, { outcome: 'deferred', why: '' }), ['meetings.why_deferred']],
  ['put off with a reason, though it has resolutions', whyNotSettleItem({ state: 'planned' }, { outcome: 'deferred', why: '再议' }), []],
  ['a reason for what is not put off', whyNotSayWhy({ state: 'dealt' }), ['meetings.item_not_put_off']],
  ['taken back', whyNotReopen({ state: 'deferred' }, { state: 'deferred' }), []],
  ['taken back, another meeting has it', whyNotReopen({ state: 'deferred' }, { state: 'scheduled' }), ['meetings.topic_elsewhere']],
  ['resolved about what was put off', whyNotResolve({ state: 'deferred' }), ['meetings.item_put_off']],
  ['resolved for yesterday, by nobody', whyNotSay({ departmentId: 'a', assisting: ['a'], dueOn: '1' }, { today: '2', known: false, ownerKnown: false }), ['meetings.department_unknown', 'meetings.person_unknown', 'meetings.assists_itself', 'meetings.due_is_over']],
  ['corrected when it is closed', whyNotCorrect({ state: 'dropped' }), ['meetings.resolution_closed']],
  ['ended with a topic left', whyNotEnd({ left: 1, why: '' }), ['meetings.topics_left']],
  ['ended, all settled', whyNotEnd({ left: 0, why: '' }), []],
  ['signed in', whyNotSignIn(before, door), []],
  ['signed in with a guess, by a stranger, twice', whyNotSignIn(before, { ...door, asked: false, codeFits: false, already: true }), ['meetings.not_asked', 'meetings.wrong_code', 'meetings.signed_in_already']],
  ['signed in with the right code after five wrong ones', whyNotSignIn(before, { ...door, guesses: true }), ['meetings.too_many_codes']],
  ['signed in with a guess after five wrong ones, which says no more', whyNotSignIn(before, { ...door, guesses: true, codeFits: false }), ['meetings.too_many_codes']],
  ['signed in before the door opens', whyNotSignIn(before, { ...door, now: '0' }), ['meetings.too_early']],
  ['signed in to what never began', whyNotSignIn(before, { ...door, now: '9' }), ['meetings.has_ended']],
  ['signed in by hand, later', whyNotSignOthers({ ...held, endedAt: '4' }, { ...door, mine: true }), ['meetings.has_ended']],
  ['a person and a guest at once', whyNotWho({ personId: 'a', guest: 'b', known: true, already: false }), ['meetings.who_came']],
  ['a moment from a device that is ahead', momentOf('9', { least: '1', now: '5' }), '5'],
  ['a moment before the last one', momentOf('0', { least: '1', now: '5' }), '1'],
  ['a moment in between', momentOf('3', { least: '1', now: '5' }), '3'],
  ['no moment', momentOf(undefined, { least: '1', now: '5' }), '5'],
  ['nine minutes late', lateMinutes('2026-09-25T06:09:59.000Z', { startsAt: '2026-09-25T06:00:00.000Z', begunAt: '2026-09-25T05:58:00.000Z' }), 9],
  ['in time, for it began late', lateMinutes('2026-09-25T06:05:00.000Z', { startsAt: '2026-09-25T06:00:00.000Z', begunAt: '2026-09-25T06:10:00.000Z' }), 0],
])('%s', (_, found, expected) => expect(found).toEqual(expected));

test('what waits on a device is shown as if it had arrived, and changes nothing more once it has', async () => {
  const params = await called(2);
  at('06:00:00');
  const before = await sitting(params);
  const [a, b] = before.items;
  const point = { id: 'p', itemId: a!.id, text: '旧的', key: false, at: '2026-09-25T06:01:00.000Z', by: { id: nowhere, name: '刘志远' } };
  const then = (minute: string) => `2026-09-25T06:${minute}:00.000Z`;
  const calls: Call[] = [
    { what: 'beginMeeting', request: { params, body: { at: then('00') } } },
    { what: 'talkAbout', request: { params: { itemId: a!.id }, body: { at: then('01') } } },
    { what: 'addPoint', request: { params, body: { itemId: a!.id, text: '先试点', key: true, at: then('02') } } },
    { what: 'changePoint', request: { params: { pointId: 'p' }, body: { text: '新的', key: true } } },
    { what: 'resolve', request: { params: { itemId: a!.id }, body: resolution() }, names: { owner: '刘志远', department: '教务处' } },
    { what: 'talkAbout', request: { params: { itemId: b!.id }, body: { at: then('21') } } },
    { what: 'pauseMeeting', request: { params, body: { at: then('25') } } },
    { what: 'settleItem', request: { params: { itemId: b!.id }, body: { outcome: 'deferred', why: '时间已到', at: then('30') } } },
  ];
  const queued = (some: readonly Call[]) => some.map((call, n) => ({ key: `k${n}`, call, tried: false }));
  const shown = ahead({ ...before, points: [point] }, queued(calls));
  expect(shown.items.map(({ state, seconds, since }) => [state, seconds, since])).toEqual([['planned', 1200, null], ['deferred', 240, null]]);
  expect(shown).toMatchObject({ begunAt: then('00'), whyNot: { write: [] }, points: [{ text: '新的', key: true }, { id: 'unsent.k2', text: '先试点' }], resolutions: [{ id: 'unsent.k4', text: '教务处制定方案', owner: { name: '刘志远' } }] });
  expect(waitingOf(shown.points[1]!.id, queued(calls))?.call.what).toBe('addPoint');
  expect([waitingOf('p', queued(calls)), waitingOf('unsent.k9', queued(calls))]).toEqual([undefined, undefined]);
  expect(ahead(shown, queued(calls.slice(2, 3))).points.length).toBe(2);
  expect(ahead(shown, queued(calls.slice(4, 5))).resolutions.length).toBe(1);
  expect(ahead(shown, queued([{ what: 'removePoint', request: { params: { pointId: 'p' } } }, { what: 'reopenItem', request: { params: { itemId: b!.id }, body: {} } }, { what: 'endMeeting', request: { params, body: { at: then('40') } } }]))).toMatchObject({ points: [{ text: '先试点' }], items: [{}, { state: 'planned', why: '' }], endedAt: then('40') });
});
