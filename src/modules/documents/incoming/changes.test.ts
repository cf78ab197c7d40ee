import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';

const { as, db, clock, drain, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerk, director, leader, principal, head, head2, staff] = await Promise.all(['office.clerk', 'office.director', 'leader', 'principal', 'department.head', 'department.head.2', 'staff'].map(as));
const { departments } = await clerk!.organisation.departments({});
const departmentId = (name: string) => departments.find((d) => d.name === name)!.id;
const [teaching, general, moral] = ['教务处', '总务处', '德育处'].map(departmentId) as [string, string, string];
const letter = { sender: '江城市教育局', senderNumber: '江教办〔2026〕15号', title: '关于做好秋季学期校园安全检查的通知', writtenOn: '2026-11-20', kind: '通知' as const, pages: 3, copies: 2, urgency: 1 as const, remark: '原件' };
const register = async (more: object = {}) => (await clerk!.incoming.register({ body: { ...letter, ...more } })).id;
const one = (documentId: string, who = clerk!) => who.incoming.one({ params: { documentId } });
const refusal = (...codes: string[]) => ({ status: 422, codes });
const history = async (recordId: string) => (await clerk!.lifecycle.history({ params: { recordId } })).lines.map(({ what }) => what.replace('incoming.', ''));
const asks = async (recordId: string) => (await db.selectFrom('todos').select('what').where('recordId', '=', recordId).where('doneAt', 'is', null).where('withdrawnAt', 'is', null).orderBy('id').execute()).map(({ what }) => what.replace('incoming.', ''));
const clocksOf = (recordId: string) => db.selectFrom('clocks').select(['promise', 'dueAt']).where('recordId', '=', recordId).where('stoppedAt', 'is', null).orderBy('promise').execute();

const accepted = async (more: object = {}) => {
  const documentId = await register(more);
  await director!.incoming.accept({ params: { documentId }, body: {} });
  return documentId;
};
const proposed = async (leaders: string[], more: object = {}) => {
  const documentId = await accepted(more);
  await director!.incoming.propose({ params: { documentId }, body: { text: '拟请教务处主办。', leaders: await Promise.all(leaders.map(personId)) } });
  return documentId;
};
const dispatched = async (more: object = {}) => {
  const documentId = await proposed([], more);
  await clerk!.incoming.dispatch({ params: { documentId }, body: { parts: [{ departmentId: teaching, role: 'lead' }, { departmentId: general, role: 'assist' }] } });
  const { parts } = await one(documentId);
  const partOf = (department: string) => parts.find((p) => p.department.id === department)!.id;
  return { documentId, lead: partOf(teaching), assist: partOf(general) };
};
const close = async (who: typeof head, partId: string) => {
  await who!.incoming.signFor({ params: { partId }, body: {} });
  await who!.incoming.giveOpinion({ params: { partId }, body: { text: '照办。' } });
  return who!.incoming.closePart({ params: { partId }, body: { outcome: 'done', result: '已办' } });
};

test('a correction changes what it names and nothing else; the history says what was', async () => {
  const documentId = await register();
  const before = await one(documentId);
  await clerk!.incoming.correct({ params: { documentId }, body: { title: '关于校园安全检查的通知', why: '少录两字' } });
  const after = await one(documentId);
  expect({ ...after, title: before.title, whyNot: {} }).toEqual({ ...before, whyNot: {} });
  const { lines } = await clerk!.lifecycle.history({ params: { recordId: documentId } });
  expect(lines.at(-1)!.details).toEqual({ why: '少录两字', changes: { title: { from: letter.title, to: '关于校园安全检查的通知' } } });
  await expect(clerk!.incoming.correct({ params: { documentId }, body: { receivedAt: '2026-11-23T02:00:00.000Z', why: '错' } })).rejects.toMatchObject(refusal('incoming.received_in_future'));
  await expect(clerk!.incoming.correct({ params: { documentId }, body: { writtenOn: '2026-11-24', why: '错' } })).rejects.toMatchObject(refusal('incoming.written_after_received'));
});

