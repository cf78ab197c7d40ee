import { expect, test } from 'vitest';
import { nextDay, weekdayOf } from '#mechanisms/calendar/days.ts';
import { instantOf } from '#platform/time.ts';
import { rule as accepted } from './contract.ts';
import { datesOf } from './expansion.ts';

/** `npm run check:rooms` asks for more. */
const many = Number(process.env['ROOM_RULES'] ?? 200);

interface Rule {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY';
  interval: number;
  count: number;
  byday: { nth: number; day: number }[];
  bymonthday: number[];
  bysetpos: number;
}

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** So many days are looked at. */
const farthest = 15_000;

/** The same rule, looked at day by day: slow, and written without the library in mind. */
const dayByDay = (start: string, rule: Rule) => {
  const found: string[] = [];
  for (let day = start, tried = 0; found.length < rule.count && tried < farthest; day = nextDay(day), tried += 1) if (isOn(day, start, rule)) found.push(day);
  return found;
};

const isOn = (day: string, start: string, rule: Rule) => {
  if (rule.freq === 'DAILY') return tried(start, day) % rule.interval === 0 && fitsWeekday(day, rule) && fitsMonthday(day, rule);
  if (rule.freq === 'WEEKLY') return Math.round(tried(mondayOf(start), mondayOf(day)) / 7) % rule.interval === 0 && (rule.byday.length ? fitsWeekday(day, rule) : weekdayOf(day) === weekdayOf(start));
  return monthsBetween(start, day) % rule.interval === 0 && ofMonth(day, start, rule).includes(day);
};

