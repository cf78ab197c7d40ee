import { rm, writeFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { pathOf } from '#mechanisms/files/store.ts';
import { archive } from './module.ts';

const { as, db, clock, drain, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerk, director, archivist, staff] = [await as('office.clerk'), await as('office.director'), await as('archivist'), await as('staff')];
const office = (await db.selectFrom('departments').select('id').where('name', '=', '综合办公室').executeTakeFirstOrThrow()).id;

let nth = 0;
const done = async (more: object = {}) => {
  nth += 1;
  const { id: documentId } = await clerk.incoming.register({ body: { sender: '市教育局', senderNumber: `江教办〔2026〕${nth}号`, title: `关于做好第${nth}项工作的通知`, kind: '通知', copies: 1, pages: 5, paperPlace: '文件柜', ...more } });
  if (!('secrecy' in more)) await director.incoming.accept({ params: { documentId }, body: {} });
  await clerk.incoming.finish({ params: { documentId }, body: { result: '已阅存' } });
  return documentId;
};
const archived = async (recordId: string, more: object = {}) => (await archivist.archive.archive({ body: { items: [{ recordId, retention: 'D10', departmentId: office, ...more }] } })).items[0]!;
const withFile = async (text: string) => {
  const file = await clerk.files.upload({ query: { name: `${text}.txt` }, body: Buffer.from(text) });
  return done({ attachments: 1, files: [{ fileId: file.id, role: 'original' }] });
};
const item = (itemId: string) => archivist.archive.one({ params: { itemId } });
const counts = async (year = 2026) => (await archivist.archive.completeness({ query: { year } })).counts;
const printed = async (pdf: unknown) => (await extractText(await getDocumentProxy(new Uint8Array(pdf as Buffer)), { mergePages: true })).text.replace(/\s/g, '');
const refused = (code: string) => ({ status: 422, codes: [code] });

test('a year: so many done, archived, not archived, open; closed when nothing waits, reopened with a reason (ARC-1)', async () => {
  const [kept, waste, later] = [await done(), await done(), await done()];
  await clerk.incoming.register({ body: { sender: '区安监局', title: '关于排查隐患的通知', kind: '通知', copies: 1, pages: 2 } });
  await archived(kept);
  await archivist.archive.exclude({ body: { records: [waste], reason: '重份文件' } });
  expect(await counts()).toEqual({ finished: 3, archived: 1, excluded: 1, waiting: 1, open: 1 });
  expect((await clerk.archive.waiting({ query: { year: 2026, standing: 'excluded' } })).documents).toMatchObject([{ recordId: waste, exclusion: { reason: '重份文件', by: { name: '钱淑芬' } } }]);
  expect((await clerk.archive.waiting({ query: { year: 2026, standing: 'open' } })).documents).toMatchObject([{ title: '关于排查隐患的通知' }]);
  await expect(archivist.archive.closeYear({ body: { year: 2026 } })).rejects.toMatchObject({ codes: ['archive.year_not_over', 'archive.not_accounted_for'] });
  clock.now = '2027-01-18T01:00:00.000Z';
  await expect(archivist.archive.closeYear({ body: { year: 2026 } })).rejects.toMatchObject(refused('archive.not_accounted_for'));
  await archivist.archive.exclude({ body: { records: [later], reason: '事务性便函' } });
  await expect(archivist.archive.exclude({ body: { records: [later], reason: '又' } })).rejects.toMatchObject(refused('archive.excluded_already'));
  await expect(archived(later)).rejects.toMatchObject(refused('archive.excluded_already'));
  await expect(clerk.archive.closeYear({ body: { year: 2026 } })).rejects.toMatchObject({ status: 403 });
  await archivist.archive.closeYear({ body: { year: 2026 } });
  await expect(archivist.archive.include({ body: { records: [later] } })).rejects.toMatchObject(refused('archive.year_closed'));
  expect(await archivist.archive.completeness({ query: { year: 2026 } })).toMatchObject({ closings: [{ by: { name: '钱淑芬' }, archived: 1, excluded: 2, open: 1, reopenedAt: null }], whyNot: { closeYear: ['archive.year_closed'], reopenYear: [] } });
  await archivist.archive.reopenYear({ body: { year: 2026, reason: '补归一件' } });
  await archivist.archive.include({ body: { records: [later] } });
  await expect(archivist.archive.include({ body: { records: [later] } })).rejects.toMatchObject(refused('archive.not_excluded'));
  await expect(archivist.archive.reopenYear({ body: { year: 2026, reason: '再' } })).rejects.toMatchObject(refused('archive.year_not_closed'));
  await archived(later);
  expect(await counts()).toEqual({ finished: 3, archived: 2, excluded: 1, waiting: 0, open: 1 });
  clock.now = '2026-11-24T01:00:00.000Z';
});

test('what was set aside and is taken up again is looked at anew once it is done again', async () => {
  const documentId = await done();
  await archivist.archive.exclude({ body: { records: [documentId], reason: '已电话办理' } });
  clock.now = '2026-11-24T02:00:00.000Z';
  await clerk.incoming.reopen({ params: { documentId }, body: { reason: '还要回函' } });
  await director.incoming.propose({ params: { documentId }, body: { text: '办公室回函', departments: [], leaders: [] } }).catch(() => undefined);
  clock.now = '2026-11-24T03:00:00.000Z';
  await clerk.incoming.finish({ params: { documentId }, body: { result: '已回函' } });
  expect((await archivist.archive.waiting({ query: { year: 2026 } })).documents.map(({ recordId }) => recordId)).toContain(documentId);
  await archived(documentId);
});

test('a stub is kept as a stub by whoever may see it, and holds back the closing of the year', async () => {
  const documentId = await done({ secrecy: 1, title: '', paperPlace: '机要柜' });
  expect((await archivist.archive.waiting({ query: { year: 2026 } })).documents.find(({ recordId }) => recordId === documentId)).toMatchObject({ title: '', secrecy: 1, retention: 'D30', because: ['secrecy'] });
  await expect(archived(documentId, { title: '某项工作' })).rejects.toMatchObject(refused('archive.stub_says_nothing'));
  const { id } = await archived(documentId, { retention: 'D30' });
  expect(await item(id)).toMatchObject({ title: '', secrecy: 1, files: [] });
  await expect(archivist.archive.correct({ params: { itemId: id }, body: { remark: '某项工作', why: '补' } })).rejects.toMatchObject(refused('archive.stub_says_nothing'));
  await expect((await as('department.head')).archive.one({ params: { itemId: id } })).rejects.toMatchObject({ status: 404 });
  const hidden = await done({ secrecy: 3, title: '', paperPlace: '机要柜' });
  expect((await archivist.archive.waiting({ query: { year: 2026 } })).documents.map(({ recordId }) => recordId)).not.toContain(hidden);
  clock.now = '2027-01-18T01:00:00.000Z';
  await expect(archivist.archive.closeYear({ body: { year: 2026 } })).rejects.toMatchObject(refused('archive.classified_waits'));
  clock.now = '2026-11-25T01:00:00.000Z';
});

test('what the school issued is archived once its final papers are made, with their sums, in the year it was signed (OUT-4)', async () => {
  const drafter = await as('staff');
  await director.outgoing.addSeries({ body: { word: '江实校发', name: '学校文件', layout: 'file' } });
  const { id: sealId } = await director.outgoing.addSeal({ body: { name: '学校公章', keeperId: await personId('office.clerk') } });
  const content = { title: '关于印发《实验室管理办法》的通知', body: '一、使用登记\n二、安全要求', bodyFile: null, attachments: [], mainTo: ['各年级组'], copyTo: [], note: '' };
  const { id: documentId } = await drafter.outgoing.create({ body: { kind: '通知', route: 'ordinary', reason: '规范管理', urgency: 0, countersign: [], answers: null, content } });
  const at = { params: { documentId }, body: {} };
  await drafter.outgoing.submit(at);
  for (const username of ['department.head', 'office.director']) {
    const { approvals } = await as(username);
    const me = await personId(username);
    const { approvals: [trail] } = await approvals.trail({ params: { recordId: documentId } });
    const signer = trail!.stages.flatMap(({ signers }) => signers).find(({ person, decision }) => person.id === me && !decision)!;
    await approvals.decide({ params: { signerId: signer.id }, body: { decision: 'approved' } });
    await drain();
  }
  await clerk.outgoing.check(at);
  expect((await archivist.archive.waiting({ query: { year: 2026, standing: 'open', source: 'outgoing' } })).documents).toMatchObject([{ recordId: documentId, title: content.title, whyNot: { archive: ['archive.not_finished'] } }]);
  const { number } = await clerk.outgoing.number({ ...at, body: { series: '江实校发' } });
  await clerk.outgoing.seal({ ...at, body: { sealId, copies: 1 } });
  await clerk.outgoing.printed({ ...at, body: { copies: 1 } });
  await clerk.outgoing.issue({ ...at, body: { deliveries: [{ unit: '市教育局', how: 'paper', copies: 1 }] } });
  await db.insertInto('outgoingPapers').values({ documentId, state: 'waiting', askedAt: clock.now, askedBy: await personId('office.clerk') }).execute();
  await expect(archived(documentId)).rejects.toMatchObject(refused('archive.files_coming'));
  await drain();
  expect((await archivist.archive.waiting({ query: { year: 2026, source: 'outgoing' } })).documents).toMatchObject([{ docNumber: number, author: '江城实验学校', retention: 'Y', because: ['word:办法', 'source:outgoing'], department: { name: '教务处' }, files: 2 }]);
  const kept = await archived(documentId, { retention: 'Y' });
  const { files } = await item(kept.id);
  expect(files.map(({ role, sha256 }) => [role, sha256.length]).sort()).toEqual([['final_docx', 64], ['final_pdf', 64]]);
  expect(await clerk.outgoing.one({ params: { documentId } })).toMatchObject({ archiveNumber: kept.number });
});

test('what turns out to be classified says nothing in the archive either', async () => {
  const documentId = await withFile('涉密正文');
  const { id } = await archived(documentId, { remark: '附图一张' });
  expect((await item(id)).files).toHaveLength(1);
  await clerk.incoming.classify({ params: { documentId }, body: { secrecy: 2, paperPlace: '机要柜' } });
  expect(await item(id)).toMatchObject({ title: '', remark: '', secrecy: 2, files: [{ name: '', erased: true }] });
  expect((await archivist.archive.list({ query: { q: '附图' } })).items).toEqual([]);
});

test('withdrawn: the number stays as void, and the document waits and gets another (ARC-1)', async () => {
  const documentId = await done();
  const { id, number } = await archived(documentId, { retention: 'Y' });
  await expect(clerk.incoming.reopen({ params: { documentId }, body: { reason: '再办' } })).rejects.toMatchObject({ codes: ['incoming.archived_already'] });
  await archivist.archive.withdraw({ params: { itemId: id }, body: { reason: '期限定错' } });
  expect(await item(id)).toMatchObject({ number, withdrawnWhy: '期限定错', withdrawnBy: { name: '钱淑芬' } });
  expect((await clerk.incoming.one({ params: { documentId } })).archiveNumber).toBe('');
  await expect(archivist.archive.withdraw({ params: { itemId: id }, body: { reason: '再' } })).rejects.toMatchObject(refused('archive.withdrawn_already'));
  await expect(archivist.archive.correct({ params: { itemId: id }, body: { title: '新', why: '改' } })).rejects.toMatchObject(refused('archive.withdrawn_already'));
  const again = await archived(documentId);
  expect((await clerk.incoming.one({ params: { documentId } })).archiveNumber).toBe(again.number);
  expect((await archivist.archive.list({ query: { q: number } })).items).toMatchObject([{ id, number }]);
});

test('a slip in the catalogue is corrected, and both wordings are in the history', async () => {
  const { id, recordId } = await archived(await done());
  const before = await item(id);
  const correct = (body: object) => archivist.archive.correct({ params: { itemId: id }, body: { why: '题名漏字', ...body } });
  await expect(correct({ title: before.title })).rejects.toMatchObject(refused('archive.nothing_changed'));
  await expect(correct({ title: ' ' })).rejects.toMatchObject(refused('archive.title_missing'));
  await correct({ title: `${before.title}（补充）`, pages: 7 });
  expect(await item(id)).toMatchObject({ title: `${before.title}（补充）`, pages: 7, author: before.author });
  expect((await archivist.lifecycle.history({ params: { recordId } })).lines.at(-1)).toMatchObject({ what: 'archive.correct', details: { why: '题名漏字', changes: { pages: { from: 5, to: 7 } } } });
});

const place = { year: 2026, retention: 'D30' as const, code: 'ZHBGS' };

test('boxed as proposed, in the order of the numbers; papers of the box; only the last is taken apart', async () => {
  const ids = [];
  for (const thickness of [120, 120, 90, 150]) ids.push((await archived(await done(), { retention: 'D30', thickness })).id);
  const proposal = await archivist.archive.proposeBoxes({ query: { ...place, spine: 30 } });
  expect(proposal.boxes.map(({ from, to, spine }) => [from, to, spine])).toEqual([[1, 3, 30], [4, 5, 30]]);
  const boxes = proposal.boxes.map(({ spine, to }) => ({ spine, to }));
  await expect(archivist.archive.box({ body: { ...place, boxes: [{ spine: 20, to: 3 }] } })).rejects.toMatchObject(refused('archive.box_too_thin'));
  await expect(archivist.archive.box({ body: { ...place, boxes: [{ spine: 50, to: 99 }] } })).rejects.toMatchObject(refused('archive.proposal_stale'));
  await expect(clerk.archive.box({ body: { ...place, boxes } })).rejects.toMatchObject({ status: 403 });
  const made = await archivist.archive.box({ body: { ...place, boxes } });
  expect(made.boxes.map(({ seq }) => seq)).toEqual([1, 2]);
  await expect(archivist.archive.box({ body: { ...place, boxes } })).rejects.toMatchObject(refused('archive.nothing_to_box'));
  expect(await item(ids[3]!)).toMatchObject({ box: { seq: 2 }, whyNot: { withdraw: ['archive.boxed_already'] } });
  await expect(archivist.archive.withdraw({ params: { itemId: ids[0]! }, body: { reason: '误' } })).rejects.toMatchObject(refused('archive.boxed_already'));
  await expect(archivist.archive.correct({ params: { itemId: ids[0]! }, body: { thickness: 9, why: '量错' } })).rejects.toMatchObject(refused('archive.boxed_already'));
  const [first, second] = made.boxes.map(({ id: boxId }) => ({ params: { boxId } }));
  expect((await clerk.archive.boxes({ query: place })).boxes).toMatchObject([{ seq: 1, from: 1, to: 3, items: 3, spine: 30 }, { seq: 2, from: 4, to: 5, items: 2 }]);
  await archivist.archive.noteBox({ ...first!, body: { remark: '件号 2 缺附件', checkedBy: '陈国栋', checkedOn: '2026-11-26' } });
  expect(await archivist.archive.oneBox(first!)).toMatchObject({ remark: '件号 2 缺附件', checkedBy: '陈国栋', checkedOn: '2026-11-26', lines: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] });
  expect(await printed(await archivist.archive.boxPaper({ ...first!, query: { which: 'note' } }))).toMatch(/备考表.*件号2缺附件.*钱淑芬.*陈国栋/);
  expect(await printed(await archivist.archive.boxPaper({ ...second!, query: { which: 'catalogue' } }))).toMatch(/盒内目录.*盒号2.*0001-WS·2026-D30-ZHBGS-0004.*0001-WS·2026-D30-ZHBGS-0005/);
  expect(await printed(await archivist.archive.spines({ query: place }))).toMatch(/全宗号0001年度2026.*综合办公室.*1至3.*4至5/);
  await expect(archivist.archive.takeApart({ ...first!, body: { reason: '重装' } })).rejects.toMatchObject(refused('archive.not_last_box'));
  await archivist.archive.takeApart({ ...second!, body: { reason: '重装' } });
  await expect(archivist.archive.takeApart({ ...second!, body: { reason: '重装' } })).rejects.toMatchObject(refused('archive.apart_already'));
  await expect(archivist.archive.noteBox({ ...second!, body: { remark: '', checkedBy: '', checkedOn: null } })).rejects.toMatchObject(refused('archive.apart_already'));
  expect((await archivist.archive.rows({ query: { year: 2026 } })).rows.find(({ retention }) => retention === 'D30')).toMatchObject({ items: 5, unboxed: 2, boxes: 1, department: { name: '综合办公室' } });
});

