import { strToU8 } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { openSchool } from '#app/testing.ts';
import { newId } from '#platform/ids.ts';
import { openCalendar } from './calendar.ts';
import { dayFacts, isWorkingDay } from './rules.ts';

const { as, db, clock, personId } = await openSchool('2026-11-24T01:00:00.000Z');
const director = await as('office.director');
const staff = await as('staff');

const yearOf = (year: number) => director.calendar.year({ params: { year: String(year) } });
const mark = (day: string, kind: 'holiday' | 'makeup' | 'closed' | null, why = '') => director.calendar.mark({ params: { day }, body: { kind, name: '校庆', why } });
const told = async () => (await db.selectFrom('outbox').select('data').where('event', '=', 'calendar.changed').orderBy('id').execute()).map(({ data }) => data);

const n2027 = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：2026年12月31日（周四）至2027年1月2日（周六）放假调休，共3天。1月3日（周日）上班。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。
三、清明节：4月5日（周一）放假。
四、劳动节：5月1日（周六）至3日（周一）放假。
五、端午节：6月9日（周三）放假。
六、中秋节：9月15日（周三）放假。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。10月9日（周六）上班。`;

test('the published years come with the product', async () => {
  const year = await staff.calendar.year({ params: { year: '2026' } });
  expect(year).toMatchObject({ year: 2026, published: true, publishedBy: null, whyNot: { edit: ['platform.forbidden'] } });
  expect(year.workingDays).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
  expect(year.days.find(({ day }) => day === '2026-10-10')).toEqual({ day: '2026-10-10', kind: 'makeup', name: '国庆节' });
});

test('a year nobody published says so and counts nothing', async () => {
  expect(await yearOf(2028)).toMatchObject({ published: false, days: [], workingDays: [], whyNot: { publish: ['calendar.holidays_missing'], withdraw: ['calendar.not_published'] } });
  expect(isWorkingDay(await openCalendar({ db }), '2028-03-01')).toMatchObject({ refused: 'calendar.year_not_published', year: 2028 });
  await expect(director.calendar.year({ params: { year: '20x8' } })).rejects.toMatchObject({ status: 404 });
});

test('the notice is read, its days are confirmed, and the year is published', async () => {
  const proposal = await director.calendar.readNotice({ body: { text: n2027 } });
  expect(proposal).toMatchObject({ year: 2027, source: '国务院办公厅关于2027年部分节假日安排的通知', faults: [] });
  const days = proposal.days.map(({ day, kind, name }) => ({ day, kind, name }));
  const confirm = (why = '') => director.calendar.confirm({ params: { year: '2027' }, body: { days, source: proposal.source, why } });
  // Its first day is in 2026, which is in force.
  await expect(confirm()).rejects.toMatchObject({ codes: ['calendar.reason_needed'] });
  expect(await confirm('2027 年通知')).toMatchObject({ published: false, source: proposal.source, whyNot: { publish: [] } });
  expect((await yearOf(2026)).days).toContainEqual({ day: '2026-12-31', kind: 'holiday', name: '元旦' });
  expect(await director.calendar.publish({ params: { year: '2027' } })).toMatchObject({ published: true, publishedBy: expect.any(String), publishedAt: '2026-11-24T01:00:00.000Z' });
  expect(dayFacts(await openCalendar({ db }), '2027-10-09')).toEqual({ day: '2027-10-09', working: true, why: 'makeup', name: '国庆节' });
  await expect(director.calendar.publish({ params: { year: '2027' } })).rejects.toMatchObject({ codes: ['calendar.already_published'] });
  expect(await told()).toEqual([{ year: 2027, what: 'confirmed' }, { year: 2027, what: 'published' }]);
});

test('a published year can be withdrawn with a reason, and published again', async () => {
  const params = { year: '2027' };
  expect(await director.calendar.withdraw({ params, body: { why: '通知有更正' } })).toMatchObject({ published: false, workingDays: [] });
  await expect(director.calendar.withdraw({ params, body: { why: '再撤' } })).rejects.toMatchObject({ codes: ['calendar.not_published'] });
  await director.calendar.publish({ params });
});

test('a file is read once its text is there, by whoever may see the file', async () => {
  const [fileId, sha256, uploadedBy] = [newId(), 'a'.repeat(64), await personId('office.director')];
  await db.insertInto('blobs').values({ sha256, size: 1, type: 'image/jpeg', createdAt: clock.now }).execute();
  await db.insertInto('files').values({ id: fileId, sha256, name: '通知.jpg', size: 1, type: 'image/jpeg', uploadedBy, uploadedAt: clock.now }).execute();
  const read = () => director.calendar.readNotice({ body: { fileId } });
  await expect(read()).rejects.toMatchObject({ codes: ['calendar.file_not_read_yet'] });
  await db.updateTable('blobs').set({ textState: 'unreadable' }).execute();
  await expect(read()).rejects.toMatchObject({ codes: ['calendar.file_unreadable'] });
  await db.updateTable('blobs').set({ textState: 'read', text: n2027 }).execute();
  expect(await read()).toMatchObject({ year: 2027, faults: [] });
  await db.updateTable('files').set({ uploadedBy: await personId('staff') }).execute();
  await expect(read()).rejects.toMatchObject({ status: 404 });
});

test('an empty year is not published', async () =>
  expect(director.calendar.publish({ params: { year: '2030' } })).rejects.toMatchObject({ codes: ['calendar.holidays_missing'] }));

test('a day of a published year changes with a reason only, and what was before is kept', async () => {
  await expect(mark('2026-12-04', 'closed')).rejects.toMatchObject({ codes: ['calendar.reason_needed'] });
  expect((await mark('2026-12-04', 'closed', '校庆放假')).days).toContainEqual({ day: '2026-12-04', kind: 'closed', name: '校庆' });
  expect(isWorkingDay(await openCalendar({ db }), '2026-12-04')).toBe(false);
  await mark('2026-12-04', null, '校庆改期');
  expect(isWorkingDay(await openCalendar({ db }), '2026-12-04')).toBe(true);
  const { changes } = await staff.calendar.changes({ params: { year: '2026' }, query: { most: 2 } });
  expect(changes).toMatchObject([
    { what: 'marked', subject: '2026-12-04', before: 'closed 校庆', after: '', why: '校庆改期' },
    { what: 'marked', subject: '2026-12-04', before: '', after: 'closed 校庆', why: '校庆放假' },
  ]);
  const older = await staff.calendar.changes({ params: { year: '2027' }, query: { before: changes[1]!.id } });
  expect(older.changes.map(({ what }) => what)).toEqual(['published', 'withdrawn', 'published', 'confirmed']);
});

test('changes are taken back in turn, the newest first, and everything is as it was', async () => {
  const whole = async () => { const { whyNot: _, ...year } = await yearOf(2026); return year; };
  const before = await whole();
  await mark('2026-12-11', 'closed', '一');
  const between = await whole();
  await director.calendar.confirm({ params: { year: '2026' }, body: { days: [{ day: '2026-01-01', kind: 'holiday', name: '元旦' }], why: '误操作' } });
  await director.calendar.addTerm({ body: { name: '秋', starts: '2026-09-01', ends: '2026-12-31' } });
  const newest = async () => (await director.calendar.changes({ params: { year: '2026' }, query: { most: 10 } })).changes;
  const [term, confirmed, marked] = await newest();
  expect([term, confirmed, marked].map((change) => change!.whyNot.undo)).toEqual([[], ['calendar.changed_since'], ['calendar.changed_since']]);
  const undo = (change: { id: string } | undefined) => director.calendar.undo({ params: { changeId: change!.id }, body: { why: '误操作' } });
  await expect(undo(confirmed)).rejects.toMatchObject({ codes: ['calendar.changed_since'] });
  await undo(term);
  await expect(undo(term)).rejects.toMatchObject({ codes: ['calendar.already_undone'] });
  await undo(confirmed);
  expect(await whole()).toEqual(between);
  await undo(marked);
  expect(await whole()).toEqual(before);
  expect((await newest()).slice(0, 4).map(({ what, subject, before: was, after, undone }) => [what, subject, was, after, undone])).toEqual([
    ['undone', '2026-12-11', 'closed 校庆', '', false], ['undone', '2026', expect.any(String), expect.any(String), false], ['undone', '秋', expect.any(String), '', false], ['term', '秋', '', expect.any(String), true],
  ]);
  await expect(staff.calendar.undo({ params: { changeId: marked!.id }, body: {} })).rejects.toMatchObject({ status: 403 });
});

test('taking a notice leaves the days the school set itself', async () => {
  await mark('2028-05-08', 'closed');
  const days = [{ day: '2028-01-01', kind: 'holiday' as const, name: '元旦' }];
  const after = await director.calendar.confirm({ params: { year: '2028' }, body: { days } });
  expect(after.days.map(({ day }) => day)).toEqual(['2028-01-01', '2028-05-08']);
});

test.each([
  ['no such day', () => mark('2026-02-30', 'closed', 'x'), 'calendar.no_such_day'],
  ['a make-up Monday', () => mark('2026-11-30', 'makeup', 'x'), 'calendar.makeup_on_a_weekday'],
  ['a day twice', () => director.calendar.confirm({ params: { year: '2029' }, body: { days: [1, 2].map(() => ({ day: '2029-01-01', kind: 'holiday' as const, name: '' })) } }), 'calendar.day_twice'],
  ['another year', () => director.calendar.confirm({ params: { year: '2029' }, body: { days: [{ day: '2031-01-01', kind: 'holiday', name: '' }] } }), 'calendar.another_year'],
  ['a text without days', () => director.calendar.readNotice({ body: { text: '关于召开运动会的通知' } }), 'calendar.no_days_found'],
  ['bytes that are no sheet', () => director.calendar.readSheet({ body: strToU8('PK not really') }), 'calendar.not_a_sheet'],
  ['a sheet without a line', async () => director.calendar.readSheet({ body: await sheet([]) }), 'calendar.no_days_found'],
])('%s is refused', async (_, ask, code) => expect(ask()).rejects.toMatchObject({ status: 422, codes: [code] }));

const sheet = (rows: (string | Date)[][]) =>
  writeXlsx({ sheets: [{ name: '校历', columns: ['日期', '类型', '名称'].map((header) => ({ header, key: header })), data: rows.map(([a, b, c]) => ({ 日期: a, 类型: b, 名称: c })) }] } as never);

test('a sheet of days is read row by row, with the fault of each', async () => {
  const body = await sheet([
    [new Date('2028-05-01T00:00:00Z'), '放假', '劳动节'],
    ['2028年5月6日', '补班', '劳动节'],
    ['2028/5/8', '本校休息', '校庆'],
    ['2028-11-17', '上午上班', '运动会'],
    ['2028-05-01', '放假', '又一次'],
    ['2028-02-30', '放假', ''],
    ['2028-05-09', '待定', ''],
    ['2028-05-10', '补班', ''],
  ]);
  const { year, days, faults } = await director.calendar.readSheet({ body });
  expect(year).toBe(2028);
  expect(days.map(({ day, kind, name }) => `${day} ${kind} ${name}`)).toEqual(['2028-05-01 holiday 劳动节', '2028-05-06 makeup 劳动节', '2028-05-08 closed 校庆', '2028-11-17 morning 运动会']);
  expect(faults.map(({ line, reason }) => `${line.slice(0, 1)} ${reason}`)).toEqual(['6 calendar.day_twice', '7 calendar.no_such_day', '8 calendar.no_such_kind', '9 calendar.makeup_on_a_weekday']);
});

test('JSON of days, ours or by kind, is read', async () => {
  const ours = await director.calendar.readSheet({ body: strToU8(JSON.stringify({ days: [{ day: '2028-01-01', kind: 'holiday', name: '元旦' }] })) });
  expect(ours).toMatchObject({ year: 2028, days: [{ day: '2028-01-01', kind: 'holiday', name: '元旦' }], faults: [] });
  const byKind = await director.calendar.readSheet({ body: strToU8(JSON.stringify({ holidays: { '2028-01-01': "New Year's Day,元旦,1" }, workdays: { '2028-01-08': 'x' } })) });
  expect(byKind.days.map(({ day, kind, name }) => [day, kind, name])).toEqual([['2028-01-01', 'holiday', '元旦'], ['2028-01-08', 'makeup', '']]);
});

test('terms follow each other', async () => {
  const autumn = { name: '2026 年秋季学期', starts: '2026-09-01', ends: '2027-01-22' };
  const term = await director.calendar.addTerm({ body: autumn });
  await expect(director.calendar.addTerm({ body: { ...autumn, starts: '2027-01-01', ends: '2027-07-09' } })).rejects.toMatchObject({ codes: ['calendar.terms_overlap'] });
  await expect(director.calendar.addTerm({ body: { ...autumn, ends: '2026-08-31' } })).rejects.toMatchObject({ codes: ['calendar.ends_before_it_starts'] });
  const longer = await director.calendar.changeTerm({ params: { termId: term.id }, body: { ...autumn, ends: '2027-01-29' } });
  expect([(await yearOf(2026)).terms, (await yearOf(2027)).terms, (await yearOf(2025)).terms]).toEqual([[longer], [longer], []]);
  await director.calendar.removeTerm({ params: { termId: term.id } });
  expect((await yearOf(2026)).terms).toEqual([]);
  await expect(director.calendar.removeTerm({ params: { termId: term.id } })).rejects.toMatchObject({ status: 404 });
});

test('office hours differ by season; those of the rest of the year stay', async () => {
  const [rest] = (await yearOf(2026)).timetables;
  const winter = { name: '冬季', starts: '2026-11-01', ends: '2027-02-28', weekdays: [1, 2, 3, 4, 5], spans: [{ from: '08:30', to: '12:00' }] };
  const added = await director.calendar.addTimetable({ body: winter });
  expect((await yearOf(2026)).timetables.map(({ name }) => name)).toEqual(['日常作息', '冬季']);
  const { id, ...body } = rest!;
  const bad = { ...winter, spans: [{ from: '10:00', to: '09:00' }] };
  await expect(director.calendar.addTimetable({ body: bad })).rejects.toMatchObject({ codes: ['calendar.hours_out_of_order'] });
  await expect(director.calendar.addTimetable({ body })).rejects.toMatchObject({ codes: ['calendar.one_for_the_rest'] });
  await expect(director.calendar.changeTimetable({ params: { timetableId: id }, body: { ...body, spans: [] } })).rejects.toMatchObject({ codes: ['calendar.no_hours'] });
  await expect(director.calendar.removeTimetable({ params: { timetableId: id } })).rejects.toMatchObject({ codes: ['calendar.one_for_the_rest'] });
  expect(await director.calendar.changeTimetable({ params: { timetableId: id }, body: { ...body, name: '全年作息' } })).toMatchObject({ id, name: '全年作息' });
  await director.calendar.removeTimetable({ params: { timetableId: added.id } });
});

test.each([
  ['staff may not change it', async () => staff.calendar.publish({ params: { year: '2031' } }), 403],
  ['nobody sees it unless signed in', async () => (await as(null)).calendar.year({ params: { year: '2026' } }), 401],
])('%s', async (_, ask, status) => expect(ask()).rejects.toMatchObject({ status }));

test('a calendar is worked out once for each version', async () => {
  const first = await openCalendar({ db });
  expect(await openCalendar({ db })).toBe(first);
  await db.updateTable('calendarDays').set({ name: '元旦假' }).where('day', '=', '2026-01-01').execute();
  expect(await openCalendar({ db })).not.toBe(first);
});
