import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';

const { as, db, drain, clock, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const clerk = await as('office.clerk');
const director = await as('office.director');
const refusal = (...codes: string[]) => ({ status: 422, codes });
const letter = { sender: '江城市教育局', title: '关于读书活动的通知' };
const nowhere = '00000000-0000-7000-8000-000000000999';

const upload = (name: string, text: string) => clerk.files.upload({ query: { name }, body: Buffer.from(text) });

test('a file that does not exist, and one that belongs to nobody, are refused; the register keeps no line', async () => {
  const before = await clerk.incoming.gaps({ query: { year: 2026 } });
  await expect(clerk.incoming.register({ body: { ...letter, files: [{ fileId: nowhere }] } })).rejects.toMatchObject(refusal('incoming.file_unknown'));
  expect(await clerk.incoming.gaps({ query: { year: 2026 } })).toEqual(before);
});

test('text marked 秘密 is erased as soon as it is read, and cannot be attached', async () => {
  const file = await upload('某件.txt', '机密★1年\n关于某事的通知\n各校：正文');
  await drain();
  await expect(clerk.files.content({ params: { fileId: file.id } })).rejects.toMatchObject(refusal('files.erased'));
  const { text } = await db.selectFrom('blobs').select('text').where('sha256', '=', file.sha256).executeTakeFirstOrThrow();
  expect(text).toBeNull();
  await expect(clerk.incoming.register({ body: { ...letter, files: [{ fileId: file.id }] } })).rejects.toMatchObject(refusal('incoming.file_unknown'));
  const trail = await (await as('auditor')).audit.list({ query: { action: 'incoming.text_is_classified' } });
  expect(trail.entries).toHaveLength(1);
  expect((await clerk.notifications.messages({ query: {} })).messages[0]).toMatchObject({ what: 'incoming.classified', params: { name: '某件.txt' } });
});

test('a file read before it was attached is looked at again', async () => {
  const file = await upload('另一件.txt', '绝密\n某件');
  await db.updateTable('blobs').set({ text: '绝密\n某件', textState: 'read' }).where('sha256', '=', file.sha256).execute();
  await expect(clerk.incoming.register({ body: { ...letter, files: [{ fileId: file.id }] } })).rejects.toMatchObject(refusal('incoming.text_is_classified'));
});

test('a stub takes no file and no word by any way in, large uploads included; each attempt with a file is in the trail', async () => {
  const { id: documentId, paperCode } = await clerk.incoming.register({ body: { sender: '江城市国家保密局', secrecy: 2, paperPlace: '机要柜' } });
  const params = { documentId };
  const { departments } = await clerk.organisation.departments({});
  const content = Buffer.from('甲乙丙丁');
  const { id: uploadId } = await clerk.files.startUpload({ body: { name: '大件.txt', size: content.length } });
  await clerk.files.sendPiece({ params: { uploadId }, query: { offset: 0 }, body: content });
  const large = await clerk.files.finishUpload({ params: { uploadId } });
  for (const role of ['original', 'damage', 'replacement', 'evidence', 'answer'] as const)
    await expect(clerk.incoming.attach({ params, body: { fileId: large.id, role } }), role).rejects.toMatchObject(refusal('incoming.stub_has_no_files'));
  const ways: Record<string, () => Promise<unknown>> = {
    accept: () => director.incoming.accept({ params, body: {} }),
    propose: () => director.incoming.propose({ params, body: { text: '内容' } }),
    dispatch: () => clerk.incoming.dispatch({ params, body: { parts: [{ departmentId: departments[0]!.id, role: 'lead' }] } }),
    circulate: async () => clerk.incoming.circulate({ params, body: { people: [await personId('principal')] } }),
    addReader: async () => clerk.incoming.addReader({ params, body: { people: [await personId('principal')] } }),
    setTask: async () => (await as('principal')).incoming.setTask({ params, body: { sentence: '内容', personId: await personId('staff'), dueAt: '2026-12-01T00:00:00.000Z' } }),
    askForPages: () => clerk.incoming.askForPages({ params, body: { what: 'missing', details: '内容', waits: true, how: 'phone', contact: '1' } }),
    answerSender: () => clerk.incoming.answerSender({ params, body: { how: 'phone', text: '内容' } }),
    markMajor: () => director.incoming.markMajor({ params, body: { why: '内容' } }),
    convert: () => clerk.incoming.convert({ params, body: { handling: 'reading', reason: '内容' } }),
    title: () => clerk.incoming.correct({ params, body: { title: '内容', why: '补' } }),
    remark: () => clerk.incoming.correct({ params, body: { remark: '内容', why: '补' } }),
  };
  for (const [way, act] of Object.entries(ways)) await expect(act(), way).rejects.toMatchObject({ status: 422 });
  expect((await clerk.incoming.whereIs({ params: { code: paperCode } })).title).toBe('');
  const trail = await (await as('auditor')).audit.list({ query: { action: 'incoming.attach: ' } });
  expect(trail.entries.filter(({ action }) => action.endsWith('incoming.stub_has_no_files'))).toHaveLength(5);
});

test('a stranger to the document cannot add to it', async () => {
  const { id: documentId } = await clerk.incoming.register({ body: { ...letter, handling: 'reading' } });
  await director.incoming.accept({ params: { documentId }, body: {} });
  await clerk.incoming.circulate({ params: { documentId }, body: { people: [await personId('staff')] } });
  const staff = await as('staff');
  const file = await staff.files.upload({ query: { name: '补充.txt' }, body: Buffer.from('补充材料') });
  await expect(staff.incoming.attach({ params: { documentId }, body: { fileId: file.id, role: 'attachment' } })).rejects.toMatchObject(refusal('incoming.not_yours'));
});

test('what was found in an attachment leads to the document, for those who may see it only', async () => {
  const file = await upload('附件.txt', '课后服务收费标准每课时三元');
  const { id } = await clerk.incoming.register({ body: { ...letter, title: '关于课后服务的通知', files: [{ fileId: file.id, role: 'attachment' }] } });
  await drain();
  const found = await clerk.search.find({ query: { q: '每课时三元' } });
  expect(found.results.map(({ recordId }) => recordId)).toEqual([id]);
  expect(found.results[0]!.attachments[0]!.text.some(({ hit, text }) => hit && text.includes('每课时三元'))).toBe(true);
  expect(await (await as('staff')).search.find({ query: { q: '每课时三元' } })).toMatchObject({ results: [], count: 0 });
  await expect((await as('staff')).files.content({ params: { fileId: file.id } })).rejects.toMatchObject({ status: 404 });
});

test('the words of a photo of an iPhone lead to the document', async () => {
  const file = await clerk.files.upload({ query: { name: 'IMG_0088.HEIC' }, body: await readFile('src/mechanisms/reading/fixtures/turned.heic') });
  const { id } = await clerk.incoming.register({ body: { ...letter, title: '关于安全工作的通知', files: [{ fileId: file.id, role: 'attachment' }] } });
  await drain();
  expect((await clerk.search.find({ query: { q: '校园安全检查' } })).results.map(({ recordId }) => recordId)).toEqual([id]);
  expect((await (await as('staff')).search.find({ query: { q: '校园安全检查' } })).count).toBe(0);
  await expect((await as('staff')).files.preview({ params: { fileId: file.id } })).rejects.toMatchObject({ status: 404 });
});

test('an urgent document has two hours to its first answer, and goes up when nobody gives it (SLA-1)', async () => {
  const { id: documentId, dueAt } = await clerk.incoming.register({ body: { ...letter, title: '关于紧急会议的通知', urgency: 2 } });
  expect(Date.parse(dueAt!) - Date.parse(clock.now)).toBe(2 * 3_600_000);
  clock.now = new Date(Date.parse(dueAt!) + 20 * 60_000).toISOString();
  const { tick } = await import('#mechanisms/deadlines/tick.ts');
  await tick(db, clock.now);
  await drain();
  const what = (await director.notifications.messages({ query: {} })).messages.filter(({ recordId }) => recordId === documentId).map((m) => m.what);
  expect(what).toEqual(expect.arrayContaining(['incoming.late', 'incoming.escalated']));
});

test('a date that the letter asks for goes before the standard limit', async () => {
  const respondBy = '2026-11-27T09:00:00.000Z';
  expect((await clerk.incoming.register({ body: { ...letter, respondBy } })).dueAt).toBe(respondBy);
});

test('the book is exported in pieces when it is too long', async () => {
  await db.transaction().execute(async (open) => {
    const { id: senderId } = await open.selectFrom('senders').select('id').limit(1).executeTakeFirstOrThrow();
    const ids = Array.from({ length: 5001 }, (_, i) => `00000000-0000-7000-9000-${String(i).padStart(12, '0')}`);
    const by = await personId('office.clerk');
    const at = '2025-01-06T01:00:00.000Z';
    for (let i = 0; i < ids.length; i += 1000) {
      const some = ids.slice(i, i + 1000);
      await open.insertInto('records').values(some.map((id) => ({ id, kind: 'incoming', title: '旧件', allPermission: 'incoming.read_all', at }))).execute();
      await open
        .insertInto('incomingDocuments')
        .values(some.map((id, n) => ({ id, year: 2025, seq: i + n + 1, number: `2025-${i + n + 1}`, state: 'done', receivedAt: at, receivedBy: by, registeredAt: at, registeredBy: by, senderId, sender: '某局', title: '旧件', kind: '通知', copies: 1, pages: 1, handling: 'action', paperCode: id })))
        .execute();
    }
  });
  await expect(clerk.incoming.book({ query: { year: '2025' } as never })).rejects.toMatchObject(refusal('incoming.too_many_lines'));
  const page = await clerk.incoming.list({ query: { year: '2025', most: '100' } as never });
  const next = await clerk.incoming.list({ query: { year: '2025', most: '100', after: page.next! } as never });
  expect([page.documents[0]!.number, page.documents.length, next.documents[0]!.number]).toEqual(['2025-5001', 100, '2025-4901']);
});
