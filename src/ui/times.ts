import { dayRead } from '#platform/time.ts';
import type { Language } from './words.ts';
import type { zh } from './words.zh.ts';

type Labels = (typeof zh)['labels'];

const office = 8 * 3_600_000;

/** The office's clock, written like an instant: the day before the T, the hour after it. */
export const wall = (at: string | number) => new Date(new Date(at).getTime() + office).toISOString();

/** 昨天, 今天, 明天, 11月20日, and the year where it is another. `now` in ms. */
export const dayWord = (day: string, now: number, language: Language, labels: Labels) => {
  const days = [labels.yesterday, labels.today, labels.tomorrow];
  const near = [-1, 0, 1].findIndex((ahead) => wall(now + ahead * 86_400_000).slice(0, 10) === day);
  if (near >= 0) return days[near]!;
  return dayRead(day, wall(now).slice(0, 10), language);
};

/** Days and hours far away, hours and minutes near; nothing that is nought. */
const lengthOf = (minutes: number, labels: Labels) => {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [days && `${days} ${labels.day}`, days < 3 && hours && `${hours} ${labels.hour}`, !days && rest && `${rest} ${labels.minute}`].filter(Boolean);
  return parts.join(' ') || `0 ${labels.minute}`;
};

const soon = 180;

/** How long still, or how late, and how urgent that looks. `now` in ms. */
export const leftUntil = (dueAt: string, now: number, labels: Labels) => {
  const minutes = Math.round((Date.parse(dueAt) - now) / 60_000);
  const isLate = minutes < 0;
  const words = [isLate ? labels.over : labels.left, lengthOf(Math.abs(minutes), labels), !isLate && labels.stillLeft].filter(Boolean).join(' ');
  return { words, isLate, tone: isLate ? 'late' : minutes < soon ? 'soon' : 'quiet' };
};
