import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { meetings } from './module.ts';

// Monday, nine o'clock. National Day 2026 is 1–7 October, with make-up days on 20 September and 10 October.
const { as, db, clock, drain, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerk, head, head2, staff, principal, leader] = [await as('office.clerk'), await as('department.head'), await as('department.head.2'), await as('staff'), await as('principal'), await as('leader')];
const ids = Object.fromEntries(await Promise.all(['office.clerk', 'principal', 'leader', 'department.head', 'department.head.2', 'yangfan', 'staff', 'zhuting'].map(async (name) => [name, await personId(name)] as const)));
const refused = (...codes: string[]) => ({ status: 422, codes });
const nowhere = '00000000-0000-7000-8000-000000000999';

let nth = 0;
const topic = async (who = head, more: object = {}) => (await who.meetings.applyTopic({ body: { title: `关于第${(nth += 1)}项工作的议题`, reason: '需要校长办公会研究', minutes: 20, ...more } })).id;
const planOf = (topics: string[], more: object = {}) => ({
  kind: 'leaders' as const, title: '第十二周校长办公会', startsAt: '2026-11-27T06:00:00.000Z', minutes: 90, place: '第一会议室', chairId: ids['principal']!, minuteTakerId: ids['office.clerk']!,
  attends: [ids['leader']!, ids['department.head']!], observes: [ids['yangfan']!], items: topics.map((topicId) => ({ topicId, minutes: 20, presenterId: ids['department.head']! })), ...more,
});
const planned = async (topics: string[], more: object = {}) => (await clerk.meetings.plan({ body: planOf(topics, more) })).id;
const decide = async (who: typeof clerk, recordId: string, decision: 'approved' | 'returned' = 'approved') => {
  const { approvals: [trail] } = await who.approvals.trail({ params: { recordId } });
  const signer = trail!.stages.find(({ state }) => state === 'open')!.signers.find(({ whyNot }) => whyNot['decide']?.length === 0)!;
  await who.approvals.decide({ params: { signerId: signer.id }, body: { decision, opinion: '请照办' } });
  await drain();
};
const send = (meetingId: string) => clerk.meetings.sendForApproval({ params: { meetingId }, body: {} });
const called = async (topics: string[], more: object = {}) => {
  const meetingId = await planned(topics, more);
  await send(meetingId);
  await decide(principal, meetingId);
  await clerk.meetings.call({ params: { meetingId }, body: {} });
  return meetingId;
};
const one = (meetingId: string, who = clerk) => who.meetings.meeting({ params: { meetingId } });
const topicOf = (topicId: string, who = clerk) => who.meetings.topic({ params: { topicId } });
const inbox = async (who: typeof clerk) => (await who.todos.list({ query: { box: 'act', most: '100' as never } })).todos.map(({ what, record }) => `${what} ${record.id}`);

test('a topic is applied for, returned with the reason, mended, and seen by its department and the office alone (MTG-1)', async () => {
  const id = await topic(staff);
  expect(await inbox(clerk)).toContain(`meetings.takeUp ${id}`);
  await expect(staff.meetings.returnTopic({ params: { topicId: id }, body: { reason: '不需要' } })).rejects.toMatchObject({ status: 403 });
  await clerk.meetings.returnTopic({ params: { topicId: id }, body: { reason: '请附方案' } });
  await expect(clerk.meetings.returnTopic({ params: { topicId: id }, body: { reason: '再退' } })).rejects.toMatchObject(refused('meetings.topic_not_waiting'));
  expect(await topicOf(id, staff)).toMatchObject({ state: 'returned', said: '请附方案', whyNot: { changeTopic: [], withdrawTopic: [] } });
  expect(await inbox(staff)).toContain(`meetings.mendTopic ${id}`);
  await expect(topicOf(id, head2)).rejects.toMatchObject({ status: 404 });
  const fileId = (await staff.files.upload({ query: { name: '方案.txt' }, body: Buffer.from('方案') as never })).id;
  const body = { title: '关于月考安排的议题', reason: '附方案', minutes: 30 };
  await expect(staff.meetings.changeTopic({ params: { topicId: id }, body: { ...body, files: [nowhere] } })).rejects.toMatchObject(refused('meetings.file_unknown'));
  await expect(staff.meetings.changeTopic({ params: { topicId: id }, body: { ...body, attendees: [nowhere] } })).rejects.toMatchObject(refused('meetings.person_unknown'));
  await staff.meetings.changeTopic({ params: { topicId: id }, body: { ...body, files: [fileId] } });
  expect(await topicOf(id, head)).toMatchObject({ state: 'applied', minutes: 30, files: [{ name: '方案.txt' }] });
  await expect(clerk.meetings.withdrawTopic({ params: { topicId: id }, body: { reason: '代撤' } })).rejects.toMatchObject(refused('meetings.not_the_applicant'));
  await staff.meetings.withdrawTopic({ params: { topicId: id }, body: { reason: '已解决' } });
  await expect(staff.meetings.changeTopic({ params: { topicId: id }, body })).rejects.toMatchObject(refused('meetings.topic_taken_up'));
  expect((await staff.meetings.topics({ query: { show: 'mine' } })).topics.map((t) => t.id)).toContain(id);
});