test('another urgency or answer date counts from the registration, not from the correction', async () => {
  const documentId = await register({ urgency: 0 });
  const registered = clock.now;
  clock.now = '2026-11-23T02:00:00.000Z';
  await clerk!.incoming.correct({ params: { documentId }, body: { urgency: 2, why: '漏看特急' } });
  const clocks = await clocksOf(documentId);
  expect(clocks.map(({ promise }) => promise)).toEqual(['incoming.last', 'incoming.urgent_answer']);
  expect(Date.parse(clocks[1]!.dueAt!) - Date.parse(registered)).toBe(2 * 3_600_000);
  expect((await db.selectFrom('todos').select('dueAt').where('recordId', '=', documentId).execute())[0]!.dueAt).toBe(clocks[1]!.dueAt);
  const respondBy = '2026-11-27T09:00:00.000Z';
  await clerk!.incoming.correct({ params: { documentId }, body: { respondBy, why: '来文有期限' } });
  expect((await clocksOf(documentId))[0]!.dueAt).toBe(respondBy);
  await clerk!.incoming.correct({ params: { documentId }, body: { respondBy: null, why: '看错' } });
  expect((await clocksOf(documentId))[0]!.dueAt).toBe(clocks[0]!.dueAt);
});

test('void: the number stays in the book and says why; nothing of it is asked of anybody', async () => {
  const documentId = await accepted();
  await clerk!.incoming.voidLine({ params: { documentId }, body: { reason: '重复登记' } });
  expect(await one(documentId)).toMatchObject({ state: 'void', title: letter.title, voided: { reason: '重复登记', by: { name: '李文静' } } });
  expect([await asks(documentId), await clocksOf(documentId)]).toEqual([[], []]);
  expect((await clerk!.incoming.gaps({ query: { year: 2026 } })).missing).toEqual([]);
  expect((await clerk!.incoming.list({ query: { open: 'true' } as never })).documents.map(({ id }) => id)).not.toContain(documentId);
  await expect(director!.incoming.accept({ params: { documentId }, body: {} })).rejects.toMatchObject(refusal('incoming.not_in_review'));
});

test('what was sent back comes again under a new number that names the old one, once', async () => {
  const previousId = await register();
  await expect(register({ previousId })).rejects.toMatchObject(refusal('incoming.not_sent_back'));
  await director!.incoming.sendBack({ params: { documentId: previousId }, body: { reason: '缺印章' } });
  const { twins } = await clerk!.incoming.twins({ query: { senderNumber: '江教办[2026]15号' } });
  expect(twins).toContainEqual(expect.objectContaining({ id: previousId, state: 'returned' }));
  const again = await register({ previousId });
  expect((await one(again)).previous?.id).toBe(previousId);
  expect((await one(previousId)).next?.id).toBe(again);
  await expect(register({ previousId })).rejects.toMatchObject(refusal('incoming.not_sent_back'));
});

test('阅件 and 办件 change into each other with a reason, and somebody is always asked', async () => {
  const documentId = await accepted();
  expect(await asks(documentId)).toEqual(['propose']);
  await clerk!.incoming.convert({ params: { documentId }, body: { handling: 'reading', reason: '只需知悉' } });
  expect([await asks(documentId), (await clocksOf(documentId)).map(({ promise }) => promise)]).toEqual([['circulate'], ['incoming.last']]);
  await clerk!.incoming.circulate({ params: { documentId }, body: { people: [await personId('staff')] } });
  await clerk!.incoming.convert({ params: { documentId }, body: { handling: 'action', reason: '需要报送材料' } });
  expect([(await one(documentId)).state, await asks(documentId)]).toEqual(['accepted', ['read', 'propose']]);
  await expect(clerk!.incoming.convert({ params: { documentId }, body: { handling: 'action', reason: '同' } })).rejects.toMatchObject(refusal('incoming.handling_is_so'));
});

