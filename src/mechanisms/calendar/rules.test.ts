import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Marked, Timetable } from './contract.ts';
import { dayOfNumber, instantOfMs, isDay, msOf, nextDay, numberOfDay, wallAt, weekdayOf } from './days.ts';
import { addTime, dayFacts, type Facts, isUnpublished, isWorkingDay, type KindOfTime, officeHoursBetween, prepared, timeBetween, whyNotDays, whyNotMark, whyNotPublish, whyNotTerm, whyNotTimetable } from './rules.ts';

const rest: Timetable = { name: '日常作息', starts: null, ends: null, weekdays: [1, 2, 3, 4, 5], spans: [{ from: '08:00', to: '12:00' }, { from: '13:30', to: '17:30' }] };

/** The days that come with the product, out of the migration itself. */
const migration = readFileSync('database/migrations/0003_calendar.sql', 'utf8');
const seeded = [...migration.matchAll(/\('(\d{4}-\d\d-\d\d)', '(\w+)', '(.+?)'\)/g)].map(([, day, kind, name]) => ({ day, kind, name }) as Marked);

const facts: Facts = { version: '1', years: [2025, 2026], days: seeded, timetables: [rest] };
const calendar = prepared(facts);
const hour = 3_600_000;
const office = (text: string) => instantOfMs(msOf(`${text.replace(' ', 'T')}:00.000Z`) - 8 * hour);
const plus = (kind: KindOfTime, from: string, hours: number, on = calendar) => addTime(on, kind, office(from), hours * hour);

test.each([
  ['2025', 28, 5],
  ['2026', 33, 6],
])('%s comes with %i holidays and %i make-up days', (year, holidays, makeup) => {
  const of = (kind: string) => seeded.filter((d) => d.day.startsWith(year) && d.kind === kind).length;
  expect([of('holiday'), of('makeup')]).toEqual([holidays, makeup]);
});

test.each([2025, 2026])('the days of %i are those of an independent list', (year) => {
  const list = JSON.parse(readFileSync(`node_modules/chinese-days/dist/years/${year}.json`, 'utf8'));
  const theirs = [...Object.keys(list.holidays).map((day) => `${day} holiday`), ...Object.keys(list.workdays).map((day) => `${day} makeup`)];
  expect(seeded.filter(({ day }) => day.startsWith(`${year}`)).map(({ day, kind }) => `${day} ${kind}`).toSorted()).toEqual(theirs.toSorted());
});

test.each([
  ['office_hours', 'twelve hours over the Spring Festival, whose Saturday is worked', '2026-02-13 15:00', 12, '2026-02-24 09:30'],
  ['office_hours', 'over National Day, which ends with a make-up Saturday', '2026-09-30 16:30', 12, '2026-10-09 11:00'],
  ['office_hours', 'a Sunday night begins on Monday', '2026-11-22 23:00', 1, '2026-11-23 09:00'],
  ['office_hours', 'over lunch', '2026-11-23 11:50', 0.5, '2026-11-23 13:50'],
  ['office_hours', 'to the very end of the day', '2026-11-23 15:30', 2, '2026-11-23 17:30'],
  ['office_hours', 'a make-up Sunday is worked', '2026-09-20 08:00', 8, '2026-09-20 17:30'],
  ['working_days', 'twelve hours inside a day', '2026-11-24 09:00', 12, '2026-11-24 21:00'],
  ['working_days', 'the weekend is skipped', '2026-11-27 15:00', 12, '2026-11-30 03:00'],
  ['working_days', 'from a Saturday', '2026-11-28 10:00', 24, '2026-12-01 00:00'],
  ['working_days', 'three days over New Year', '2025-12-31 12:00', 48, '2026-01-05 12:00'],
  ['elapsed', 'two hours at night are two hours', '2026-11-27 23:30', 2, '2026-11-28 01:30'],
] as const)('%s: %s', (kind, _, from, hours, to) => expect(plus(kind, from, hours)).toBe(office(to)));

test.each([
  ['into a year that is not published', '2026-12-31 17:00', 12, 2027],
  ['from a year that is not published', '2027-01-04 09:00', 1, 2027],
  ['from before the first published year', '2024-12-31 09:00', 1, 2024],
])('%s nothing is guessed', (_, from, hours, year) => {
  expect(plus('office_hours', from, hours)).toEqual({ refused: 'calendar.year_not_published', year });
  expect(plus('working_days', from, hours * 24)).toEqual({ refused: 'calendar.year_not_published', year });
  expect(plus('elapsed', from, hours)).toBe(instantOfMs(msOf(office(from)) + hours * hour));
});

test('the last working hour of the last published year is still known', () => {
  expect(plus('office_hours', '2026-12-31 16:30', 1)).toBe(office('2026-12-31 17:30'));
  expect(officeHoursBetween(calendar, office('2026-12-31 16:30'), office('2027-01-01 00:00'))).toBe(hour);
  expect(officeHoursBetween(calendar, office('2026-12-31 16:30'), office('2027-01-01 00:01'))).toEqual({ refused: 'calendar.year_not_published', year: 2027 });
});

