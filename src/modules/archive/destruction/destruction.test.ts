import { existsSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { pathOf } from '#mechanisms/files/store.ts';
import { newId } from '#platform/ids.ts';

const { as, db, drain, personId } = await openSchool('2026-11-23T01:00:00.000Z');
const [clerk, director, archivist, staff, principal, head] = [await as('office.clerk'), await as('office.director'), await as('archivist'), await as('staff'), await as('principal'), await as('department.head')];
const office = (await db.selectFrom('departments').select('id').where('name', '=', '综合办公室').executeTakeFirstOrThrow()).id;
const [asArchivist, ...witnesses] = await Promise.all(['archivist', 'office.clerk', 'staff'].map((role) => personId(role)));
const refused = (...codes: string[]) => ({ status: 422, codes: expect.arrayContaining(codes) });

let nth = 0;
/** An item as if of 2010: ten years of it ended with 2020. */
const archived = async ({ text = '', year = 2010, retention = 'D10' as 'D10' | 'D30' | 'Y', more = {} } = {}) => {
  nth += 1;
  const files = text ? [{ fileId: (await clerk.files.upload({ query: { name: `正文${nth}.txt` }, body: Buffer.from(text) as never })).id, role: 'original' as const }] : [];
  const { id: recordId } = await clerk.incoming.register({ body: { sender: '市教育局', senderNumber: `江教办〔2010〕${nth}号`, title: `关于做好第${nth}项工作的通知`, kind: '通知', copies: 1, pages: 5, paperPlace: '文件柜', attachments: files.length, files, ...more } });
  if (!('secrecy' in more)) await director.incoming.accept({ params: { documentId: recordId }, body: {} });
  await clerk.incoming.finish({ params: { documentId: recordId }, body: { result: '已阅存' } });
  const { id, number } = (await archivist.archive.archive({ body: { items: [{ recordId, retention, departmentId: office }] } })).items[0]!;
  await db.updateTable('archiveItems').set({ year }).where('id', '=', id).execute();
  return { id, number, recordId, title: `关于做好第${nth}项工作的通知` };
};
type Judged = { itemId: string; verdict: 'destroy' | 'keep'; keepUntil?: number; why?: string };
const listed = (items: readonly Judged[], who = archivist) => who.archive.listForDestruction({ body: { appraisal: '保管期满，已无查考价值', items: items as never } });
const destroying = (itemId: string): Judged => ({ itemId, verdict: 'destroy' });
const decide = async (who: typeof clerk, recordId: string, decision: 'approved' | 'refused' | 'returned' = 'approved') => {
  const { approvals: [trail] } = await who.approvals.trail({ params: { recordId } });
  const signer = trail!.stages.find(({ state }) => state === 'open')!.signers.find(({ whyNot }) => whyNot['decide']?.length === 0)!;
  await who.approvals.decide({ params: { signerId: signer.id }, body: { decision, opinion: decision === 'approved' ? '同意' : '第 1 件请再核' } });
  await drain();
};
const approvedList = async (items: readonly Judged[]) => {
  const list = await listed(items);
  await decide(director, list.id);
  await decide(principal, list.id);
  return list;
};
const destroy = ({ id, number }: { id: string; number: string }, more: object = {}, who = archivist) => who.archive.destroy({ params: { listId: id }, body: { number, on: '2026-11-23', witnesses, ...more } });
const dueNow = async (who = archivist) => (await who.archive.dueItems({ query: { most: 100 } })).items;
const sumOf = async (itemId: string) => (await db.selectFrom('archiveFiles').select('sha256').where('itemId', '=', itemId).executeTakeFirstOrThrow()).sha256;
const checkedNow = async () => {
  await archivist.archive.checkFiles({ body: {} });
  await drain();
  return (await archivist.archive.checks({})).checks[0];
};
const inbox = async (who: typeof clerk) => (await who.todos.list({ query: { box: 'act' } })).todos.map(({ what, record }) => `${what} ${record.id}`);

test('judged, approved by the director and the principal, destroyed before two witnesses; the line stays for ever (ARC-1)', async () => {
  const [gone, shared, kept, young, ever] = [await archived({ text: '第一份正文，独有' }), await archived({ text: '两处共用的附件' }), await archived(), await archived({ year: 2016 }), await archived({ retention: 'Y' })];
  const other = await archived({ text: '两处共用的附件', year: 2026 });
  const due = (await dueNow()).map(({ id }) => id);
  expect(due).toEqual(expect.arrayContaining([gone.id, shared.id, kept.id]));
  for (const { id } of [young, ever, other]) expect(due).not.toContain(id);
  await archivist.archive.makePackage({ body: { receiver: '市档案馆', years: [2010], retentions: ['D10'] } });
  await drain();
  const [pack] = (await archivist.archive.packages({})).packages;
  expect(pack).toMatchObject({ state: 'done' });

  const list = await listed([destroying(gone.id), destroying(shared.id), { itemId: kept.id, verdict: 'keep', keepUntil: 2030, why: '还在诉讼' }]);
  expect(list.number).toBe('2026-001');
  await expect(listed([destroying(gone.id)])).rejects.toMatchObject(refused('archive.on_open_list'));
  await expect(clerk.archive.borrow({ params: { itemId: gone.id }, body: { how: 'read', why: '查考', until: '2026-12-01' } })).rejects.toMatchObject(refused('archive.on_open_list'));
  await expect(archivist.archive.withdraw({ params: { itemId: gone.id }, body: { reason: '归错' } })).rejects.toMatchObject(refused('archive.on_open_list'));
  await expect(destroy(list)).rejects.toMatchObject(refused('archive.list_not_approved'));
  await decide(director, list.id);
  await expect(destroy(list)).rejects.toMatchObject(refused('archive.list_not_approved'));
  await decide(principal, list.id);
  expect(await archivist.archive.destruction({ params: { listId: list.id } })).toMatchObject({ state: 'approved', destroy: 2, keep: 1, whyNot: { destroy: ['archive.packages_hold_it'], giveUpList: [] }, packages: [{ id: pack!.id, receiver: '市档案馆' }] });
  await expect(destroy(list)).rejects.toMatchObject(refused('archive.packages_hold_it'));
  await archivist.archive.removePackage({ params: { packageId: pack!.id }, body: { reason: '已交市档案馆' } });
  await expect(archivist.archive.removePackage({ params: { packageId: pack!.id }, body: { reason: '再删' } })).rejects.toMatchObject(refused('archive.package_not_ready'));
  await drain();
  expect(existsSync(pathOf(pack!.sha256!))).toBe(false);
  expect((await archivist.archive.packages({})).packages[0]).toMatchObject({ state: 'removed', sha256: pack!.sha256, removedBy: { id: asArchivist }, removedWhy: '已交市档案馆' });
  expect(await archivist.archive.destruction({ params: { listId: list.id } })).toMatchObject({ whyNot: { destroy: [] }, packages: [] });
  expect(await inbox(archivist)).toContain(`archive.destroy ${list.id}`);

  await expect(destroy(list, { number: '2026-002' })).rejects.toMatchObject(refused('archive.list_number_differs'));
  await expect(destroy(list, { witnesses: [witnesses[0], witnesses[0]] })).rejects.toMatchObject(refused('archive.witnesses_same'));
  await expect(destroy(list, { witnesses: [witnesses[0], asArchivist] })).rejects.toMatchObject(refused('archive.witness_is_archivist'));
  await expect(destroy(list, { witnesses: [witnesses[0], await personId('principal')] })).rejects.toMatchObject(refused('archive.witness_approved'));
  await expect(destroy(list, { witnesses: [witnesses[0], '00000000-0000-7000-8000-000000000001'] })).rejects.toMatchObject(refused('archive.witness_unknown'));
  await expect(destroy(list, { on: '2026-11-24' })).rejects.toMatchObject(refused('archive.destroyed_on_wrong_day'));
  const [goneSum, sharedSum] = [await sumOf(gone.id), await sumOf(shared.id)];
  const both = await Promise.allSettled([destroy(list), destroy(list)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('archive.list_not_approved') });
  await drain();

  expect([existsSync(pathOf(goneSum)), existsSync(pathOf(sharedSum))]).toEqual([false, true]);
  expect(await db.selectFrom('blobs').select(['text', 'erasedAt']).where('sha256', '=', goneSum).executeTakeFirst()).toMatchObject({ text: null, erasedAt: expect.any(String) });
  const { files: [file] } = await archivist.archive.one({ params: { itemId: other.id } });
  expect(Buffer.from((await clerk.files.content({ params: { fileId: file!.fileId } })) as unknown as Buffer).toString()).toBe('两处共用的附件');
  expect(await archivist.archive.one({ params: { itemId: gone.id } })).toMatchObject({ number: gone.number, destroyedAt: expect.any(String), destruction: { number: '2026-001', approvedBy: [expect.any(String), expect.any(String)] }, files: [{ erased: true }] });
  expect(await archivist.archive.one({ params: { itemId: kept.id } })).toMatchObject({ destroyedAt: null, keptUntil: 2030 });
  const found = await archivist.archive.list({ query: { q: gone.title } });
  expect(found.items).toMatchObject([{ id: gone.id, destroyedAt: expect.any(String) }]);
  expect(await db.selectFrom('searchTexts').select('part').where('part', '=', (await db.selectFrom('archiveFiles').select('fileId').where('itemId', '=', gone.id).executeTakeFirstOrThrow()).fileId).execute()).toEqual([]);
  expect((await dueNow()).map(({ id }) => id)).not.toContain(kept.id);
  await expect(clerk.archive.borrow({ params: { itemId: gone.id }, body: { how: 'lend', why: '查考', until: '2026-12-01' } })).rejects.toMatchObject(refused('archive.destroyed_already'));
  await expect(archivist.archive.correct({ params: { itemId: gone.id }, body: { why: '错字', remark: '改' } as never })).rejects.toMatchObject(refused('archive.destroyed_already'));
  await expect(listed([destroying(gone.id)])).rejects.toMatchObject(refused('archive.destroyed_already'));
  await expect(archivist.archive.packageContent({ params: { packageId: pack!.id } })).rejects.toMatchObject(refused('archive.package_not_ready'));
  expect(await checkedNow()).toMatchObject({ state: 'done', changed: 0, missing: 0 });
  await archivist.archive.makePackage({ body: { receiver: '市档案馆', years: [2010], retentions: ['D10'] } });
  await drain();
  expect((await archivist.archive.packages({})).packages[0]).toMatchObject({ state: 'done', items: 1 });
  expect(await inbox(archivist)).not.toContain(`archive.destroy ${list.id}`);
  await expect(db.deleteFrom('archiveDestructionItems').where('listId', '=', list.id).execute()).rejects.toThrow('never changed');
  await expect(db.updateTable('archiveDestructions').set({ number: 'x' }).where('id', '=', list.id).execute()).rejects.toThrow('never changed');
  await expect(db.updateTable('archiveItems').set({ destroyedAt: null, destructionId: null }).where('id', '=', gone.id).execute()).rejects.toThrow('never changed');

  const paper = (await archivist.archive.destructionPaper({ params: { listId: list.id }, query: {} })) as unknown as Buffer;
  const said = (await extractText(await getDocumentProxy(new Uint8Array(paper)), { mergePages: true })).text.replace(/\s/g, '');
  for (const words of ['档案销毁清册2026-001', '批准人', '监销人', '经办人', '续存至2030年', '还在诉讼', gone.number.replace(/\s/g, '')]) expect(said).toContain(words);
  const sheet = unzipSync(new Uint8Array((await archivist.archive.destructionPaper({ params: { listId: list.id }, query: { as: 'xlsx' } })) as unknown as Buffer));
  expect(Object.values(sheet).map((part) => Buffer.from(part).toString()).join('')).toContain(gone.title);
});

test('what is returned, refused or recalled gives its items back, and the next list has the next number', async () => {
  const item = await archived();
  for (const [i, [decision, state]] of ([['returned', 'returned'], ['refused', 'refused']] as const).entries()) {
    const list = await listed([destroying(item.id)]);
    expect(list.number).toBe(`2026-00${2 + i}`);
    await decide(director, list.id, decision);
    expect(await archivist.archive.destruction({ params: { listId: list.id } })).toMatchObject({ state, whyNot: { destroy: ['archive.list_not_approved'] } });
    expect((await dueNow()).find(({ id }) => id === item.id)).toMatchObject({ whyNot: [] });
    expect(await inbox(archivist)).not.toContain(`approvals.resubmit ${list.id}`);
  }
  const list = await listed([destroying(item.id)]);
  const { approvals: [trail] } = await archivist.approvals.trail({ params: { recordId: list.id } });
  await archivist.approvals.recall({ params: { approvalId: trail!.id }, body: { why: '漏列' } });
  await drain();
  expect((await archivist.archive.destructions({ query: {} })).lists[0]).toMatchObject({ id: list.id, state: 'recalled' });
  expect((await dueNow()).find(({ id }) => id === item.id)).toMatchObject({ whyNot: [] });
});

test('two who list the same item at once: one of them does', async () => {
  const item = await archived();
  const both = await Promise.allSettled([listed([destroying(item.id)]), listed([destroying(item.id)])]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('archive.on_open_list') });
});