test('a leader sends the proposal back, asks another leader, and words an instruction anew', async () => {
  const documentId = await proposed(['leader', 'principal']);
  const [mine] = (await one(documentId, leader)).instructions;
  await leader!.incoming.sendBackProposal({ params: { instructionId: mine!.id }, body: { reason: '请补充德育处' } });
  expect([(await one(documentId)).state, await asks(documentId)]).toEqual(['accepted', ['propose']]);
  await director!.incoming.propose({ params: { documentId }, body: { text: '拟请教务处主办，德育处协办。', leaders: [await personId('leader')] } });
  const second = (await one(documentId, leader)).instructions.find(({ givenAt }) => !givenAt)!;
  await expect(leader!.incoming.amendInstruction({ params: { instructionId: second.id }, body: { text: '早了' } })).rejects.toMatchObject(refusal('incoming.not_yet_instructed'));
  await leader!.incoming.instruct({ params: { instructionId: second.id }, body: { text: '同意。' } });
  await leader!.incoming.addLeader({ params: { documentId }, body: { leaderId: await personId('principal') } });
  await expect(leader!.incoming.addLeader({ params: { documentId }, body: { leaderId: await personId('principal') } })).rejects.toMatchObject(refusal('incoming.leader_twice'));
  expect([(await one(documentId)).state, await asks(documentId)]).toEqual(['proposed', ['instruct']]);
  await leader!.incoming.amendInstruction({ params: { instructionId: second.id }, body: { text: '同意，本周报我。' } });
  const third = (await one(documentId, principal)).instructions.find(({ givenAt }) => !givenAt)!;
  await principal!.incoming.instruct({ params: { instructionId: third.id }, body: { text: '照办。' } });
  expect([(await one(documentId)).state, await asks(documentId)]).toEqual(['instructed', ['dispatch']]);
  expect((await one(documentId)).instructions.map(({ text, sentBack }) => [text, sentBack])).toEqual([['请补充德育处', true], ['同意，本周报我。', false], ['照办。', false]]);
  expect(await history(documentId)).toContain('amendInstruction');
});

test('a task has its evidence and its own end; the office takes one back; 办结 leaves those of persons', async () => {
  const documentId = await proposed(['leader']);
  const setTask = async (sentence: string) => (await leader!.incoming.setTask({ params: { documentId }, body: { sentence, personId: await personId('staff'), dueAt: '2026-11-27T09:00:00.000Z' } })).id;
  const [kept, gone] = [await setTask('汇总隐患清单'), await setTask('写总结')];
  await expect(staff!.incoming.withdrawTask({ params: { taskId: gone }, body: { reason: '不想写' } })).rejects.toMatchObject(refusal('incoming.not_set_by_you'));
  await clerk!.incoming.withdrawTask({ params: { taskId: gone }, body: { reason: '重复交办' } });
  await expect(leader!.incoming.setTask({ params: { documentId }, body: { instructionId: gone, sentence: '别的批示', personId: await personId('staff'), dueAt: '2026-11-27T09:00:00.000Z' } })).rejects.toMatchObject({ status: 404 });
  const [instruction] = (await one(documentId, leader)).instructions;
  await expect(clerk!.incoming.finish({ params: { documentId }, body: { result: '完' } })).rejects.toMatchObject(refusal('incoming.waits_for_instruction'));
  await leader!.incoming.instruct({ params: { instructionId: instruction!.id }, body: { text: '同意。' } });
  await clerk!.incoming.finish({ params: { documentId }, body: { result: '已按批示办理' } });
  expect(await asks(documentId)).toEqual(['task']);
  const file = await staff!.files.upload({ query: { name: '清单.txt' }, body: Buffer.from('隐患两处') });
  await staff!.incoming.finishTask({ params: { taskId: kept }, body: { result: '已汇总', files: [file.id] } });
  expect([await asks(documentId), await clocksOf(documentId)]).toEqual([[], []]);
});

test('a dispatch changes afterwards: another lead, one added, one taken back; the 会签 mark follows', async () => {
  const { documentId, lead, assist } = await dispatched();
  const params = { partId: lead };
  await expect(clerk!.incoming.withdrawPart({ params, body: { reason: '误' } })).rejects.toMatchObject(refusal('incoming.lead_stays'));
  await expect(clerk!.incoming.makeLead({ params, body: { reason: '误' } })).rejects.toMatchObject(refusal('incoming.already_lead'));
  await clerk!.incoming.makeLead({ params: { partId: assist }, body: { reason: '后勤牵头' } });
  expect(await one(documentId)).toMatchObject({ lead: '总务处', assists: ['教务处'] });
  expect((await db.selectFrom('clocks').select('departmentId').distinct().where('recordId', '=', documentId).where('itemId', 'is', null).where('stoppedAt', 'is', null).execute())).toEqual([{ departmentId: general }]);
  await clerk!.incoming.withdrawPart({ params, body: { reason: '无关' } });
  expect(await one(documentId)).toMatchObject({ countersign: false, assists: [] });
  await expect(head!.incoming.signFor({ params, body: {} })).rejects.toMatchObject(refusal('incoming.part_ended'));
  await clerk!.incoming.dispatch({ params: { documentId }, body: { parts: [{ departmentId: moral, role: 'assist' }] } });
  expect(await one(documentId)).toMatchObject({ countersign: true, assists: ['德育处'] });
});

