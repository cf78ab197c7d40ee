import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { tick } from '#mechanisms/deadlines/tick.ts';
import { pdf } from '#mechanisms/reports/pdf.ts';
import { template } from './papers/catalogue.ts';

const { as, db, clock, drain, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerk, director, archivist, staff, principal] = [await as('office.clerk'), await as('office.director'), await as('archivist'), await as('staff'), await as('principal')];
const office = (await db.selectFrom('departments').select('id').where('name', '=', '综合办公室').executeTakeFirstOrThrow()).id;
const refused = (...codes: string[]) => ({ status: 422, codes });
const printed = async (bytes: unknown) => (await extractText(await getDocumentProxy(new Uint8Array(bytes as Buffer)), { mergePages: true })).text.replace(/\s/g, '');

let nth = 0;
const archived = async (more: object = {}, file?: { name: string; bytes: Uint8Array }) => {
  nth += 1;
  const files = file ? [{ fileId: (await clerk.files.upload({ query: { name: file.name }, body: file.bytes as never })).id, role: 'original' as const }] : [];
  const { id: documentId } = await clerk.incoming.register({ body: { sender: '市教育局', senderNumber: `江教办〔2026〕${nth}号`, title: `关于做好第${nth}项工作的通知`, kind: '通知', copies: 1, pages: 5, paperPlace: '文件柜', attachments: files.length, files, ...more } });
  if (!('secrecy' in more)) await director.incoming.accept({ params: { documentId }, body: {} });
  await clerk.incoming.finish({ params: { documentId }, body: { result: '已阅存' } });
  return (await archivist.archive.archive({ body: { items: [{ recordId: documentId, retention: 'D10', departmentId: office }] } })).items[0]!;
};
const borrowed = (itemId: string, more: object = {}, who = clerk) => who.archive.borrow({ params: { itemId }, body: { how: 'lend', why: '编写校史', until: '2026-12-04', ...more } });
const decide = async (who: typeof clerk, recordId: string, decision: 'approved' | 'refused' | 'returned' = 'approved') => {
  const { approvals: [trail] } = await who.approvals.trail({ params: { recordId } });
  const signer = trail!.stages.find(({ state }) => state === 'open')!.signers.find(({ whyNot }) => whyNot['decide']?.length === 0)!;
  await who.approvals.decide({ params: { signerId: signer.id }, body: { decision, opinion: decision === 'approved' ? '同意' : '请说明用途' } });
  await drain();
};
const approved = async (itemId: string, more: object = {}, who = clerk) => {
  const { id } = await borrowed(itemId, more, who);
  await decide(archivist, id);
  if (!('how' in more) || more.how === 'lend') await decide(director, id);
  return id;
};
const loan = (loanId: string, who = archivist) => who.archive.loan({ params: { loanId } });
const inbox = async (who: typeof clerk) => (await who.todos.list({ query: { box: 'act' } })).todos.map(({ what, record }) => `${what} ${record.id}`);

test('an original: asked, approved by the archivist and the director, handed out, renewed, back damaged with a picture (ARC-1)', async () => {
  const { id: itemId, number } = await archived();
  const { id } = await borrowed(itemId);
  await expect(borrowed(itemId)).rejects.toMatchObject(refused('archive.asked_already'));
  await expect(archivist.archive.handOut({ params: { loanId: id }, body: { condition: '完好' } })).rejects.toMatchObject(refused('archive.loan_not_approved'));
  await decide(archivist, id);
  expect(await loan(id)).toMatchObject({ state: 'asked', number });
  await decide(director, id);
  expect(await loan(id)).toMatchObject({ state: 'approved', whyNot: { handOut: [] } });
  expect(await inbox(archivist)).toContain(`archive.handOut ${id}`);
  await expect(clerk.archive.handOut({ params: { loanId: id }, body: { condition: '完好' } })).rejects.toMatchObject({ status: 403 });
  await archivist.archive.handOut({ params: { loanId: id }, body: { condition: '完好，共 5 页' } });
  expect(await inbox(archivist)).not.toContain(`archive.handOut ${id}`);
  const renewal = (until: string, who = clerk) => who.archive.askRenewal({ params: { loanId: id }, body: { until, why: '还没有写完' } });
  await expect(renewal('2026-12-04')).rejects.toMatchObject(refused('archive.until_not_later'));
  await expect(renewal('2027-12-04')).rejects.toMatchObject(refused('archive.until_too_far'));
  await expect(renewal('2026-12-11', archivist)).rejects.toMatchObject(refused('archive.not_the_borrower'));
  await expect(archivist.archive.decideRenewal({ params: { loanId: id }, body: { granted: true, reason: '' } })).rejects.toMatchObject(refused('archive.no_renewal'));
  for (const until of ['2026-12-11', '2026-12-18']) {
    await renewal(until);
    await expect(renewal(until)).rejects.toMatchObject({ codes: expect.arrayContaining(['archive.renewal_waits']) });
    await expect(archivist.archive.decideRenewal({ params: { loanId: id }, body: { granted: false, reason: '' } })).rejects.toMatchObject(refused('archive.reason_missing'));
    await archivist.archive.decideRenewal({ params: { loanId: id }, body: { granted: true, reason: '' } });
    expect(await loan(id)).toMatchObject({ until, state: 'out' });
  }
  await expect(renewal('2026-12-25')).rejects.toMatchObject(refused('archive.renewed_often'));
  const back = (body: object) => archivist.archive.takeBack({ params: { loanId: id }, body: { whole: false, condition: '第 3 页撕破', ...body } });
  await expect(back({ condition: '' })).rejects.toMatchObject(refused('archive.damage_unsaid'));
  await expect(back({ files: ['00000000-0000-7000-8000-000000000001'] })).rejects.toMatchObject(refused('archive.photo_unknown'));
  const photo = await archivist.files.upload({ query: { name: '撕破.png' }, body: (await sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } }).png().toBuffer()) as never });
  await back({ files: [photo.id] });
  await expect(back({})).rejects.toMatchObject(refused('archive.not_out'));
  expect(await loan(id)).toMatchObject({ state: 'returned', whole: false, conditionIn: '第 3 页撕破', receivedBy: { name: '钱淑芬' } });
  expect((await archivist.files.ofRecord({ params: { recordId: id } })).files).toMatchObject([{ name: '撕破.png', role: 'damage' }]);
  expect(await printed(await archivist.archive.loanBook({ query: {} }))).toMatch(/借阅登记簿.*0001-WS·2026-D10-ZHBGS-0001.*外借.*有损：第3页撕破/);
  expect(Buffer.from((await archivist.archive.loanBook({ query: { as: 'xlsx' } })) as unknown as Buffer).subarray(0, 2).toString()).toBe('PK');
});

