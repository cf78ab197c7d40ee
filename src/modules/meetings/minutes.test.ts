import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { tick } from '#mechanisms/deadlines/tick.ts';
import { draftOf, type Recorded } from './minutes/drafting.ts';
import { whyNotAskCorrection, whyNotCorrectFinal, whyNotDecideCorrection, whyNotDraft, whyNotDropNote, whyNotPrintMinutes, whyNotRead, whyNotRedraft, whyNotSendMinutes, whyNotSubmitMinutes } from './minutes/rules.ts';
import { whyNotSavePaper, whyNotWritePaper } from './papers/rules.ts';

const { as, db, clock, drain, personId } = await openSchool('2026-09-21T01:00:00.000Z');
const [clerk, head, head2, staff, principal, leader, director] = [await as('office.clerk'), await as('department.head'), await as('department.head.2'), await as('staff'), await as('principal'), await as('leader'), await as('office.director')];
const ids = Object.fromEntries(await Promise.all(['staff', 'principal', 'leader', 'department.head', 'department.head.2'].map(async (name) => [name, await personId(name)] as const)));
const department = async (name: string) => (await db.selectFrom('departments').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
const [teaching, logistics] = [await department('教务处'), await department('总务处')];
const refused = (...codes: string[]) => ({ status: 422, codes });
const nowhere = '00000000-0000-7000-8000-000000000999';
const inbox = async (who: typeof clerk, box: 'act' | 'read' = 'act') => (await who.todos.list({ query: { box, most: '100' as never } })).todos.map(({ what, record }) => `${what} ${record.id}`);
const pass = async (now: string) => {
  clock.now = now;
  await tick(db, now);
  await drain();
};
const bytesOf = (answer: unknown) => Buffer.from(answer as Uint8Array);

/** Held on the day at two, with a resolution about the first topic and the second put off; over at three. */
const held = async (day: string, called = '2026-09-21T01:00:00.000Z') => {
  clock.now = called;
  const items = [];
  for (const title of ['期末考试安排', '食堂设备更新']) items.push({ topicId: (await head.meetings.applyTopic({ body: { title, reason: '请研究', minutes: 20 } })).id, minutes: 20, presenterId: ids['department.head']! });
  const { id: meetingId } = await clerk.meetings.plan({ body: { kind: 'leaders', title: '第四周校长办公会', startsAt: `${day}T06:00:00.000Z`, minutes: 60, place: '第一会议室', chairId: ids['principal']!, minuteTakerId: ids['staff']!, attends: [ids['leader']!], observes: [ids['department.head.2']!], items, urgentWhy: '工作需要' } });
  await clerk.meetings.sendForApproval({ params: { meetingId }, body: {} });
  await approve(meetingId);
  await clerk.meetings.call({ params: { meetingId }, body: {} });
  await leader.meetings.reply({ params: { meetingId }, body: { reply: 'leave', why: '参加区里会议' } });
  clock.now = `${day}T06:00:00.000Z`;
  await staff.meetings.beginMeeting({ params: { meetingId }, body: {} });
  const { items: [exams, kitchen] } = await staff.meetings.meeting({ params: { meetingId } });
  await staff.meetings.addPoint({ params: { meetingId }, body: { itemId: exams!.id, text: '各年级统一命题', key: true } });
  const { number } = await staff.meetings.resolve({ params: { itemId: exams!.id }, body: { text: '教务处制定期末考试方案', departmentId: teaching, ownerId: ids['department.head']!, assisting: [logistics], dueOn: `${Number(day.slice(0, 4)) + 1}-01-12` } });
  await staff.meetings.settleItem({ params: { itemId: exams!.id }, body: { outcome: 'dealt' } });
  await staff.meetings.settleItem({ params: { itemId: kitchen!.id }, body: { outcome: 'deferred', why: '超时，另行专题研究' } });
  clock.now = `${day}T07:00:00.000Z`;
  await staff.meetings.endMeeting({ params: { meetingId }, body: {} });
  await drain();
  const { minutes } = await staff.meetings.minutesOf({ params: { meetingId } });
  return { meetingId, number, itemId: exams!.id, paperId: minutes?.id ?? '' };
};

const approve = async (recordId: string, decision: 'approved' | 'returned' = 'approved') => {
  const signing = { [ids['principal']!]: principal, [ids['leader']!]: leader, [await personId('leader.2')]: await as('leader.2') };
  const { approvals } = await clerk.approvals.trail({ params: { recordId } });
  const signer = approvals.find(({ state }) => state === 'running')!.stages.flatMap(({ signers }) => signers).findLast(({ decision: said }) => said === null)!;
  await signing[signer.person.id]!.approvals.decide({ params: { signerId: signer.id }, body: { decision, opinion: decision === 'approved' ? '同意' : '请补充' } });
  await drain();
};

const { meetingId, number, paperId } = await held('2026-09-25');
const params = { paperId };
const one = (who = staff) => who.meetings.minutes({ params });
const send = (who = staff) => who.meetings.sendMinutes({ params, body: {} });
const submit = (departments: string[], who = staff) => who.meetings.submitMinutes({ params, body: { departments } });
const correction = (who: typeof clerk, text = '“统一命题”应为“分年级命题”') => who.meetings.askCorrection({ params, body: { text } });
const decide = (correctionId: string, body: object, who = staff) => who.meetings.decideCorrection({ params: { correctionId }, body: body as never });
const save = async (change: object, who = staff, base?: number) => {
  const { content, version } = await who.meetings.written({ params });
  return who.meetings.saveWritten({ params, body: { ...content, ...change, base: base ?? version } });
};

test('drawn when the meeting is over, of what was recorded; nobody sees it before it is sent', async () => {
  const { content, state, leftOut, whyNot } = await one();
  expect(content.title).toBe('第四周校长办公会纪要');
  expect(content.body.split('\n')).toEqual([
    `2026年9月25日下午，${(await staff.meetings.meeting({ params: { meetingId } })).chair.name}在第一会议室主持召开第四周校长办公会（14:00至15:00），赵晓峰记录。现将会议议定事项纪要如下：`,
    '一、期末考试安排', expect.stringMatching(/（教务处）作了汇报。$/), '各年级统一命题。', '会议议定：',
    expect.stringMatching(new RegExp(`^1\\.教务处制定期末考试方案。（${number}，责任部门：教务处，责任人：.+，协办：总务处，2027年1月12日前完成）$`)),
    '二、食堂设备更新', expect.stringMatching(/（教务处）作了汇报。$/), '会议决定本议题暂缓，另行研究。原因：超时，另行专题研究。',
  ]);
  expect(content).toMatchObject({ absent: expect.stringContaining('（参加区里会议）'), attending: expect.stringContaining('赵晓峰') });
  expect({ state, leftOut, whyNot }).toMatchObject({ state: 'draft', leftOut: [], whyNot: { sendMinutes: [], save: [] } });
  expect(await inbox(staff)).toContain(`meetings.sendMinutes ${paperId}`);
  await expect(one(head)).rejects.toMatchObject({ status: 404 });
  expect((await head.meetings.minutesOf({ params: { meetingId } })).minutes).toBeNull();
  await expect(staff.meetings.draftMinutes({ params: { meetingId }, body: {} })).rejects.toMatchObject(refused('meetings.minutes_there'));
});

test('two who write: whoever saved later is told; every version stays', async () => {
  await save({ title: '第四周校长办公会会议纪要' });
  await expect(save({ title: '另一个题目' }, clerk, 1)).rejects.toMatchObject(refused('meetings.edited_meanwhile'));
  const { body } = (await staff.meetings.written({ params })).content;
  await save({ body: body.replace(number, '') });
  expect((await one()).leftOut).toEqual([number]);
  await staff.meetings.redraftMinutes({ params, body: {} });
  expect((await one()).leftOut).toEqual([]);
  const { versions } = await staff.meetings.written({ params });
  expect(versions.map(({ version, by }) => [version, by?.name ?? ''])).toEqual([[4, ''], [3, '赵晓峰'], [2, '赵晓峰'], [1, '']]);
  expect((await staff.meetings.writtenVersion({ params: { ...params, number: '2' } })).title).toBe('第四周校长办公会会议纪要');
  await expect(staff.meetings.writtenVersion({ params: { ...params, number: 'x' } })).rejects.toMatchObject({ status: 404 });
});

test('four hours: warned, late, told upward (MTG-8)', async () => {
  const told = async () => (await db.selectFrom('messages').select('what').distinct().where('recordId', '=', paperId).orderBy('what').execute()).map(({ what }) => what.replace('meetings.', ''));
  await pass('2026-09-25T09:59:00.000Z');
  expect(await told()).toEqual([]);
  await pass('2026-09-25T10:01:00.000Z');
  expect(await told()).toEqual(['minutes_due']);
  await pass('2026-09-25T11:01:00.000Z');
  expect(await told()).toEqual(['minutes_due', 'minutes_late']);
  await pass('2026-09-25T13:01:00.000Z');
  expect(await told()).toEqual(['minutes_due', 'minutes_escalated', 'minutes_late']);
});

test('sent to those who were there; each correction is taken or not, with the reason', async () => {
  await expect(submit([teaching])).rejects.toMatchObject(refused('meetings.not_sent'));
  await expect(clerk.meetings.printMinutes({ params, body: { copies: 3 } })).rejects.toMatchObject(refused('meetings.not_sent'));
  await send();
  await drain();
  await expect(send()).rejects.toMatchObject(refused('meetings.sent_already'));
  expect(await inbox(head, 'read')).toContain(`meetings.readMinutes ${paperId}`);
  expect(await inbox(leader, 'read')).not.toContain(`meetings.readMinutes ${paperId}`);
  await expect(send(head)).rejects.toMatchObject(refused('meetings.not_the_writer'));
  await expect(correction(clerk)).rejects.toMatchObject(refused('meetings.not_an_attendee'));
  await correction(head);
  const { corrections: [asked] } = await one();
  await expect(submit([teaching])).rejects.toMatchObject(refused('meetings.corrections_open'));
  await expect(decide(asked!.id, { taken: false })).rejects.toMatchObject(refused('meetings.why_not_taken'));
  await expect(decide(asked!.id, { taken: true }, head)).rejects.toMatchObject(refused('meetings.not_the_writer'));
  await decide(asked!.id, { taken: true });
  await expect(decide(asked!.id, { taken: true })).rejects.toMatchObject(refused('meetings.correction_decided'));
  await save({ body: (await one()).content.body.replace('统一命题', '分年级命题') });
  await expect(submit([teaching])).rejects.toMatchObject(refused('meetings.window_runs'));
  await principal.meetings.readMinutes({ params, body: {} });
  await expect(principal.meetings.readMinutes({ params, body: {} })).rejects.toMatchObject(refused('meetings.nothing_to_read'));
  await head2.meetings.readMinutes({ params, body: {} });
  expect((await one()).receipts.map(({ readAt }) => readAt !== null)).toEqual([true, true, true]);
});

test('on paper the next day, ticked by the office', async () => {
  expect(await inbox(clerk)).toContain(`meetings.printMinutes ${paperId}`);
  await clerk.meetings.printMinutes({ params, body: { copies: 8 } });
  expect(await one()).toMatchObject({ copies: 8, printedBy: { name: expect.any(String) } });
  expect(await inbox(clerk)).not.toContain(`meetings.printMinutes ${paperId}`);
});

test('reviewed by the leader, numbered, in the inbox of the departments; final for ever', async () => {
  const { content: before } = await one();
  await save({ body: before.body.replace(number, '') });
  await expect(submit([teaching, logistics])).rejects.toMatchObject(refused('meetings.resolution_left_out'));
  await save({ body: before.body });
  await expect(submit([nowhere])).rejects.toMatchObject(refused('meetings.department_unknown'));
  await submit([teaching, logistics]);
  await expect(save({ title: '改题' })).rejects.toMatchObject(refused('meetings.paper_in_review'));
  await approve(paperId, 'returned');
  expect((await one()).state).toBe('sent');
  await submit([teaching, logistics]);
  await approve(paperId);
  expect(await one()).toMatchObject({ number: '纪要〔2026〕1号', state: 'final', resolutions: [{ number, text: '教务处制定期末考试方案', department: '教务处', state: 'open' }] });
  await expect(save({ title: '改题' })).rejects.toMatchObject(refused('meetings.paper_final'));
  await expect(correction(head)).rejects.toMatchObject(refused('meetings.corrections_over'));
  expect(await inbox(head, 'read')).toContain(`meetings.readFinal ${paperId}`);
  await head.meetings.readMinutes({ params, body: {} });
  expect((await one()).receipts.filter((receipt) => receipt.department).map(({ who, readAt }) => [who.name, readAt !== null])).toEqual(expect.arrayContaining([['教务处', true], ['总务处', false]]));
  expect((await director.meetings.minutesBook({ query: { show: 'final' } })).minutes.map(({ id }) => id)).toEqual([paperId]);
  const clocks = await db.selectFrom('clocks').select(['promise', 'stoppedAt']).where('recordId', '=', paperId).execute();
  expect(clocks.filter(({ stoppedAt }) => !stoppedAt)).toEqual([]);
  const stays = { code: '23001' };
  await expect(sql`update meeting_papers set title = 'x' where id = ${paperId}`.execute(db)).rejects.toMatchObject(stays);
  await expect(sql`delete from meeting_papers where id = ${paperId}`.execute(db)).rejects.toMatchObject(stays);
  await expect(sql`update meeting_paper_versions set body = 'x' where paper_id = ${paperId}`.execute(db)).rejects.toMatchObject(stays);
  await expect(sql`insert into meeting_paper_versions (paper_id, version, at, title, body) values (${paperId}, 99, now(), 'x', 'x')`.execute(db)).rejects.toMatchObject(stays);
  await expect(sql`update minutes_resolutions set text = 'x' where paper_id = ${paperId}`.execute(db)).rejects.toMatchObject(stays);
});

test('the ledger goes on, the minutes say what they said', async () => {
  const { resolutions: [kept] } = await one();
  await db.updateTable('resolutions').set({ dueOn: sql`'2027-02-01'::date` as never }).where('id', '=', kept!.id).execute();
  expect((await one()).resolutions).toMatchObject([{ dueOn: '2027-01-12', nowDueOn: '2027-02-01' }]);
});

test('as PDF and as DOCX: what is final was set once by the worker and is kept with its sum; a text that is not final is drawn with its watermark (MTG-8)', async () => {
  const { kept, title } = await one();
  expect(kept.map(({ name }) => name)).toEqual([`纪要〔2026〕1号 ${title}.pdf`, `纪要〔2026〕1号 ${title}.docx`]);
  const sumOf = async (as: 'pdf' | 'docx') => createHash('sha256').update(bytesOf(await head.meetings.printedWritten({ params, query: { as } }))).digest('hex');
  expect([await sumOf('pdf'), await sumOf('docx')]).toEqual(kept.map(({ sha256 }) => sha256));
  await sql.raw(readFileSync('database/migrations/0304_minutes_kept.sql', 'utf8')).execute(db);
  expect(await db.selectFrom('outbox').select('id').where('event', '=', 'meetings.paper_final').execute()).toEqual([]);
  await db.insertInto('outbox').values({ at: clock.now, due: clock.now, event: 'meetings.paper_final', data: JSON.stringify({ paperId }) }).execute();
  await drain();
  expect((await one()).kept).toEqual(kept);
  const pdf = bytesOf(await staff.meetings.printedWritten({ params, query: {} }));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytesOf(await staff.meetings.printedWritten({ params, query: {} })).equals(pdf)).toBe(true);
  expect(bytesOf(await staff.meetings.printedWritten({ params, query: { as: 'docx' } })).subarray(0, 2).toString()).toBe('PK');
}, 60_000);