test('each reason against a list, and it stays on the page of what is due', async () => {
  const [asked, young, ever, gone] = [await archived(), await archived({ year: 2016 }), await archived({ retention: 'Y' }), await archived({ retention: 'D30', year: 1990 })];
  await clerk.archive.borrow({ params: { itemId: asked.id }, body: { how: 'lend', why: '查考', until: '2026-12-01' } });
  await archivist.archive.withdraw({ params: { itemId: gone.id }, body: { reason: '归错' } });
  const reasonFor = async (id: string, why: string) => expect(listed([destroying(id)])).rejects.toMatchObject(refused(why));
  await reasonFor(asked.id, 'archive.in_use');
  await expect(archivist.archive.withdraw({ params: { itemId: asked.id }, body: { reason: '归错' } })).rejects.toMatchObject(refused('archive.in_use'));
  await reasonFor(young.id, 'archive.retention_runs');
  await reasonFor(ever.id, 'archive.kept_for_ever');
  await reasonFor(gone.id, 'archive.withdrawn_already');
  expect((await dueNow()).find(({ id }) => id === asked.id)).toMatchObject({ whyNot: ['archive.in_use'] });
  const free = await archived();
  await expect(listed([destroying(free.id), destroying(free.id)])).rejects.toMatchObject(refused('archive.document_twice'));
  await expect(listed([{ itemId: free.id, verdict: 'keep', keepUntil: 2025 }])).rejects.toMatchObject(refused('archive.keep_until_is_over', 'archive.keep_why_missing'));
  const years = await archivist.archive.dueItems({ query: { year: 2010, retention: 'D10', departmentId: office, most: 1 } });
  expect(years).toMatchObject({ items: [{ year: 2010, retention: 'D10' }], next: expect.any(String) });
  expect((await archivist.archive.dueItems({ query: { year: 2010, after: years.next!, most: 1 } })).items[0]!.id).not.toBe(years.items[0]!.id);
});

