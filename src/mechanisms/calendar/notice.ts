import type { DayKind, Proposal } from './contract.ts';
import { dayOfNumber, isDay, nextDay, numberOfDay, weekdayOf } from './days.ts';

/** The festivals of the notice, and how a scan may spell them. */
const festivals: readonly [name: string, spelled: string][] = [
  ['元旦', '元[旦且亘]'],
  ['春节', '春[节市广]?'],
  ['清明节', '清[明眀]'],
  ['劳动节', '劳动'],
  ['端午节', '[端瑞][午牛]'],
  ['中秋节', '中[秋秩]'],
  ['国庆节', '国[庆床]'],
];
const spelled = festivals.map(([, pattern]) => pattern).join('|');
const heading = new RegExp(`(?:[一二三四五六七八]、)?((?:(?:${spelled})[节市广]?、?(?:和)?)+)[:：]`, 'g');

/**
 * Reads 国务院办公厅关于……年部分节假日安排的通知, typed or scanned, and proposes its days. A sentence of which a word is
 * not understood gives none and is named. A weekday or a count that does not agree with the dates is a fault for a
 * person to look at; nothing is put right by itself.
 */
export const readNotice = (text: string): Proposal => {
  const clean = cleaned(text);
  const year = yearOfNotice(clean);
  if (!year) return { year: null, source: '', days: [], faults: [{ line: text.trim().slice(0, 60), reason: 'calendar.no_year' }] };
  const sections = sectionsOf(clean);
  const read = sections.map((section) => readSection(section, year));
  const absent = festivals.filter(([name]) => !sections.some(({ names }) => names.includes(name)));
  return {
    year,
    source: `国务院办公厅关于${year}年部分节假日安排的通知`,
    days: onceEach(read.flatMap(({ days }) => days)),
    faults: [...read.flatMap(({ faults }) => faults), ...beside(clean, sections).map((line) => ({ line, reason: 'calendar.not_understood' })), ...absent.map(([name]) => ({ line: name, reason: 'calendar.festival_missing' }))],
  };
};