test('an important incoming document is a topic by itself, and says nothing more once it is classified (IN-5)', async () => {
  const director = await as('office.director');
  const { id: documentId } = await clerk.incoming.register({ body: { sender: '市教育局', senderNumber: '江教〔2026〕7号', title: '关于校园安全专项整治的通知', kind: '通知', copies: 1, pages: 3, paperPlace: '文件柜' } });
  await director.incoming.accept({ params: { documentId }, body: { major: true } });
  await drain();
  const found = (await clerk.meetings.topics({ query: {} })).topics.find(({ title }) => title === '关于校园安全专项整治的通知')!;
  expect(await topicOf(found.id)).toMatchObject({ state: 'applied', source: { id: documentId }, minutes: 20 });
  const again = () => director.incoming.markMajor({ params: { documentId }, body: { why: '再次提请' } });
  await expect(again()).rejects.toMatchObject(refused('incoming.already_on_agenda'));
  await director.meetings.withdrawTopic({ params: { topicId: found.id }, body: { reason: '已在分管会上研究' } });
  await again();
  await clerk.incoming.classify({ params: { documentId }, body: { secrecy: 1, secrecyPeriod: '1年', paperPlace: '机要柜' } });
  expect(await db.selectFrom('meetingTopics').select(['title', 'reason']).where('id', '=', found.id).executeTakeFirst()).toEqual({ title: '', reason: '' });
  await expect(topicOf(found.id, staff)).rejects.toMatchObject({ status: 404 });
});

test('from topics to a notice that everybody has, and their answers (MTG-2)', async () => {
  const [a, b] = [await topic(), await topic(staff)];
  const id = await planned([a, b]);
  await expect(planned([a])).rejects.toMatchObject(refused('meetings.topic_not_waiting'));
  await expect(planned([])).rejects.toMatchObject(refused('meetings.no_agenda'));
  await expect(planned([a, a])).rejects.toMatchObject({ codes: expect.arrayContaining(['meetings.topic_twice']) });
  await expect(clerk.meetings.plan({ body: planOf([await topic()], { chairId: nowhere }) })).rejects.toMatchObject(refused('meetings.person_unknown'));
  await expect(clerk.meetings.plan({ body: planOf([await topic()], { minutes: 10 }) })).rejects.toMatchObject(refused('meetings.agenda_too_long'));
  await expect(clerk.meetings.plan({ body: planOf([await topic()], { startsAt: '2026-11-20T01:00:00.000Z' }) })).rejects.toMatchObject(refused('meetings.starts_in_the_past'));
  await expect(one(id, head)).rejects.toMatchObject({ status: 404 });
  await expect(clerk.meetings.call({ params: { meetingId: id }, body: {} })).rejects.toMatchObject(refused('meetings.not_approved'));
  await expect(clerk.meetings.urgeReplies({ params: { meetingId: id }, body: {} })).rejects.toMatchObject({ codes: expect.arrayContaining(['meetings.not_called']) });
  await clerk.meetings.changePlan({ params: { meetingId: id }, body: { ...planOf([a]), version: 1 } });
  expect(await topicOf(b)).toMatchObject({ state: 'applied' });
  await expect(clerk.meetings.changePlan({ params: { meetingId: id }, body: { ...planOf([a, b]), version: 1 } })).rejects.toMatchObject(refused('meetings.changed_meanwhile'));
  await clerk.meetings.changePlan({ params: { meetingId: id }, body: { ...planOf([a, b]), version: 2 } });
  await send(id);
  await expect(send(id)).rejects.toMatchObject(refused('meetings.not_a_draft'));
  await expect(clerk.meetings.changePlan({ params: { meetingId: id }, body: { ...planOf([a]), version: 3 } })).rejects.toMatchObject(refused('meetings.not_a_plan'));
  await decide(principal, id);
  expect(await inbox(clerk)).toContain(`meetings.call ${id}`);
  await clerk.meetings.call({ params: { meetingId: id }, body: {} });
  await drain();
  expect(await inbox(head)).toContain(`meetings.reply ${id}`);
  expect((await db.selectFrom('mails').select('subject').where('recordId', '=', id).where('toPerson', '=', ids['department.head']!).execute()).map(({ subject }) => subject)).toEqual(['会议通知：第十二周校长办公会，11月27日（周五）14:00，第一会议室']);
  expect(await topicOf(b, head)).toMatchObject({ state: 'scheduled' });
  const reply = (who: typeof clerk, body: object) => who.meetings.reply({ params: { meetingId: id }, body: { reply: 'comes', ...body } as never });
  await expect(reply(head2, {})).rejects.toMatchObject({ status: 404 });
  await expect(reply(head, { reply: 'deputy', why: '' })).rejects.toMatchObject(refused('meetings.deputy_missing', 'meetings.why_away'));
  await expect(reply(head, { reply: 'deputy', why: '外出', deputyId: ids['leader'] })).rejects.toMatchObject(refused('meetings.deputy_asked_already'));
  await reply(head, { reply: 'deputy', why: '外出开会', deputyId: ids['staff'] });
  expect(await one(id, staff)).toMatchObject({ state: 'called', whyNot: { reply: ['meetings.not_asked'] } });
  await expect(reply(staff, {})).rejects.toMatchObject(refused('meetings.not_asked'));
  await reply(leader, { reply: 'leave', why: '出差' });
  const { people } = await one(id);
  expect(people.filter(({ reply: said }) => said).map(({ person, reply: said, deputy }) => [person.name, said, deputy?.name])).toEqual([['周敏', 'leave', undefined], ['刘志远', 'deputy', '赵晓峰']]);
  expect(await clerk.meetings.urgeReplies({ params: { meetingId: id }, body: {} })).toEqual({ urged: 3 });
  await expect(clerk.meetings.urgeReplies({ params: { meetingId: id }, body: {} })).rejects.toMatchObject(refused('meetings.urged_just_now'));
  const clash = await clerk.meetings.clashes({ body: { startsAt: '2026-11-27T07:00:00.000Z', minutes: 60, place: '第一会议室', people: [ids['principal']!, ids['leader']!, ids['staff']!, ids['zhuting']!] } });
  expect(clash.people.map(({ person, why }) => [person.name, why])).toEqual([['王建华', 'meeting'], ['赵晓峰', 'meeting']]);
  expect(clash).toMatchObject({ places: [{ id }], day: { working: true }, lead: { enough: true, days: 3 } });
});

