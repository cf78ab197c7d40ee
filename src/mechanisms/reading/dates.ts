const digits: Record<string, number> = { 〇: 0, '○': 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const chinese = '〇○零一二三四五六七八九';

/** 二十四 → 24, 24 → 24. */
const small = (text: string) => {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  return (text.includes('十') ? (tens ? digits[tens]! : 1) * 10 : 0) + (ones ? (digits[ones] ?? Number.NaN) : 0);
};

const yearOf = (text: string) => (/^\d+$/.test(text) ? Number(text) : Number([...text].map((sign) => digits[sign]).join('')));

const written = new RegExp(`(\\d{4}|[${chinese}]{4})\\s*年\\s*(\\d{1,2}|[${chinese}十]{1,3})\\s*月\\s*(\\d{1,2}|[${chinese}十]{1,3})\\s*日`, 'g');

/** Readers of pictures take 〇 for the letter O, and set blanks between: 二 OO 六年. */
const mended = (line: string) =>
  line
    .replace(/(?<=[\u4e00-\u9fff〇○\d])\s+|\s+(?=[\u4e00-\u9fff〇○])/g, '')
    .replace(/二(?:C?[OoQ0〇○]){1,3}(?=[一二三四五六七八九]年)/g, '二〇〇')
    .replace(/二C?[OoQ0〇○]{1,2}(?=[一二三四五六七八九〇○]{2}年)/g, '二〇');

/** The dates of a line, written in digits or in Chinese; what is no day of any calendar is left out. */
export const datesOf = (line: string) =>
  [...mended(line).matchAll(written)].flatMap(([text, y, m, d]) => {
    const [year, month, day] = [yearOf(y!), small(m!), small(d!)];
    const real = year > 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return real ? [{ text, day: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` }] : [];
  });