test('a list of nothing but what is kept longer is done once it is approved', async () => {
  const item = await archived();
  const list = await approvedList([{ itemId: item.id, verdict: 'keep', keepUntil: 2028, why: '校史要用' }]);
  expect(await principal.archive.destruction({ params: { listId: list.id } })).toMatchObject({ state: 'done', doneBy: null, keep: 1, whyNot: {} });
  const { lines } = await archivist.lifecycle.history({ params: { recordId: item.recordId } });
  expect(lines.find(({ what }) => what === 'archive.keepLonger')).toMatchObject({ details: { why: '校史要用' } });
});

test('others see nothing of it', async () => {
  const list = await listed([destroying((await archived()).id)]);
  for (const who of [clerk, staff, head]) {
    await expect(who.archive.dueItems({ query: {} })).rejects.toMatchObject({ status: 403 });
    await expect(who.archive.destructions({ query: {} })).rejects.toMatchObject({ status: 403 });
    await expect(listed([], who)).rejects.toMatchObject({ status: 403 });
    await expect(destroy(list, {}, who)).rejects.toMatchObject({ status: 403 });
    await expect(who.archive.destruction({ params: { listId: list.id } })).rejects.toMatchObject({ status: 404 });
    await expect(who.archive.destructionPaper({ params: { listId: list.id }, query: {} })).rejects.toMatchObject({ status: 404 });
  }
  await expect(destroy(list, {}, principal)).rejects.toMatchObject({ status: 403 });
  expect((await principal.archive.destructions({ query: {} })).lists[0]).toMatchObject({ id: list.id });
  expect((await dueNow(principal)).length).toBeGreaterThan(0);
});