test('a correction is a note with its own number, which hangs on the minutes', async () => {
  const note = (who = staff) => who.meetings.correctFinal({ params, body: { why: '姓名有误', body: '“赵晓峰”应为“赵小峰”。' } });
  await expect(note(head)).rejects.toMatchObject(refused('meetings.not_the_writer'));
  const { id: noteId } = await note();
  await expect(note()).rejects.toMatchObject(refused('meetings.note_open'));
  const at = { paperId: noteId };
  for (const act of [staff.meetings.sendMinutes, staff.meetings.redraftMinutes]) await expect(act({ params: at, body: {} })).rejects.toMatchObject(refused('meetings.a_note_is_written'));
  await expect(staff.meetings.correctFinal({ params: at, body: { why: '再改', body: '再改' } })).rejects.toMatchObject(refused('meetings.not_final', 'meetings.a_note_is_written'));
  const drop = (id: string, who = staff) => who.meetings.dropNote({ params: { paperId: id }, body: { why: '写错了会议' } });
  await staff.meetings.submitMinutes({ params: at, body: { departments: [teaching] } });
  await expect(drop(noteId)).rejects.toMatchObject(refused('meetings.paper_in_review'));
  await approve(noteId, 'returned');
  await drop(noteId);
  const dropped = await staff.meetings.minutes({ params: at });
  expect(dropped).toMatchObject({ state: 'dropped', number: null, whyNot: {} });
  expect(Object.keys(dropped.whyNot)).toEqual([]);
  expect(await inbox(staff)).not.toContain(`approvals.resubmit ${noteId}`);
  expect((await clerk.lifecycle.history({ params: { recordId: paperId } })).lines.at(-1)).toMatchObject({ what: 'meetings.dropNote', details: { why: '写错了会议' } });
  for (const act of [() => drop(noteId), () => staff.meetings.submitMinutes({ params: at, body: { departments: [teaching] } }), () => clerk.meetings.printMinutes({ params: at, body: { copies: 1 } })]) await expect(act()).rejects.toMatchObject(refused('meetings.note_dropped'));
  await expect(sql`update meeting_papers set title = 'x' where id = ${noteId}`.execute(db)).rejects.toMatchObject({ code: '23001' });
  await expect(drop(paperId)).rejects.toMatchObject(refused('meetings.paper_final'));
});

