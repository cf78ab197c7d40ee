import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readNotice } from './notice.ts';

const days = (text: string, kind: string) => readNotice(text).days.filter((d) => d.kind === kind).map(({ day }) => day);
const listed = (year: number) => {
  const { holidays, workdays } = JSON.parse(readFileSync(`node_modules/chinese-days/dist/years/${year}.json`, 'utf8'));
  return { holidays: Object.keys(holidays).toSorted(), workdays: Object.keys(workdays).toSorted() };
};

const notice = (year: number, ...sections: string[]) =>
  `国务院办公厅关于${year}年部分节假日安排的通知\n国办发明电〔${year - 1}〕12号\n各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n` +
  `经国务院批准，现将${year}年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。\n${sections.join('\n')}\n` +
  '节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。\n国务院办公厅\n2024年11月12日';

const n2026 = notice(
  2026,
  '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。',
  '二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。',
  '三、清明节：4月4日（周六）至6日（周一）放假，共3天。',
  '四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。',
  '五、端午节：6月19日（周五）至21日（周日）放假，共3天。',
  '六、中秋节：9月25日（周五）至27日（周日）放假，共3天。',
  '七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。',
);

const n2025 = notice(
  2025,
  '一、元旦：1月1日（周三）放假1天，不调休。',
  '二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。',
  '三、清明节：4月4日（周五）至6日（周日）放假，共3天。',
  '四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。',
  '五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。',
  '六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。',
);

test.each([[2026, n2026], [2025, n2025]])('the notice of %i gives every holiday and make-up day, and no fault', (year, text) => {
  const { holidays, workdays } = listed(year);
  expect({ ...readNotice(text), days: undefined }).toEqual({ year, source: `国务院办公厅关于${year}年部分节假日安排的通知`, days: undefined, faults: [] });
  expect(days(text, 'holiday')).toEqual(holidays);
  expect(days(text, 'makeup')).toEqual(workdays);
});

test('each day says which sentence it comes from and which festival it belongs to', () => {
  expect(readNotice(n2025).days.find(({ day }) => day === '2025-02-08')).toEqual({
    day: '2025-02-08', kind: 'makeup', name: '春节', line: '1月26日（周日）、2月8日（周六）上班',
  });
  expect(readNotice(n2025).days.find(({ day }) => day === '2025-10-06')).toMatchObject({ kind: 'holiday', name: '中秋节、国庆节' });
});

/** What a scan of the notice of 2019 gives: blanks in every word, 目 for 日, 体 for 休, brackets of every kind, a stray 5. */
const scanned = `国务 院 办 公 厅 关于 2019 年
部 分 节假日 安排 的 通知
国 办 发 明 电 [2018] 15 号
经 国务 院 批准 ， 现 将 2019 年 元 旦 、 春 节 、 清 明 广 、 劳动 节 、 端 午
节 、 中 秋 节 和 国庆 节 放 假 调 休 日 期 的 具体 安排 通知 如 『。
一 、 元 旦 : 2018 年 12 月 30 日 至 2019 年 1 月 1 日 放假 调 休 ， 共
3 天 。2018 年 12 月 29 日 〈 星 期 六 ) 上 班 。
二 、 春 节 : 2 月 4 日 至 10 日 放假 调 休 ， 共 7 天 。2 月 2 日 《星期
六 ) 、2 月 3 日 星期日) 上 班 5
三 、 清 明 节 : 4 月 5 日 放假 ， 与 周末 连 休 。
四 、 劳 动 节 : 5 月 1 日 放假 。
五 、 端 午 节 : 6 月 7 日 放假 ， 与 周末 连 休 。
六 、 中 秋 节 : 9 月 13 日 放假 ， 与 周末 连 体 。
七 、 国 庆 节 : 10 月 1 日 至 7 日 放假 调 体 ， 共 7 天 。9 月 29 目 ( 星
期 日 ) 、10 月 12 日 〈 星 期 六 ) 上 班 。
节假日 期 间 ， 各 地 区 、 各 部 门 要 妥善 安排 好 值班 和 安全 保卫 等 工 作`;

test('a scanned notice that begins in the year before is read whole', () => {
  expect(readNotice(scanned)).toMatchObject({ year: 2019, faults: [] });
  // That year's Labour Day was lengthened by a second notice.
  const one = (day: string) => !['2019-05-02', '2019-05-03', '2019-05-04'].includes(day);
  expect(days(scanned, 'holiday')).toEqual(['2018-12-30', '2018-12-31', ...listed(2019).holidays.filter(one)]);
  expect(days(scanned, 'makeup')).toEqual(['2018-12-29', '2019-02-02', '2019-02-03', '2019-09-29', '2019-10-12']);
});

