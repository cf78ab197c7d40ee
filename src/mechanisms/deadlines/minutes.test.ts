import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Marked, Timetable } from '#mechanisms/calendar/contract.ts';
import { type Facts, type KindOfTime, prepared } from '#mechanisms/calendar/rules.ts';
import { explain } from './explain.ts';
import { type ClockEvent, dueOf } from './rules.ts';

/**
 * The same office, worked out by walking every minute with the language's own dates: slow, and made of nothing
 * that the product uses.
 */
const minute = 60_000;
const china = (ms: number) => new Date(ms + 8 * 60 * minute);
const dayOf = (ms: number) => china(ms).toISOString().slice(0, 10);

const hoursOn = (facts: Facts, day: string, weekday: number): string[][] => {
  let best: Timetable | undefined;
  for (const t of facts.timetables) {
    if (!t.weekdays.includes(weekday)) continue;
    if (t.starts !== null && (day < t.starts || day > t.ends!)) continue;
    if (!best || (t.starts ?? '') > (best.starts ?? '')) best = t;
  }
  return best ? best.spans.map(({ from, to }) => [from, to]) : [];
};

const slowDay = (facts: Facts, day: string) => {
  const mark = facts.days.find((d) => d.day === day)?.kind;
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
  let hours = mark === 'holiday' || mark === 'closed' ? [] : hoursOn(facts, day, weekday);
  if (mark && mark !== 'holiday' && mark !== 'closed' && !hours.length) hours = hoursOn(facts, day, 1);
  const open = Array.from({ length: 1440 }, (_, i) => {
    const clock = `${String(Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`;
    const half = mark === 'morning' ? i < 720 : mark === 'afternoon' ? i >= 720 : true;
    return half && hours.some(([from, to]) => from! <= clock && clock < to!);
  });
  const worked = open.includes(true);
  return { open, whole: Array.from({ length: 1440 }, (_, i) => worked && (mark === 'morning' ? i < 720 : mark === 'afternoon' ? i >= 720 : true)) };
};

const slowDue = (events: readonly ClockEvent[], kind: KindOfTime, minutes: number, facts: Facts) => {
  const days = new Map<number, ReturnType<typeof slowDay> & { year: number }>();
  let [left, runs, i] = [minutes, false, 0];
  for (let at = Date.parse(events[0]!.at); ; at += minute) {
    while (i < events.length && Date.parse(events[i]!.at) <= at) runs = ['started', 'resumed'].includes(events[i++]!.what);
    if (!runs && i === events.length) return { dueAt: null, missingYear: null };
    if (!runs) continue;
    const number = Math.floor(china(at).getTime() / 86_400_000);
    const known = days.get(number) ?? { ...slowDay(facts, dayOf(at)), year: Number(dayOf(at).slice(0, 4)) };
    days.set(number, known);
    if (kind !== 'elapsed' && !facts.years.includes(known.year)) return { dueAt: null, missingYear: known.year };
    const ofDay = Math.floor((china(at).getTime() % 86_400_000) / minute);
    if (kind === 'elapsed' || (kind === 'office_hours' ? known.open : known.whole)[ofDay]) left -= 1;
    if (left === 0) return { dueAt: new Date(at + minute).toISOString(), missingYear: null };
  }
};

const two = (n: number) => String(n).padStart(2, '0');
const clock = (n: number) => `${two(Math.floor(n / 60))}:${two(n % 60)}`;
const day = fc.integer({ min: 0, max: 44 }).map((n) => new Date(Date.UTC(2026, 10, 20 + n)).toISOString().slice(0, 10));
const spans = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 }).map((points) => {
  const sorted = points.toSorted((a, b) => a - b);
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => ({ from: clock(sorted[2 * i]!), to: clock(sorted[2 * i + 1]!) }));
});
const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
const rest = fc.record({ name: fc.constant('日常'), starts: fc.constant(null), ends: fc.constant(null), weekdays, spans });
const season = fc.record({ name: fc.constant('季节'), range: fc.tuple(day, day), weekdays, spans: fc.oneof(spans, fc.constant<{ from: string; to: string }[]>([])) }).map(({ range, ...t }) => ({ ...t, starts: range.toSorted()[0]!, ends: range.toSorted()[1]! }));
const marked = fc.record({ day, kind: fc.constantFrom<Marked['kind']>('holiday', 'makeup', 'morning', 'afternoon', 'closed'), name: fc.constant('') });
const facts: fc.Arbitrary<Facts> = fc.record({
  version: fc.constant('x'),
  years: fc.constantFrom([2026], [2026, 2027]),
  days: fc.uniqueArray(marked, { selector: (d) => d.day, maxLength: 15 }),
  timetables: fc.tuple(rest, fc.uniqueArray(season, { selector: (t) => t.starts, maxLength: 2 })).map(([all, some]) => [all, ...some]),
});
const start = fc.integer({ min: 0, max: 40 * 1440 }).map((n) => Date.UTC(2026, 10, 20) + n * minute);
const story = fc.tuple(start, fc.array(fc.integer({ min: 1, max: 2000 }), { maxLength: 4 })).map(([begins, gaps]) => {
  const at = gaps.reduce<number[]>((times, gap) => [...times, times.at(-1)! + gap * minute], [begins]);
  return at.map((ms, i): ClockEvent => ({ what: i === 0 ? 'started' : i % 2 ? 'paused' : 'resumed', at: new Date(ms).toISOString() }));
});
const kind = fc.constantFrom<KindOfTime>('elapsed', 'working_days', 'office_hours');

const zone = process.env['TZ'];
afterAll(() => (zone === undefined ? delete process.env['TZ'] : (process.env['TZ'] = zone)));

describe.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia'])('a server in %s', (name) => {
  test('a clock is due when somebody who counts every minute says so, over any calendar and any pauses', () => {
    process.env['TZ'] = name;
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(name);
    fc.assert(fc.property(facts, story, kind, fc.integer({ min: 1, max: 4000 }), (f, events, k, minutes) => {
      const terms = { kind: k, minutes, warnAfter: Math.ceil(minutes / 2), escalateAfter: 30 };
      const calendar = prepared(f);
      const { dueAt, missingYear, warnAt, escalateAt } = dueOf(events, terms, calendar);
      expect({ dueAt, missingYear }).toEqual(slowDue(events, k, minutes, f));
      expect(warnAt).toBe(slowDue(events, k, terms.warnAfter, f).dueAt);
      expect(escalateAt).toBe(slowDue(events, k, minutes + 30, f).dueAt);
      const { steps } = explain(events, terms, calendar);
      if (dueAt) expect(Math.round(steps.reduce((sum, step) => sum + (step.what === 'used' ? step.minutes : 0), 0))).toBe(minutes);
    }), { numRuns: 60 });
  });
});