test('what the lead returned is never done by itself: the office decides, and its line in the inbox goes when it has', async () => {
  const { documentId, lead, assist } = await dispatched();
  await close(head2, assist);
  await head!.incoming.returnPart({ params: { partId: lead }, body: { reason: '不属我处' } });
  expect([(await one(documentId)).state, await asks(documentId)]).toEqual(['dispatched', ['dispatch_again']]);
  await clerk!.incoming.makeLead({ params: { partId: assist }, body: { reason: '由总务处一并负责' } });
  expect((await one(documentId)).state).toBe('dispatched');
  expect(await clerk!.incoming.withdrawPart({ params: { partId: lead }, body: { reason: '不再另行分办' } })).toMatchObject({ documentDone: true });
  expect([(await one(documentId)).state, await asks(documentId)]).toEqual(['done', []]);
});

test('done, and taken up again: the chosen department closes anew, with new clocks; the first result stays in the history', async () => {
  const { documentId, lead, assist } = await dispatched();
  await close(head, lead);
  expect(await close(head2, assist)).toMatchObject({ documentDone: true });
  await expect(clerk!.incoming.reopen({ params: { documentId }, body: { reason: '材料不全' } })).rejects.toMatchObject(refusal('incoming.choose_parts'));
  await clerk!.incoming.reopen({ params: { documentId }, body: { reason: '材料不全', parts: [lead] } });
  expect([(await one(documentId)).state, await asks(documentId), (await clocksOf(documentId)).length]).toEqual(['dispatched', ['handle'], 2]);
  expect(await head!.incoming.closePart({ params: { partId: lead }, body: { outcome: 'done', result: '已补报' } })).toMatchObject({ documentDone: true });
  expect((await history(documentId)).filter((what) => what === 'closePart')).toHaveLength(3);
});

test('a reader added by mistake is taken off and sees it no longer; a note sent twice is kept twice', async () => {
  const documentId = await accepted({ handling: 'reading' });
  await clerk!.incoming.circulate({ params: { documentId }, body: { people: await Promise.all(['staff', 'department.head.2'].map(personId)) } });
  const readings = async () => (await one(documentId)).readings;
  const of = async (name: string) => (await readings()).find(({ person }) => person.name === name)!.id;
  await staff!.incoming.addReader({ params: { documentId }, body: { people: [await personId('department.head')] } });
  await expect(head2!.incoming.recallReader({ params: { readingId: await of('刘志远') }, body: { reason: '误' } })).rejects.toMatchObject(refusal('incoming.not_added_by_you'));
  await staff!.incoming.recallReader({ params: { readingId: await of('刘志远') }, body: { reason: '误加' } });
  await expect(one(documentId, head)).rejects.toMatchObject({ status: 404 });
  const readingId = await of('赵晓峰');
  await staff!.incoming.markRead({ params: { readingId }, body: { note: '已阅' } });
  await staff!.incoming.markRead({ params: { readingId }, body: { note: '再看一遍' } });
  expect((await readings()).find(({ id }) => id === readingId)!.note).toBe('已阅\n再看一遍');
  await clerk!.incoming.recallReader({ params: { readingId: await of('孙丽') }, body: { reason: '出差' } });
  expect((await one(documentId)).state).toBe('done');
});

test('when every reader is taken off the office circulates it anew', async () => {
  const documentId = await accepted({ handling: 'reading' });
  await clerk!.incoming.circulate({ params: { documentId }, body: { people: [await personId('staff')] } });
  await clerk!.incoming.recallReader({ params: { readingId: (await one(documentId)).readings[0]!.id }, body: { reason: '误送' } });
  expect([(await one(documentId)).state, await asks(documentId)]).toEqual(['accepted', ['circulate']]);
});