test('a gap between published years is named', () => {
  const gap = prepared({ ...facts, years: [2024, 2026] });
  expect(timeBetween(gap, 'working_days', office('2024-12-30 09:00'), office('2026-01-05 09:00'))).toMatchObject({ year: 2025 });
  expect(addTime(gap, 'working_days', office('2024-12-31 09:00'), 40 * 24 * hour)).toMatchObject({ year: 2025 });
});

const with_ = (days: readonly Marked[], timetables: readonly Timetable[] = [rest]) => prepared({ ...facts, days: [...seeded, ...days], timetables });
const winter: Timetable = { ...rest, name: '冬季', starts: '2026-11-01', ends: '2026-12-31', spans: [{ from: '08:30', to: '12:00' }, { from: '13:00', to: '17:00' }] };
const duty: Timetable[] = [
  { ...rest, name: '暑假值班', starts: '2026-07-10', ends: '2026-08-25', weekdays: [2, 4], spans: [{ from: '09:00', to: '11:00' }] },
  { ...rest, name: '暑假', starts: '2026-07-10', ends: '2026-08-25', weekdays: [1, 3, 5], spans: [] },
];

test.each([
  ['a half day counts its half', with_([{ day: '2026-11-27', kind: 'morning', name: '运动会' }]), 'working_days', '2026-11-27 06:00', 12, '2026-11-30 06:00'],
  ['a half day has its morning hours', with_([{ day: '2026-11-27', kind: 'morning', name: '运动会' }]), 'office_hours', '2026-11-27 08:00', 5, '2026-11-30 09:00'],
  ['an afternoon of a Saturday', with_([{ day: '2026-11-28', kind: 'afternoon', name: '家长会' }]), 'office_hours', '2026-11-28 08:00', 4, '2026-11-28 17:30'],
  ["the school's own day off", with_([{ day: '2026-11-27', kind: 'closed', name: '校庆' }]), 'office_hours', '2026-11-26 17:00', 1, '2026-11-30 08:30'],
  ['winter hours', with_([], [rest, winter]), 'office_hours', '2026-11-23 08:00', 1, '2026-11-23 09:30'],
  ['summer duty on Tuesdays and Thursdays', with_([], [rest, ...duty]), 'office_hours', '2026-07-13 09:00', 3, '2026-07-16 10:00'],
  ['summer duty days are the working days', with_([], [rest, ...duty]), 'working_days', '2026-07-13 09:00', 30, '2026-07-16 06:00'],
] as const)('%s', (_, on, kind, from, hours, to) => expect(plus(kind, from, hours, on)).toBe(office(to)));

test.each([
  ['2026-10-01', false, 'holiday', '国庆节'],
  ['2026-10-10', true, 'makeup', '国庆节'],
  ['2026-11-24', true, 'weekday', ''],
  ['2026-11-28', false, 'weekend', ''],
])('%s: working %s, because %s %s', (day, working, why, name) => {
  expect(dayFacts(calendar, day)).toEqual({ day, working, why, name });
  expect(isWorkingDay(calendar, day)).toBe(working);
  expect(isWorkingDay(calendar, day.replace('2026', '2027'))).toMatchObject({ year: 2027 });
});

const moment = fc.integer({ min: msOf('2025-01-01T00:00:00.000Z'), max: msOf('2026-11-01T00:00:00.000Z') }).map(instantOfMs);
const length = fc.integer({ min: 1, max: 200 * hour });
const kind = fc.constantFrom<KindOfTime>('elapsed', 'working_days', 'office_hours');

test('adding and then measuring gives the same', () =>
  fc.assert(fc.property(kind, moment, length, (k, from, ms) => timeBetween(calendar, k, from, addTime(calendar, k, from, ms) as string) === ms)));

test('what starts later or takes longer is never due earlier', () =>
  fc.assert(fc.property(kind, moment, length, fc.nat(50 * hour), (k, from, ms, more) => {
    const due = addTime(calendar, k, from, ms);
    return addTime(calendar, k, from, ms + more) >= due && addTime(calendar, k, instantOfMs(msOf(from) + more), ms) >= due;
  })));

test('measuring in two steps gives the whole', () =>
  fc.assert(fc.property(kind, fc.tuple(moment, moment, moment), (k, three) => {
    const [a, b, c] = three.toSorted() as [string, string, string];
    const between = (x: string, y: string) => timeBetween(calendar, k, x, y) as number;
    return between(a, b) + between(b, c) === between(a, c);
  })));

test('a due time never lands outside office hours', () =>
  fc.assert(fc.property(moment, length, (from, ms) => {
    const due = addTime(calendar, 'office_hours', from, ms) as string;
    return timeBetween(calendar, 'office_hours', instantOfMs(msOf(due) - 1), due) === 1;
  })));