test.each([
  ['a day made up later',        '端午节：6月20日放假，6月22日（星期一）补休。',                                     2015, ['2015-06-20 holiday', '2015-06-22 holiday']],
  ['one day alone',              '中秋节：9月27日放假。',                                                             2015, ['2015-09-27 holiday']],
  ['with the weekend before',    '清明节：4月4日放假，与周末连休。',                                                  2016, ['2016-04-02 holiday', '2016-04-03 holiday', '2016-04-04 holiday']],
  ['each day explained',         '清明节：4月4日至6日放假调休，共3天。其中，4月4日（星期三）为法定节假日，4月7日（星期六）上班。', 2018, ['2018-04-04 holiday', '2018-04-05 holiday', '2018-04-06 holiday', '2018-04-07 makeup']],
  ['December of the year before', '元旦：1月1日至3日放假，共3天。12月31日（星期六）上班。',                            2012, ['2011-12-31 makeup', '2012-01-01 holiday', '2012-01-02 holiday', '2012-01-03 holiday']],
  ['a dash for 至',              '劳动节：5月1日—3日放假，共3天。',                                                   2026, ['2026-05-01 holiday', '2026-05-02 holiday', '2026-05-03 holiday']],
  ['into the next month',        '国庆节：9月30日至10月2日放假，共3天。',                                              2026, ['2026-09-30 holiday', '2026-10-01 holiday', '2026-10-02 holiday']],
  ['wide digits',                '劳动节：５月１日至３日放假，共３天。',                                               2026, ['2026-05-01 holiday', '2026-05-02 holiday', '2026-05-03 holiday']],
  ['letters for digits',         '国庆节：1O月l日至3日放假，共3天。',                                                  2026, ['2026-10-01 holiday', '2026-10-02 holiday', '2026-10-03 holiday']],
])('%s', (_, section, year, expected) => {
  const { days, faults } = readNotice(notice(year, `一、${section}`));
  expect(days.map(({ day, kind }) => `${day} ${kind}`)).toEqual(expected);
  expect(faults.filter(({ reason }) => reason !== 'calendar.festival_missing')).toEqual([]);
});

test.each([
  ['a weekday that does not agree', '春节：1月28日（周三）至2月4日放假调休，共8天。', 'calendar.weekday_differs'],
  ['a count that does not agree',   '春节：1月28日至2月3日放假调休，共8天。',         'calendar.count_differs'],
  ['a day that does not exist',     '春节：2月30日放假。',                            'calendar.no_such_day'],
  ['a range that runs backwards',   '春节：2月8日至1月28日放假调休，共8天。',         'calendar.range_odd'],
])('%s is a fault', (_, section, reason) => expect(readNotice(notice(2025, section)).faults).toContainEqual({ line: expect.any(String), reason }));

const n2024 = notice(
  2024,
  '一、元旦：1月1日放假，与周末连休。',
  '二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。',
  '三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。',
  '四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。',
  '五、端午节：6月10日放假，与周末连休。',
  '六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。',
  '七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。',
);

test('what the notice of 2024 only encourages is not a day off; it is shown', () => {
  const { faults } = readNotice(n2024);
  expect(faults).toEqual([{ line: expect.stringContaining('除夕（2月9日）休息'), reason: 'calendar.not_understood' }]);
  const { holidays, workdays } = listed(2024);
  // The list leaves out a weekend beside a holiday; New Year of 2024 began on Saturday 30 December 2023.
  expect(days(n2024, 'holiday').filter((day) => day >= '2024')).toEqual([...holidays.filter((day) => day !== '2024-02-09'), '2024-06-08', '2024-06-09'].toSorted());
  expect(days(n2024, 'holiday').filter((day) => day < '2024')).toEqual(['2023-12-30', '2023-12-31']);
  expect(days(n2024, 'makeup')).toEqual(workdays);
});

test.each([
  ['an exception',          '劳动节：5月1日至5日放假调休，其中5月3日除外。'],
  ['a half day',            '劳动节：5月4日下午放假。'],
  ['a negation',            '劳动节：5月1日不放假。'],
  ['a condition',           '劳动节：5月1日至3日放假，如遇雨顺延至5月8日放假。'],
  ['only some people',      '劳动节：5月4日14周岁以上青年放假。'],
  ['a day without a word',  '劳动节：5月1日、5月2日。'],
  ['the day after',         '劳动节：5月1日放假，次日上班。'],
  ['ordinary',              '劳动节：5月1日照常办公。'],
  ['a festival unknown',    '国庆节：10月1日放假。八、胜利纪念日：9月3日放假。'],
])('%s is shown as not understood, not guessed', (_, section) => {
  const { days, faults } = readNotice(notice(2026, `一、${section}`));
  expect(days.map(({ day }) => day).filter((day) => day !== '2026-10-01')).toEqual([]);
  expect(faults.filter(({ reason }) => reason === 'calendar.not_understood')).toHaveLength(1);
});

test('a day named before the list or after it is shown, too', () => {
  const text = notice(2026, '一、元旦：1月1日放假。').replace('各省', '5月4日青年节下午放假。各省').replace('国务院办公厅\n2024', '9月3日照常上班。国务院办公厅\n2024');
  const { days, faults } = readNotice(text);
  expect(days.map(({ day }) => day)).toEqual(['2026-01-01']);
  expect(faults.filter(({ reason }) => reason === 'calendar.not_understood').map(({ line }) => line)).toEqual([expect.stringMatching(/5月4日青年节下午放假$/), expect.stringMatching(/9月3日照常上班$/)]);
});

test('festivals that are not mentioned are named', () => {
  const { faults } = readNotice(notice(2026, '一、元旦：1月1日放假。'));
  expect(faults.map(({ line }) => line)).toEqual(['春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']);
});

test('another text is not taken for the notice', () =>
  expect(readNotice('关于召开春季运动会的通知\n5月8日全校停课一天。')).toEqual({ year: null, source: '', days: [], faults: [{ line: expect.any(String), reason: 'calendar.no_year' }] }));

test('a long text without an end is read in time', () => {
  const started = performance.now();
  readNotice(notice(2026, `一、元旦：${'1月1日至'.repeat(3000)}`));
  expect(performance.now() - started).toBeLessThan(500);
});
