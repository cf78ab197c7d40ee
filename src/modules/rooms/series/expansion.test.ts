import { expect, test } from 'vitest';
import { nextDay, weekdayOf } from '#mechanisms/calendar/days.ts';
import { instantOf } from '#platform/time.ts';
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