/** Wide digits and brackets made plain, blanks and line ends gone, and what a scan makes of 日 and 休 put back. */
const cleaned = (text: string) =>
  text
    .replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '')
    .replace(/(\d)[oO〇○](?=[\d月日年])/g, '$10')
    .replace(/(^|[^\dA-Za-z])[lI|](?=\d?[月日])/g, '$11')
    .replace(/(\d)[lI|](?=[月日])/g, '$11')
    .replace(/(\d)[目曰口](?!\d*月)/g, '$1日')
    .replace(/(星期|周)[目曰口]/g, '$1日')
    .replace(/([调连补公])[体本]/g, '$1休')
    .replace(/(?<=月|日)[〈《<〔【［[(（]/g, '（');

const yearOfNotice = (clean: string) => {
  const named = /关于(\d{4})年(?:部分)?节假日/.exec(clean) ?? /(\d{4})年(?=元[旦且亘])/.exec(clean) ?? /(\d{4})年部分节假日/.exec(clean);
  return named ? Number(named[1]) : undefined;
};

interface Section {
  names: string[];
  text: string;
  from: number;
}

const sectionsOf = (clean: string): Section[] => {
  const found = [...clean.matchAll(heading)];
  return found.map((match, i) => ({
    names: festivals.filter(([, pattern]) => new RegExp(pattern).test(match[1]!)).map(([name]) => name),
    text: clean.slice(match.index + match[0].length, found[i + 1]?.index ?? clean.length).split('节假日期间')[0]!.replace(strayEnd, ''),
    from: match.index,
  }));
};

/** What a scan makes of the full stop before the next heading. */
const strayEnd = /(?<=上班|放假|连休|天)[5sS0oO]$/;
const sentencesOf = (text: string) => text.split(/[。;；]/).filter(Boolean);

/** What is said of days off or worked before the first festival and after the last. */
const beside = (clean: string, sections: readonly Section[]) => {
  const after = clean.indexOf('节假日期间', sections.at(-1)?.from ?? 0);
  const texts = [clean.slice(0, sections[0]?.from ?? 0), after < 0 ? '' : clean.slice(after)];
  return texts.flatMap(sentencesOf).filter((sentence) => /\d日/.test(sentence) && /放假|上班|休息|补休/.test(sentence));
};

const token = new RegExp(
  ['(?:(?<year>\\d{4})年)?(?:(?<month>\\d{1,2})月)?(?<day>\\d{1,2})日', '(?<to>[至到—–~～]|(?<=日[^。]{0,16})-+(?=\\d))', '(?:周|星期)(?<weekday>[一二三四五六日天])',
    '(?<work>上班)', '(?<weekend>与周末连休)', '(?:共|放假)(?<count>\\d+)天', '(?<not>不调休)', '(?<rest>放假|补休|公休|为法定节假日)'].join('|'),
  'g',
);

/** Words that change no day: the lunar date beside it, and what is said of the whole. */
const harmless = /调休|其中|当日|[和及]|农历|除夕|(?:正月|腊月|[五八九]月)?(?:[初廿]|二?十)[一二三四五六七八九十]*/g;
const understood = (sentence: string) => !/[\p{L}\p{N}]/u.test(sentence.replace(token, '').replace(harmless, ''));

type Line = Proposal['days'][number];

/** What is known while a section is read from left to right. */
interface Reading {
  year: number;
  name: string;
  sentence: string;
  /** Days named but not yet said to be free or worked. */
  waiting: string[];
  /** Free days of this group, to be counted. */
  rested: string[];
  last: string;
  range: boolean;
  days: Line[];
  faults: Proposal['faults'];
}

const readSection = ({ names, text }: Section, year: number) => {
  const reading: Reading = { year, name: names.join('、'), sentence: '', waiting: [], rested: [], last: '', range: false, days: [], faults: [] };
  for (const sentence of sentencesOf(text)) {
    Object.assign(reading, { sentence, waiting: [], rested: [], range: false });
    const before = reading.days.length;
    for (const { groups } of sentence.matchAll(token)) take(reading, groups!);
    if (understood(sentence) && !reading.waiting.length) continue;
    reading.days.length = before;
    fault(reading, 'calendar.not_understood');
  }
  return reading;
};

type Groups = Record<string, string | undefined>;

const take = (reading: Reading, { year, month, day, to, weekday, work, weekend, count, rest }: Groups) => {
  if (day) takeDay(reading, { year, month, day });
  else if (to) reading.range = reading.last !== '';
  else if (weekday) checkWeekday(reading, weekday);
  else if (work) settle(reading, 'makeup');
  else if (rest) reading.rested.push(...settle(reading, 'holiday'));
  else if (weekend) joinWeekend(reading);
  else if (count) checkCount(reading, Number(count));
};

const takeDay = (reading: Reading, { year, month, day }: Groups) => {
  const written = dayWritten(reading, { year, month, day });
  if (!isDay(written)) return fault(reading, 'calendar.no_such_day');
  const between = reading.range ? numberOfDay(written) - numberOfDay(reading.last) : 1;
  if (between < 1 || between > 20) fault(reading, 'calendar.range_odd');
  else reading.waiting.push(...Array.from({ length: between }, (_, i) => dayOfNumber(numberOfDay(written) - between + 1 + i)));
  Object.assign(reading, { last: written, range: false });
};

/** A December of New Year is the year before; a month that is not written is the last one named. */
const dayWritten = ({ year, name, last }: Reading, groups: Groups) => {
  const month = groups['month'] ? Number(groups['month']) : Number(last.slice(5, 7));
  const of = groups['year'] ? Number(groups['year']) : name === '元旦' && month === 12 ? year - 1 : groups['month'] ? year : Number(last.slice(0, 4) || year);
  return `${of}-${String(month).padStart(2, '0')}-${groups['day']!.padStart(2, '0')}`;
};

const settle = (reading: Reading, kind: DayKind): string[] => {
  const { waiting, name, sentence } = reading;
  reading.days.push(...waiting.map((day) => ({ day, kind, name, line: sentence })));
  reading.waiting = [];
  return waiting;
};

/** 与周末连休: the Saturdays and Sundays that touch the free days are part of the holiday. */
const joinWeekend = (reading: Reading) => {
  reading.waiting.push(...touching(reading.rested, 1), ...touching(reading.rested, -1));
  reading.rested.push(...settle(reading, 'holiday'));
};

const touching = (rested: readonly string[], step: 1 | -1): string[] => {
  const ends = rested.toSorted().at(step === 1 ? -1 : 0);
  const next = ends && nextDay(ends, step);
  return next && weekdayOf(next) > 5 ? [next, ...touching([next], step)] : [];
};

const checkWeekday = (reading: Reading, weekday: string) => {
  const said = '一二三四五六日'.indexOf(weekday.replace('天', '日')) + 1;
  if (reading.last && weekdayOf(reading.last) !== said) fault(reading, 'calendar.weekday_differs');
};

const checkCount = (reading: Reading, count: number) => {
  if (!reading.rested.length && reading.waiting.length) reading.rested.push(...settle(reading, 'holiday'));
  if (reading.rested.length !== count) fault(reading, 'calendar.count_differs');
};

const fault = ({ faults, sentence }: Reading, reason: string) => {
  if (!faults.some((f) => f.line === sentence && f.reason === reason)) faults.push({ line: sentence, reason });
};

const onceEach = (days: readonly Line[]) => [...new Map(days.map((day) => [day.day, day])).values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
