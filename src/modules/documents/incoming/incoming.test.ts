import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';

const { as, db, clock, drain, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const clerk = await as('office.clerk');
const director = await as('office.director');
const leader = await as('leader');
const head = await as('department.head');
const head2 = await as('department.head.2');
const staff = await as('staff');

const { departments } = await clerk.organisation.departments({});
const departmentId = (name: string) => departments.find((d) => d.name === name)!.id;
const [teaching, general] = [departmentId('教务处'), departmentId('总务处')];
const letter = { sender: '江城市教育局', senderNumber: '江教办〔2026〕15号', title: '关于做好秋季学期校园安全检查的通知', writtenOn: '2026-11-20', kind: '通知' as const, pages: 3 };
const register = (more: object = {}) => clerk.incoming.register({ body: { ...letter, ...more } });
const one = (who: typeof clerk, documentId: string) => who.incoming.one({ params: { documentId } });
const later = (minutes: number) => {
  clock.now = new Date(Date.parse(clock.now) + minutes * 60_000).toISOString();
};

/** Registered, accepted, proposed to a leader, instructed. */
const instructed = async (more: object = {}) => {
  const { id: documentId } = await register(more);
  await director.incoming.accept({ params: { documentId }, body: {} });
  await director.incoming.propose({ params: { documentId }, body: { text: '拟请教务处主办，总务处协办。', leaders: [await personId('leader')] } });
  const [instruction] = (await one(leader, documentId)).instructions;
  await leader.incoming.instruct({ params: { instructionId: instruction!.id }, body: { text: '同意。' } });
  return documentId;
};
const dispatch = (documentId: string) =>
  clerk.incoming.dispatch({ params: { documentId }, body: { parts: [{ departmentId: teaching, role: 'lead' }, { departmentId: general, role: 'assist' }] } });
const refusal = (codes: string[]) => ({ status: 422, codes });

test('from the door to done with two departments: 会签, opinions, results, clocks stopped (IN-1, IN-3, IN-4, IN-5)', async () => {
  const documentId = await instructed();
  expect(await dispatch(documentId)).toMatchObject({ state: 'dispatched', countersign: true });
  const document = await one(head, documentId);
  const mine = document.parts.find((p) => p.department.id === teaching)!;
  const other = document.parts.find((p) => p.department.id === general)!;
  expect(mine.whyNot['signFor']).toEqual([]);
  expect(other.whyNot['signFor']).toEqual(['incoming.not_your_department']);

  const partId = mine.id;
  await expect(head.incoming.giveOpinion({ params: { partId }, body: { text: '早了' } })).rejects.toMatchObject(refusal(['incoming.not_signed']));
  await head.incoming.signFor({ params: { partId }, body: {} });
  await expect(head.incoming.signFor({ params: { partId }, body: {} })).rejects.toMatchObject(refusal(['incoming.already_signed']));
  await expect(head2.incoming.signFor({ params: { partId }, body: {} })).rejects.toMatchObject(refusal(['incoming.not_your_department', 'incoming.already_signed']));
  await head.incoming.assign({ params: { partId }, body: { personId: await personId('staff') } });
  await expect(head.incoming.assign({ params: { partId }, body: { personId: await personId('buyer') } })).rejects.toMatchObject(refusal(['incoming.not_of_the_department']));
  await staff.incoming.report({ params: { partId }, body: { text: '已检查三个年级。' } });
  await expect(head.incoming.closePart({ params: { partId }, body: { outcome: 'done', result: '完成' } })).rejects.toMatchObject(refusal(['incoming.opinion_missing']));
  await head.incoming.giveOpinion({ params: { partId }, body: { text: '照办。' } });
  expect(await head.incoming.closePart({ params: { partId }, body: { outcome: 'done', result: '检查完毕' } })).toMatchObject({ documentDone: false });

  await head2.incoming.signFor({ params: { partId: other.id }, body: {} });
  await head2.incoming.giveOpinion({ params: { partId: other.id }, body: { text: '配合。' } });
  expect(await head2.incoming.closePart({ params: { partId: other.id }, body: { outcome: 'partly', result: '一处待修' } })).toMatchObject({ documentDone: true });

  const done = await one(clerk, documentId);
  expect(done).toMatchObject({ state: 'done', dueAt: null, lead: '教务处', assists: ['总务处'] });
  const open = await db.selectFrom('clocks').select('promise').where('recordId', '=', documentId).where('stoppedAt', 'is', null).execute();
  expect(open).toEqual([]);
  const { lines } = await clerk.lifecycle.history({ params: { recordId: documentId } });
  expect(lines.map(({ what }) => what.replace('incoming.', ''))).toEqual([
    'register', 'accept', 'propose', 'instruct', 'dispatch', 'signFor', 'assign', 'report', 'giveOpinion', 'closePart', 'signFor', 'giveOpinion', 'closePart', 'finish',
  ]);
  await drain();
  const mails = (await clerk.notifications.recordMails({ params: { recordId: documentId } })).mails;
  expect(mails.find(({ subject }) => subject.includes('检查完毕'))?.cc).toEqual(['leader@jiangcheng.example.test']);
});

test('numbers run without gaps, also under twenty at once, and a refusal takes none', async () => {
  const before = await clerk.incoming.gaps({ query: { year: 2026 } });
  await expect(register({ title: '' })).rejects.toMatchObject(refusal(['incoming.no_title']));
  await Promise.all(Array.from({ length: 20 }, () => register()));
  expect(await clerk.incoming.gaps({ query: { year: 2026 } })).toEqual({ last: before.last + 20, missing: [] });
});

test('exactly one lead, no department twice, nothing before its turn', async () => {
  const { id: documentId } = await register();
  const parts = (...roles: ('lead' | 'assist')[]) => ({ params: { documentId }, body: { parts: roles.map((role, i) => ({ departmentId: [teaching, general][i]!, role })) } });
  await expect(clerk.incoming.dispatch(parts('lead'))).rejects.toMatchObject(refusal(['incoming.not_for_dispatch']));
  await director.incoming.accept({ params: { documentId }, body: {} });
  await expect(director.incoming.accept({ params: { documentId }, body: {} })).rejects.toMatchObject(refusal(['incoming.not_in_review']));
  await director.incoming.propose({ params: { documentId }, body: { text: '急办，不送批示。' } });
  await expect(clerk.incoming.dispatch(parts('lead', 'lead'))).rejects.toMatchObject(refusal(['incoming.two_leads']));
  await expect(clerk.incoming.dispatch(parts('assist'))).rejects.toMatchObject(refusal(['incoming.no_lead']));
  expect(await clerk.incoming.dispatch(parts('lead'))).toMatchObject({ countersign: false });
  await expect(clerk.incoming.dispatch(parts('assist'))).rejects.toMatchObject(refusal(['incoming.department_has_it']));
});

test('a department sends back what is not its business, and another becomes the lead', async () => {
  const documentId = await instructed();
  await dispatch(documentId);
  const lead = (await one(head, documentId)).parts.find(({ role }) => role === 'lead')!;
  await head.incoming.returnPart({ params: { partId: lead.id }, body: { reason: '属德育处职责' } });
  const { todos } = await director.todos.list({ query: { q: letter.title } });
  expect(todos.filter(({ what, record }) => what === 'incoming.dispatch_again' && record.id === documentId)).toHaveLength(1);
  expect(await clerk.incoming.dispatch({ params: { documentId }, body: { parts: [{ departmentId: departmentId('德育处'), role: 'lead' }] } })).toMatchObject({ countersign: true });
});

test('the leader on leave: the deputy instructs under both names, nobody else may', async () => {
  const { id: documentId } = await register();
  await director.incoming.accept({ params: { documentId }, body: {} });
  await director.incoming.propose({ params: { documentId }, body: { text: '请批示。', leaders: [await personId('leader')] } });
  const instructionId = (await one(director, documentId)).instructions[0]!.id;
  const other = await as('leader.2');
  await expect(other.incoming.instruct({ params: { instructionId }, body: { text: '同意' } })).rejects.toMatchObject({ status: 404 });
  await leader.organisation.takeLeave({ body: { deputyId: await personId('leader.2'), starts: clock.now, ends: '2026-11-25T00:00:00.000Z' } });
  await other.incoming.instruct({ params: { instructionId }, body: { text: '同意' } });
  const { lines } = await clerk.lifecycle.history({ params: { recordId: documentId } });
  expect(lines.at(-1)).toMatchObject({ what: 'incoming.instruct', who: { name: '郑海涛' }, forWhom: { name: '周敏' } });
});

test('a 阅件 goes from reader to reader in order; a reader adds one; notes stay; the last reader ends it', async () => {
  const { id: documentId } = await register({ handling: 'reading' });
  await director.incoming.accept({ params: { documentId }, body: {} });
  await clerk.incoming.circulate({ params: { documentId }, body: { people: [await personId('principal'), await personId('staff')], inOrder: true } });
  await expect(one(head, documentId)).rejects.toMatchObject({ status: 404 });
  const principal = await as('principal');
  const [first, second] = (await one(principal, documentId)).readings;
  await expect(staff.incoming.markRead({ params: { readingId: second!.id }, body: {} })).rejects.toMatchObject(refusal(['incoming.not_your_turn']));
  await principal.incoming.markRead({ params: { readingId: first!.id }, body: { note: '很好' } });
  await principal.incoming.addNote({ params: { readingId: first!.id }, body: { note: '请教务处也看看' } });
  await staff.incoming.addReader({ params: { documentId }, body: { people: [await personId('department.head')] } });
  await expect(staff.incoming.addReader({ params: { documentId }, body: { people: [await personId('department.head')] } })).rejects.toMatchObject(refusal(['incoming.reader_has_it']));
  await staff.incoming.markRead({ params: { readingId: second!.id }, body: {} });
  const third = (await one(head, documentId)).readings.find(({ person }) => person.name === '刘志远')!;
  expect(await head.incoming.markRead({ params: { readingId: third.id }, body: {} })).toMatchObject({ state: 'done' });
  expect((await one(clerk, documentId)).readings[0]).toMatchObject({ note: '很好\n请教务处也看看' });
});

test('damaged pages: the document waits, its clocks stand still, and go on when the pages are here (IN-2)', async () => {
  const { id: documentId } = await register();
  const due = async () => (await one(clerk, documentId)).dueAt;
  const before = await due();
  const ask = () => clerk.incoming.askForPages({ params: { documentId }, body: { what: 'damaged', details: '第2页撕破', waits: true, how: 'mail', contact: 'office@bureau.example.test' } });
  const { id: replacementId } = await ask();
  await expect(ask()).rejects.toMatchObject(refusal(['incoming.pages_already_asked']));
  await expect(director.incoming.accept({ params: { documentId }, body: {} })).rejects.toMatchObject(refusal(['incoming.waits_for_pages']));
  later(24 * 60);
  await clerk.incoming.settlePages({ params: { replacementId }, body: { how: '快递补来' } });
  expect(Date.parse((await due())!) - Date.parse(before!)).toBe(24 * 3_600_000);
  await director.incoming.accept({ params: { documentId }, body: {} });
  const { mails } = await clerk.notifications.recordMails({ params: { recordId: documentId } });
  expect(mails.map(({ to, subject }) => [to, subject.startsWith('请补寄文件页')])).toEqual([['office@bureau.example.test', true]]);
});

test('urging: twice in the app, then a call that is logged', async () => {
  const documentId = await instructed();
  await dispatch(documentId);
  const itemId = (await one(clerk, documentId)).parts[0]!.id;
  const urge = () => clerk.incoming.urge({ params: { documentId }, body: { item: 'part', itemId } });
  expect(await urge()).toMatchObject({ how: 'app', whom: '教务处（刘志远）' });
  await expect(urge()).rejects.toMatchObject(refusal(['incoming.urged_just_now']));
  later(30);
  expect(await urge()).toMatchObject({ how: 'app' });
  later(30);
  const call = await urge();
  expect(call).toMatchObject({ how: 'phone', phone: '13805711006' });
  expect((await clerk.incoming.calls({ query: {} })).calls.map(({ id }) => id)).toContain(call.id);
  await clerk.incoming.logCall({ params: { urgeId: call.id }, body: { outcome: 'told', said: '下午办' } });
  await expect(clerk.incoming.logCall({ params: { urgeId: call.id }, body: { outcome: 'told' } })).rejects.toMatchObject(refusal(['incoming.call_already_logged']));
});

test('秘密 and above is a stub: no title, no file, by no way in; the attempt is in the trail', async () => {
  const stub = { secrecy: 1, secrecyPeriod: '1年', title: '', paperPlace: '机要柜' };
  await expect(register({ ...stub, title: '某事' })).rejects.toMatchObject(refusal(['incoming.stub_has_no_text']));
  await expect(register({ ...stub, paperPlace: '' })).rejects.toMatchObject(refusal(['incoming.stub_needs_a_place']));
  const file = await clerk.files.upload({ query: { name: '正文.txt' }, body: Buffer.from('通知正文') });
  await expect(register({ ...stub, files: [{ fileId: file.id }] })).rejects.toMatchObject(refusal(['incoming.stub_has_no_files']));
  const { id: documentId } = await register(stub);
  await expect(clerk.incoming.attach({ params: { documentId }, body: { fileId: file.id, role: 'original' } })).rejects.toMatchObject(refusal(['incoming.stub_has_no_files']));
  await expect(clerk.incoming.correct({ params: { documentId }, body: { title: '某事', why: '补' } })).rejects.toMatchObject(refusal(['incoming.stub_has_no_text']));
  await expect(one(await as('archivist'), documentId)).resolves.toMatchObject({ title: '', state: 'stub' });
  await expect(one(leader, documentId)).rejects.toMatchObject({ status: 404 });
  const trail = await (await as('auditor')).audit.list({ query: { action: 'incoming.register: ' } });
  expect(trail.entries.map(({ action, input }) => [action, input])).toEqual([
    ['incoming.register: incoming.stub_has_no_files', '{}'],
    ['incoming.register: incoming.stub_has_no_text', '{}'],
  ]);
});

test('the original goes from hand to hand by two scans', async () => {
  const { id: documentId, paperCode: code } = await register();
  await expect(director.incoming.take({ params: { code }, body: {} })).rejects.toMatchObject(refusal(['incoming.paper_not_offered']));
  await expect(director.incoming.offer({ params: { code }, body: {} })).rejects.toMatchObject(refusal(['incoming.paper_not_with_you']));
  await clerk.incoming.offer({ params: { code }, body: {} });
  await expect(clerk.incoming.offer({ params: { code }, body: {} })).rejects.toMatchObject(refusal(['incoming.paper_already_offered']));
  await expect(clerk.incoming.take({ params: { code }, body: {} })).rejects.toMatchObject(refusal(['incoming.paper_is_yours']));
  expect(await director.incoming.take({ params: { code }, body: { place: '文件柜二层' } })).toMatchObject({ with: { name: '陈国栋' }, place: '文件柜二层', offered: false });
  expect((await one(clerk, documentId)).paper).toBe('陈国栋 · 文件柜二层');
});

test('papers: handling sheet, register, receipt, label and letters are PDFs; the register is also a table', async () => {
  const documentId = await instructed();
  const params = { documentId };
  for (const make of [clerk.incoming.sheet, clerk.incoming.receipt, clerk.incoming.label, clerk.incoming.delayPaper])
    expect(Buffer.from((await make({ params })) as never).subarray(0, 5).toString()).toBe('%PDF-');
  const book = await clerk.incoming.book({ query: { as: 'xlsx' } });
  expect(Buffer.from(book as never).subarray(0, 2).toString()).toBe('PK');
  await expect(clerk.incoming.returnLetter({ params })).rejects.toMatchObject({ status: 404 });
});