test('where every hour of every day is worked, all kinds of time agree', () => {
  const always = prepared({ ...facts, days: [], timetables: [{ ...rest, weekdays: [1, 2, 3, 4, 5, 6, 7], spans: [{ from: '00:00', to: '24:00' }] }] });
  fc.assert(fc.property(moment, length, (from, ms) => {
    const due = addTime(always, 'elapsed', from, ms);
    return addTime(always, 'working_days', from, ms) === due && addTime(always, 'office_hours', from, ms) === due;
  }));
});

test('days and instants as numbers agree with the language', () =>
  fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }), (date) => {
    const text = date.toISOString();
    expect([msOf(text), instantOfMs(date.getTime())]).toEqual([date.getTime(), text]);
    expect(dayOfNumber(numberOfDay(text))).toBe(text.slice(0, 10));
    expect(weekdayOf(text) % 7).toBe(date.getUTCDay());
    expect(nextDay(text.slice(0, 10))).toBe(new Date(date.getTime() + 24 * hour).toISOString().slice(0, 10));
  })));

test('the wall of the office shows Chinese time', () => expect(wallAt('2026-12-31T16:05:00.000Z')).toEqual({ day: '2027-01-01', time: '00:05' }));

test.each([['2028-02-29', true], ['2026-02-29', false], ['2026-13-01', false], ['2026-1-1', false]])('%s is a day: %s', (day, is) => expect(isDay(day)).toBe(is));

test('a due time is found in well under 0.1 ms', () => {
  const started = performance.now();
  for (let i = 0; i < 10_000; i++) addTime(calendar, 'office_hours', instantOfMs(msOf(office('2026-01-05 08:00')) + i * 2_000_000), 12 * hour);
  expect((performance.now() - started) / 10_000).toBeLessThan(0.05);
});

test.each([
  ['the base hours', rest, []],
  ['closed for the rest of the year', { ...rest, spans: [] }, ['calendar.no_hours']],
  ['closed in the holidays', { ...rest, starts: '2026-07-10', ends: '2026-08-25', spans: [] }, []],
  ['half a range', { ...rest, starts: '2026-07-10' }, ['calendar.ends_before_it_starts']],
  ['overlapping hours', { ...rest, spans: [{ from: '08:00', to: '12:00' }, { from: '11:00', to: '17:00' }] }, ['calendar.hours_out_of_order']],
  ['no such hour', { ...rest, spans: [{ from: '08:00', to: '25:00' }] }, ['calendar.hours_out_of_order']],
])('hours: %s', (_, timetable, answer) => expect(whyNotTimetable(timetable)).toEqual(answer));

const autumn = { name: '秋季学期', starts: '2026-09-01', ends: '2027-01-22' };
test.each([
  ['the first', autumn, [], []],
  ['the next', { ...autumn, starts: '2027-02-22', ends: '2027-07-09' }, [autumn], []],
  ['one that overlaps', { ...autumn, starts: '2027-01-10', ends: '2027-07-09' }, [autumn], ['calendar.terms_overlap']],
  ['one that ends first', { ...autumn, ends: '2026-08-01' }, [], ['calendar.ends_before_it_starts']],
])('term: %s', (_, wanted, others, answer) => expect(whyNotTerm(wanted, others)).toEqual(answer));

test.each([
  ['a make-up Saturday', [{ day: '2026-10-10', kind: 'makeup', name: '' }], []],
  ['a make-up Monday', [{ day: '2026-10-12', kind: 'makeup', name: '' }], ['calendar.makeup_on_a_weekday']],
  ['a day twice', [{ day: '2026-10-10', kind: 'makeup', name: '' }, { day: '2026-10-10', kind: 'holiday', name: '' }], ['calendar.day_twice']],
  ['a day of another year', [{ day: '2028-01-01', kind: 'holiday', name: '' }], ['calendar.another_year']],
  ['no such day', [{ day: '2026-02-30', kind: 'holiday', name: '' }], ['calendar.no_such_day']],
] as const)('days: %s', (_, days, answer) => expect(whyNotDays(2026, days)).toEqual(answer));

test.each([
  ['a holiday', '2026-11-25', 'holiday', []],
  ['nothing any more', '2026-11-25', null, []],
  ['a make-up Wednesday', '2026-11-25', 'makeup', ['calendar.makeup_on_a_weekday']],
  ['no day', 'tomorrow', 'makeup', ['calendar.no_such_day']],
])('marking as %s', (_, day, kind, answer) => expect(whyNotMark({ day, kind, name: '' })).toEqual(answer));

test.each([
  ['a full year', { published: false, days: seeded }, []],
  ['twice', { published: true, days: seeded }, ['calendar.already_published']],
  ['an empty one', { published: false, days: [] }, ['calendar.holidays_missing']],
])('publishing %s', (_, year, answer) => expect(whyNotPublish(year)).toEqual(answer));

test('an answer that nobody can give is told from one', () => expect([isUnpublished(plus('elapsed', '2026-11-24 09:00', 1)), isUnpublished(calendar.years)]).toEqual([false, false]));