test('one original is with one person, also when two are handed it in the same moment; who waits is told with whom it is', async () => {
  const { id: itemId } = await archived();
  const [first, second] = [await approved(itemId), await approved(itemId, {}, principal)];
  const both = await Promise.allSettled([first, second].map((loanId) => archivist.archive.handOut({ params: { loanId }, body: { condition: '完好' } })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('archive.lent_already') });
  const [out, waits] = both[0]!.status === 'fulfilled' ? [first, second] : [second, first];
  expect(await loan(waits)).toMatchObject({ state: 'approved', outWith: (await loan(out)).borrower.name, whyNot: { handOut: ['archive.lent_already'] } });
  await archivist.archive.takeBack({ params: { loanId: out }, body: { whole: true, condition: '' } });
  await archivist.archive.handOut({ params: { loanId: waits }, body: { condition: '完好' } });
});

test('before it is due the borrower is reminded, after it the archivist has it in the inbox', async () => {
  const { id: itemId } = await archived();
  const id = await approved(itemId);
  await archivist.archive.handOut({ params: { loanId: id }, body: { condition: '完好' } });
  const at = async (now: string) => {
    clock.now = now;
    await tick(db, now);
    await drain();
    return (await clerk.notifications.messages({ query: {} })).messages.filter(({ recordId }) => recordId === id).map(({ what }) => what);
  };
  expect(await at('2026-11-30T01:00:00.000Z')).not.toContain('archive.loan_due');
  expect(await at('2026-12-03T01:00:00.000Z')).toContain('archive.loan_due');
  expect(await inbox(archivist)).not.toContain(`archive.overdue ${id}`);
  expect(await at('2026-12-07T01:00:00.000Z')).toContain('archive.loan_late');
  expect(await inbox(archivist)).toContain(`archive.overdue ${id}`);
  expect((await archivist.archive.loans({ query: { show: 'late' } })).loans.map((one) => one.id)).toContain(id);
  expect((await at('2026-12-11T01:00:00.000Z')).filter((what) => what === 'archive.loan_late')).toHaveLength(2);
  await archivist.archive.takeBack({ params: { loanId: id }, body: { whole: true, condition: '' } });
  expect(await inbox(archivist)).not.toContain(`archive.overdue ${id}`);
  clock.now = '2026-11-23T01:00:00.000Z';
});

test('the reading room: pages with the reader’s name, each view in the trail, nothing before or after its days, nobody else', async () => {
  const bytes = await pdf(template('catalogue'), { school: '育才', title: '目录', said: '', note: '', lines: [] });
  const { id: itemId } = await archived({}, { name: '正文.pdf', bytes });
  const { id: loanId } = await borrowed(itemId, { how: 'read', until: '2026-11-27' });
  const { fileId } = (await archivist.archive.one({ params: { itemId } })).files[0]!;
  const view = (who = clerk) => who.archive.viewFile({ params: { loanId, fileId } });
  await expect(view()).rejects.toMatchObject(refused('archive.reading_not_open'));
  await decide(archivist, loanId);
  expect(await loan(loanId, clerk)).toMatchObject({ state: 'approved', files: [{ fileId, whyNot: [] }] });
  await expect(archivist.archive.handOut({ params: { loanId }, body: { condition: '完好' } })).rejects.toMatchObject(refused('archive.read_not_handed'));
  const name = (await loan(loanId)).borrower.name;
  expect(await printed(await view())).toMatch(new RegExp(`没有归档文件.*${name}综合办公室2026-11-2309:00`));
  await expect(view(archivist)).rejects.toMatchObject(refused('archive.not_the_borrower'));
  await expect(view(staff)).rejects.toMatchObject({ status: 404 });
  expect(await db.selectFrom('audit').select('id').where('action', '=', 'archive.viewFile').where('actorId', '=', await personId('office.clerk')).execute()).toHaveLength(1);
  clock.now = '2026-11-27T09:00:00.000Z';
  await view();
  clock.now = '2026-11-27T16:30:00.000Z';
  await expect(view()).rejects.toMatchObject(refused('archive.reading_over'));
  expect(await loan(loanId, clerk)).toMatchObject({ files: [{ whyNot: ['archive.reading_over'] }] });
  clock.now = '2026-11-23T01:00:00.000Z';
});

