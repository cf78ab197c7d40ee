import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divided, filled, outOfOrder, roomOf, spines, whyNotBox, whyNotTakeApart } from './boxes/rules.ts';
import { whyNotAskRenewal, whyNotBorrow, whyNotHandOut, whyNotTakeBack, whyNotView } from './loans/rules.ts';
import { whyNotArchive, whyNotCorrect, whyNotExclude, whyNotInclude, whyNotWithdraw } from './filing/rules.ts';
import { foundOf, whyNotCheck } from './fixity/rules.ts';
import { codesOf, proposed, type Rule, whyNotSaveTable, whyNotSetCode } from './retention/rules.ts';
import { numberWritten, thicknessOf } from './rules.ts';
import { isBomb, mostItems, safeName, whyNotCheckPackage, whyNotDownload, whyNotDropImport, whyNotRemove, whyNotImport, whyNotPack } from './transfer/rules.ts';
import { csvOf, manifestOf, readManifest, xmlOf } from './transfer/layout.ts';
import { readRows } from './transfer/metadata.ts';
import { whyNotClose, whyNotReopenYear } from './years/rules.ts';

test.each([
  [{ fonds: '0194', year: 2016, retention: 'D30', code: 'BGS', seq: 1 }, '0194-WS·2016-D30-BGS-0001'],
  [{ fonds: 'J12', year: 2026, retention: 'Y', code: 'JWC', seq: 123 }, 'J12-WS·2026-Y-JWC-0123'],
  [{ fonds: '0194', year: 2026, retention: 'D10', code: 'ZWC2', seq: 12345 }, '0194-WS·2026-D10-ZWC2-12345'],
] as const)('%o is written %s (DA/T 22-2015)', (placed, number) => expect(numberWritten(placed)).toBe(number));

test.each([
  [1, 0.1, 1],
  [2, 0.1, 1],
  [3, 0.1, 2],
  [30, 0.1, 15],
  [100, 0.12, 60],
  [2000, 0.1, 500],
])('%i pages of sheets of %f mm are %i tenths of a millimetre thick', (pages, sheet, thickness) => expect(thicknessOf(pages, sheet)).toBe(thickness));

const table: Rule[] = [
  { words: ['规划', '章程'], retention: 'Y' },
  { source: 'outgoing', kind: '决定', retention: 'Y' },
  { departmentId: 'finance', retention: 'D30' },
  { words: ['招生'], retention: 'D30' },
  { secrecy: 1, retention: 'D30' },
  { retention: 'D10' },
];
const facts = { source: 'incoming', kind: '通知', title: '关于做好假期值班的通知', departmentId: 'office', secrecy: 0 };
test.each([
  ['an ordinary notice', {}, 'D10', []],
  ['a plan', { title: '关于印发学校发展规划的通知' }, 'Y', ['word:规划']],
  ['a decision of our own', { source: 'outgoing', kind: '决定' }, 'Y', ['kind:决定', 'source:outgoing']],
  ['a decision of somebody else', { kind: '决定' }, 'D10', []],
  ['whatever the finance office had', { departmentId: 'finance' }, 'D30', ['department']],
  ['the first that fits decides', { departmentId: 'finance', title: '招生规划' }, 'Y', ['word:规划']],
  ['a stub', { secrecy: 2, title: '' }, 'D30', ['secrecy']],
] as const)('%s is kept %s', (_, more, retention, because) => expect(proposed(table, { ...facts, ...more })).toEqual({ retention, because }));

test('without a rule that fits it is kept for ten years, and nothing is said of why', () => expect(proposed([], facts)).toEqual({ retention: 'D10', because: [] }));

test('a department has its own code, its initials, or its initials with a figure', () => {
  const codes = codesOf([{ id: 'a', initials: 'JWC', code: null }, { id: 'b', initials: 'JWC', code: null }, { id: 'c', initials: 'ZHBGS', code: 'BGS' }, { id: 'd', initials: 'BGS', code: null }, { id: 'e', initials: '', code: null }]);
  expect([...codes.values()]).toEqual(['JWC', 'JWC2', 'BGS', 'BGS2', 'BM']);
});