test('the note that follows a dropped one is approved like minutes', async () => {
  const { id: noteId } = await staff.meetings.correctFinal({ params, body: { why: '姓名有误', body: '“赵晓峰”应为“赵小峰”。' } });
  const at = { paperId: noteId };
  await staff.meetings.submitMinutes({ params: at, body: { departments: [teaching] } });
  await approve(noteId);
  expect(await one()).toMatchObject({ notes: [{ state: 'dropped' }, { id: noteId, number: '更正〔2026〕1号', state: 'final' }], whyNot: { correctFinal: [] } });
  expect(await staff.meetings.minutes({ params: at })).toMatchObject({ kind: 'note', corrects: { number: '纪要〔2026〕1号' }, why: '姓名有误', content: { body: expect.stringMatching(/（纪要〔2026〕1号）更正如下：\n“赵晓峰”应为/) } });
});

test('meetings, resolutions and minutes are found by everybody who may read them', async () => {
  await drain();
  const found = async (who: typeof clerk, q: string) => (await who.search.find({ query: { q } as never })).results.map(({ kind }) => kind);
  expect(await found(clerk, '纪要〔2026〕1号')).toContain('minutes');
  expect(await found(clerk, '期末考试方案')).toEqual(expect.arrayContaining(['minutes', 'resolution']));
  expect(await found(clerk, '第四周校长办公会')).toContain('meeting');
  expect(await found(await as('zhuting'), '期末考试方案')).toEqual([]);
});