test('two who box the same row at once: one does, the other looks again', async () => {
  const row = { ...place, retention: 'D10' as const };
  const boxes = (await archivist.archive.proposeBoxes({ query: { ...row, spine: 20 } })).boxes.map(({ spine, to }) => ({ spine, to }));
  const both = await Promise.allSettled([archivist.archive.box({ body: { ...row, boxes } }), archivist.archive.box({ body: { ...row, boxes } })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await archivist.archive.boxes({ query: row })).boxes.map(({ seq }) => seq)).toEqual(boxes.map((_, i) => i + 1));
});

test('the catalogue is printed and exported as it is filtered', async () => {
  expect(await printed(await archivist.archive.catalogue({ query: { year: 2026, retention: 'D30' } }))).toMatch(/归档文件目录.*年度2026保管期限30年.*序号档号文号责任者题名日期密级页数备注.*0001-WS·2026-D30-ZHBGS-0001/);
  const xlsx = (await archivist.archive.catalogue({ query: { year: 2026, as: 'xlsx' } })) as unknown as Buffer;
  expect(Buffer.from(xlsx).subarray(0, 2).toString()).toBe('PK');
  // Whoever drafted one document sees that one.
  expect(await printed(await staff.archive.catalogue({ query: {} }))).toMatch(/共1件.*实验室管理办法/);
  expect(await printed(await (await as('shihong')).archive.catalogue({ query: {} }))).toContain('没有归档文件');
});