test('a change asks everybody anew, a cancelled meeting gives its topics back with the reason', async () => {
  const a = await topic();
  const id = await called([a]);
  const change = (body: object) => clerk.meetings.changeCalled({ params: { meetingId: id }, body: { startsAt: '2026-11-30T06:00:00.000Z', minutes: 60, place: '第二会议室', why: '场地调整', ...body } });
  await expect(change({ startsAt: '2026-11-25T06:00:00.000Z' })).rejects.toMatchObject(refused('meetings.moved_too_soon'));
  await expect(change({ minutes: 10 })).rejects.toMatchObject(refused('meetings.agenda_too_long'));
  await head.meetings.reply({ params: { meetingId: id }, body: { reply: 'comes' } });
  await change({});
  expect(await one(id, head)).toMatchObject({ place: '第二会议室', startsAt: '2026-11-30T06:00:00.000Z', changes: [{ why: '场地调整' }], people: expect.not.arrayContaining([expect.objectContaining({ reply: 'comes' })]) });
  await clerk.meetings.cancelMeeting({ params: { meetingId: id }, body: { why: '与上级会议冲突' } });
  await expect(clerk.meetings.cancelMeeting({ params: { meetingId: id }, body: { why: '再取消' } })).rejects.toMatchObject(refused('meetings.cancelled_already'));
  await expect(head.meetings.reply({ params: { meetingId: id }, body: { reply: 'comes' } })).rejects.toMatchObject(refused('meetings.not_called'));
  expect(await topicOf(a, head)).toMatchObject({ state: 'deferred', deferrals: 1, meetings: [{ id, state: 'deferred', why: '与上级会议冲突' }] });
  expect(await inbox(head)).not.toContain(`meetings.reply ${id}`);
  const told = await db.selectFrom('messages').select('what').where('recordId', '=', id).where('personId', '=', ids['department.head']!).orderBy('at').orderBy('id').execute();
  expect(told.map(({ what }) => what)).toEqual(['meetings.called', 'meetings.changed', 'meetings.cancelled']);
  await db.updateTable('meetings').set({ startsAt: '2026-11-20T01:00:00.000Z', endsAt: '2026-11-20T02:00:00.000Z', state: 'called' }).where('id', '=', id).execute();
  await expect(change({})).rejects.toMatchObject(refused('meetings.has_begun'));
  await expect(head.meetings.reply({ params: { meetingId: id }, body: { reply: 'comes' } })).rejects.toMatchObject(refused('meetings.has_begun'));
});

