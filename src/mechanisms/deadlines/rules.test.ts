import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOfMs, msOf } from '#mechanisms/calendar/days.ts';
import { addTime, type KindOfTime, prepared } from '#mechanisms/calendar/rules.ts';
import { explain } from './explain.ts';
import { type ClockEvent, dueOf, nextOf, stillTold, tellingsAt, type Terms } from './rules.ts';
import { en, sentence as english } from './words.en.ts';
import { sentence as chinese, zh } from './words.zh.ts';

const rest = { name: '日常', starts: null, ends: null, weekdays: [1, 2, 3, 4, 5], spans: [{ from: '08:00', to: '12:00' }, { from: '13:30', to: '17:30' }] };
const national = ['01', '02', '03', '04', '05', '06', '07'].map((d) => ({ day: `2026-10-${d}`, kind: 'holiday' as const, name: '国庆节' }));
const calendar = prepared({ version: '1', years: [2026], days: [...national, { day: '2026-10-10', kind: 'makeup', name: '国庆节' }], timetables: [rest] });

const office = (text: string) => instantOfMs(msOf(`2026-${text.replace(' ', 'T')}:00.000Z`) - 8 * 3_600_000);
const terms = (kind: KindOfTime, hours: number): Terms => ({ kind, minutes: hours * 60, warnAfter: hours * 45, escalateAfter: 120 });
const started = (at: string): ClockEvent => ({ what: 'started', at: office(at) });
const paused = (at: string, reason = '等待补件'): ClockEvent => ({ what: 'paused', at: office(at), reason });
const resumed = (at: string): ClockEvent => ({ what: 'resumed', at: office(at) });
const stopped = (at: string): ClockEvent => ({ what: 'stopped', at: office(at) });
const overridden = (dueAt: string | null, reason = '来文要求'): ClockEvent => ({ what: 'overridden', at: office('11-24 09:00'), dueAt: dueAt && office(dueAt), reason });

test.each([
  ['without a pause',               [started('11-27 15:00')],                                                     'working_days', 12, '11-30 03:00'],
  ['a pause shifts it',             [started('11-23 09:00'), paused('11-23 10:00'), resumed('11-23 13:00')],      'elapsed',      2,  '11-23 14:00'],
  ['a pause over lunch costs none', [started('11-23 09:00'), paused('11-23 12:00'), resumed('11-23 13:30')],      'office_hours', 4,  '11-23 14:30'],
  ['paused twice',                  [started('11-23 08:00'), paused('11-23 09:00'), resumed('11-23 10:00'), paused('11-23 11:00'), resumed('11-24 08:00')], 'office_hours', 4, '11-24 10:00'],
  ['paused after it broke',         [started('11-23 08:00'), paused('11-23 11:00'), resumed('11-23 12:00')],      'elapsed',      2,  '11-23 10:00'],
  ['while it is paused',            [started('11-23 08:00'), paused('11-23 09:00')],                              'elapsed',      2,  null],
  ['stopped in time',               [started('11-23 08:00'), stopped('11-23 09:00')],                             'elapsed',      2,  null],
  ['a date laid down',              [started('11-23 08:00'), overridden('12-01 17:30')],                          'working_days', 12, '12-01 17:30'],
  ['a pause does not move a date',  [started('11-23 08:00'), overridden('12-01 17:30'), paused('11-24 08:00')],   'working_days', 12, '12-01 17:30'],
  ['the date taken back',           [started('11-23 08:00'), overridden('12-01 17:30'), overridden(null)],        'working_days', 12, '11-23 20:00'],
  ['the clock set back',            [started('11-23 08:00'), paused('11-23 09:00'), resumed('11-23 08:30')],      'elapsed',      2,  '11-23 10:00'],
] as const)('due %s', (_, events, kind, hours, due) => expect(dueOf(events, terms(kind, hours), calendar).dueAt).toBe(due && office(due)));

test('it warns when three quarters are used and escalates two hours later', () => {
  expect(dueOf([started('11-23 08:00')], terms('office_hours', 8), calendar)).toEqual({ warnAt: office('11-23 15:30'), dueAt: office('11-23 17:30'), escalateAt: office('11-24 10:00'), missingYear: null });
  expect(dueOf([started('11-23 08:00'), overridden('11-24 17:30')], terms('office_hours', 8), calendar)).toMatchObject({ warnAt: office('11-24 12:00'), escalateAt: office('11-25 10:00') });
});

