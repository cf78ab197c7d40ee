import type { CellValue } from 'hucre/xlsx';
import type { Day, DayKind, Proposal } from './contract.ts';
import { isDay } from './days.ts';
import { whyNotMark } from './rules.ts';

/** Kinds as people write them in a sheet. */
const kinds: readonly [RegExp, DayKind][] = [
  [/上午/, 'morning'],
  [/下午/, 'afternoon'],
  [/补班|上班|调休补|makeup|workday/i, 'makeup'],
  [/本校|校休|停课|closed/i, 'closed'],
  [/放假|节|假|休息|holiday/i, 'holiday'],
  [/^morning$/i, 'morning'],
  [/^afternoon$/i, 'afternoon'],
];

/** A file of days, XLSX (日期, 类型, 名称) or JSON, or undefined if it is neither. */
export const readSheet = async (bytes: Uint8Array): Promise<Proposal | undefined> => {
  const rows = isZip(bytes) ? await rowsOfXlsx(bytes) : rowsOfJson(new TextDecoder().decode(bytes));
  return rows && proposed(rows);
};

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

interface Row {
  line: string;
  day: string;
  kind: string;
  name: string;
}

const rowsOfXlsx = async (bytes: Uint8Array): Promise<Row[] | undefined> => {
  const { readXlsx } = await import('hucre/xlsx');
  const workbook = await readXlsx(bytes).catch(() => undefined);
  const rows = workbook?.sheets[0]?.rows.slice(0, 1000);
  return rows?.map((row, i) => ({ row, i })).filter(({ row, i }) => row.some(filled) && !(i === 0 && !isDay(dayIn(row[0])))).map(({ row, i }) => {
    const [day, kind, name] = [dayIn(row[0]), textIn(row[1]), textIn(row[2])];
    return { line: `${i + 1}: ${[day, kind, name].join(' ')}`.trim(), day, kind, name };
  });
};

const filled = (value: CellValue) => value !== null && value !== undefined && value !== '';
const textIn = (value: CellValue | undefined) => (filled(value ?? null) ? String(value).trim() : '');

/** A date cell, or a date typed as text: 2027-1-3, 2027/1/3, 2027年1月3日. */
const dayIn = (value: CellValue | undefined): Day => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const text = textIn(value);
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  return parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : text;
};

/** Ours ({ days: [{ day, kind, name }] }), or a list by kind ({ holidays: { "2027-01-01": "元旦" }, workdays: { … } }). */
const rowsOfJson = (text: string): Row[] | undefined => {
  const value = parsed(text);
  if (Array.isArray(value?.days)) return value.days.slice(0, 1000).map((d: any, i: number) => ({ line: `${i + 1}: ${JSON.stringify(d)}`, day: String(d?.day), kind: String(d?.kind), name: String(d?.name ?? '') }));
  const [holidays, workdays] = [byDay(value?.holidays, 'holiday'), byDay(value?.workdays, 'makeup')];
  return holidays.length ? [...holidays, ...workdays] : undefined;
};

const parsed = (text: string): any => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const byDay = (value: unknown, kind: DayKind): Row[] =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).slice(0, 400).map(([day, name]) => ({ line: `${day} ${name}`, day, kind, name: String(name).match(/[\u4e00-\u9fff]+/)?.[0] ?? '' }))
    : [];

const proposed = (rows: readonly Row[]): Proposal => {
  const read = rows.map((row) => ({ ...row, kind: kinds.find(([pattern]) => pattern.test(row.kind))?.[1], name: row.name.slice(0, 40) }));
  const faults = read.flatMap((row, i) => faultsOf(row, rows.slice(0, i)).map((reason) => ({ line: row.line, reason })));
  const wrong = new Set(faults.map(({ line }) => line));
  const days = read.filter(({ line }) => !wrong.has(line)).map(({ day, kind, name, line }) => ({ day, kind: kind!, name, line }));
  return { year: mostYear(days), source: '', days, faults };
};

const faultsOf = (row: { day: string; kind: DayKind | undefined; name: string }, before: readonly Row[]): string[] => {
  if (!isDay(row.day)) return ['calendar.no_such_day'];
  if (!row.kind) return ['calendar.no_such_kind'];
  if (before.some(({ day }) => day === row.day)) return ['calendar.day_twice'];
  return whyNotMark({ ...row, kind: row.kind });
};

/** The year most of the days are in. */
const mostYear = (days: readonly { day: string }[]) => {
  const years = days.map(({ day }) => Number(day.slice(0, 4)));
  const times = (year: number) => years.filter((other) => other === year).length;
  return years.toSorted((a, b) => times(b) - times(a))[0] ?? null;
};