test('a scan is shown as pages too; what has no pages is read in the archive; what is damaged is not shown', async () => {
  const scan = await sharp({ create: { width: 400, height: 600, channels: 3, background: 'white' } }).png().toBuffer();
  const reading = async (file: { name: string; bytes: Uint8Array }) => {
    const { id: itemId } = await archived({}, file);
    const loanId = await approved(itemId, { how: 'read' });
    const { fileId } = (await loan(loanId, clerk)).files[0]!;
    return clerk.archive.viewFile({ params: { loanId, fileId } });
  };
  expect(await printed(await reading({ name: '扫描.png', bytes: scan }))).toContain('综合办公室');
  expect(await printed(await reading({ name: 'IMG_0088.HEIC', bytes: readFileSync('src/mechanisms/reading/fixtures/turned.heic') }))).toContain('综合办公室');
  await expect(reading({ name: '说明.txt', bytes: Buffer.from('文字') })).rejects.toMatchObject(refused('archive.no_view'));
  await expect(reading({ name: '坏.pdf', bytes: Buffer.from('%PDF-1.7\nnothing') })).rejects.toMatchObject(refused('archive.no_view'));
});

test.each([
  ['until a day that is over', { until: '2026-11-20' }, 'archive.until_is_over'],
  ['until a day too far', { until: '2027-11-20' }, 'archive.until_too_far'],
  ['to read what has no files', { how: 'read' }, 'archive.nothing_to_read'],
] as const)('not borrowed: %s', async (_, more, code) => {
  const { id: itemId } = await archived();
  await expect(borrowed(itemId, more)).rejects.toMatchObject(refused(code));
});

test('given back to be mended, sent again, refused; a loan is its borrower’s and the archive’s alone', async () => {
  const { id: itemId } = await archived();
  await expect(borrowed(itemId, {}, staff)).rejects.toMatchObject({ status: 404 });
  const { id: loanId } = await borrowed(itemId, { how: 'copy' });
  await decide(archivist, loanId, 'returned');
  const again = (body: object, who = clerk) => who.archive.borrowAgain({ params: { loanId }, body: { why: '申报材料用', until: '2026-12-04', ...body } });
  await expect(again({ until: '2026-11-01' })).rejects.toMatchObject(refused('archive.until_is_over'));
  await expect(again({}, archivist)).rejects.toMatchObject(refused('archive.not_the_borrower'));
  await again({});
  await decide(archivist, loanId, 'refused');
  expect(await loan(loanId)).toMatchObject({ state: 'refused', why: '申报材料用' });
  await expect(again({})).rejects.toMatchObject(refused('archive.loan_running'));
  await expect(loan(loanId, staff)).rejects.toMatchObject({ status: 404 });
  const given = await approved(itemId, { how: 'copy' });
  await archivist.archive.handOut({ params: { loanId: given }, body: { condition: '复印 5 页' } });
  expect(await loan(given)).toMatchObject({ state: 'given' });
  expect((await clerk.archive.loans({ query: { itemId, show: 'all' } })).loans.map(({ state }) => state)).toEqual(['given', 'refused']);
});

test('what turns out to be classified says nothing in its loans, and no package with it is given away any more', async () => {
  const { id: itemId } = await archived({}, { name: '正文.txt', bytes: Buffer.from('正文') });
  const { recordId: documentId } = await archivist.archive.one({ params: { itemId } });
  const { id: loanId } = await borrowed(itemId);
  const { id: packageId } = await archivist.archive.makePackage({ body: { receiver: '区档案馆', years: [2026], retentions: ['D10'] } });
  await drain();
  await archivist.archive.packageContent({ params: { packageId } });
  await clerk.incoming.classify({ params: { documentId }, body: { secrecy: 2, paperPlace: '机要柜' } });
  expect(await db.selectFrom('records').select(['title', 'clearance']).where('id', '=', loanId).executeTakeFirstOrThrow()).toEqual({ title: '', clearance: 2 });
  await expect(archivist.archive.packageContent({ params: { packageId } })).rejects.toMatchObject(refused('archive.package_holds_classified'));
});