test('what was written before search knew of it is told to it once, and nothing else is', async () => {
  const fill = sql.raw(readFileSync('database/migrations/0303_meetings_found.sql', 'utf8'));
  const waiting = async () => (await db.selectFrom('outbox').select('id').where('event', '=', 'search.record_changed').execute()).length;
  await drain();
  await fill.execute(db);
  expect(await waiting()).toBe(0);
  await sql`delete from search_entries where kind in ('topic', 'meeting', 'resolution', 'minutes')`.execute(db);
  await fill.execute(db);
  expect(await waiting()).toBeGreaterThan(4);
  await drain();
  const { results } = await clerk.search.find({ query: { q: '期末考试' } as never });
  expect(results.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['topic', 'minutes', 'resolution']));
});

test.each([
  ['an ordinary week', '2026-09-16', '2026-09-16T11:00:00.000Z', '2026-09-18T07:00:00.000Z'],
  // Held on the Friday of the Mid-Autumn festival: Monday and Tuesday, both whole.
  ['on a holiday', '2026-09-25', '2026-09-25T11:00:00.000Z', '2026-09-29T16:00:00.000Z'],
  // Ended on Wednesday the 30th: National Day is skipped, the 8th and 9th are worked.
  ['before National Day', '2026-09-30', '2026-09-30T11:00:00.000Z', '2026-10-09T07:00:00.000Z'],
  // Friday the 9th: the make-up Saturday is worked, Sunday is not.
  ['before a make-up Saturday', '2026-10-09', '2026-10-09T11:00:00.000Z', '2026-10-12T07:00:00.000Z'],
  // Friday the 13th of February: Saturday the 14th is worked, the Spring Festival until the 23rd is not.
  ['before the Spring Festival', '2026-02-13', '2026-02-13T11:00:00.000Z', '2026-02-24T07:00:00.000Z'],
])('clocks of minutes, %s', async (_, day, sent, final) => {
  const { paperId: id } = await held(day, `${day}T01:00:00.000Z`);
  const clocks = await db.selectFrom('clocks').select(['promise', 'dueAt']).where('recordId', '=', id).orderBy('promise', 'desc').execute();
  expect(clocks).toEqual([{ promise: 'meetings.minutes_sent', dueAt: sent }, { promise: 'meetings.minutes_final', dueAt: final }]);
});

