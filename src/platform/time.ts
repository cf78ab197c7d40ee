import { z } from 'zod';

/** An instant is a UTC ISO string of fixed width everywhere, so instants compare with < and >. */
export type Instant = string;

export const instant = z.iso
  .datetime({ offset: true })
  // What is no date is reported by the check before, which does not stop this one.
  .overwrite((text) => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString()));

/** A day of the office's calendar, YYYY-MM-DD. */
export type Day = string;
export const day = z.iso.date();

const officeOffset = 8 * 3_600_000;

/** The day it is in China (UTC+8 all year since 1992) at an instant. */
export const dayOf = (at: Instant): Day => new Date(Date.parse(at) + officeOffset).toISOString().slice(0, 10);

/** 11月20日, 20 Nov; with the year where it is another than today's. */
export const dayRead = (on: Day, today: Day, language: 'zh' | 'en') => {
  const isThisYear = on.slice(0, 4) === today.slice(0, 4);
  if (language === 'zh') return `${isThisYear ? '' : `${on.slice(0, 4)}年`}${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...(!isThisYear && { year: 'numeric' }), timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`));
};

/** 2026-11-25 14:00 by the office's clock: how a message names a moment, for each reader to read in their own language. */
export const officeTime = (at: Instant) => new Date(Date.parse(at) + officeOffset).toISOString().slice(0, 16).replace('T', ' ');

/** 11月25日（周三）14:00, Wed 25 Nov 14:00. */
export const officeTimeRead = (moment: string, today: Day, language: 'zh' | 'en') => {
  const [on, time] = moment.split(' ') as [Day, string];
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return language === 'zh' ? `${dayRead(on, today, 'zh')}（周${'日一二三四五六'[weekday]}）${time}` : `${['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][weekday]} ${dayRead(on, today, 'en')} ${time}`;
};

/** The instant at which a Chinese wall clock shows `time` (HH:mm) on a day. */
export const instantOf = (on: Day, time = '00:00'): Instant => new Date(`${on}T${time}:00+08:00`).toISOString();