test('a list that was approved is given up with the reason; its items are due again, and it stays for ever', async () => {
  const [item, kept] = [await archived(), await archived()];
  const list = await approvedList([destroying(item.id), { itemId: kept.id, verdict: 'keep', keepUntil: 2031, why: '校史要用' }]);
  for (const who of [clerk, principal]) await expect(who.archive.giveUpList({ params: { listId: list.id }, body: { reason: '暂缓' } })).rejects.toMatchObject({ status: 403 });
  await archivist.archive.giveUpList({ params: { listId: list.id }, body: { reason: '上级要求暂缓销毁' } });
  await expect(archivist.archive.giveUpList({ params: { listId: list.id }, body: { reason: '再来' } })).rejects.toMatchObject(refused('archive.list_not_approved'));
  await expect(destroy(list)).rejects.toMatchObject(refused('archive.list_not_approved'));
  expect(await principal.archive.destruction({ params: { listId: list.id } })).toMatchObject({ state: 'given_up', givenUpWhy: '上级要求暂缓销毁', givenUpBy: { id: asArchivist }, whyNot: {} });
  expect(await inbox(archivist)).not.toContain(`archive.destroy ${list.id}`);
  expect((await dueNow()).find(({ id }) => id === item.id)).toMatchObject({ whyNot: [] });
  expect(await archivist.archive.one({ params: { itemId: kept.id } })).toMatchObject({ keptUntil: 2031 });
  await expect(db.updateTable('archiveDestructions').set({ givenUpWhy: 'x' }).where('id', '=', list.id).execute()).rejects.toThrow('never changed');
  const paper = (await archivist.archive.destructionPaper({ params: { listId: list.id }, query: {} })) as unknown as Buffer;
  expect((await extractText(await getDocumentProxy(new Uint8Array(paper)), { mergePages: true })).text.replace(/\s/g, '')).toContain('上级要求暂缓销毁');
  expect((await listed([destroying(item.id)])).number).not.toBe(list.number);
});