test('no two departments ever have one code', () =>
  fc.assert(fc.property(fc.array(fc.record({ initials: fc.stringMatching(/^[A-C]{0,3}$/), own: fc.boolean() }), { maxLength: 20 }), (departments) => {
    const codes = codesOf(departments.map(({ initials }, i) => ({ id: String(i), initials, code: null })));
    return new Set(codes.values()).size === departments.length;
  })));

const document = { finished: true, filesComing: false, archived: false, excluded: false, yearClosed: false, secrecy: 0 };
test.each([
  ['what is done', {}, {}, []],
  ['what is archived', { archived: true }, {}, ['archive.archived_already']],
  ['what is not to be archived', { excluded: true }, {}, ['archive.excluded_already']],
  ['what is still open', { finished: false }, {}, ['archive.not_finished']],
  ['what waits for its final PDF', { filesComing: true }, {}, ['archive.files_coming']],
  ['what belongs to a closed year', { yearClosed: true }, {}, ['archive.year_closed']],
  ['a stub', { secrecy: 1 }, {}, []],
  ['a stub with a title', { secrecy: 1 }, { title: '题' }, ['archive.stub_says_nothing']],
] as const)('%s', (_, more, wanted, why) => expect(whyNotArchive({ ...document, ...more }, wanted)).toEqual(why));

test('not to be archived: only what is done, once, in an open year; and back again', () => {
  expect(whyNotExclude(document)).toEqual([]);
  expect(whyNotExclude({ ...document, finished: false })).toEqual(['archive.not_finished']);
  expect(whyNotExclude({ ...document, archived: true })).toEqual(['archive.archived_already']);
  expect(whyNotExclude({ ...document, excluded: true, yearClosed: true })).toEqual(['archive.excluded_already', 'archive.year_closed']);
  expect(whyNotInclude({ excluded: true, yearClosed: false })).toEqual([]);
  expect(whyNotInclude({ excluded: false, yearClosed: true })).toEqual(['archive.not_excluded', 'archive.year_closed']);
});

test('withdrawn: not twice, not out of a box, not out of a closed year', () => {
  expect(whyNotWithdraw({ withdrawnAt: null, destroyed: false, listed: false, lent: false, boxId: null, yearClosed: false, because: ['word:规划'] })).toEqual([]);
  expect(whyNotWithdraw({ withdrawnAt: '2026', destroyed: true, listed: true, lent: true, boxId: 'b', yearClosed: true, because: ['imported'] })).toEqual(['archive.withdrawn_already', 'archive.destroyed_already', 'archive.on_open_list', 'archive.in_use', 'archive.boxed_already', 'archive.year_closed', 'archive.came_whole']);
});

test.each([
  [{}, { changes: 1, title: '新' }, []],
  [{}, { changes: 0 }, ['archive.nothing_changed']],
  [{}, { changes: 1, title: '' }, ['archive.title_missing']],
  [{ secrecy: 1 }, { changes: 1, title: '新' }, ['archive.stub_says_nothing']],
  [{ boxId: 'b' }, { changes: 1, thickness: 9 }, ['archive.boxed_already']],
  [{ boxId: 'b' }, { changes: 1, title: '新' }, []],
  [{ withdrawnAt: '2026' }, { changes: 1, title: '新' }, ['archive.withdrawn_already']],
])('correcting %o with %o', (more, wanted, why) => expect(whyNotCorrect({ withdrawnAt: null, destroyed: false, boxId: null, secrecy: 0, ...more }, wanted)).toEqual(why));

const items = (...thick: number[]) => thick.map((thickness, i) => ({ seq: i + 1, thickness }));

test.each([
  ['what fits into one goes into the narrowest', items(50, 60, 70), 40, [[20, 1, 3]]],
  ['a full box, and a narrow one for what is left', items(200, 150, 50, 30), 40, [[40, 1, 3], [20, 4, 4]]],
  ['an item is never split', items(250, 100, 100), 30, [[30, 1, 1], [20, 2, 3]]],
  ['one thicker than the box has a wider one to itself', items(50, 450, 50), 20, [[20, 1, 1], [50, 2, 2], [20, 3, 3]]],
  ['exactly full', items(300, 300), 30, [[30, 1, 1], [30, 2, 2]]],
  ['nothing', [], 30, []],
] as const)('boxes: %s', (_, all, spine, boxes) => expect(filled(all, spine).map((box) => [box.spine, box.from, box.to])).toEqual(boxes));

