import { strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { dateOf, faultsOf, itemOf, keptOf, readNumber, readScanName, type Said, secrecyOf, whyNotImportPaper, whyNotScan } from './paper/rules.ts';
import { archive } from './module.ts';

const blank: Said = { number: '', fonds: '', year: '', retention: '', code: '', seq: '', docNumber: '', author: '校办', title: '关于值班的通知', writtenOn: '', secrecy: '', pages: '2', remark: '', box: '', spine: '' };
const known = { fonds: '0001', thisYear: 2026, codes: new Set(['JWC']), closed: new Set([2025]), taken: new Set(['2006 D10 JWC 9']) };
const good = '0001-WS·2006-D10-JWC-0001';

test.each<[string, Partial<Said>, string[]]>([
  ['a whole 档号', { number: good }, []],
  ['a 档号 in its parts', { year: '2006', retention: '永久', code: 'jwc', seq: '12' }, []],
  ['both, and they agree', { number: good, fonds: '0001', year: '2006', retention: '10年', code: 'JWC', seq: '1' }, []],
  ['both, and they differ', { number: good, year: '2007' }, ['number_differs']],
  ['no 档号', { number: '第三柜第五本' }, ['number']],
  ['nothing that places it', {}, ['year', 'retention', 'code', 'seq']],
  ['another fonds', { number: '0002-WS·2006-D10-JWC-0001' }, ['fonds']],
  ['a year to come', { number: '0001-WS·2027-D10-JWC-0001' }, ['year']],
  ['an unknown retention', { year: '2006', retention: '长期', code: 'JWC', seq: '1' }, ['retention']],
  ['an unknown code', { number: '0001-WS·2006-D10-XXX-0001' }, ['code']],
  ['number nought', { number: '0001-WS·2006-D10-JWC-0000' }, ['seq']],
  ['as a row above', { number: '0001-WS·2006-D10-JWC-0002' }, ['twice']],
  ['there already', { number: '0001-WS·2006-D10-JWC-0009' }, ['taken']],
  ['a closed year', { number: '0001-WS·2025-D10-JWC-0001' }, ['closed']],
  ['no title, no author, no pages', { number: good, title: '', author: '', pages: '若干' }, ['title', 'author', 'pages']],
  ['no day of the calendar', { number: good, writtenOn: '2006-02-30' }, ['date']],
  ['an odd level', { number: good, secrecy: '保密' }, ['secrecy']],
  ['classified, without a title', { number: good, secrecy: '秘密★10年', title: '' }, []],
  ['a box that is none', { number: good, box: '三', spine: '35' }, ['box', 'spine']],
  ['a spine without a box', { number: good, spine: '30' }, ['spine']],
  ['in a box', { number: good, box: '3', spine: '30mm' }, []],
  ['a title without end', { number: good, title: '长'.repeat(301) }, ['too_long']],
])('a row: %s', (_, said, faults) => expect(faultsOf({ ...blank, ...said }, known, new Set(['2006 D10 JWC 2']))).toEqual(faults));

test.each([
  ['0001-WS·2006-D10-JWC-0012.pdf', 12, 1], ['0001-WS-2006-D10-JWC-0012-2.jpg', 12, 2], ['0001_WS_2006_D10_JWC_0012_10.JPG', 12, 10], ['0001-ws.2006-d10-jwc-0012 (3).png', 12, 3], ['0001-WS·2006-D10-JWC-0012（3）.png', 12, 3], ['扫描件0012.pdf', undefined, undefined], ['0001-WS·2006-D10-JWC.pdf', undefined, undefined],
])('a scan called %s', (name, seq, page) => {
  const read = readScanName(name);
  expect([read?.place.seq, read?.page]).toEqual([seq, page]);
});

test('days and levels as they are typed; what is or may be classified keeps no title', () => {
  expect(['2006-3-5', '2006.03.05', '2006/3/5', '2006年3月5日', '20060305', '三月'].map(dateOf)).toEqual([...Array.from({ length: 5 }, () => '2006-03-05'), undefined]);
  expect(secrecyOf('机密★20年')).toEqual({ secrecy: 2, secrecyPeriod: '20年' });
  expect(readNumber('0001 － WS·2006-Y-JWC-3'.normalize('NFKC'))).toMatchObject({ seq: 3, retention: 'Y' });
  expect(itemOf({ ...blank, number: good, secrecy: '秘密', remark: '内容' }, '0001')).toMatchObject({ secrecy: 1, title: '', remark: '', author: '校办' });
  expect(['', '秘密', '保密'].map((secrecy) => keptOf({ ...blank, secrecy }).title)).toEqual([blank.title, '', '']);
});

test('why a table is not imported, why a scan is not taken', () => {
  expect(whyNotImportPaper({ state: 'done', running: true, good: 0, confirmed: 1 })).toEqual(['archive.paper_imported_already', 'archive.paper_running', 'archive.paper_nothing_good', 'archive.paper_changed']);
  expect(whyNotImportPaper({ state: 'failed', running: false, good: 2 })).toEqual([]);
  expect(whyNotScan({ read: true, item: { secrecy: 0, paperId: null } })).toEqual(['archive.scan_not_of_paper']);
  expect(whyNotScan({ read: true, item: { secrecy: 0, paperId: 'x' } })).toEqual([]);
});

const school = await openSchool('2026-11-23T01:00:00.000Z');
const [archivist, clerk, staff] = [await school.as('archivist'), await school.as('office.clerk'), await school.as('staff')];
const refused = (...codes: string[]) => ({ status: 422, codes });
const heads = ['档号', '责任者', '题名', '日期', '密级', '页数', '文号', '备注'];
const table = async (...rows: (string | number | Date | null)[][]) => writeXlsx({ sheets: [{ name: '旧档案目录', rows: [heads, ...rows] }] });
const bring = (body: Uint8Array) => archivist.archive.bringPaper({ query: { name: '2006年.xlsx' }, body });
const linesOf = async (paperId: string, faulty: boolean) => (await archivist.archive.paperLines({ params: { paperId }, query: { faulty: String(faulty) } })).lines;
const scan = async (name: string, text: string) => {
  const { id } = await archivist.files.upload({ query: { name }, body: strToU8(text) as never });
  return archivist.archive.addScan({ body: { fileId: id } });
};

test('the form can be filled in and explains a row; others than the archivist get nothing of it', async () => {
  const form = (await archivist.archive.paperForm({})) as unknown as Buffer;
  const { sheets } = await readXlsx(form);
  expect(sheets[0]!.rows[0]).toEqual(expect.arrayContaining(['档号', '全宗号', '机构代码', '件号', '题名', '密级']));
  expect(sheets[1]!.rows.flat()).toEqual(expect.arrayContaining(['JWC', '教务处', '填写示例（照此填在“旧档案目录”表中）']));
  await expect(bring(form)).rejects.toMatchObject(refused('archive.paper_empty'));
  for (const other of [clerk, staff, await school.as('principal'), await school.as('admin')]) {
    await expect(other.archive.paperForm({})).rejects.toMatchObject({ status: 403 });
    await expect(other.archive.bringPaper({ query: { name: 'x.xlsx' }, body: form })).rejects.toMatchObject({ status: 403 });
  }
});

test('what is no table, has other columns, unpacks to too much or has too many rows is refused', async () => {
  await expect(bring(strToU8('not a table'))).rejects.toMatchObject(refused('archive.paper_not_a_table'));
  await expect(bring(zipSync({ 'xl/workbook.xml': new Uint8Array(30 * 1024 ** 2) }))).rejects.toMatchObject(refused('archive.paper_not_a_table'));
  await expect(bring(await writeXlsx({ sheets: [{ name: '别的', rows: [['姓名'], ['张三']] }] }))).rejects.toMatchObject(refused('archive.paper_columns_missing'));
  await expect(bring(await table(...Array.from({ length: 5002 }, (_, i) => [`0001-WS·2006-D10-JWC-${i + 1}`, '校办', '题名', null, '', 1])))).rejects.toMatchObject(refused('archive.paper_too_long'));
});

test('a million rows declared are not believed, and a formula is never reckoned', async () => {
  const entries = unzipSync(await writeXlsx({ sheets: [{ name: '旧档案目录', rows: [heads, [good, '校办', '题名', null, '', 1]], cells: new Map([['1,2', { formula: '1+1', value: null }]]) as never }] }));
  const sheet = Object.keys(entries).find((name) => name.includes('worksheets/sheet1'))!;
  const said = Buffer.from(entries[sheet]!).toString('utf8');
  entries[sheet] = strToU8(said.includes('<dimension') ? said.replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"') : said.replace('<sheetData', '<dimension ref="A1:XFD1048576"/><sheetData'));
  const { id } = await bring(zipSync(entries));
  expect(await archivist.archive.onePaper({ params: { paperId: id } })).toMatchObject({ total: 1, good: 0, whyNot: { importPaper: ['archive.paper_nothing_good'] } });
  expect(await linesOf(id, true)).toMatchObject([{ line: 2, title: '', faults: ['title'] }]);
  await expect(archivist.archive.importPaper({ params: { paperId: id }, body: { good: 0 } })).rejects.toMatchObject(refused('archive.paper_nothing_good'));
});

test('a table is looked through, its good rows are imported whole, scans find them, and numbers go on after them (ARC-1)', async () => {
  const { id: paperId } = await bring(await table(
    ['0001-WS·2006-D10-JWC-0011', '教务处', '关于夏令作息时间的安排', '2006.6.1', '', 3, '教〔2006〕5号', '第三柜'],
    ['0001-WS·2006-D10-JWC-0012', '教务处', '=SUM(A1:A9)关于期末考试的通知', new Date('2006-06-20T00:00:00Z'), '', 2, '', ''],
    ['0001-WS·2006-Y-JWC-0001', '市教育局', '涉密的题名', '', '秘密★10年', 8, '', '涉密的备注'],
    ['0001-WS·2006-D10-JWC-0011', '教务处', '重号', '', '', 1, '', ''],
    ['柜三', '', '', '六月', '', '三', '', ''],
  ));
  const params = { paperId };
  expect(await archivist.archive.onePaper({ params })).toMatchObject({ name: '2006年.xlsx', state: 'checked', total: 5, good: 3, whyNot: { importPaper: [] } });
  expect((await linesOf(paperId, true)).map(({ line, faults }) => [line, faults])).toEqual([[5, ['twice']], [6, ['number', 'title', 'author', 'date', 'pages']]]);
  expect((await linesOf(paperId, false))[2]).toMatchObject({ number: '0001-WS·2006-Y-JWC-0001', title: '', stub: true });
  expect(JSON.stringify(await school.db.selectFrom('archivePaperLines').selectAll().execute())).not.toContain('涉密的');
  expect((await archivist.archive.list({ query: { year: 2006 } })).items).toEqual([]);
  await expect(archivist.archive.importPaper({ params, body: { good: 5 } })).rejects.toMatchObject(refused('archive.paper_changed'));
  await expect(clerk.archive.importPaper({ params, body: { good: 3 } })).rejects.toMatchObject({ status: 403 });
  await archivist.archive.importPaper({ params, body: { good: 3 } });
  await expect(archivist.archive.importPaper({ params, body: { good: 3 } })).rejects.toMatchObject(refused('archive.paper_imported_already', 'archive.paper_running'));
  await school.drain();
  expect(await archivist.archive.onePaper({ params })).toMatchObject({ state: 'done', entered: 3, scanned: 0, unscanned: 2 });
  const { items } = await clerk.archive.list({ query: { year: 2006 } });
  expect(items.map(({ number, title, writtenOn, pages, secrecy }) => [number, title, writtenOn, pages, secrecy])).toEqual(expect.arrayContaining([
    ['0001-WS·2006-D10-JWC-0011', '关于夏令作息时间的安排', '2006-06-01', 3, 0], ['0001-WS·2006-D10-JWC-0012', '=SUM(A1:A9)关于期末考试的通知', '2006-06-20', 2, 0],
  ]));
  expect((await archivist.notifications.messages({ query: {} })).messages[0]).toMatchObject({ what: 'archive.paper_done', params: { items: '3' } });
  expect(await school.db.selectFrom('registerCounters').select('last').where('register', '=', 'archive.D10-JWC').where('period', '=', '2006').executeTakeFirst()).toEqual({ last: 12 });

  await scan('0001-WS-2006-D10-JWC-0011.txt', '夏令作息第一页');
  await scan('0001_WS_2006_D10_JWC_0011_2.txt', '夏令作息第二页');
  await scan('0001_WS_2006_D10_JWC_0011_2.txt', '夏令作息第二页');
  await expect(scan('0001_WS_2006_D10_JWC_0011_2.txt', '换了内容')).rejects.toMatchObject(refused('archive.scan_differs'));
  await expect(scan('0001-WS-2006-Y-JWC-0001.txt', '涉密')).rejects.toMatchObject(refused('archive.scan_of_stub'));
  await expect(scan('0001-WS-2006-D10-JWC-0099.txt', '无')).rejects.toMatchObject(refused('archive.scan_no_such_number'));
  await expect(scan('说明.txt', '无')).rejects.toMatchObject(refused('archive.scan_name_unread'));
  await expect(archivist.archive.addScan({ body: { fileId: paperId } })).rejects.toMatchObject(refused('archive.scan_unknown'));
  expect(await archivist.archive.scanFor({ query: { name: '0001-WS-2006-Y-JWC-0001.pdf' } })).toMatchObject({ whyNot: ['archive.scan_of_stub'] });
  expect((await archivist.archive.unscanned({ params, query: {} })).items.map(({ number }) => number)).toEqual(['0001-WS·2006-D10-JWC-0012']);
  const line = items.find(({ seq, retention }) => seq === 11 && retention === 'D10')!;
  expect((await clerk.archive.one({ params: { itemId: line.id } })).files.map(({ name }) => name)).toEqual(['0001-WS-2006-D10-JWC-0011.txt', '0001_WS_2006_D10_JWC_0011_2.txt']);
  await expect(staff.archive.one({ params: { itemId: line.id } })).rejects.toMatchObject({ status: 404 });
  await school.drain();
  for (const q of ['夏令作息时间', '夏令作息第二页']) expect((await clerk.search.find({ query: { q } })).results.map(({ recordId }) => recordId)).toContain(line.recordId);
  expect((await staff.search.find({ query: { q: '夏令作息时间' } })).results).toEqual([]);
});

test('what was taken meanwhile stops the whole table, and is then said', async () => {
  const rows = [['0001-WS·2005-D10-JWC-0001', '教务处', '甲', '', '', 1, '', ''], ['0001-WS·2005-D10-JWC-0002', '教务处', '乙', '', '', 1, '', '']];
  const [one, other] = [await bring(await table(...rows)), await bring(await table(rows[1]!))];
  for (const [paperId, good] of [[other.id, 1], [one.id, 2]] as const) {
    await archivist.archive.importPaper({ params: { paperId }, body: { good } });
    await archive.jobs['archive.import_paper']!.work({ db: school.db, now: () => '2026-11-23T01:00:00.000Z', data: { paperId }, attempt: 1 });
  }
  expect(await archivist.archive.onePaper({ params: { paperId: one.id } })).toMatchObject({ state: 'failed', why: 'changed', good: 1, whyNot: { importPaper: [] } });
  expect(await linesOf(one.id, true)).toMatchObject([{ line: 3, faults: ['taken'] }]);
  expect((await archivist.archive.list({ query: { year: 2005 } })).items).toHaveLength(1);
});

test('boxes come in by their numbers, the rest is boxed by thickness after them, and both have labels and catalogues (ARC-1)', async () => {
  const of = (n: number, box: string | number | null, spine: string | null = null) => [`0001-WS·2004-D10-JWC-${String(n).padStart(4, '0')}`, '教务处', `关于第${n}项工作的通知`, null, '', 40, '', '', box, spine];
  const boxed = async (...rows: (string | number | null)[][]) => bring(await writeXlsx({ sheets: [{ name: '旧档案目录', rows: [[...heads, '盒号', '盒脊'], ...rows] }] }));
  const { id: paperId } = await boxed(of(1, 1, '40'), of(2, '1'), of(3, 3), of(4, 2), of(5, 4), of(6, null));
  expect((await linesOf(paperId, true)).map(({ line, faults }) => [line, faults])).toEqual([[4, ['box_order']], [5, ['box_order']]]);
  await archivist.archive.importPaper({ params: { paperId }, body: { good: 4 } });
  await school.drain();
  const place = { year: 2004, retention: 'D10' as const, code: 'JWC' };
  const shelf = async () => (await clerk.archive.boxes({ query: place })).boxes.map(({ seq, spine, from, to, items, thickness }) => [seq, spine, from, to, items, thickness]);
  expect(await shelf()).toEqual([[1, 40, 1, 2, 2, 40], [4, 20, 5, 5, 1, 20]]);

  const again = await boxed(of(1, 1, '40'), of(3, 1), of(4, 5));
  expect((await linesOf(again.id, true)).map(({ line, faults }) => [line, faults])).toEqual([[2, ['taken']], [4, ['box_order']]]);
  await archivist.archive.importPaper({ params: { paperId: again.id }, body: { good: 1 } });
  await school.drain();
  expect(await shelf()).toEqual([[1, 40, 1, 3, 3, 60], [4, 20, 5, 5, 1, 20]]);
  const { boxes } = await archivist.archive.proposeBoxes({ query: { ...place, spine: 30 } });
  await archivist.archive.box({ body: { ...place, boxes: boxes.map(({ spine, to }) => ({ spine, to })) } });
  expect(await shelf()).toEqual([[1, 40, 1, 3, 3, 60], [4, 20, 5, 5, 1, 20], [5, 20, 6, 6, 1, 20]]);
  expect(((await clerk.archive.spines({ query: place })) as unknown as Buffer).subarray(0, 4).toString()).toBe('%PDF');
  const { boxes: [first] } = await clerk.archive.boxes({ query: place });
  expect((await clerk.archive.oneBox({ params: { boxId: first!.id } })).lines.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  for (const which of ['catalogue', 'note'] as const) expect(((await clerk.archive.boxPaper({ params: { boxId: first!.id }, query: { which } })) as unknown as Buffer).subarray(0, 4).toString()).toBe('%PDF');
});