test('what cannot be known is said, not guessed', () => {
  expect(dueOf([started('12-31 16:00')], terms('office_hours', 12), calendar)).toEqual({ warnAt: null, dueAt: null, escalateAt: null, missingYear: 2027 });
  expect(dueOf([started('12-31 09:00')], terms('office_hours', 8), calendar)).toMatchObject({ dueAt: null, warnAt: office('12-31 16:30'), missingYear: 2027 });
});

const none = { warned: null, broken: null, escalated: null };
const times = { warnAt: '10', dueAt: '20', escalateAt: '30', missingYear: null };

test.each([
  ['nothing told', none, true, '10'],
  ['warned', { ...none, warned: '10' }, true, '20'],
  ['broken without a warning', { ...none, broken: '20' }, true, '30'],
  ['all told', { warned: '10', broken: '20', escalated: '30' }, true, null],
  ['paused or stopped', none, false, null],
])('next after %s', (_, told, running, next) => expect(nextOf(times, told, running)).toBe(next));

test.each([
  ['too early', none, '09', []],
  ['in time to warn', none, '10', ['warned']],
  ['warned already', { ...none, warned: '10' }, '15', []],
  ['too late to warn', none, '20', ['broken']],
  ['long asleep', none, '99', ['broken', 'escalated']],
  ['the clock set back after the telling', { ...none, warned: '10' }, '01', []],
])('to tell: %s', (_, told, now, tellings) => expect(Object.entries(tellingsAt(times, told, now)).filter(([, is]) => is).map(([name]) => name)).toEqual(tellings));

test.each([
  ['nothing moved', times, { warned: '10', broken: '20', escalated: null }],
  ['moved beyond the telling', { ...times, dueAt: '25' }, { warned: '10', broken: null, escalated: null }],
  ['moved, but it was past anyway', { ...times, dueAt: '15' }, { warned: '10', broken: '20', escalated: null }],
  ['gone while it is paused', { ...times, dueAt: null }, { warned: '10', broken: '20', escalated: null }],
])('told before, and %s', (_, after, told) => expect(stillTold(times, after, { warned: '10', broken: '20', escalated: null })).toEqual(told));

const kind = fc.constantFrom<KindOfTime>('elapsed', 'working_days', 'office_hours');
const moment = fc.integer({ min: msOf(office('01-05 00:00')), max: msOf(office('06-01 00:00')) });

test('pauses shift the due time by exactly the time they take of its kind', () =>
  fc.assert(fc.property(kind, moment, fc.nat(3_000_000), fc.nat(200_000_000), fc.integer({ min: 60, max: 3000 }), (k, at, before, pause, minutes) => {
    const [s, p, r] = [at, at + before, at + before + pause].map(instantOfMs) as [string, string, string];
    const t: Terms = { kind: k, minutes, warnAfter: minutes, escalateAfter: null };
    const { dueAt } = dueOf([{ what: 'started', at: s }, { what: 'paused', at: p }, { what: 'resumed', at: r }], t, calendar);
    const plain = dueOf([{ what: 'started', at: s }], t, calendar).dueAt!;
    const paid = plain <= p ? 0 : explain([{ what: 'started', at: s }, { what: 'paused', at: p }, { what: 'resumed', at: r }], t, calendar).steps.find(({ what }) => what === 'paused')!.minutes;
    expect(dueAt).toBe(plain <= p ? plain : addTime(calendar, k, plain, Math.round(paid * 60_000)));
  })));

test('the steps of an explanation add up to the length', () =>
  fc.assert(fc.property(kind, moment, fc.integer({ min: 1, max: 20_000 }), (k, at, minutes) => {
    const { steps } = explain([{ what: 'started', at: instantOfMs(at) }], { kind: k, minutes }, calendar);
    expect(steps.filter(({ what }) => what === 'used').reduce((sum, step) => sum + step.minutes, 0)).toBeCloseTo(minutes, 6);
  })));

