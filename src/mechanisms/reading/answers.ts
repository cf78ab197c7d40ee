import { dayOf, mended, small } from './dates.ts';
import type { Proposal } from './rules.ts';

const numeral = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const day = `(?:(\\d{4})年)?(${numeral})月(${numeral})日`;
const hour = '(?:[（(][^（）()]{1,10}[）)])?(?:上午|下午|中午|晚上?)?(?:\\d{1,2}(?:[：:]\\d{2}|[时点](?:\\d{1,2}分|半|整)?))?(?:下班)?';
const verb = '报(?!告|表|道|刊|纸|酬|销|考)|反馈|回复|答复|函复|回函|复函|回执|寄|提交|送达|送至|送到|送交|发送|发至|发到|上传|返回|交至|交到|汇总';
const before = new RegExp(`${day}${hour}(?:之前|以前|前|截止)(?=([^。；]{0,80}))`, 'g');
const nextDay = new RegExp(`(?:${numeral})月(?:${numeral})日.*`);
const closing = new RegExp(`(?:截止|截至)(?:时间|日期|日)?(?:为|是|：|:|到|至)?${day}`, 'g');

/** 请于11月20日前报送: the day by which the letter itself asks for an answer; the earliest of several. The year is the letter's where none is written. */
export const respondByOf = (lines: readonly string[], writtenOn: string | undefined): Proposal | undefined => {
  const asked = mended(lines.join('')).split(/[。；]/).flatMap((sentence) => askedIn(sentence, writtenOn));
  return asked.sort((a, b) => a.value.localeCompare(b.value))[0];
};

const askedIn = (sentence: string, writtenOn: string | undefined): Proposal[] => {
  if (/出生|已于|曾于|此前/.test(sentence)) return [];
  const asks = [...sentence.matchAll(before)].filter(({ 4: rest }) => asksFor(rest!.replace(nextDay, ''), sentence));
  const closes = new RegExp(verb).test(sentence) ? [...sentence.matchAll(closing)] : [];
  return [...asks, ...closes].flatMap(({ 1: y, 2: m, 3: d, index }) => {
    const value = after(writtenOn, y ? Number(y) : undefined, small(m!), small(d!));
    return value ? [{ value, where: sentence.slice(Math.max(0, index - 30), index + 70) }] : [];
  });
};

/** Up to the next date of the sentence, something is to be sent. */
const asksFor = (rest: string, sentence: string) => new RegExp(verb).test(rest) || (/^$|^，?(?:逾期|过期)/.test(rest) && new RegExp(verb).test(sentence));

/** A letter of December may ask for January; one that asks for a day already gone says something else. */
const after = (writtenOn: string | undefined, year: number | undefined, month: number, day: number) => {
  if (year) return later(dayOf(year, month, day), writtenOn);
  if (!writtenOn) return undefined;
  const own = Number(writtenOn.slice(0, 4));
  return later(dayOf(own, month, day), writtenOn) ?? (Number(writtenOn.slice(5, 7)) >= 10 && month <= 3 ? dayOf(own + 1, month, day) : undefined);
};

const later = (day: string | undefined, writtenOn: string | undefined) => (day && (!writtenOn || day >= writtenOn) ? day : undefined);
