import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { sql } from 'kysely';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { pathOf, put } from '#mechanisms/files/store.ts';
import { newId } from '#platform/ids.ts';
import { archive } from './module.ts';

type School = Awaited<ReturnType<typeof openSchool>>;

const now = '2026-11-23T01:00:00.000Z';
const sum = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const refused = (code: string) => ({ status: 422, codes: [code] });
const nowhere = '00000000-0000-7000-8000-000000000001';

const first = await openSchool(now);
const archivist = await first.as('archivist');

/** Three hundred items as years of archiving leave them: bulk rows, each with a file or two, among them a stub and names that Windows does not take. */
const fill = async ({ db, personId }: School) => {
  const by = await personId('archivist');
  const { id: departmentId } = await db.selectFrom('departments').select('id').where('name', '=', '教务处').executeTakeFirstOrThrow();
  for (let n = 1; n <= 300; n += 1) {
    const [id, recordId] = [newId(), newId()];
    const secrecy = n === 7 ? 1 : 0;
    const number = `0001-WS·2024-D10-JWC-${String(n).padStart(4, '0')}`;
    const title = secrecy ? '' : n === 2 ? '=关于“<招生>”&课程\n安排' : `关于第${n}项工作的通知`;
    await db.insertInto('records').values({ id: recordId, kind: 'incoming', number: '', title, allPermission: 'archive.read_all', clearance: secrecy, readers: [], at: now }).execute();
    await db.insertInto('archiveItems').values({ id, recordId, year: 2024, retention: 'D10', departmentId, code: 'JWC', seq: n, number, docNumber: `江教〔2024〕${n}号`, author: '市教育局', title, writtenOn: n % 3 ? '2024-05-06' : null, secrecy, pages: (n % 20) + 1, thickness: 5, archivedAt: now, archivedBy: by }).execute();
    const text = `正文${n < 15 ? n : n % 10}`;
    const texts = secrecy ? [] : n % 10 ? [text] : [text, '附件', '全校同文'];
    for (const [i, said] of texts.entries()) {
      const sha256 = await put(Buffer.from(said));
      const [fileId, size] = [newId(), String(Buffer.byteLength(said))];
      const name = n === 3 ? '关于“上报:材料”? 的函*.txt' : n === 10 && i > 0 ? '正文10.TXT' : `${said}.txt`;
      await db.insertInto('blobs').values({ sha256, size, type: 'text/plain', createdAt: now }).onConflict((conflict) => conflict.doNothing()).execute();
      await db.insertInto('files').values({ id: fileId, sha256, name, size, type: 'text/plain', uploadedBy: by, uploadedAt: now }).execute();
      await db.insertInto('archiveFiles').values({ itemId: id, position: i + 1, fileId, name, role: 'original', version: 1, sha256, size }).execute();
    }
  }
};
await fill(first);
/** Forty of them stand in a box. */
const boxId = newId();
await first.db.insertInto('archiveBoxes').values({ id: boxId, year: 2024, retention: 'D10', code: 'JWC', departmentId: (await first.db.selectFrom('departments').select('id').where('name', '=', '教务处').executeTakeFirstOrThrow()).id, seq: 1, spine: 30, madeAt: now, madeBy: await first.personId('archivist') }).execute();
await first.db.updateTable('archiveItems').set({ boxId }).where('seq', '>', 260).execute();
const wanted = { receiver: '江宁区档案馆', years: [2024], retentions: ['D10' as const] };
const files = 270 - 1 + 30 * 3;

/** What the first house answers, asked before the second is opened: a process has one store. */
const clerk = await first.as('office.clerk');
const told = async (asked: Promise<unknown>) => asked.then((answer) => ({ answer }), (why: unknown) => why);
const before = {
  byClerk: await told(clerk.archive.makePackage({ body: wanted })),
  ofNothing: await told(archivist.archive.makePackage({ body: { ...wanted, years: [1999] } })),
};
const { id: packageId, items } = await archivist.archive.makePackage({ body: wanted });
const meanwhile = { another: await told(archivist.archive.makePackage({ body: wanted })), content: await told(archivist.archive.packageContent({ params: { packageId } })) };
await first.drain();
const whole = (await archivist.archive.packageContent({ params: { packageId } })) as unknown as Buffer;

