import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';

const { as, db, drain } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerk, director, archivist, staff] = [await as('office.clerk'), await as('office.director'), await as('archivist'), await as('staff')];
const departmentOf = async (name: string) => (await db.selectFrom('departments').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
const [office, teaching] = [await departmentOf('综合办公室'), await departmentOf('教务处')];

const nowhere = '00000000-0000-7000-8000-000000000001';

let nth = 0;
const arrived = async (more: object = {}) => {
  nth += 1;
  const { id } = await clerk.incoming.register({ body: { sender: '市教育局', senderNumber: `江教办〔2026〕${nth}号`, title: `关于做好第${nth}项工作的通知`, kind: '通知', copies: 1, pages: 5, ...more } });
  return id;
};
const done = async (more: object = {}) => {
  const documentId = await arrived(more);
  if (!('secrecy' in more)) await director.incoming.accept({ params: { documentId }, body: {} });
  await clerk.incoming.finish({ params: { documentId }, body: { result: '已阅存' } });
  return documentId;
};
const wish = (recordId: string, more: object = {}) => ({ recordId, retention: 'D10' as const, departmentId: office, ...more });
const archived = async (recordId: string, more: object = {}) => (await archivist.archive.archive({ body: { items: [wish(recordId, more)] } })).items[0]!;
const item = (itemId: string) => archivist.archive.one({ params: { itemId } });
const waiting = async (standing: 'waiting' | 'open' | 'excluded' = 'waiting') => (await archivist.archive.waiting({ query: { year: 2026, standing, most: 200 } })).documents;

test('what is done waits with a proposal and why, is archived, and its number is in the register (ARC-1, IN-6)', async () => {
  const documentId = await done({ title: '关于编制学校发展规划的通知', pages: 12 });
  expect((await waiting()).find(({ recordId }) => recordId === documentId)).toMatchObject({ source: 'incoming', retention: 'Y', because: ['word:规划'], department: { name: '综合办公室' }, code: 'ZHBGS', pages: 12, thickness: 6, whyNot: { archive: [] } });
  const { id, number } = await archived(documentId, { retention: 'Y' });
  expect(number).toBe('0001-WS·2026-Y-ZHBGS-0001');
  expect(await item(id)).toMatchObject({ number, docNumber: '江教办〔2026〕1号', author: '市教育局', title: '关于编制学校发展规划的通知', because: ['word:规划'], archivedBy: { name: '钱淑芬' }, files: [], box: null });
  expect(await clerk.incoming.one({ params: { documentId } })).toMatchObject({ archiveNumber: number });
  expect((await waiting()).map(({ recordId }) => recordId)).not.toContain(documentId);
  expect((await archivist.archive.byNumber({ params: { number } })).id).toBe(id);
  await drain();
  expect((await clerk.search.find({ query: { q: number } })).results[0]).toMatchObject({ recordId: documentId });
});

test('numbers run on in each year, retention and department; what is refused takes none', async () => {
  const [a, b, c] = [await done(), await done(), await done()];
  const { items } = await archivist.archive.archive({ body: { items: [wish(c, { departmentId: teaching }), wish(b), wish(a)] } });
  expect(items.map(({ recordId, number }) => [recordId, number])).toEqual([[c, '0001-WS·2026-D10-JWC-0001'], [a, '0001-WS·2026-D10-ZHBGS-0001'], [b, '0001-WS·2026-D10-ZHBGS-0002']]);
  const open = await arrived();
  await expect(archivist.archive.archive({ body: { items: [wish(await done()), wish(open)] } })).rejects.toMatchObject({ codes: ['archive.not_finished'] });
  expect((await archived(await done())).number).toBe('0001-WS·2026-D10-ZHBGS-0003');
});

test('the code of a department is proposed, may be set until a number has it, and is nobody else’s', async () => {
  const codeOf = async (name: string) => (await archivist.archive.codes({})).codes.find(({ department }) => department.name === name)!;
  const [logistics, security] = [await departmentOf('总务处'), await departmentOf('安全保卫处')];
  expect(await codeOf('总务处')).toMatchObject({ code: 'ZWC', kept: false, items: 0, whyNot: { setCode: [] } });
  await archivist.archive.setCode({ params: { departmentId: logistics }, body: { code: 'ZW' } });
  await expect(archivist.archive.setCode({ params: { departmentId: security }, body: { code: 'ZW' } })).rejects.toMatchObject({ codes: ['archive.code_taken'] });
  await expect(archivist.archive.setCode({ params: { departmentId: nowhere }, body: { code: 'QT' } })).rejects.toMatchObject({ codes: ['archive.department_unknown'] });
  await expect(archivist.archive.setCode({ params: { departmentId: security }, body: { code: 'bw' } })).rejects.toMatchObject({ status: 400 });
  expect((await archived(await done(), { departmentId: logistics })).number).toBe('0001-WS·2026-D10-ZW-0001');
  await expect(archivist.archive.setCode({ params: { departmentId: logistics }, body: { code: 'ZWC' } })).rejects.toMatchObject({ codes: ['archive.code_in_use'] });
  expect(await codeOf('总务处')).toMatchObject({ code: 'ZW', kept: true, items: 1, whyNot: { setCode: ['archive.code_in_use'] } });
});

test('the table of retention is changed as a whole, with the reason; every edition is kept', async () => {
  const { edition, rules } = await archivist.archive.table({ query: {} });
  expect([edition, rules.at(-1)]).toEqual([1, { retention: 'D10' }]);
  const anew = [{ source: 'incoming' as const, kind: '函', words: ['防汛'], retention: 'Y' as const }, ...rules];
  const save = (body: object) => archivist.archive.saveTable({ body: { base: 1, rules: anew, why: '防汛文件长期查考', ...body } });
  await expect(save({ rules: [] })).rejects.toMatchObject({ status: 400 });
  await expect(save({ rules: [{ retention: 'D30' }, ...rules] })).rejects.toMatchObject({ codes: ['archive.rule_never_reached'] });
  await expect(save({ rules: rules.slice(0, 3) })).rejects.toMatchObject({ codes: ['archive.last_rule_missing'] });
  await expect(clerk.archive.saveTable({ body: { base: 1, rules: anew, why: '防汛' } })).rejects.toMatchObject({ status: 403 });
  expect(await save({})).toEqual({ edition: 2 });
  await expect(save({})).rejects.toMatchObject({ codes: ['archive.edited_meanwhile'] });
  const documentId = await done({ kind: '函', title: '关于做好防汛工作的函' });
  expect((await waiting()).find(({ recordId }) => recordId === documentId)).toMatchObject({ retention: 'Y', because: ['word:防汛', 'kind:函', 'source:incoming'] });
  const now = await clerk.archive.table({ query: {} });
  expect(now).toMatchObject({ edition: 2, editions: [{ edition: 2, by: { name: '钱淑芬' }, why: '防汛文件长期查考' }, { edition: 1, by: null }] });
  expect((await clerk.archive.table({ query: { edition: 1 } })).rules).toEqual(rules);
});

test.each([
  ['twice', async () => { const id = await done(); return [wish(id), wish(id)]; }, 'archive.document_twice'],
  ['to a department that is not there', async () => [wish(await done(), { departmentId: nowhere })], 'archive.department_unknown'],
  ['without a title', async () => [wish(await done(), { title: ' ' })], 'archive.title_missing'],
  ['a second time', async () => { const id = await done(); await archived(id); return [wish(id)]; }, 'archive.archived_already'],
] as const)('a document is not archived %s', async (_, items, code) => {
  await expect(archivist.archive.archive({ body: { items: await items() } })).rejects.toMatchObject({ status: 422, codes: [code] });
});

test('sixteen at once: every number once and none missing', async () => {
  const ids = [];
  for (let n = 0; n < 16; n += 1) ids.push(await done());
  const answers = await Promise.all(ids.map((id, n) => archived(id, { retention: n % 4 ? 'D30' : 'Y', departmentId: teaching })));
  const seqs = (retention: string) => answers.map(({ number }) => number).filter((number) => number.includes(`-${retention}-JWC-`)).map((number) => Number(number.slice(-4))).sort((x, y) => x - y);
  expect(seqs('D30')).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  expect(seqs('Y')).toEqual([1, 2, 3, 4]);
});

test('two who archive one document at once: one does, the other is told', async () => {
  const id = await done();
  const both = await Promise.allSettled([archived(id), archived(id)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { codes: ['archive.archived_already'] } });
});

test('only the archivist archives; the office sees what waits, a teacher only what they may read', async () => {
  const id = await done();
  await expect(clerk.archive.archive({ body: { items: [wish(id)] } })).rejects.toMatchObject({ status: 403 });
  await expect(staff.archive.waiting({ query: { year: 2026 } })).rejects.toMatchObject({ status: 403 });
  expect((await clerk.archive.waiting({ query: { year: 2026, most: 200 } })).documents.map(({ recordId }) => recordId)).toContain(id);
  const { id: itemId, number } = await archived(id);
  expect((await staff.archive.list({ query: {} })).items).toEqual([]);
  await expect(staff.archive.one({ params: { itemId } })).rejects.toMatchObject({ status: 404 });
  await expect(staff.archive.byNumber({ params: { number } })).rejects.toMatchObject({ status: 404 });
});