test('of a meeting without minutes they are drafted by hand, once it has ended', async () => {
  const other = await held('2026-09-28');
  await sql`update meetings set ended_at = null, ended_by = null where id = ${meetingId}`.execute(db);
  await expect(clerk.meetings.draftMinutes({ params: { meetingId }, body: {} })).rejects.toMatchObject(refused('meetings.not_ended', 'meetings.minutes_there'));
  await expect(head.meetings.draftMinutes({ params: { meetingId: other.meetingId }, body: {} })).rejects.toMatchObject(refused('meetings.not_the_writer', 'meetings.minutes_there'));
  const pages = await clerk.meetings.minutesBook({ query: { most: 1 as never } });
  expect((await clerk.meetings.minutesBook({ query: { most: 1 as never, after: pages.next! } })).minutes[0]!.id).not.toBe(pages.minutes[0]!.id);
});

test('a topic that turns out to be classified while the minutes are on their way: they are drawn anew without it, and their clocks go on (MTG-8)', async () => {
  const other = await held('2026-09-29');
  const at = { paperId: other.paperId };
  const upload = async (who: typeof clerk, name: string) => (await who.files.upload({ query: { name }, body: Buffer.from(`${name} 的内容`) as never })).id;
  const [scan, material, evidence] = [await upload(staff, '红头本.txt'), await upload(head, '附件.txt'), await upload(head, '佐证.txt')];
  await staff.meetings.attachScan({ params: { meetingId: other.meetingId }, body: { files: [scan] } });
  const { items: [exams, kitchen], resolutions: [resolved] } = await clerk.meetings.meeting({ params: { meetingId: other.meetingId } });
  await sql`insert into attachments (id, file_id, record_id, role, attached_at, attached_by) values (gen_random_uuid(), ${material}, ${exams!.topicId}, 'material', now(), ${ids['department.head']!})`.execute(db);
  await head.meetings.reportProgress({ params: { resolutionId: resolved!.id }, body: { text: '方案已拟', finished: false, files: [evidence] } as never });
  await staff.meetings.sendMinutes({ params: at, body: {} });
  for (const who of [head, principal, head2]) await who.meetings.readMinutes({ params: at, body: {} });
  await staff.meetings.submitMinutes({ params: at, body: { departments: [teaching] } });
  await drain();
  await expect(head.meetings.classifyTopic({ params: { topicId: exams!.topicId }, body: { secrecy: 1 } })).rejects.toMatchObject({ status: 403 });
  await clerk.meetings.classifyTopic({ params: { topicId: exams!.topicId }, body: { secrecy: 1 } });
  await drain();
  expect(await db.selectFrom('meetingTopics').select(['title', 'reason']).where('id', '=', exams!.topicId).execute()).toEqual([{ title: '', reason: '' }]);
  const after = await staff.meetings.minutes({ params: at });
  expect(after).toMatchObject({ state: 'sent', version: 2, title: '第四周校长办公会纪要', leftOut: [] });
  expect(after.content.body).toMatch(/一、涉密议题，另行记录\n会议议定：\n1\.另行记录（决〔2026〕\d+号）。\n二、食堂设备更新/);
  expect(after.content.body).not.toContain('命题');
  expect((await staff.meetings.writtenVersion({ params: { ...at, number: '1' } })).body).toBe('');
  const erased = await db.selectFrom('files').innerJoin('blobs', 'blobs.sha256', 'files.sha256').select('blobs.textWhy').where('files.id', 'in', [scan, material, evidence]).where('blobs.erasedAt', 'is not', null).execute();
  expect(erased.map(({ textWhy }) => textWhy)).toEqual(['classified', 'classified', 'classified']);
  const running = await db.selectFrom('clocks').select('promise').where('recordId', '=', other.paperId).where('stoppedAt', 'is', null).orderBy('promise').execute();
  expect(running.map(({ promise }) => promise)).toEqual(['meetings.minutes_final', 'meetings.minutes_printed']);
  expect((await db.selectFrom('messages').select('params').where('recordId', '=', resolved!.id).execute()).map(({ params: said }) => said)).toEqual(expect.arrayContaining([{}]));
  expect((await db.selectFrom('messages').select('what').where('recordId', '=', other.paperId).execute()).map(({ what }) => what)).toContain('meetings.minutes_drawn_anew');
  expect(kitchen!.title).toBe('食堂设备更新');
  await staff.meetings.submitMinutes({ params: at, body: { departments: [teaching] } });
  await approve(other.paperId);
  expect(await staff.meetings.minutes({ params: at })).toMatchObject({ state: 'final' });
});