test.each([
  [
    'over a weekend and a pause',
    [started('11-27 15:30'), paused('11-30 09:00'), resumed('11-30 15:00')], 'office_hours', 4,
    '11月27日（周五）2 小时，11月28日至29日周末跳过，11月30日（周一）1 小时，暂停 4 小时 30 分钟（等待补件），11月30日（周一）1 小时；共 4 小时（办公时间），应于 11月30日（周一）16:00 前完成。',
    '2 h on Fri 27 Nov, weekend skipped (28–29 Nov), 1 h on Mon 30 Nov, paused 4 h 30 min (等待补件), 1 h on Mon 30 Nov: 4 h of office time, due by Mon 30 Nov 16:00.',
  ],
  [
    'over National Day',
    [started('09-30 15:00')], 'working_days', 24,
    '9月30日（周三）9 小时，10月1日至7日国庆节跳过，10月8日（周四）15 小时；共 24 小时（工作日），应于 10月8日（周四）15:00 前完成。',
    '9 h on Wed 30 Sep, 国庆节 skipped (1–7 Oct), 15 h on Thu 8 Oct: 24 h of working days, due by Thu 8 Oct 15:00.',
  ],
  ['elapsed', [started('11-27 15:30')], 'elapsed', 2, '自 11月27日（周五）15:30 起 2 小时（自然时间），应于 11月27日（周五）17:30 前完成。', '2 h from Fri 27 Nov 15:30, round the clock: due by Fri 27 Nov 17:30.'],
  ['a date laid down', [started('11-23 08:00'), overridden('12-01 17:30')], 'working_days', 12, '应于 12月1日（周二）17:30 前完成：来文要求。', 'Due by Tue 1 Dec 17:30: 来文要求.'],
  ['a year that is not published', [started('12-31 16:00')], 'office_hours', 12, '2027 年校历尚未发布，时限待校历发布后确定。', 'The calendar of 2027 is not published yet; the due time follows when it is.'],
  ['a pause now', [started('11-23 08:00'), paused('11-23 09:00')], 'office_hours', 4, '11月23日（周一）1 小时，现已暂停（等待补件）；尚余 3 小时（办公时间）。', '1 h on Mon 23 Nov, paused now (等待补件): 3 h of office time left.'],
  ['a long way', [started('11-02 08:00')], 'office_hours', 64, '11月2日至6日 40 小时，11月7日至8日周末跳过，11月9日至11日 24 小时；共 64 小时（办公时间），应于 11月11日（周三）17:30 前完成。', '40 h on 2–6 Nov, weekend skipped (7–8 Nov), 24 h on 9–11 Nov: 64 h of office time, due by Wed 11 Nov 17:30.'],
  [
    'a very long way', [started('09-21 08:00')], 'working_days', 480,
    '9月21日至10月23日 480 小时，其间周末、国庆节共 12 天跳过；共 480 小时（工作日），应于 10月23日（周五）08:00 前完成。',
    '480 h on 21 Sep – 23 Oct, weekend and 国庆节 skipped (12 days in between): 480 h of working days, due by Fri 23 Oct 08:00.',
  ],
] as const)('why: %s', (_, events, k, hours, zh, en) => {
  const explanation = explain(events, terms(k, hours), calendar);
  expect([chinese(explanation), english(explanation)]).toEqual([zh, en]);
});

test.each([
  ['today',    '11-24 17:30', '还剩 3 小时 20 分钟 · 今天 17:30 前',     '3 h 20 min left · by 17:30 today'],
  ['tomorrow', '11-25 08:00', '还剩 17 小时 50 分钟 · 明天 08:00 前',    '17 h 50 min left · by 08:00 tomorrow'],
  ['two days', '11-26 17:10', '还剩 2 天 3 小时 · 11月26日（周四） 17:10 前', '2 days 3 h left · by 17:10 Thu 26 Nov'],
  ['later',    '11-30 08:00', '还剩 5 天 · 11月30日（周一） 08:00 前',   '5 days left · by 08:00 Mon 30 Nov'],
  ['over',     '11-24 13:40', '30 分钟 · 今天 13:40 到期',               '30 min · was due 13:40 today'],
])('how long still: %s', (_, due, inChinese, inEnglish) => {
  const now = office('11-24 14:10');
  expect([zh.still(office(due), now), en.still(office(due), now)]).toEqual([inChinese, inEnglish]);
});
