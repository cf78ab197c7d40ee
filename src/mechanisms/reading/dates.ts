const digits: Record<string, number> = { 〇: 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const chinese = '〇零一二三四五六七八九';

export interface Day {
  text: string;
  /** YYYY-MM-DD */
  day: string;
  index: number;
}

/** The dates of a line, written in digits or in Chinese; what is no day of the calendar is left out. */
export const datesOf = (line: string): Day[] =>
  [...mended(line).matchAll(written)].flatMap(({ 0: text, 1: y, 2: m, 3: d, index }) => {
    const day = dayOf(yearOf(y!), small(m!), small(d!));
    return day ? [{ text, day, index }] : [];
  });

/** A line that is a date and nothing else, also 2026-03-05 or 2026.3.5. */
export const dateAlone = (line: string): string | undefined => {
  const bare = mended(line).replace(/^[^\d\u4e00-\u9fa5〇]+|[^\d日]+$/g, '');
  const [, y, m, d] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(bare) ?? [];
  if (y) return dayOf(Number(y), Number(m), Number(d));
  const [date, more] = datesOf(bare);
  return date && !more && date.text === bare ? date.day : undefined;
};

/** Year, month and day as YYYY-MM-DD, if there is such a day. */
export const dayOf = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 1900 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
};

const written = new RegExp(`(?<!\\d)(\\d{4}|[${chinese}]{4})年(\\d{1,2}|[${chinese}十]{1,3}|元)月(\\d{1,2}|[${chinese}十]{1,3})日`, 'g');

/** 二十四 → 24, 24 → 24. */
export const small = (text: string) => {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '元') return 1;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  return (text.includes('十') ? (tens ? digits[tens]! : 1) * 10 : 0) + (ones ? (digits[ones] ?? Number.NaN) : 0);
};

const yearOf = (text: string) => (/^\d+$/.test(text) ? Number(text) : Number([...text].map((sign) => digits[sign]).join('')));

/** Readers of pictures take 〇 for the letter O, and set blanks between: 二 OO 六年. */
export const mended = (line: string) =>
  line
    .replace(/(?<=[\u4e00-\u9fff〇○\d])\s+|\s+(?=[\u4e00-\u9fff〇○])/g, '')
    .replace(/[一二][一二三四五六七八九〇○◯零OoQC0ОоΟο]{2,6}(?=年)/g, (year) => year.replace(/C(?=[OoQ0〇○])/g, '').replace(/[○◯零OoQC0ОоΟο]/g, '〇'));