test('a topic that turns out to be classified: the minutes say nothing any more, though they are final', async () => {
  const { items: [exams] } = await clerk.meetings.meeting({ params: { meetingId } });
  await db.updateTable('records').set({ clearance: 1 }).where('id', '=', exams!.topicId).execute();
  await expect(one()).rejects.toMatchObject({ status: 404 });
  const left = await sql`select title || body || attending as said from meeting_paper_versions where paper_id = ${paperId} union all select title from meeting_papers where meeting_id = ${meetingId} union all select title from records where id = ${paperId} union all select text from minutes_resolutions where paper_id = ${paperId} union all select text from minutes_corrections where paper_id = ${paperId} union all select body from search_texts where record_id = ${paperId}`.execute(db);
  expect([...new Set(left.rows.map((row) => (row as { said: string }).said))]).toEqual(['']);
  await expect(sql`update meeting_paper_versions set body = 'x' where paper_id = ${paperId}`.execute(db)).rejects.toMatchObject({ code: '23001' });
});

const nobody = { title: '例会', place: '会议室', chair: '甲', minuteTaker: '乙', startsAt: '2026-09-25T01:00:00.000Z', endedAt: '2026-09-25T02:00:00.000Z', people: [], others: [], points: [], items: [] } satisfies Recorded;
const came = (name: string, more: object) => ({ name, part: 'attends', reply: null, why: '', deputy: null, came: null, ...more });