test('some pages come first, and the clerk may stop waiting', async () => {
  const documentId = await register();
  const { id: replacementId } = await clerk!.incoming.askForPages({ params: { documentId }, body: { what: 'missing', details: '缺第2、3页', waits: true, how: 'phone', contact: '0571-1' } });
  await clerk!.incoming.settlePages({ params: { replacementId }, body: { how: '第2页先到', complete: false } });
  expect(await asks(documentId)).toEqual(['review', 'settle_pages']);
  expect(await clerk!.incoming.urge({ params: { documentId }, body: { item: 'replacement', itemId: replacementId } })).toMatchObject({ how: 'phone', phone: '0571-1' });
  clock.now = '2026-11-23T03:00:00.000Z';
  await expect(clerk!.incoming.urge({ params: { documentId }, body: { item: 'replacement', itemId: replacementId } })).rejects.toMatchObject(refusal('incoming.call_comes_first'));
  const params = { replacementId };
  await expect(clerk!.incoming.changeWaiting({ params, body: { waits: true, reason: '同' } })).rejects.toMatchObject(refusal('incoming.waiting_is_so'));
  await clerk!.incoming.changeWaiting({ params, body: { waits: false, reason: '时间紧' } });
  await director!.incoming.accept({ params: { documentId }, body: {} });
  await clerk!.incoming.settlePages({ params, body: { how: '全文补发' } });
  expect(await asks(documentId)).toEqual(['propose']);
});

test('the original: kept after all, lost, and found by the office', async () => {
  const documentId = await register();
  const { paperCode: code } = await one(documentId);
  const params = { code };
  await expect(clerk!.incoming.keep({ params, body: {} })).rejects.toMatchObject(refusal('incoming.paper_not_offered'));
  await clerk!.incoming.offer({ params, body: {} });
  expect(await clerk!.incoming.keep({ params, body: {} })).toMatchObject({ offered: false, with: { name: '李文静' } });
  expect((await clerk!.incoming.reportLost({ params, body: { reason: '盘点时未见' } })).lostAt).toBe(clock.now);
  await expect(clerk!.incoming.reportLost({ params, body: { reason: '再报' } })).rejects.toMatchObject(refusal('incoming.paper_is_lost'));
  await expect(clerk!.incoming.offer({ params, body: {} })).rejects.toMatchObject(refusal('incoming.paper_is_lost'));
  expect(await clerk!.incoming.locate({ params, body: { personId: null, place: '文印室', reason: '找到' } })).toMatchObject({ lostAt: null, with: null, place: '文印室' });
});

test('two spellings of a sender become one; the next letter in the old spelling is counted with it', async () => {
  const of = async (q: string) => (await clerk!.incoming.senders({ query: { q } })).senders;
  await register({ sender: '江城市教育局办公室' });
  await register({ sender: '江城教育局办公室' });
  const [gone] = await of('江城教育局');
  const [stays] = await of('江城市教育局办公室');
  const params = { senderId: gone!.id };
  await expect(clerk!.incoming.mergeSender({ params, body: { into: gone!.id } })).rejects.toMatchObject(refusal('incoming.same_sender'));
  expect(await clerk!.incoming.mergeSender({ params, body: { into: stays!.id } })).toMatchObject({ name: '江城市教育局办公室', times: 2 });
  await expect(clerk!.incoming.mergeSender({ params, body: { into: stays!.id } })).rejects.toMatchObject({ status: 404 });
  await register({ sender: '江城教育局办公室' });
  expect(await of('江城教育局')).toMatchObject([{ id: stays!.id, times: 3, spellings: ['江城教育局办公室'] }]);
  expect((await clerk!.incoming.list({ query: { senderId: stays!.id } as never })).documents).toHaveLength(3);
});