test('a package is made by and by, told of, and taken away only by the archivist; what is in it is known for ever (ARC-1)', async () => {
  expect(before).toMatchObject({ byClerk: { status: 403 }, ofNothing: refused('archive.package_empty') });
  expect(items).toBe(300);
  expect(meanwhile).toMatchObject({ another: refused('archive.package_running'), content: refused('archive.package_not_ready') });
  const { packages } = await archivist.archive.packages({});
  expect(packages).toMatchObject([{ id: packageId, receiver: '江宁区档案馆', state: 'done', items: 300, packed: 300, files, sha256: sum(whole), size: whole.length, askedBy: { name: '钱淑芬' } }]);
  await expect(clerk.archive.packageContent({ params: { packageId } })).rejects.toMatchObject({ status: 403 });
  expect((await archivist.notifications.messages({ query: {} })).messages[0]).toMatchObject({ what: 'archive.package_ready', params: { receiver: '江宁区档案馆' } });
  expect(await first.db.selectFrom('archivePackageItems').select('itemId').execute()).toHaveLength(300);
});

const boxPapers = ['归档文件目录', '备考表'].map((name) => `档案盒/2024-D10-JWC 第1盒/${name}.pdf`);

test('each box comes with its 归档文件目录 and its 备考表 as PDF/A, listed with their sums and spoken of in 说明.txt', async () => {
  const entries = unzipSync(whole);
  const said = (name: string) => Buffer.from(entries[name]!).toString('utf8');
  const [catalogue, note] = await Promise.all(boxPapers.map(async (name) => {
    expect(said('校验清单.sha256')).toContain(`${sum(entries[name]!)} *${name}\n`);
    expect(Buffer.from(entries[name]!).toString('latin1')).toContain('pdfaid');
    return (await extractText(await getDocumentProxy(new Uint8Array(entries[name]!)), { mergePages: true })).text.replace(/\s/g, '');
  }));
  expect(catalogue).toContain('归档文件目录');
  for (let n = 261; n <= 300; n += 1) expect(catalogue).toContain(`关于第${n}项工作的通知`);
  expect(catalogue).not.toContain('关于第260项工作的通知');
  expect(catalogue).toContain('本盒40件');
  expect(note).toContain('本盒共40件，件号261至300');
  expect(note).toContain('钱淑芬');
  expect(said('说明.txt')).toContain('装 1 盒');
  expect(said('说明.txt')).toMatch(/档案盒.*备考表/);
  expect(said('校验清单.sha256')).toContain(`# 文件数 ${files}\n`);
});