const tried = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const mondayOf = (day: string) => nextDay(day, 1 - weekdayOf(day));
const monthsBetween = (from: string, to: string) => (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
const fitsWeekday = (day: string, { byday }: Rule) => !byday.length || byday.some((one) => one.day === weekdayOf(day));
const fitsMonthday = (day: string, { bymonthday }: Rule) => !bymonthday.length || bymonthday.some((nth) => (nth > 0 ? nth : lengthOf(day) + 1 + nth) === Number(day.slice(8)));
const lengthOf = (day: string) => Number(nextDay(`${nextDay(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1).slice(8));

const ofMonth = (day: string, start: string, rule: Rule) => {
  const days = Array.from({ length: lengthOf(day) }, (_, i) => `${day.slice(0, 7)}-${String(i + 1).padStart(2, '0')}`);
  const nthOf = (one: string) => Math.ceil(Number(one.slice(8)) / 7);
  const fromEnd = (one: string) => -Math.ceil((lengthOf(one) - Number(one.slice(8)) + 1) / 7);
  const weekday = (one: string) => !rule.byday.length || rule.byday.some(({ nth, day: wanted }) => wanted === weekdayOf(one) && (nth === 0 || nth === nthOf(one) || nth === fromEnd(one)));
  const plain = !rule.byday.length && !rule.bymonthday.length;
  const fit = days.filter((one) => (plain ? one.slice(8) === start.slice(8) : weekday(one) && fitsMonthday(one, rule)));
  if (!rule.bysetpos) return fit;
  return fit.filter((_, i) => i === (rule.bysetpos > 0 ? rule.bysetpos - 1 : fit.length + rule.bysetpos));
};

const written = ({ freq, interval, count, byday, bymonthday, bysetpos }: Rule) =>
  [`FREQ=${freq}`, `INTERVAL=${interval}`, `COUNT=${count}`, ...(byday.length ? [`BYDAY=${byday.map(({ nth, day }) => `${nth || ''}${names[day - 1]}`).join(',')}`] : []), ...(bymonthday.length ? [`BYMONTHDAY=${bymonthday.join(',')}`] : []), ...(bysetpos ? [`BYSETPOS=${bysetpos}`] : []), ...(freq === 'WEEKLY' ? ['WKST=MO'] : [])].join(';');

/** The same rules each time. */
const chance = (seed: number) => () => (seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
const any = chance(11);
const number = (from: number, to: number) => from + Math.floor(any() * (to - from + 1));
const some = (all: readonly number[], most: number) => [...new Set(Array.from({ length: number(1, most) }, () => all[Math.floor(any() * all.length)]!))];

const someRule = (): Rule => {
  const freq = (['DAILY', 'WEEKLY', 'MONTHLY'] as const)[number(0, 2)]!;
  const weekdays = any() < 0.6 ? some([1, 2, 3, 4, 5, 6, 7], 4) : [];
  const nth = () => (freq === 'MONTHLY' && any() < 0.5 ? [1, 2, 3, 4, -1, -2][number(0, 5)]! : 0);
  const bymonthday = freq === 'MONTHLY' && any() < 0.4 ? some([1, 2, 5, 10, 15, 20, 28, -1, -2], 3) : [];
  const byday = weekdays.map((day) => ({ nth: nth(), day }));
  const bysetpos = freq === 'MONTHLY' && byday.length + bymonthday.length > 0 && any() < 0.3 ? [1, 2, -1][number(0, 2)]! : 0;
  return { freq, interval: number(1, 3), count: number(1, 12), byday, bymonthday, bysetpos };
};

test(`${many} rules have the dates that looking at every day gives`, { timeout: 600_000 }, () => {
  const different: string[] = [];
  for (let i = 0; i < many; i += 1) {
    const [rule, start] = [someRule(), nextDay('2026-01-01', number(0, 700))];
    const dates = datesOf({ from: instantOf(start, '14:00'), to: instantOf(start, '15:30') }, written(rule), 100);
    const expected = dayByDay(start, rule);
    // A rule that takes ten years to come about is no rule for an office: the library gives up on some, and so does the page.
    if (dates === undefined ? expected.length === rule.count && tried(start, expected.at(-1)!) < 3650 : JSON.stringify(dates.map(({ from }) => from).filter((from) => from < instantOf(nextDay(start, farthest)))) !== JSON.stringify(expected.map((day) => instantOf(day, '14:00')))) different.push(`${start} ${written(rule)}`);
  }
  expect(different).toEqual([]);
});

/** A month and its days: 1997-09-02, 1997-09-15 … */
const month = (name: string, ...days: number[]) => days.map((day) => `${name}-${String(day).padStart(2, '0')}`);
const everyDay = (from: string, to: string) => {
  const days: string[] = [];
  for (let day = from; day <= to; day = nextDay(day)) days.push(day);
  return days;
};
const tuesdaysAndThursdays = [...month('1997-09', 2, 4, 9, 11, 16, 18, 23, 25, 30), ...month('1997-10', 2)];

// RFC 5545, 3.8.5.3, in its order; of what goes on for ever, as many as it prints.
test.each([
  ['daily, 10 times', '1997-09-02', 'FREQ=DAILY;COUNT=10', everyDay('1997-09-02', '1997-09-11')],
  ['daily until 24 December', '1997-09-02', 'FREQ=DAILY;UNTIL=19971224T000000Z', everyDay('1997-09-02', '1997-12-23')],
  ['every other day', '1997-09-02', 'FREQ=DAILY;INTERVAL=2', [...month('1997-09', 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), ...month('1997-10', 2, 4, 6)]],
  ['every 10 days, 5 times', '1997-09-02', 'FREQ=DAILY;INTERVAL=10;COUNT=5', [...month('1997-09', 2, 12, 22), ...month('1997-10', 2, 12)]],
  ['weekly, 10 times', '1997-09-02', 'FREQ=WEEKLY;COUNT=10', [...month('1997-09', 2, 9, 16, 23, 30), ...month('1997-10', 7, 14, 21, 28), ...month('1997-11', 4)]],
  ['weekly until 24 December', '1997-09-02', 'FREQ=WEEKLY;UNTIL=19971224T000000Z', [...month('1997-09', 2, 9, 16, 23, 30), ...month('1997-10', 7, 14, 21, 28), ...month('1997-11', 4, 11, 18, 25), ...month('1997-12', 2, 9, 16, 23)]],
  ['every other week', '1997-09-02', 'FREQ=WEEKLY;INTERVAL=2;WKST=SU', [...month('1997-09', 2, 16, 30), ...month('1997-10', 14, 28), ...month('1997-11', 11, 25), ...month('1997-12', 9, 23), ...month('1998-01', 6, 20), ...month('1998-02', 3, 17)]],
  ['Tuesdays and Thursdays for five weeks, by its end', '1997-09-02', 'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH', tuesdaysAndThursdays],
  ['Tuesdays and Thursdays for five weeks, counted', '1997-09-02', 'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH', tuesdaysAndThursdays],
  ['every other week on three days until 24 December', '1997-09-01', 'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR', [...month('1997-09', 1, 3, 5, 15, 17, 19, 29), ...month('1997-10', 1, 3, 13, 15, 17, 27, 29, 31), ...month('1997-11', 10, 12, 14, 24, 26, 28), ...month('1997-12', 8, 10, 12, 22)]],
  ['every other week on two days, 8 times', '1997-09-02', 'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH', [...month('1997-09', 2, 4, 16, 18, 30), ...month('1997-10', 2, 14, 16)]],
  ['the first Friday, 10 times', '1997-09-05', 'FREQ=MONTHLY;COUNT=10;BYDAY=1FR', ['1997-09-05', '1997-10-03', '1997-11-07', '1997-12-05', '1998-01-02', '1998-02-06', '1998-03-06', '1998-04-03', '1998-05-01', '1998-06-05']],
  ['the first Friday until 24 December', '1997-09-05', 'FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR', ['1997-09-05', '1997-10-03', '1997-11-07', '1997-12-05']],
  ['the first and last Sunday of every other month', '1997-09-07', 'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU', [...month('1997-09', 7, 28), ...month('1997-11', 2, 30), ...month('1998-01', 4, 25), ...month('1998-03', 1, 29), ...month('1998-05', 3, 31)]],
  ['the last Monday but one', '1997-09-22', 'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO', ['1997-09-22', '1997-10-20', '1997-11-17', '1997-12-22', '1998-01-19', '1998-02-16']],
  ['the last day but two', '1997-09-28', 'FREQ=MONTHLY;BYMONTHDAY=-3', ['1997-09-28', '1997-10-29', '1997-11-28', '1997-12-29', '1998-01-29', '1998-02-26']],
  ['the 2nd and the 15th', '1997-09-02', 'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15', ['1997-09', '1997-10', '1997-11', '1997-12', '1998-01'].flatMap((name) => month(name, 2, 15))],
  ['the first and the last day', '1997-09-30', 'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1', ['1997-09-30', ...month('1997-10', 1, 31), ...month('1997-11', 1, 30), ...month('1997-12', 1, 31), ...month('1998-01', 1, 31), '1998-02-01']],
  ['the 10th to the 15th, every 18 months', '1997-09-10', 'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15', [...month('1997-09', 10, 11, 12, 13, 14, 15), ...month('1999-03', 10, 11, 12, 13)]],
  ['every Tuesday of every other month', '1997-09-02', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU', [...month('1997-09', 2, 9, 16, 23, 30), ...month('1997-11', 4, 11, 18, 25), ...month('1998-01', 6, 13, 20, 27), ...month('1998-03', 3, 10, 17, 24, 31)]],
  ['Friday the 13th', '1997-09-02', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', ['1998-02-13', '1998-03-13', '1998-11-13', '1999-08-13', '2000-10-13']],
  ['the Saturday after the first Sunday', '1997-09-13', 'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13', ['1997-09-13', '1997-10-11', '1997-11-08', '1997-12-13', '1998-01-10', '1998-02-07', '1998-03-07', '1998-04-11', '1998-05-09', '1998-06-13']],
  ['the third Tuesday, Wednesday or Thursday', '1997-09-04', 'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', ['1997-09-04', '1997-10-07', '1997-11-06']],
  ['the last weekday but one', '1997-09-29', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', ['1997-09-29', '1997-10-30', '1997-11-27', '1997-12-30', '1998-01-29', '1998-02-26', '1998-03-30']],
  ['weeks that begin on Monday', '1997-08-05', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', month('1997-08', 5, 10, 19, 24)],
  ['weeks that begin on Sunday', '1997-08-05', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', month('1997-08', 5, 17, 19, 31)],
  ['days that some months have not', '2007-01-15', 'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', ['2007-01-15', '2007-01-30', '2007-02-15', '2007-03-15', '2007-03-30']],
])('RFC 5545, %s: the dates that it prints', (_, start, rule, printed) => {
  expect(accepted.safeParse(rule).success).toBe(true);
  const dates = datesOf({ from: instantOf(start, '09:00'), to: instantOf(start, '10:00') }, rule, printed.length + (/COUNT|UNTIL/.test(rule) ? 1 : 0));
  expect(dates!.map(({ from }) => from)).toEqual(printed.map((day) => instantOf(day, '09:00')));
});

const ofYears = 'a room is booked for a school year at most, so nothing repeats by years, months of a year or weeks of a year';
const withinDay = 'a meeting is once a day at most, at the hour at which it first is';

test.each([
  ['every day in January', 'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA', ofYears],
  ['every day in January, by days', 'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1', ofYears],
  ['June and July', 'FREQ=YEARLY;COUNT=10;BYMONTH=6,7', ofYears],
  ['January, February and March every other year', 'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3', ofYears],
  ['days of the year', 'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200', ofYears],
  ['the 20th Monday of the year', 'FREQ=YEARLY;BYDAY=20MO', ofYears],
  ['Monday of week 20', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', ofYears],
  ['Thursdays in March', 'FREQ=YEARLY;BYMONTH=3;BYDAY=TH', ofYears],
  ['Thursdays from June to August', 'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8', ofYears],
  ['the election day', 'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8', ofYears],
  ['every 3 hours', 'FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z', withinDay],
  ['every 15 minutes', 'FREQ=MINUTELY;INTERVAL=15;COUNT=6', withinDay],
  ['every hour and a half', 'FREQ=MINUTELY;INTERVAL=90;COUNT=4', withinDay],
  ['every 20 minutes of the day', 'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40', withinDay],
  ['every 20 minutes, by minutes', 'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16', withinDay],
])('RFC 5545, %s (%s) is not taken: %s', (_, rule) => expect(accepted.safeParse(rule).success).toBe(false));