test('a sender is renamed and its old name still leads to it; the directory is paged in each of its orders', async () => {
  for (const sender of ['阿县教育局', '白县教育局', '曹县教育局']) await register({ sender });
  await register({ sender: '曹县教育局' });
  const of = async (q: string) => (await clerk!.incoming.senders({ query: { q } })).senders;
  const [white] = await of('白县');
  const [first] = await of('阿县');
  const params = { senderId: white!.id };
  const contact = { phone: '0123-45678', email: 'office@baixian.example', address: '白县解放路 1 号' };
  await expect(clerk!.incoming.changeSender({ params, body: { ...contact, name: '阿县教育局' } })).rejects.toMatchObject(refusal('incoming.sender_there_already'));
  await expect(clerk!.incoming.changeSender({ params, body: { ...contact, email: 'office' } })).rejects.toMatchObject(refusal('incoming.not_an_address'));
  expect(await clerk!.incoming.changeSender({ params, body: { ...contact, name: '白县教育体育局' } })).toMatchObject({ ...contact, name: '白县教育体育局', spellings: ['白县教育局'] });
  const documentId = await register({ sender: '白县教育局' });
  expect((await clerk!.incoming.list({ query: { senderId: white!.id } as never })).documents.map(({ id }) => id)).toContain(documentId);
  expect(await clerk!.incoming.changeSender({ params, body: { ...contact, name: '白县教育局' } })).toMatchObject({ name: '白县教育局', spellings: ['白县教育体育局'] });
  await clerk!.incoming.mergeSender({ params: { senderId: first!.id }, body: { into: white!.id } });
  await expect(clerk!.incoming.changeSender({ params: { senderId: first!.id }, body: contact })).rejects.toMatchObject({ status: 404 });

  for (const sort of ['times', 'name', 'lastAt']) {
    const all = (await clerk!.incoming.senders({ query: { sort, most: '200' } as never })).senders.map(({ name }) => name);
    const paged: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: { senders: { name: string }[]; next: string | null } = await clerk!.incoming.senders({ query: { sort, most: '2', ...(after && { after }) } as never });
      paged.push(...page.senders.map(({ name }) => name));
      after = page.next;
    }
    expect(paged).toEqual(all);
    if (sort === 'name') expect(all.filter((name) => /^[白曹]县/.test(name))).toEqual(['白县教育局', '曹县教育局']);
  }
  await expect(clerk!.incoming.senders({ query: { sort: 'times', after: `${white!.id} many` } as never })).rejects.toMatchObject({ status: 400 });
});

test('a part is given to several: one is responsible, others help; each has it, and whoever is not named any more does not', async () => {
  const { documentId, lead } = await dispatched();
  const params = { partId: lead };
  const [responsible, first, second] = await Promise.all(['staff', 'lvqiang', 'shihong'].map(personId)) as [string, string, string];
  const [helper, other] = await Promise.all(['lvqiang', 'shihong'].map(as));
  const has = async (who: typeof helper) => (await who!.todos.list({ query: { box: 'act' } as never })).todos.some(({ record, what }) => record.id === documentId && what === 'incoming.report');
  await head!.incoming.signFor({ params, body: {} });
  await expect(head!.incoming.assign({ params, body: { personId: responsible, helpers: [first, responsible] } })).rejects.toMatchObject(refusal('incoming.assigned_twice'));
  await expect(head!.incoming.assign({ params, body: { personId: responsible, helpers: [await personId('buyer')] } })).rejects.toMatchObject(refusal('incoming.not_of_the_department'));
  await head!.incoming.assign({ params, body: { personId: responsible, helpers: [first] } });
  expect([await has(staff), await has(helper), await has(other)]).toEqual([true, true, false]);
  await helper!.incoming.report({ params, body: { text: '高一已摸底。' } });
  expect([await has(staff), await has(helper)]).toEqual([true, false]);
  await head!.incoming.assign({ params, body: { personId: second, helpers: [first], note: '赵老师外出' } });
  expect([await has(staff), await has(helper), await has(other)]).toEqual([false, false, true]);
  await expect(staff!.incoming.report({ params, body: { text: '已办' } })).rejects.toMatchObject(refusal('incoming.not_assigned_to_you'));
  const part = (await one(documentId)).parts.find(({ id }) => id === lead)!;
  expect(part).toMatchObject({ assignedTo: { name: '施红' }, report: null, helpers: [{ person: { name: '吕强' }, report: '高一已摸底。' }] });
  const { lines } = await clerk!.lifecycle.history({ params: { recordId: documentId } });
  expect(lines.filter(({ what }) => what === 'incoming.assign').map(({ details }) => details['people'])).toEqual(['赵晓峰、吕强', '施红、吕强']);
});