const someItems = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 60 }).map((thick) => thick.map((thickness, i) => ({ seq: i * 2 + 1, thickness })));

test('every item is in exactly one box, the order is kept, no box is over its thickness, and the proposal may be confirmed as it is', () =>
  fc.assert(fc.property(someItems, fc.constantFrom(...spines), (all, spine) => {
    const boxes = filled(all, spine);
    expect(boxes.every((box) => box.thickness <= roomOf(box.spine))).toBe(true);
    expect(divided(all, boxes).flatMap((box) => box.items)).toEqual(all);
    expect(whyNotBox(all, boxes)).toEqual(all.length ? [] : ['archive.nothing_to_box']);
  })));

test.each([
  ['as proposed', [{ spine: 20, to: 3 }], []],
  ['in two', [{ spine: 20, to: 1 }, { spine: 20, to: 3 }], []],
  ['only the first of them', [{ spine: 20, to: 2 }], []],
  ['up to a number that is not there', [{ spine: 20, to: 4 }], ['archive.proposal_stale']],
  ['backwards', [{ spine: 20, to: 3 }, { spine: 20, to: 1 }], ['archive.proposal_stale']],
  ['an empty one', [{ spine: 20, to: 3 }, { spine: 20, to: 3 }], ['archive.proposal_stale']],
] as const)('boxed %s', (_, wanted, why) => expect(whyNotBox(items(60, 60, 60), wanted)).toEqual(why));

test('a box is not filled beyond its spine', () => expect(whyNotBox(items(150, 60), [{ spine: 20, to: 2 }])).toEqual(['archive.box_too_thin']));

test('only the last box is taken apart, once', () => {
  expect(whyNotTakeApart({ apartAt: null, last: true })).toEqual([]);
  expect(whyNotTakeApart({ apartAt: null, last: false })).toEqual(['archive.not_last_box']);
  expect(whyNotTakeApart({ apartAt: '2026', last: false })).toEqual(['archive.apart_already']);
});

test.each([
  ['nothing waits', {}, []],
  ['still running', { over: false }, ['archive.year_not_over']],
  ['something waits', { waiting: 3, hidden: 1 }, ['archive.not_accounted_for']],
  ['something waits that one may not see', { hidden: 1 }, ['archive.classified_waits']],
  ['closed already', { closed: true }, ['archive.year_closed']],
] as const)('a year is closed: %s', (_, more, why) => expect(whyNotClose({ over: true, closed: false, waiting: 0, hidden: 0, ...more })).toEqual(why));

test('only a closed year is reopened', () => {
  expect(whyNotReopenYear({ closed: true })).toEqual([]);
  expect(whyNotReopenYear({ closed: false })).toEqual(['archive.year_not_closed']);
});

test('the table ends with the one line that fits everything; a code that numbers bear stays', () => {
  expect(whyNotSaveTable(table, { base: 1, newest: 1 })).toEqual([]);
  expect(whyNotSaveTable([{ retention: 'Y' }, ...table], { base: 1, newest: 2 })).toEqual(['archive.edited_meanwhile', 'archive.rule_never_reached']);
  expect(whyNotSaveTable([{ words: [], kind: '', secrecy: 0, retention: 'D10' }], { base: 1, newest: 1 })).toEqual([]);
  expect(whyNotSaveTable(table.slice(0, 2), { base: 1, newest: 1 })).toEqual(['archive.last_rule_missing']);
  expect(whyNotSetCode({ items: 3, code: 'BGS' }, 'ZB')).toEqual(['archive.code_in_use']);
  expect(whyNotSetCode({ items: 3, code: 'BGS' }, 'BGS')).toEqual([]);
});

test('a file is as it was, changed, or missing; one check at a time', () => {
  expect([foundOf('a', 'a'), foundOf('a', 'b'), foundOf('a', undefined)]).toEqual(['sound', 'changed', 'missing']);
  expect([whyNotCheck(false), whyNotCheck(true)]).toEqual([[], ['archive.check_running']]);
});