test('a catalogue of more lines than a book holds is asked for in parts', async () => {
  const by = await personId('archivist');
  await sql`with made as (insert into records (id, kind, title, all_permission, at) select gen_random_uuid(), 'archive', '旧', 'archive.read_all', ${clock.now} from generate_series(1, 5001) returning id)
    insert into archive_items (id, record_id, year, retention, department_id, code, seq, number, author, title, pages, thickness, archived_at, archived_by, withdrawn_at, withdrawn_by, withdrawn_why)
    select gen_random_uuid(), id, 2001, 'Y', ${office}, 'ZHBGS', row_number() over (), 'X-' || row_number() over (), '校', '旧', 1, 1, ${clock.now}, ${by}, ${clock.now}, ${by}, '试' from made`.execute(db);
  await expect(archivist.archive.catalogue({ query: { year: 2001 } })).rejects.toMatchObject(refused('archive.too_many_lines'));
  await db.deleteFrom('archiveItems').where('year', '=', 2001).execute();
});

test('files are held against their sums: sound, changed, missing; who had it done; a report; the archivist is told', async () => {
  const ids = [];
  for (const text of ['完好的正文', '被改的正文', '丢失的正文']) ids.push((await archived(await withFile(text))).id);
  const [, changed, missing] = await Promise.all(ids.map(async (id) => (await item(id)).files[0]!));
  await expect(clerk.archive.checkFiles({ body: {} })).rejects.toMatchObject({ status: 403 });
  const first = await archivist.archive.checkFiles({ body: {} });
  await expect(archivist.archive.checkFiles({ body: {} })).rejects.toMatchObject(refused('archive.check_running'));
  await drain();
  expect(await clerk.archive.check({ params: { checkId: first.id } })).toMatchObject({ state: 'done', total: 5, looked: 5, changed: 0, missing: 0, faults: [], askedBy: { name: '钱淑芬' } });
  await writeFile(pathOf(changed!.sha256), '改动以后');
  await rm(pathOf(missing!.sha256));
  const { id: checkId } = await archivist.archive.checkFiles({ body: {} });
  await drain();
  const check = await archivist.archive.check({ params: { checkId } });
  expect(check).toMatchObject({ state: 'done', looked: 5, changed: 1, missing: 1 });
  expect(check.faults.map(({ name, found }) => [name, found]).sort()).toEqual([['丢失的正文.txt', 'missing'], ['被改的正文.txt', 'changed']]);
  expect((await archivist.notifications.messages({ query: {} })).messages[0]).toMatchObject({ what: 'archive.files_damaged', params: { changed: '1', missing: '1' } });
  expect(await printed(await archivist.archive.checkPaper({ params: { checkId } }))).toMatch(/文件核验报告.*钱淑芬.*被改的正文\.txt内容改变/);
  expect((await archivist.archive.checks({})).checks.map(({ id }) => id)).toEqual([checkId, first.id]);
});

test('once a month the files are checked without anybody asking', async () => {
  const job = archive.jobs['archive.check_monthly']!;
  expect(job.cron).toBe('0 2 1 * *');
  await job.work({ db, now: () => clock.now, data: {}, attempt: 1 });
  await job.work({ db, now: () => clock.now, data: {}, attempt: 1 });
  await drain();
  const { checks } = await archivist.archive.checks({});
  expect(checks).toHaveLength(3);
  expect(checks.find(({ askedBy }) => askedBy === null)).toMatchObject({ state: 'done', changed: 1, missing: 1 });
});