test('everybody has answered: nobody is urged', async () => {
  const id = await called([await topic()]);
  for (const { person } of (await one(id)).people) await db.updateTable('meetingPeople').set({ reply: 'comes' }).where('meetingId', '=', id).where('personId', '=', person.id).execute();
  await expect(clerk.meetings.urgeReplies({ params: { meetingId: id }, body: {} })).rejects.toMatchObject(refused('meetings.nobody_silent'));
});

test.each([
  ['three working days in an ordinary week', '2026-11-23T01:00:00.000Z', '2026-11-26T01:00:00.000Z', true],
  ['a minute less', '2026-11-23T01:01:00.000Z', '2026-11-26T01:00:00.000Z', false],
  ['over a weekend', '2026-11-26T01:00:00.000Z', '2026-11-30T01:00:00.000Z', false],
  ['over National Day: eight days are one working day', '2026-09-30T01:00:00.000Z', '2026-10-09T01:00:00.000Z', false],
  ['over National Day with the make-up Saturday', '2026-09-30T01:00:00.000Z', '2026-10-12T01:00:00.000Z', true],
  ['over the Spring Festival: the make-up Saturday before it counts', '2026-02-13T01:00:00.000Z', '2026-02-25T01:00:00.000Z', true],
  ['over the Spring Festival: eleven days are two', '2026-02-13T01:00:00.000Z', '2026-02-24T01:00:00.000Z', false],
])('notice: %s', async (_, now, startsAt, enough) => {
  clock.now = now;
  const { lead } = await clerk.meetings.clashes({ body: { startsAt, minutes: 60, people: [] } });
  expect(lead.enough).toBe(enough);
  clock.now = '2026-11-23T01:00:00.000Z';
});

test('too short a notice is refused, unless the leader approves the exception, and each is counted', async () => {
  const id = await planned([await topic()], { startsAt: '2026-11-25T06:00:00.000Z' });
  await expect(send(id)).rejects.toMatchObject(refused('meetings.notice_too_late'));
  const items = (await one(id)).items.map(({ topicId }) => topicId);
  const before = await clerk.meetings.meetings({ query: { show: 'all' } });
  await clerk.meetings.changePlan({ params: { meetingId: id }, body: { ...planOf(items, { startsAt: '2026-11-25T06:00:00.000Z', urgentWhy: '台风停课，须当天研究' }), version: 1 } });
  await send(id);
  await decide(principal, id, 'returned');
  expect(await one(id)).toMatchObject({ state: 'draft' });
  await send(id);
  await decide(principal, id);
  await clerk.meetings.call({ params: { meetingId: id }, body: {} });
  expect(await clerk.meetings.meetings({ query: { show: 'all' } })).toMatchObject({ urgent: before.urgent + 1, called: before.called + 1 });
});

test('a year whose calendar is not published is not guessed', async () => {
  const id = await planned([await topic()], { startsAt: '2028-03-01T06:00:00.000Z' });
  await expect(send(id)).rejects.toMatchObject(refused('meetings.calendar_unknown'));
});

test('two plans that want one topic: one has it', async () => {
  const a = await topic();
  const both = await Promise.allSettled([planned([a]), planned([a])]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const id = await planned([await topic()]);
  const taken = sql`insert into meeting_items (id, meeting_id, topic_id, position, minutes, presenter_id, state) values (${crypto.randomUUID()}, ${id}, ${a}, 9, 5, ${ids['principal']}, 'planned')`.execute(db);
  // The database says it as well, and the module words it.
  expect(meetings.constraints['meeting_items_topic_in_one_meeting']).toBe('meetings.topic_elsewhere');
  await expect(taken).rejects.toMatchObject({ constraint: 'meeting_items_topic_in_one_meeting' });
});

test('lists are paged, and show one what one may see', async () => {
  const first = await clerk.meetings.meetings({ query: { show: 'all', most: 2 as never } });
  const second = await clerk.meetings.meetings({ query: { show: 'all', most: 2 as never, after: first.next! } });
  expect(new Set([...first.meetings, ...second.meetings].map(({ id }) => id)).size).toBe(4);
  expect((await head2.meetings.meetings({ query: { show: 'all' } })).meetings).toEqual([]);
  const topics = await clerk.meetings.topics({ query: { show: 'all', most: 3 as never } });
  expect((await clerk.meetings.topics({ query: { show: 'all', most: 3 as never, after: topics.next! } })).topics).toHaveLength(3);
  expect((await clerk.meetings.meetings({ query: { show: 'past' } })).meetings.every(({ startsAt }) => startsAt <= clock.now)).toBe(true);
});