test.each([
  [{ running: false, items: 12 }, []],
  [{ running: false, items: 0 }, ['archive.package_empty']],
  [{ running: true, items: mostItems }, ['archive.package_running']],
  [{ running: false, items: mostItems + 1 }, ['archive.package_too_large']],
])('a package of %o: %j', (facts, why) => expect(whyNotPack(facts)).toEqual(why));

test('taken away when it is made; brought one at a time; imported when it was found sound and every 机构 is somebody here', () => {
  expect(whyNotDownload({ state: 'running', classified: false })).toEqual(['archive.package_not_ready']);
  expect(whyNotDownload({ state: 'done', classified: true })).toEqual(['archive.package_holds_classified']);
  expect([whyNotRemove({ state: 'done' }), whyNotRemove({ state: 'running' }), whyNotRemove({ state: 'removed' })]).toEqual([[], ['archive.package_not_ready'], ['archive.package_not_ready']]);
  expect(['checked', 'failed', 'done', 'importing'].map((state) => whyNotDropImport({ state }).length)).toEqual([0, 0, 1, 1]);
  expect(whyNotCheckPackage(true)).toEqual(['archive.import_running']);
  expect(whyNotImport({ state: 'checked', running: false, unmapped: 0 })).toEqual([]);
  expect(whyNotImport({ state: 'refused', running: true, unmapped: 1 })).toEqual(['archive.import_not_checked', 'archive.import_running', 'archive.institution_unmapped']);
});

test.each([
  ['关于“招生”的通知.pdf', '关于“招生”的通知.pdf'],
  ['a<b>:c"d/e\\f|g?h*.txt', 'a_b__c_d_e_f_g_h_.txt'],
  ['CON.txt', '_CON.txt'],
  ['结尾. . ', '结尾'],
  ['...', '_'],
  [`${'长'.repeat(200)}.pdf`, `${'长'.repeat(76)}.pdf`],
])('%j is called %j in a package', (name, safe) => expect(safeName(name)).toBe(safe));

test('whatever a file is called, Windows takes its name', () =>
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
    const safe = safeName(name);
    expect(safe).toMatch(/^[^<>:"/\\|?*\p{Cc}]*[^<>:"/\\|?*\p{Cc}. ]$/u);
    expect([...safe].length).toBeLessThanOrEqual(81);
  })));

const line = { number: '0001-WS·2026-D10-JWC-0001', fonds: '0001', year: 2026, retention: 'D10' as const, code: 'JWC', institution: '教务处', seq: 1, secrecy: 0, secrecyPeriod: '', pages: 3, thickness: 5, box: '', spine: '', archivedAt: '2026-11-23T01:00:00.000Z' };

test('a line of the catalogue comes back from its XML as it was, whatever is written in it', () =>
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }), fc.option(fc.constant('2026-03-05')), (title, docNumber, writtenOn) => {
    const item = { ...line, title, docNumber, author: `<${title}&`, remark: '"]]>', writtenOn, files: [{ path: '档案/1.pdf', name: '1 & 2.pdf', role: 'original', version: 1, sha256: 'a'.repeat(64), size: 5 }] };
    expect(readRows(xmlOf([item], { school: '育才', at: '2026-11-23' }), 10)).toEqual([{ item, at: item.number }]);
  })));

test('totals and sums are read as they were written; a table takes nothing for a formula', () => {
  const totals = { items: 2, files: 1, bytes: 5 };
  expect(readManifest(manifestOf(totals, [['档案/a b.pdf', 'b'.repeat(64)]]))).toEqual({ totals, sums: [['档案/a b.pdf', 'b'.repeat(64)]] });
  expect(csvOf([{ ...line, title: '=1+1', docNumber: '', author: 'a"b', remark: '', writtenOn: null, files: [] }])).toContain(`"a""b","'=1+1"`);
});

test('what unpacks to two hundred times what it is, and is large, is a bomb', () => {
  expect(isBomb({ size: 40_000_000, pressed: 40_000 })).toBe(true);
  expect(isBomb({ size: 40_000_000, pressed: 4_000_000 })).toBe(false);
  expect(isBomb({ size: 900_000, pressed: 900 })).toBe(false);
});