test('it is read without the program: folders by 档号, names for Windows, a table, every sum by sha256sum', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zongban-package-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package.zip'), whole);
  const entries = unzipSync(whole);
  const names = Object.keys(entries);
  expect(names.slice(0, 7)).toEqual(['说明.txt', '归档文件目录.csv', '归档文件目录.xml', '校验清单.sha256', ...boxPapers, '档案/2024-D10/0001-WS·2024-D10-JWC-0001/01 正文1.txt']);
  expect(names.filter((name) => /[<>:"\\|?*]/.test(name))).toEqual([]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  const said = (name: string) => Buffer.from(entries[name]!).toString('utf8');
  expect(said('说明.txt')).toContain('接收单位：江宁区档案馆');
  expect(said('归档文件目录.csv').startsWith('\uFEFF"档号","全宗号"')).toBe(true);
  expect(said('归档文件目录.csv')).toContain('"\'=关于“<招生>”&课程\n安排"');
  expect(said('校验清单.sha256')).toContain('# 件数 300\n');
  for (const [, sha256, path] of said('校验清单.sha256').matchAll(/^([0-9a-f]{64}) \*(.+)$/gm)) expect(sum(entries[path!]!)).toBe(sha256);
  expect(said('归档文件目录.xml')).not.toContain('undefined');
});

const second = await openSchool(now);
const there = await second.as('archivist');

const bring = async (bytes: Uint8Array, name = '移交包.zip') => {
  const { id: fileId } = await there.files.upload({ query: { name }, body: bytes as never });
  const { id: importId } = await there.archive.checkPackage({ body: { fileId } });
  await second.drain();
  return there.archive.oneImport({ params: { importId } });
};
const altered = (change: (entries: Record<string, Uint8Array>) => void) => {
  const entries = { ...unzipSync(whole) };
  change(entries);
  return zipSync(entries, { level: 0 });
};
const xml = '归档文件目录.xml';
/** The catalogue changed and its sum with it, as somebody would who means to deceive. */
const recast = (change: (said: string) => string) => altered((entries) => {
  const [before, after] = [entries[xml]!, Buffer.from(change(Buffer.from(entries[xml]!).toString('utf8')))];
  entries[xml] = after;
  entries['校验清单.sha256'] = Buffer.from(Buffer.from(entries['校验清单.sha256']!).toString('utf8').replace(sum(before), sum(after)));
});
const encrypted = () => {
  const bytes = Buffer.from(zipSync({ 'a.txt': Buffer.from('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa') }, { level: 6 }));
  bytes.writeUInt16LE(bytes.readUInt16LE(bytes.indexOf('PK\x01\x02') + 8) | 1, bytes.indexOf('PK\x01\x02') + 8);
  return bytes;
};
const plain = (text: string) => Buffer.from(text);

test.each([
  ['no package at all', () => zipSync({}), 'manifest_missing'],
  ['cut off', () => whole.subarray(0, whole.length - 200), 'not_zip'],
  ['a path that leads upwards', () => altered((e) => { e['../../etc/cron.d/x'] = plain('x'); }), 'bad_path'],
  ['an absolute path', () => altered((e) => { e['/etc/passwd'] = plain('x'); }), 'bad_path'],
  ['a backslash', () => altered((e) => { e['档案\\x.txt'] = plain('x'); }), 'bad_path'],
  ['two names that Windows takes for one', () => altered((e) => { e['说明.TXT'] = plain('x'); }), 'duplicate'],
  ['a bomb', () => zipSync({ '档案/bomb.txt': new Uint8Array(40_000_000) }, { level: 6 }), 'bomb'],
  ['a password', encrypted, 'encrypted'],
  ['no manifest', () => altered((e) => { delete e['校验清单.sha256']; }), 'manifest_missing'],
  ['no catalogue', () => altered((e) => { delete e[xml]; }), 'catalogue_missing'],
  ['a file more', () => altered((e) => { e['档案/混入.txt'] = plain('x'); }), 'unlisted'],
  ['a file less', () => altered((e) => { delete e['档案/2024-D10/0001-WS·2024-D10-JWC-0001/01 正文1.txt']; }), 'missing'],
  ['a changed file', () => altered((e) => { e['档案/2024-D10/0001-WS·2024-D10-JWC-0001/01 正文1.txt'] = plain('改'); }), 'hash'],
  ['a changed paper of a box', () => altered((e) => { e[boxPapers[1]!] = plain('改'); }), 'hash'],
  ['a row of a wrong year', () => recast((said) => said.replace('<年度>2024</年度>', '<年度>0</年度>')), 'row'],
  ['a stub with a title', () => recast((said) => said.replace('<密级代码>0</密级代码>', '<密级代码>2</密级代码>')), 'row'],
  ['boxes against the order', () => recast((said) => said.replace('<盒号>1</盒号>', '<盒号>2</盒号>')), 'box_order'],
  ['a number twice', () => recast((said) => said.replaceAll('JWC-0002</档号>', 'JWC-0001</档号>').replace('<件号>2</件号>', '<件号>1</件号>')), 'number_twice'],
  ['a 档号 that says another place', () => recast((said) => said.replace('<件号>2</件号>', '<件号>999</件号>')), 'row'],
  ['a row fewer', () => recast((said) => said.replace(/ {2}<件>.*?<\/件>\n/s, '')), 'totals'],
  ['a sum of its own', () => recast((said) => said.replace(/<数字摘要>[0-9a-f]{4}/, '<数字摘要>0000')), 'row_file'],
  ['XML that defines things', () => recast((said) => said.replace('<移交包', '<!DOCTYPE x [<!ENTITY a "aaaa">]><移交包')), 'xml'],
  ['XML that is none', () => recast((said) => said.slice(0, 2000)), 'xml'],
])('refused, and nothing is imported: %s', async (_, bytes, what) => {
  const looked = await bring(bytes());
  expect(looked).toMatchObject({ state: 'refused', faults: expect.arrayContaining([expect.objectContaining({ what })]) });
  await expect(there.archive.importPackage({ params: { importId: looked.id }, body: { departments: {} } })).rejects.toMatchObject({ codes: expect.arrayContaining(['archive.import_not_checked']) });
  expect((await there.archive.list({ query: {} })).items).toEqual([]);
});

test('a program among the files is refused though its sum is right', async () => {
  const path = '档案/2024-D10/0001-WS·2024-D10-JWC-0001/01 正文1.txt';
  const page = plain('<html><script>1</script></html>');
  const bytes = altered((entries) => {
    const before = sum(entries[path]!);
    entries[path] = page;
    for (const name of [xml, '校验清单.sha256']) entries[name] = plain(Buffer.from(entries[name]!).toString('utf8').replaceAll(before, sum(page)));
  });
  expect((await bring(bytes)).faults).toEqual(expect.arrayContaining([{ what: 'program', at: path }]));
});

test('a package that is not imported after all is gone, and can be brought again', async () => {
  const looked = await bring(whole);
  const params = { importId: looked.id };
  expect(looked.whyNot).toEqual({ importPackage: [], dropImport: [] });
  await there.archive.dropImport({ params, body: {} });
  await expect(there.archive.dropImport({ params, body: {} })).rejects.toMatchObject(refused('archive.import_ended'));
  await expect(there.archive.importPackage({ params, body: { departments: {} } })).rejects.toMatchObject({ codes: expect.arrayContaining(['archive.import_not_checked']) });
  await second.drain();
  expect(await there.archive.oneImport({ params })).toMatchObject({ state: 'dropped', sha256: sum(whole) });
  expect(existsSync(pathOf(sum(whole)))).toBe(false);
});

/** What follows of three hundred records takes its time: search and reading are told of one. */
const onlyOf = async (number: string) => {
  const { recordId } = await second.db.selectFrom('archiveItems').select('recordId').where('number', '=', number).executeTakeFirstOrThrow();
  await second.db.deleteFrom('outbox').where(sql<boolean>`data->>'recordId' <> ${recordId}`).execute();
};

test('into an empty house: the same numbers, fields, files and sums; later numbers come after (ARC-1)', async () => {
  await expect(there.archive.checkPackage({ body: { fileId: nowhere } })).rejects.toMatchObject(refused('archive.package_unknown'));
  const { db } = second;
  await db.deleteFrom('archiveCodes').execute();
  const looked = await bring(whole);
  expect(looked).toMatchObject({ state: 'checked', items: 300, files, faultCount: 0, institutions: [{ code: 'JWC', name: '教务处', items: 300 }], whyNot: { importPackage: [] } });
  const params = { importId: looked.id };
  const { departmentId } = looked.institutions[0]!;
  await expect((await second.as('office.clerk')).archive.importPackage({ params, body: { departments: {} } })).rejects.toMatchObject({ status: 403 });
  await expect(there.archive.importPackage({ params, body: { departments: { JWC: nowhere } } })).rejects.toMatchObject(refused('archive.department_unknown'));
  await db.updateTable('archiveImports').set({ institutions: JSON.stringify([{ ...looked.institutions[0], departmentId: null }]) }).where('id', '=', looked.id).execute();
  await expect(there.archive.importPackage({ params, body: { departments: {} } })).rejects.toMatchObject(refused('archive.institution_unmapped'));
  await there.archive.importPackage({ params, body: { departments: { JWC: departmentId! } } });
  await expect(there.archive.importPackage({ params, body: { departments: { JWC: departmentId! } } })).rejects.toMatchObject({ codes: expect.arrayContaining(['archive.import_not_checked']) });
  const { id: another } = await there.files.upload({ query: { name: '又.zip' }, body: whole as never });
  await expect(there.archive.checkPackage({ body: { fileId: another } })).rejects.toMatchObject(refused('archive.import_running'));
  await archive.jobs['archive.import_package']!.work({ db, now: () => now, data: params, attempt: 1 });
  await onlyOf('0001-WS·2024-D10-JWC-0011');
  const done = await there.archive.oneImport({ params });
  expect(done).toMatchObject({ state: 'done', keptItems: 300, keptFiles: files, keptBytes: done.bytes });
  const linesOf = ({ db: of }: School) => of.selectFrom('archiveItems').select(['number', 'year', 'retention', 'code', 'seq', 'docNumber', 'author', 'title', 'writtenOn', 'secrecy', 'secrecyPeriod', 'pages', 'remark', 'thickness', 'archivedAt']).orderBy('number').execute();
  expect(await linesOf(second)).toEqual(await linesOf(first));
  const sumsOf = ({ db: of }: School) => of.selectFrom('archiveFiles as f').innerJoin('archiveItems as i', 'i.id', 'f.itemId').select(['i.number', 'f.position', 'f.name', 'f.role', 'f.sha256', 'f.size']).orderBy('i.number').orderBy('f.position').execute();
  const sums = await sumsOf(second);
  expect(sums).toEqual(await sumsOf(first));
  const boxesOf = ({ db: of }: School) => of.selectFrom('archiveItems as i').innerJoin('archiveBoxes as b', 'b.id', 'i.boxId').select(['i.number', 'b.seq', 'b.spine']).orderBy('i.number').execute();
  expect(await boxesOf(second)).toHaveLength(40);
  expect(await boxesOf(second)).toEqual(await boxesOf(first));
  for (const { sha256 } of sums) expect(sum(readFileSync(pathOf(sha256)))).toBe(sha256);
  const other = await bring(recast((said) => said.replace(/<档号>0001-WS·2024-D10-JWC-(\d+)</g, (_, seq: string) => `<档号>0002-WS·2024-D10-JWC-${Number(seq) + 1000}<`).replace(/<件号>(\d+)</g, (_, seq: string) => `<件号>${Number(seq) + 1000}<`)));
  expect(other.faults.filter(({ what }) => what === 'box_taken')).toHaveLength(40);
  const again = await bring(whole);
  expect(again).toMatchObject({ state: 'refused', faultCount: 300, faults: expect.arrayContaining([{ what: 'number_taken', at: '0001-WS·2024-D10-JWC-0001' }]) });
});

test('what was imported is found, read by the office and nobody else, checked against its sums, and keeps its number', async () => {
  const [reader, staff] = [await second.as('office.clerk'), await second.as('staff')];
  const { items: [line] } = await reader.archive.list({ query: { q: '第11项工作' } });
  const item = await reader.archive.one({ params: { itemId: line!.id } });
  expect(item).toMatchObject({ number: '0001-WS·2024-D10-JWC-0011', source: 'archive', because: ['imported'], files: [{ name: '正文11.txt' }] });
  expect(Buffer.from((await reader.files.content({ params: { fileId: item.files[0]!.fileId } })) as unknown as Buffer).toString()).toBe('正文11');
  expect((await reader.archive.ofRecord({ params: { recordId: item.recordId } })).id).toBe(item.id);
  await expect(staff.archive.one({ params: { itemId: item.id } })).rejects.toMatchObject({ status: 404 });
  expect((await reader.search.find({ query: { q: '正文11' } })).results.map(({ recordId }) => recordId)).toContain(item.recordId);
  await expect(there.archive.withdraw({ params: { itemId: item.id }, body: { reason: '误' } })).rejects.toMatchObject(refused('archive.came_whole'));
  await there.archive.checkFiles({ body: {} });
  await second.drain();
  expect((await there.archive.checks({})).checks[0]).toMatchObject({ state: 'done', changed: 0, missing: 0 });
});

test('a file of the archive that is damaged makes no package, and which it was is said', async () => {
  const { sha256 } = await second.db.selectFrom('archiveFiles').select('sha256').where('name', '=', '正文12.txt').executeTakeFirstOrThrow();
  writeFileSync(pathOf(sha256), '正文1X');
  await there.archive.makePackage({ body: wanted });
  await second.drain();
  expect((await there.archive.packages({})).packages[0]).toMatchObject({ state: 'failed', why: '0001-WS·2024-D10-JWC-0012 正文12.txt', sha256: null });
});

test('sha256sum reads the list of sums', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zongban-sums-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const entries = unzipSync(whole);
  const names = ['说明.txt', '归档文件目录.csv', xml];
  for (const name of names) writeFileSync(join(folder, name), entries[name]!);
  writeFileSync(join(folder, 'sums'), Buffer.from(entries['校验清单.sha256']!).toString('utf8').split('\n').filter((line) => line.startsWith('#') || names.some((name) => line.endsWith(`*${name}`))).join('\n'));
  if (process.platform === 'linux') expect(execFileSync('sha256sum', ['-c', 'sums'], { cwd: folder, encoding: 'utf8' }).match(/: OK/g)).toHaveLength(3);
});