test('who approved a list does not carry it out, though they keep the archive themselves', async () => {
  const list = await approvedList([destroying((await archived()).id)]);
  await db.insertInto('posts').values({ id: newId(), personId: await personId('principal'), departmentId: office, role: 'archivist', title: '档案员', since: '2026-01-01' }).execute();
  await expect(destroy(list, { witnesses: [witnesses[0], witnesses[1]] }, await as('principal'))).rejects.toMatchObject(refused('archive.approver_destroys'));
  await db.deleteFrom('posts').where('personId', '=', await personId('principal')).where('role', '=', 'archivist').execute();
});

test('what the school wrote itself is gone whole: every version, the papers made of it, what was attached later, and what is found of it', async () => {
  const drafter = await as('staff');
  await director.outgoing.addSeries({ body: { word: '江实校发', name: '学校文件', layout: 'file' } });
  const { id: sealId } = await director.outgoing.addSeal({ body: { name: '学校公章', keeperId: await personId('office.clerk') } });
  const upload = async (name: string, text: string) => (await drafter.files.upload({ query: { name }, body: Buffer.from(text) as never })).id;
  const [draftFile, attached] = [await upload('底稿.txt', '底稿里的旧提法'), await upload('考场安排.txt', '考场安排共用')];
  const content = { title: '关于期中考试安排的通知', body: '第一稿里的龙门阵', bodyFile: draftFile, attachments: ['考场安排'], mainTo: ['各年级组'], copyTo: [], note: '仅供校内' };
  const head = { kind: '通知' as const, route: 'ordinary' as const, reason: '期中考试', urgency: 0, countersign: [], answers: null };
  const { id: documentId } = await drafter.outgoing.create({ body: { ...head, content } });
  const at = { params: { documentId }, body: {} };
  await drafter.outgoing.attach({ ...at, body: { fileId: attached, role: 'attachment' } });
  await drafter.outgoing.save({ ...at, body: { ...head, content: { ...content, body: '第二稿里的冲壳子', bodyFile: null }, base: 1 } });
  await drafter.outgoing.submit(at);
  for (const username of ['department.head', 'office.director']) await decide(await as(username), documentId);
  await clerk.outgoing.check(at);
  const { number } = await clerk.outgoing.number({ ...at, body: { series: '江实校发' } });
  await clerk.outgoing.seal({ ...at, body: { sealId, copies: 1 } });
  await clerk.outgoing.printed({ ...at, body: { copies: 1 } });
  await clerk.outgoing.issue({ ...at, body: { deliveries: [{ unit: '市教育局', how: 'paper', copies: 1 }] } });
  await drain();
  const { id } = (await archivist.archive.archive({ body: { items: [{ recordId: documentId, retention: 'D10', departmentId: office }] } })).items[0]!;
  await db.updateTable('archiveItems').set({ year: 2010 }).where('id', '=', id).execute();
  const other = await archived({ text: '考场安排共用', year: 2026 });
  const sums = (await db.selectFrom('files').leftJoin('attachments', 'attachments.fileId', 'files.id').select(['files.sha256']).distinct().where(({ eb, or }) => or([eb('attachments.recordId', '=', documentId), eb('files.id', '=', draftFile)])).execute()).map(({ sha256 }) => sha256);
  const sharedSum = await sumOf(other.id);
  expect(sums).toHaveLength(4);
  const found = async (q: string) => (await clerk.search.find({ query: { q } })).results.map(({ recordId }) => recordId);
  expect(await found('冲壳子')).toContain(documentId);

  const list = await approvedList([destroying(id)]);
  await destroy(list);
  await drain();
  const kept = await db.selectFrom('outgoingVersions').selectAll().where('documentId', '=', documentId).orderBy('version').execute();
  expect(kept.map(({ body, note, bodyFile, hash }) => [body, note, bodyFile, hash.length])).toEqual([['', '', null, 64], ['', '', null, 64]]);
  expect(sums.map((sha256) => [existsSync(pathOf(sha256)), sha256 === sharedSum])).toEqual(sums.map((sha256) => [sha256 === sharedSum, sha256 === sharedSum]));
  const blobs = await db.selectFrom('blobs').select('text').where('sha256', 'in', sums.filter((sha256) => sha256 !== sharedSum)).execute();
  expect(blobs.map(({ text }) => text)).toEqual([null, null, null]);
  expect(await db.selectFrom('searchTexts').select('part').where('recordId', '=', documentId).execute()).toEqual([]);
  expect([await found('冲壳子'), await found('考场安排共用')]).toEqual([[], [other.recordId]]);
  expect(await found(number)).toContain(documentId);
  const whole = JSON.stringify([await db.selectFrom('audit').select('input').execute(), await db.selectFrom('searchEntries').selectAll().execute(), await db.selectFrom('outbox').selectAll().execute()]);
  for (const text of ['龙门阵', '冲壳子']) expect(whole).not.toContain(text);

  expect(await clerk.outgoing.one({ params: { documentId } })).toMatchObject({ number, title: content.title });
  await expect(clerk.outgoing.paper({ params: { documentId }, query: {} })).rejects.toMatchObject(refused('files.erased'));
  for (const fileId of [attached, draftFile]) await expect(drafter.files.content({ params: { fileId } })).rejects.toMatchObject({ status: 404 });
  expect((await drafter.files.ofRecord({ params: { recordId: documentId } })).files.map(({ erased }) => erased)).toEqual([true, true, true]);
  await expect(db.updateTable('outgoingVersions').set({ body: '新写的' }).where('documentId', '=', documentId).execute()).rejects.toThrow('never changed');
});

