import type { Marked, Year } from '../contract.ts';
import { dayOfNumber, numberOfDay, weekdayOfNumber } from '../days.ts';

/** The weeks of a month, Monday first; null where the week belongs to the month beside it. */
export const weeksOf = (year: number, month: number): (string | null)[][] => {
  const first = numberOfDay(`${year}-${String(month).padStart(2, '0')}-01`);
  const next = month === 12 ? numberOfDay(`${year + 1}-01-01`) : numberOfDay(`${year}-${String(month + 1).padStart(2, '0')}-01`);
  const before = weekdayOfNumber(first) - 1;
  const cells = Array.from({ length: before + next - first }, (_, i) => (i < before ? null : dayOfNumber(first + i - before)));
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null));
};

export interface Compared {
  day: Marked & { line: string };
  change: 'new' | 'changed' | 'same';
  before: Marked | undefined;
}

/** What would become of the calendar if the days that were read were taken. */
export const compared = (read: readonly (Marked & { line: string })[], now: Year['days']): Compared[] =>
  read.map((day) => {
    const before = now.find((other) => other.day === day.day);
    const same = before?.kind === day.kind && before.name === day.name;
    return { day, before, change: !before ? 'new' : same ? 'same' : 'changed' };
  });

export const termOn = (terms: Year['terms'], day: string) => terms.find(({ starts, ends }) => starts <= day && day <= ends);