const days = { today: '2026-11-23', latest: '2027-01-22' };

test.each([
  [{ withdrawn: false, files: 1 }, { how: 'read' as const, until: '2026-11-23' }, []],
  [{ withdrawn: false, files: 0 }, { how: 'read' as const, until: '2026-11-23' }, ['archive.nothing_to_read']],
  [{ withdrawn: true, files: 0 }, { how: 'lend' as const, until: '2026-11-22' }, ['archive.withdrawn_already', 'archive.until_is_over']],
  [{ withdrawn: false, files: 0 }, { how: 'copy' as const, until: '2027-01-23' }, ['archive.until_too_far']],
])('borrowing %o as %o: %j', (item, wanted, why) => expect(whyNotBorrow({ destroyed: false, listed: false, ...item }, wanted, days)).toEqual(why));

test.each([
  [{ how: 'lend', state: 'approved', until: '2026-12-01' }, false, []],
  [{ how: 'lend', state: 'approved', until: '2026-12-01' }, true, ['archive.lent_already']],
  [{ how: 'copy', state: 'approved', until: '2026-12-01' }, true, []],
  [{ how: 'lend', state: 'approved', until: '2026-11-01' }, false, ['archive.until_is_over']],
  [{ how: 'read', state: 'asked', until: '2026-12-01' }, false, ['archive.read_not_handed', 'archive.loan_not_approved']],
])('handing out %o, out with somebody: %s: %j', (loan, outWithOther, why) => expect(whyNotHandOut(loan, { today: days.today, outWithOther })).toEqual(why));

test('renewed by the borrower, not too often, once at a time, to a later day', () => {
  const loan = { how: 'lend', state: 'out', until: '2026-12-01' };
  const renewing = { mine: true, renewed: 0, most: 2, waits: false, latest: days.latest };
  expect(whyNotAskRenewal(loan, { ...renewing, until: '2026-12-02' })).toEqual([]);
  expect(whyNotAskRenewal(loan, { ...renewing, mine: false, renewed: 2, waits: true, until: '2026-12-01' })).toEqual(['archive.not_the_borrower', 'archive.renewed_often', 'archive.renewal_waits', 'archive.until_not_later']);
  expect(whyNotAskRenewal({ ...loan, state: 'returned' }, renewing)).toEqual(['archive.not_out']);
});

test.each([
  ['2026-11-23', true, 'approved', []],
  ['2026-11-22', true, 'approved', ['archive.reading_over']],
  ['2026-11-23', false, 'approved', ['archive.not_the_borrower']],
  ['2026-11-23', true, 'refused', ['archive.reading_not_open']],
])('reading until %s, mine: %s, %s: %j', (until, mine, state, why) => expect(whyNotView({ how: 'read', state, until }, { mine, today: days.today })).toEqual(why));

test('taken back once; what is damaged is said', () => {
  expect(whyNotTakeBack({ state: 'out' }, { whole: true, condition: '' })).toEqual([]);
  expect(whyNotTakeBack({ state: 'out' }, { whole: false, condition: '' })).toEqual(['archive.damage_unsaid']);
  expect(whyNotTakeBack({ state: 'returned' })).toEqual(['archive.not_out']);
});

test('boxes follow the numbers: what stands against them is told, with the one before it', () => {
  const row = (...boxes: number[]) => boxes.map((box, i) => ({ seq: i + 1, box }));
  expect([...outOfOrder(row(1, 1, 2, 2, 3))]).toEqual([]);
  expect([...outOfOrder(row(1, 9, 2, 2))]).toEqual([1, 2]);
  expect([...outOfOrder(row(2, 2), [{ seq: 5, box: 1 }])]).toEqual([1]);
  expect([...outOfOrder([{ seq: 7, box: 2 }], [{ seq: 1, box: 1 }, { seq: 6, box: 1 }, { seq: 9, box: 3 }])]).toEqual([]);
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 20 })), (boxes) => outOfOrder(row(...boxes.sort((a, b) => a - b))).size === 0));
});