test.each([
  ['signed, by a deputy, on leave, not there', { people: [came('甲', { came: true }), came('乙', { came: true, deputy: '丙' }), came('丁', { came: false, reply: 'leave', why: '出差' }), came('戊', { came: false, reply: 'comes' })], others: ['来宾'] }, { attending: '甲、丙（代乙）', absent: '丁（出差）、戊（未到）', observing: '来宾' }],
  ['nobody signed in', { people: [came('甲', {}), came('乙', { reply: 'leave' }), came('丙', { part: 'observes', reply: 'comes' })] }, { attending: '甲', absent: '乙', observing: '丙' }],
  ['a classified topic says nothing', { items: [{ title: '某事', secrecy: 1, department: '办公室', presenter: '甲', state: 'dealt', why: '', points: ['某话'], resolutions: [{ number: '决〔2026〕9号', text: '某决议', department: '办公室', owner: '甲', assisting: [], dueOn: '2026-10-12' }] }] }, { body: expect.stringMatching(/一、涉密议题，另行记录\n会议议定：\n1\.另行记录（决〔2026〕9号）。$/) }],
])('the draft: %s', (_, more, expected) => expect(draftOf({ ...nobody, ...(more as object) })).toMatchObject(expected));

const sent = { kind: 'minutes', state: 'sent', openUntil: '5' };
const heard = { open: 0, unread: 0, leftOut: 0, now: '3' };