test('nothing is attached to what was destroyed; what is kept for ever is not destroyed by any way', async () => {
  const [item, ever] = [await archived({ text: '将要销毁的正文' }), await archived({ retention: 'Y' })];
  const later = await clerk.files.upload({ query: { name: '后补.txt' }, body: Buffer.from('归档以后补上的附件') as never });
  await clerk.incoming.attach({ params: { documentId: item.recordId }, body: { fileId: later.id, role: 'attachment' } });
  await drain();
  await destroy(await approvedList([destroying(item.id)]));
  await drain();
  const { sha256 } = await db.selectFrom('files').select('sha256').where('id', '=', later.id).executeTakeFirstOrThrow();
  expect(existsSync(pathOf(sha256))).toBe(false);
  const again = await clerk.files.upload({ query: { name: '再补.txt' }, body: Buffer.from('销毁以后再补') as never });
  await expect(clerk.incoming.attach({ params: { documentId: item.recordId }, body: { fileId: again.id, role: 'attachment' } })).rejects.toMatchObject(refused('files.record_destroyed'));
  const { id: listId } = (await archivist.archive.destructions({ query: {} })).lists[0]!;
  await expect(db.updateTable('archiveItems').set({ destroyedAt: '2026-11-23T01:00:00.000Z', destructionId: listId }).where('id', '=', ever.id).execute()).rejects.toThrow('archive_permanent_stays');
});
