import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { newId } from '#platform/ids.ts';
import type { NewDraft } from './drafts/contract.ts';
import type { Content } from './nouns.ts';

const { as, db, clock, personId, drain } = await openSchool('2026-11-23T01:00:00.000Z');
const [staff, clerk, director] = [(await as('staff')).outgoing, (await as('office.clerk')).outgoing, (await as('office.director')).outgoing];
const departmentOf = async (name: string) => (await db.selectFrom('departments').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
const [logistics, teaching] = [await departmentOf('总务处'), await departmentOf('教务处')];
await director.addSeries({ body: { word: '江实校发', name: '学校文件', layout: 'file' } });
const { id: sealId } = await director.addSeal({ body: { name: '学校公章', keeperId: await personId('office.clerk') } });

const content = (more: Partial<Content> = {}): Content => ({ title: '关于做好期中考试工作的通知', body: '各年级：\n一、时间\n二、要求', bodyFile: null, attachments: [], mainTo: ['各年级组'], copyTo: [], note: '', ...more });
const draft = (more: Partial<NewDraft> = {}): NewDraft => ({ kind: '通知', route: 'ordinary', reason: '期中考试临近', urgency: 0, countersign: [], answers: null, template: null, content: content(), ...more });
const create = async (more: Partial<NewDraft> = {}) => (await staff.create({ body: draft(more) })).id;
const at = (documentId: string) => ({ params: { documentId } });
const decide = async (username: string, recordId: string, body: { decision?: 'approved' | 'returned'; opinion?: string } = {}) => {
  const client = (await as(username)).approvals;
  const { approvals: [trail] } = await client.trail({ params: { recordId } });
  const me = await personId(username);
  const signer = trail!.stages.flatMap(({ signers }) => signers).find((one) => one.person.id === me && !one.decision && !one.withdrawn)!;
  await client.decide({ params: { signerId: signer.id }, body: { decision: 'approved', ...body } });
  await drain();
};
const signed = async (more: Partial<NewDraft> = {}) => {
  const id = await create(more);
  await staff.submit({ ...at(id), body: {} });
  await decide('department.head', id);
  await decide('office.director', id);
  return id;
};
const numbered = async () => {
  const id = await signed();
  await clerk.check({ ...at(id), body: {} });
  return clerk.number({ ...at(id), body: { series: '江实校发' } });
};
const asked = async (id: string) => (await db.selectFrom('todos').select('what').where('recordId', '=', id).where('doneAt', 'is', null).where('withdrawnAt', 'is', null).where('kind', '=', 'act').execute()).map(({ what }) => what);
const sealed = async () => {
  const { id } = await numbered();
  await clerk.seal({ ...at(id), body: { sealId, copies: 5 } });
  await clerk.printed({ ...at(id), body: { copies: 5 } });
  return id;
};

test('the names of a meeting and a copy number are part of what is signed; a version without them is the version it was', async () => {
  const names = { copyNumber: '000001', attending: '王建华、周敏', absent: '郑海涛', observing: '陈国栋' };
  const id = await create({ kind: '纪要', content: content({ title: '校长办公会纪要', mainTo: [], ...names }) });
  const { content: kept, layout, version } = await staff.one(at(id));
  expect({ layout, kept }).toMatchObject({ layout: 'minutes', kept: names });
  await staff.save({ ...at(id), body: { ...draft({ kind: '纪要', content: { ...kept, absent: '' } }), base: version } });
  expect((await staff.one(at(id))).versions).toHaveLength(2);
  const absentIn = async (number: string) => (await staff.version({ params: { documentId: id, number } })).absent;
  expect([await absentIn('1'), await absentIn('2')]).toEqual(['郑海涛', '']);
  await expect(create({ content: content({ copyNumber: 'A1' }) })).rejects.toMatchObject({ status: 400 });
  const plain = await create();
  await staff.save({ ...at(plain), body: { ...draft({ content: content({ copyNumber: '', attending: '' }) }), base: 1 } });
  expect((await staff.one(at(plain))).version).toBe(1);
  const found = async (q: string) => (await staff.list({ query: { q } as never })).documents.map((line) => line.id);
  expect(await found('办公会纪要')).toEqual([id]);
  expect(await found('没有这样的')).toEqual([]);
});

test('before it is sent the drafter sees who will sign it, as it is typed and for what reason', async () => {
  const id = await create();
  const way = async (query: object) => {
    const { steps, stages } = await staff.way({ ...at(id), query: { kind: '通知', route: 'ordinary', urgent: 'false', copies: '1', ...query } as never });
    return steps.flatMap(({ key }, i) => (stages[i]!.needed ? [[key, ...stages[i]!.people.map(({ name }) => name)]] : []));
  };
  expect(await way({})).toEqual([['head', '刘志远'], ['supervisor', '陈国栋']]);
  expect(await way({ route: 'policy', countersign: logistics })).toEqual([['head', '刘志远'], ['countersign', '孙丽'], ['office', '陈国栋'], ['leader', '周敏']]);
  expect(await way({ kind: '请示' })).toEqual([['head', '刘志远'], ['office', '陈国栋'], ['principal', '王建华']]);
  await expect((await as('department.head.2')).outgoing.way({ ...at(id), query: { kind: '通知', route: 'ordinary', urgent: 'false', copies: '1' } as never })).rejects.toMatchObject({ status: 404 });
  await staff.submit({ ...at(id), body: {} });
  const { approvals: [trail] } = await (await as('staff')).approvals.trail({ params: { recordId: id } });
  expect(trail!.stages.flatMap(({ signers, expected }) => [...signers.map(({ person }) => person.name), ...expected.map(({ name }) => name)])).toEqual(['刘志远', '陈国栋']);
});

test('an ordinary notice from the draft to the departments’ receipt, with its three registers (OUT-1, OUT-2, OUT-3)', async () => {
  const id = await signed();
  expect(await clerk.one(at(id))).toMatchObject({ state: 'signed', signedBy: { name: '陈国栋' }, signedVersion: 1 });
  await clerk.check({ ...at(id), body: {} });
  const { number } = await clerk.number({ ...at(id), body: { series: '江实校发' } });
  expect(number).toBe('江实校发〔2026〕1号');
  await clerk.seal({ ...at(id), body: { sealId, copies: 3, witnessId: await personId('office.director') } });
  await clerk.printed({ ...at(id), body: { copies: 3 } });
  await clerk.issue({ ...at(id), body: { deliveries: [{ unit: '总务处', departmentId: logistics, how: 'electronic' }, { unit: '市教育局', how: 'paper', copies: 2, copyNumbers: '1-2' }] } });
  await drain();
  const head = await as('department.head.2');
  const { todos } = await head.todos.list({ query: { box: 'read' } });
  expect(todos.find(({ record }) => record.id === id)).toMatchObject({ what: 'outgoing.receive', record: { number } });
  const { deliveries } = await clerk.one(at(id));
  const [electronic, paper] = [deliveries.find(({ how }) => how === 'electronic')!, deliveries.find(({ how }) => how === 'paper')!];
  await head.outgoing.receive({ params: { deliveryId: electronic.id }, body: {} });
  await expect(head.outgoing.receive({ params: { deliveryId: electronic.id }, body: {} })).rejects.toMatchObject({ codes: ['outgoing.received_already'] });
  await expect(clerk.collect({ params: { deliveryId: electronic.id }, body: { collector: '王' } })).rejects.toMatchObject({ codes: ['outgoing.not_on_paper', 'outgoing.received_already'] });
  await expect(clerk.takeBack({ params: { deliveryId: paper.id }, body: {} })).rejects.toMatchObject({ codes: ['outgoing.not_collected'] });
  await clerk.collect({ params: { deliveryId: paper.id }, body: { collector: '周玲', signature: 'M10 10 L20 20' } });
  await clerk.takeBack({ params: { deliveryId: paper.id }, body: {} });
  await expect(clerk.takeBack({ params: { deliveryId: paper.id }, body: {} })).rejects.toMatchObject({ codes: ['outgoing.returned_already'] });
  expect((await clerk.sealUses({ query: {} })).uses[0]).toMatchObject({ seal: '学校公章', copies: 3, approvedBy: { name: '陈国栋' }, sealedBy: { name: '李文静' }, witnessedBy: { name: '陈国栋' }, document: { number } });
  expect((await clerk.deliveries({ query: { open: 'false' } })).deliveries).toHaveLength(2);
  const history = (await (await as('office.clerk')).lifecycle.history({ params: { recordId: id } })).lines.map(({ what }) => what);
  expect(history).toEqual(expect.arrayContaining(['outgoing.create', 'approvals.submit', 'approvals.approved', 'outgoing.check', 'outgoing.number', 'outgoing.seal', 'outgoing.issue', 'outgoing.receive', 'outgoing.collect']));
});

test('a policy needs the leader in charge; a request to a superior the principal (OUT-2)', async () => {
  const policy = await create({ route: 'policy', countersign: [logistics] });
  await staff.submit({ ...at(policy), body: {} });
  for (const username of ['department.head', 'department.head.2', 'office.director']) await decide(username, policy);
  expect((await clerk.one(at(policy))).state).toBe('approving');
  await decide('leader', policy);
  expect(await clerk.one(at(policy))).toMatchObject({ state: 'signed', signedBy: { name: '周敏' } });
  const request = await create({ kind: '请示', content: content({ title: '关于增拨经费的请示', mainTo: ['市教育局'] }) });
  expect(await clerk.one(at(request))).toMatchObject({ route: 'upward', layout: 'upward' });
});

test('a returned draft is a draft again, is mended, and goes once more', async () => {
  const id = await create();
  await staff.submit({ ...at(id), body: {} });
  await expect(staff.save({ ...at(id), body: { ...draft(), base: 1 } })).rejects.toMatchObject({ codes: ['outgoing.no_draft_any_more'] });
  await expect(staff.submit({ ...at(id), body: {} })).rejects.toMatchObject({ codes: ['outgoing.no_draft_any_more'] });
  await decide('department.head', id, { decision: 'returned', opinion: '请补充监考要求' });
  expect((await staff.one(at(id))).state).toBe('draft');
  const { version } = await staff.save({ ...at(id), body: { ...draft({ content: content({ body: '各年级：\n一、时间\n二、监考' }) }), base: 1 } });
  expect(version).toBe(2);
  await staff.submit({ ...at(id), body: {} });
  await decide('department.head', id);
  await decide('office.director', id);
  expect(await clerk.one(at(id))).toMatchObject({ state: 'signed', signedVersion: 2 });
});

test('every version is kept; two editors never write over each other unknowingly (EDM-2)', async () => {
  const id = await create();
  const saved = { ...draft({ content: content({ title: '关于做好期中考试有关工作的通知' }) }), base: 1 };
  expect((await staff.save({ ...at(id), body: saved })).version).toBe(2);
  await expect(clerk.save({ ...at(id), body: saved })).rejects.toMatchObject({ codes: ['outgoing.edited_meanwhile'] });
  expect((await staff.save({ ...at(id), body: { ...saved, base: 2 } })).version).toBe(2);
  expect((await staff.version({ params: { documentId: id, number: '1' } })).title).toBe('关于做好期中考试工作的通知');
  await expect(db.updateTable('outgoingVersions').set({ body: 'x' }).where('documentId', '=', id).execute()).rejects.toThrow();
  await expect((await as('department.head.2')).outgoing.one(at(id))).rejects.toMatchObject({ status: 404 });
  await expect((await as('office.director')).outgoing.save({ ...at(id), body: { ...saved, base: 2, answers: newId() } })).rejects.toMatchObject({ codes: ['outgoing.answers_nothing'] });
});

test('what is not there is refused, and a draft with grave faults does not leave', async () => {
  await expect(create({ countersign: [newId()] })).rejects.toMatchObject({ codes: ['outgoing.department_unknown'] });
  await expect(create({ content: content({ bodyFile: newId() }) })).rejects.toMatchObject({ codes: ['outgoing.file_unknown'] });
  const id = await create({ content: content({ body: '' }) });
  await expect(staff.submit({ ...at(id), body: {} })).rejects.toMatchObject({ codes: ['outgoing.draft_has_faults'] });
  await expect(staff.attach({ ...at(id), body: { fileId: newId(), role: 'attachment' } })).rejects.toMatchObject({ codes: ['outgoing.file_unknown'] });
  await staff.drop({ ...at(id), body: { why: '不发了' } });
  expect((await staff.one(at(id))).state).toBe('dropped');
});

test('after signing: a slip of the pen is noted, a change of substance is signed again by whoever signed', async () => {
  const id = await signed();
  const typo = { content: content({ body: '各年级：\n一、时间\n二、有关要求' }), base: 1, why: '漏字' };
  await expect(clerk.correct({ ...at(id), body: { ...typo, base: 9 } })).rejects.toMatchObject({ codes: ['outgoing.edited_meanwhile'] });
  await expect(clerk.correct({ ...at(id), body: { ...typo, content: content() } })).rejects.toMatchObject({ codes: ['outgoing.nothing_changed'] });
  await expect(clerk.correct({ ...at(id), body: { ...typo, content: content({ mainTo: ['全体教师'] }) } })).rejects.toMatchObject({ codes: ['outgoing.not_a_typo'] });
  await clerk.correct({ ...at(id), body: typo });
  await clerk.check({ ...at(id), body: {} });
  const { number } = await clerk.number({ ...at(id), body: { series: '江实校发' } });
  const body = { content: content({ mainTo: ['全体教师'] }), base: 2, why: '改为全体教师' };
  await clerk.signAgain({ ...at(id), body });
  expect(await clerk.one(at(id))).toMatchObject({ state: 'approving', signedHash: null, number });
  await expect(clerk.signAgain({ ...at(id), body: { ...body, base: 3 } })).rejects.toMatchObject({ codes: ['outgoing.not_signed_yet'] });
  await decide('office.director', id);
  expect(await clerk.one(at(id))).toMatchObject({ state: 'signed', signedVersion: 3, number });
});

test('signed again after it was numbered, it keeps its number: from the check it goes to the seal', async () => {
  const { id, number } = await numbered();
  await clerk.signAgain({ ...at(id), body: { content: content({ mainTo: ['全体教师'] }), base: 1, why: '改为全体教师' } });
  await decide('office.director', id);
  expect(await clerk.check({ ...at(id), body: {} })).toMatchObject({ state: 'numbered' });
  await expect(clerk.number({ ...at(id), body: { series: '江实校发' } })).rejects.toMatchObject({ codes: ['outgoing.numbered_already'] });
  expect(await asked(id)).toEqual(['outgoing.seal']);
  expect(await clerk.seal({ ...at(id), body: { sealId, copies: 1 } })).toMatchObject({ state: 'sealed' });
  expect((await clerk.one(at(id))).number).toBe(number);
});

test('a document that is dropped is asked of nobody any more, and its number is void', async () => {
  const { id, number } = await numbered();
  expect(await asked(id)).toEqual(['outgoing.seal']);
  await staff.drop({ ...at(id), body: { why: '活动取消' } });
  expect(await asked(id)).toEqual([]);
  const { numbers } = await clerk.report({ query: { series: '江实校发', year: 2026, only: 'gaps' } });
  expect(numbers).toContainEqual(expect.objectContaining({ number, state: 'void', why: '活动取消' }));
});

test('what is signed is fixed with its attachments', async () => {
  const hashes = new Set<string>();
  for (const text of ['考场安排一', '考场安排二']) {
    const { id: fileId } = await (await as('staff')).files.upload({ query: { name: '考场安排.txt' }, body: Buffer.from(text) });
    const id = await create({ content: content({ attachments: ['考场安排'] }) });
    await staff.attach({ ...at(id), body: { fileId, role: 'attachment' } });
    await staff.submit({ ...at(id), body: {} });
    await decide('department.head', id);
    await decide('office.director', id);
    hashes.add((await clerk.one(at(id))).signedHash!);
    await expect(staff.attach({ ...at(id), body: { fileId, role: 'attachment' } })).rejects.toMatchObject({ codes: ['outgoing.no_draft_any_more'] });
    expect(await clerk.check({ ...at(id), body: {} })).toMatchObject({ state: 'checked' });
  }
  expect(hashes.size).toBe(2);
});

test('numbers: reserved, filled, void with the reason, and the report names each', async () => {
  await director.addSeries({ body: { word: '江实校办', name: '办公室文件', layout: 'file' } });
  await expect(director.addSeries({ body: { word: '江实校办', name: '又', layout: 'file' } })).rejects.toMatchObject({ codes: ['outgoing.series_there_already'] });
  const kept = await clerk.reserve({ body: { series: '江实校办', why: '校庆方案' } });
  await expect(clerk.reserve({ body: { series: '无此', why: '试' } })).rejects.toMatchObject({ codes: ['outgoing.series_unknown'] });
  const id = await signed();
  await expect(clerk.number({ ...at(id), body: { series: '江实校办' } })).rejects.toMatchObject({ codes: ['outgoing.not_checked_yet'] });
  await clerk.check({ ...at(id), body: {} });
  await expect(clerk.number({ ...at(id), body: { series: '江实校办', reserved: { year: 2026, seq: 9 } } })).rejects.toMatchObject({ codes: ['outgoing.number_not_reserved'] });
  expect((await clerk.number({ ...at(id), body: { series: '江实校办', reserved: kept } })).number).toBe('江实校办〔2026〕1号');
  await clerk.voidNumber({ body: { series: '江实校办', year: 2026, seq: 1, why: '套红印错' } });
  expect(await clerk.one(at(id))).toMatchObject({ state: 'checked', number: null });
  expect((await clerk.number({ ...at(id), body: { series: '江实校办' } })).number).toBe('江实校办〔2026〕2号');
  await expect(clerk.voidNumber({ body: { series: '江实校办', year: 2026, seq: 1, why: '再' } })).rejects.toMatchObject({ codes: ['outgoing.number_void_already'] });
  await expect(clerk.voidNumber({ body: { series: '江实校办', year: 2026, seq: 7, why: '再' } })).rejects.toMatchObject({ codes: ['outgoing.number_unknown'] });
  const { numbers, last } = await clerk.report({ query: { series: '江实校办', year: 2026 } });
  expect([last, numbers.map(({ seq, state, why }) => [seq, state, why])]).toEqual([2, [[1, 'void', '套红印错'], [2, 'taken', '']]]);
  expect((await clerk.report({ query: { series: '江实校办', year: 2026, only: 'gaps' } })).numbers.map(({ seq }) => seq)).toEqual([1]);
});

test('sixteen at once: every number once, none missing', async () => {
  await director.addSeries({ body: { word: '江实校函', name: '函', layout: 'letter' } });
  const answers = await Promise.all(Array.from({ length: 16 }, () => clerk.reserve({ body: { series: '江实校函', why: '并发' } })));
  expect(answers.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
});

test('the year turns at midnight of the office', async () => {
  await director.addSeries({ body: { word: '江实校令', name: '命令', layout: 'order' } });
  const before = clock.now;
  clock.now = '2026-12-31T15:59:00.000Z';
  expect((await clerk.reserve({ body: { series: '江实校令', why: '年末' } })).number).toBe('江实校令〔2026〕1号');
  clock.now = '2026-12-31T16:00:00.000Z';
  expect((await clerk.reserve({ body: { series: '江实校令', why: '年初' } })).number).toBe('江实校令〔2027〕1号');
  clock.now = before;
});

test('用印: the keeper alone, with approval and number, and with another person as witness', async () => {
  const { id } = await numbered();
  await expect(director.seal({ ...at(id), body: { sealId, copies: 1 } })).rejects.toMatchObject({ codes: ['outgoing.not_the_keeper'] });
  await expect(clerk.seal({ ...at(id), body: { sealId: newId(), copies: 1 } })).rejects.toMatchObject({ codes: ['outgoing.seal_unknown'] });
  await expect(clerk.seal({ ...at(id), body: { sealId, copies: 1, witnessId: await personId('office.clerk') } })).rejects.toMatchObject({ codes: ['outgoing.witness_is_sealer'] });
  const unsigned = await create();
  await expect(clerk.seal({ ...at(unsigned), body: { sealId, copies: 1 } })).rejects.toMatchObject({ codes: ['outgoing.not_signed_yet'] });
  await expect(director.addSeal({ body: { name: '学校公章', keeperId: await personId('office.clerk') } })).rejects.toMatchObject({ codes: ['outgoing.seal_there_already'] });
  await clerk.seal({ ...at(id), body: { sealId, copies: 1 } });
  await expect(clerk.voidNumber({ body: { series: '江实校发', year: 2026, seq: (await db.selectFrom('outgoingNumbers').select('seq').where('documentId', '=', id).executeTakeFirstOrThrow()).seq, why: '试' } })).rejects.toMatchObject({ codes: ['outgoing.sealed_already'] });
});

test('印发: only what is sealed, once a unit, no more than was printed', async () => {
  const { id: unsealed } = await numbered();
  const one = { unit: '市教育局', how: 'paper' as const, copies: 1 };
  await expect(clerk.issue({ ...at(unsealed), body: { deliveries: [one] } })).rejects.toMatchObject({ codes: ['outgoing.not_sealed_yet', 'outgoing.more_than_printed'] });
  await expect(clerk.sendMore({ ...at(unsealed), body: one })).rejects.toMatchObject({ codes: ['outgoing.not_issued_yet', 'outgoing.more_than_printed'] });
  const id = await sealed();
  await expect(clerk.issue({ ...at(id), body: { deliveries: [one, one] } })).rejects.toMatchObject({ codes: ['outgoing.delivery_twice'] });
  await expect(clerk.issue({ ...at(id), body: { deliveries: [{ ...one, copies: 6 }] } })).rejects.toMatchObject({ codes: ['outgoing.more_than_printed'] });
  await expect(clerk.issue({ ...at(id), body: { deliveries: [{ ...one, departmentId: newId() }] } })).rejects.toMatchObject({ codes: ['outgoing.department_unknown'] });
  await clerk.issue({ ...at(id), body: { deliveries: [{ ...one, copies: 3 }] } });
  await expect(clerk.sendMore({ ...at(id), body: one })).rejects.toMatchObject({ codes: ['outgoing.delivery_twice'] });
  await clerk.sendMore({ ...at(id), body: { ...one, unit: '街道办', copies: 2 } });
  await expect(clerk.sendMore({ ...at(id), body: { ...one, unit: '派出所' } })).rejects.toMatchObject({ codes: ['outgoing.more_than_printed'] });
  await expect(clerk.printed({ ...at(id), body: { copies: 4 } })).rejects.toMatchObject({ codes: ['outgoing.fewer_than_given'] });
  await expect(staff.drop({ ...at(id), body: { why: '试' } })).rejects.toMatchObject({ codes: ['outgoing.issued_already'] });
  const { deliveries } = await clerk.one(at(id));
  await expect((await as('department.head')).outgoing.receive({ params: { deliveryId: deliveries[0]!.id }, body: {} })).rejects.toMatchObject({ status: 422 });
});

test('the three books are printed and are tables; who may not see all has no book', async () => {
  for (const as_ of ['pdf', 'xlsx'] as const)
    for (const book of [clerk.book({ query: { as: as_ } }), clerk.sealBook({ query: { year: 2026, as: as_ } }), clerk.deliveryBook({ query: { year: 2026, as: as_ } })]) expect(Buffer.from((await book) as unknown as string).length).toBeGreaterThan(500);
  await expect(staff.book({ query: {} })).rejects.toMatchObject({ status: 403 });
});

test('the register: filters, pages by key, and nothing of what may not be seen', async () => {
  const first = await clerk.list({ query: { most: 3 } });
  expect(first.documents).toHaveLength(3);
  const second = await clerk.list({ query: { most: 3, after: first.next! } });
  expect(second.documents.map(({ id }) => id)).not.toEqual(expect.arrayContaining(first.documents.map(({ id }) => id)));
  expect((await clerk.list({ query: { state: 'dropped' } })).documents.every(({ state }) => state === 'dropped')).toBe(true);
  expect((await clerk.list({ query: { q: '〔2026〕1号' } })).documents.map(({ number }) => number)).toContain('江实校发〔2026〕1号');
  expect((await (await as('yangfan')).outgoing.list({ query: {} })).documents).toEqual([]);
  expect((await clerk.list({ query: { departmentId: teaching } })).documents.length).toBeGreaterThan(0);
});

test('a book of more than 5,000 lines is asked for in pieces', async () => {
  const [drafterId, departmentId] = [await personId('staff'), teaching];
  await sql`with made as (insert into records (id, kind, title, all_permission, at) select gen_random_uuid(), 'outgoing', '旧文', 'outgoing.read_all', ${clock.now} from generate_series(1, 5001) returning id),
    documents as (insert into outgoing_documents (id, state, route, kind, layout, title, reason, drafter_id, department_id, created_at) select id, 'draft', 'ordinary', '通知', 'file', '旧文', '旧', ${drafterId}, ${departmentId}, ${clock.now} from made returning id)
    insert into outgoing_versions (document_id, version, at, by, title, body, hash) select id, 1, ${clock.now}, ${drafterId}, '旧文', '', '' from made`.execute(db);
  await expect(clerk.book({ query: {} })).rejects.toMatchObject({ codes: ['outgoing.too_many_lines'] });
  expect((await clerk.list({ query: { q: '旧文', most: 100 } })).next).not.toBeNull();
});

test('a reply is found by what it answers, and once issued the answer stands there, once (IN-6)', async () => {
  const office = (await as('office.clerk')).incoming;
  const { id: asked } = await office.register({ body: { sender: '江城市教育局', senderNumber: '江教办〔2026〕77号', title: '关于征求意见的函', kind: '函', handling: 'action' } });
  const about = { kind: '函' as const, answers: asked, content: content({ title: '关于征求意见的复函', mainTo: ['江城市教育局'] }) };
  await expect(create(about)).rejects.toMatchObject({ codes: ['outgoing.answers_nothing'] });
  const { id } = await clerk.create({ body: draft(about) });
  await clerk.submit({ ...at(id), body: {} });
  await decide('office.director', id);
  await decide('office.director', id);
  await clerk.check({ ...at(id), body: {} });
  const { number } = await clerk.number({ ...at(id), body: { series: '江实校函' } });
  await clerk.seal({ ...at(id), body: { sealId, copies: 1 } });
  await clerk.issue({ ...at(id), body: { deliveries: [{ unit: '江城市教育局', how: 'paper' }] } });
  await drain();
  await drain();
  expect((await office.one({ params: { documentId: asked } })).answers).toMatchObject([{ how: 'document', outgoingNumber: number, text: '关于征求意见的复函', by: { name: '李文静' } }]);
  expect((await clerk.list({ query: { answers: asked } })).documents.map((one) => one.id)).toEqual([id]);
  const { lines } = await (await as('office.clerk')).lifecycle.history({ params: { recordId: asked } });
  expect(lines.filter(({ what }) => what === 'incoming.answerSender')).toHaveLength(1);
  expect((await (await as('office.clerk')).lifecycle.record({ params: { recordId: asked } })).kind).toBe('incoming');
});

test('what the office has noted by hand under that number is not noted twice', async () => {
  const office = (await as('office.clerk')).incoming;
  const { id: asked } = await office.register({ body: { sender: '江城市教育局', senderNumber: '江教办〔2026〕78号', title: '关于报送材料的函', kind: '函', handling: 'action' } });
  const { id } = await clerk.create({ body: draft({ kind: '函', answers: asked, content: content({ title: '关于报送材料的复函', mainTo: ['江城市教育局'] }) }) });
  await clerk.submit({ ...at(id), body: {} });
  await decide('office.director', id);
  await decide('office.director', id);
  await clerk.check({ ...at(id), body: {} });
  const { number } = await clerk.number({ ...at(id), body: { series: '江实校函' } });
  await clerk.seal({ ...at(id), body: { sealId, copies: 1 } });
  await office.answerSender({ params: { documentId: asked }, body: { how: 'document', outgoingNumber: number, text: '已复函' } });
  await clerk.issue({ ...at(id), body: { deliveries: [{ unit: '江城市教育局', how: 'paper' }] } });
  await drain();
  expect((await office.one({ params: { documentId: asked } })).answers.map(({ text }) => text)).toEqual(['已复函']);
});

test('recipients come from our departments, from whoever writes to us, and from what was written before', async () => {
  const { names } = await staff.recipients({ query: {} });
  expect(names).toEqual(expect.arrayContaining(['教务处', '江城市教育局', '市教育局']));
  expect((await staff.recipients({ query: { q: '教务' } })).names).toEqual(['教务处']);
});

test('an attachment that does not belong is taken off a draft, and only off a draft', async () => {
  const id = await create();
  const files = (await as('staff')).files;
  const { id: fileId } = await files.upload({ query: { name: '附件1 名单.txt' }, body: Buffer.from('名单') as never });
  await staff.attach({ ...at(id), body: { fileId, role: 'attachment' } });
  await expect(staff.submit({ ...at(id), body: {} })).rejects.toMatchObject({ codes: ['outgoing.draft_has_faults'] });
  await staff.detach({ params: { documentId: id, fileId }, body: {} });
  await expect(staff.detach({ params: { documentId: id, fileId }, body: {} })).rejects.toMatchObject({ codes: ['outgoing.file_unknown'] });
  await staff.submit({ ...at(id), body: {} });
  await expect(staff.detach({ params: { documentId: id, fileId }, body: {} })).rejects.toMatchObject({ codes: ['outgoing.no_draft_any_more'] });
});

test('a series is closed and opened again; closed it gives no number', async () => {
  await clerk.changeSeries({ params: { word: '江实校令' }, body: { closed: true } });
  await expect(clerk.reserve({ body: { series: '江实校令', why: '试' } })).rejects.toMatchObject({ codes: ['outgoing.series_unknown'] });
  await clerk.changeSeries({ params: { word: '江实校令' }, body: { closed: false, name: '校长令' } });
  expect((await clerk.series({})).series.find(({ word }) => word === '江实校令')).toMatchObject({ closed: false, name: '校长令' });
  await expect(clerk.changeSeries({ params: { word: '无此' }, body: {} })).rejects.toMatchObject({ codes: ['outgoing.series_unknown'] });
});

test('only a keeper is offered to seal; what it answers is named only to whoever may read that', async () => {
  const { id } = await numbered();
  expect((await clerk.one(at(id))).whyNot['seal']).toEqual([]);
  expect((await director.one(at(id))).whyNot['seal']).toBeUndefined();
  const replies = (await clerk.list({ query: { q: '复函' } })).documents;
  expect(replies.length).toBeGreaterThan(0);
  expect((await clerk.one(at(replies[0]!.id))).answers).not.toBeNull();
});