test('every line of the book that was mistyped can be corrected, also which way it goes', async () => {
  const documentId = await accepted();
  const facts = { kind: '函' as const, copies: 1, copyNumbers: '000001', pages: 12, attachments: 2, writtenOn: '2026-11-19', respondBy: '2026-12-01T08:00:00.000Z', deliveredBy: '县机要通信员', handling: 'reading' as const };
  expect(await clerk!.incoming.correct({ params: { documentId }, body: { ...facts, why: '按原件核对' } })).toMatchObject({ state: 'accepted' });
  expect(await one(documentId)).toMatchObject(facts);
  expect(await asks(documentId)).toEqual(['circulate']);
  const given = await dispatched();
  await expect(clerk!.incoming.correct({ params: { documentId: given.documentId }, body: { handling: 'reading', why: '看错' } })).rejects.toMatchObject(refusal('incoming.handling_has_begun'));
});

test('重大 at the first check is on the agenda at once (IN-5)', async () => {
  const documentId = await register();
  await director!.incoming.accept({ params: { documentId }, body: { major: true } });
  expect(await one(documentId)).toMatchObject({ major: true, agenda: { why: '初审时列为重大事项' } });
  await expect(director!.incoming.markMajor({ params: { documentId }, body: { why: '再提' } })).rejects.toMatchObject(refusal('incoming.already_on_agenda'));
});

test('it turns out to be classified: title, opinions and files leave the system, and only the stub stays', async () => {
  const file = await clerk!.files.upload({ query: { name: '正文.txt' }, body: Buffer.from('某项工作的安排，内容很长') });
  const documentId = await register({ title: '关于某项专门工作的通知', files: [{ fileId: file.id }] });
  await drain();
  expect((await clerk!.search.find({ query: { q: '专门工作' } })).count).toBe(1);
  await director!.incoming.accept({ params: { documentId }, body: {} });
  await director!.incoming.propose({ params: { documentId }, body: { text: '拟请某处办理', leaders: [await personId('leader')] } });
  await clerk!.incoming.classify({ params: { documentId }, body: { secrecy: 2, secrecyPeriod: '5年', paperPlace: '机要柜' } });
  expect(await one(documentId)).toMatchObject({ state: 'stub', title: '', secrecy: 2, remark: '', proposals: [{ text: '' }] });
  await expect(one(documentId, leader)).rejects.toMatchObject({ status: 404 });
  await expect(clerk!.files.content({ params: { fileId: file.id } })).rejects.toMatchObject(refusal('files.erased'));
  await drain();
  for (const q of ['专门工作', '内容很长']) expect((await clerk!.search.find({ query: { q } })).count).toBe(0);
  expect([await asks(documentId), await clocksOf(documentId)]).toEqual([[], []]);
  const told = await db.selectFrom('messages').select('params').where('recordId', '=', documentId).execute();
  expect(JSON.stringify(told)).not.toContain('专门');
  const { text } = await db.selectFrom('blobs').select('text').where('sha256', '=', file.sha256).executeTakeFirstOrThrow();
  expect(text).toBeNull();
});

test('two who act at once: one wins, the other is told in words', async () => {
  const documentId = await register();
  const answers = await Promise.allSettled([1, 2].map(() => director!.incoming.accept({ params: { documentId }, body: {} })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refusal('incoming.not_in_review') });
});

test('where the time went adds up to the minute, also when two departments have it at once', async () => {
  clock.now = '2026-11-25T01:00:00.000Z';
  const { documentId, lead, assist } = await dispatched();
  clock.now = '2026-11-25T02:10:20.000Z';
  await close(head, lead);
  clock.now = '2026-11-25T03:30:50.000Z';
  await close(head2, assist);
  const { held, totalMinutes } = await clerk!.incoming.delay({ params: { documentId } });
  expect(held.map(({ who, officeMinutes }) => [who, officeMinutes])).toEqual([['教务处、总务处', 70], ['总务处', 81]]);
  expect(totalMinutes).toBe(151);
});

test('a school without a director, and a department without a head, are told so', async () => {
  await db.updateTable('posts').set({ until: clock.now }).where('role', '=', 'department.head').where('departmentId', '=', moral).execute();
  const documentId = await proposed([]);
  await expect(clerk!.incoming.dispatch({ params: { documentId }, body: { parts: [{ departmentId: moral, role: 'lead' }] } })).rejects.toMatchObject(refusal('incoming.department_has_no_head'));
  await db.updateTable('posts').set({ until: clock.now }).where('role', '=', 'office.director').execute();
  await expect(register()).rejects.toMatchObject(refusal('incoming.office_has_no_director'));
});