test.each([
  ['written by another', whyNotWritePaper({ state: 'draft' }, false), ['meetings.not_the_writer']],
  ['saved over another', whyNotSavePaper({ state: 'draft', version: 2 }, { mine: true, base: 1 }), ['meetings.edited_meanwhile']],
  ['drafted while it goes on', whyNotDraft({ mine: true, ended: false, there: false }), ['meetings.not_ended']],
  ['a note is not drafted anew', whyNotRedraft({ kind: 'note', state: 'draft' }), ['meetings.a_note_is_written']],
  ['sent twice', whyNotSendMinutes({ kind: 'minutes', state: 'sent' }), ['meetings.sent_already']],
  ['a correction after the window', whyNotAskCorrection(sent, { attended: true, now: '6' }), ['meetings.corrections_over']],
  ['a correction in the window', whyNotAskCorrection(sent, { attended: true, now: '4' }), []],
  ['a correction before it is sent', whyNotAskCorrection({ ...sent, state: 'draft', openUntil: null }, { attended: true, now: '4' }), ['meetings.not_sent']],
  ['a correction decided twice', whyNotDecideCorrection({ mine: true, decided: true }), ['meetings.correction_decided']],
  ['reviewed while somebody still reads', whyNotSubmitMinutes(sent, { ...heard, unread: 1 }), ['meetings.window_runs']],
  ['reviewed after the window', whyNotSubmitMinutes(sent, { ...heard, unread: 1, now: '6' }), []],
  ['reviewed when all have read it', whyNotSubmitMinutes(sent, heard), []],
  ['a note is reviewed at once', whyNotSubmitMinutes({ kind: 'note', state: 'draft', openUntil: null }, heard), []],
  ['read twice', whyNotRead({ waits: false }), ['meetings.nothing_to_read']],
  ['only a note is dropped', whyNotDropNote({ kind: 'minutes', state: 'sent' }), ['meetings.minutes_stay']],
  ['printed before it is sent', whyNotPrintMinutes({ kind: 'minutes', state: 'draft' }), ['meetings.not_sent']],
  ['corrected before it is final', whyNotCorrectFinal({ kind: 'minutes', state: 'sent' }, { mine: true, open: false }), ['meetings.not_final']],
])('%s', (_, found, expected) => expect(found).toEqual(expected));
