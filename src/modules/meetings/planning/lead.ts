import { openCalendar } from '#mechanisms/calendar/calendar.ts';
import { addTime, isUnpublished, timeBetween } from '#mechanisms/calendar/rules.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import type { Reading } from '#platform/module.ts';
import type { LeadFacts } from './rules.ts';

const dayMs = 86_400_000;

/** Whether so many whole working days lie between now and a moment, and the last moment at which they do (MTG-2). */
export const leadOf = async (ctx: Pick<Reading, 'db' | 'now'>, startsAt: string): Promise<LeadFacts & { days: number; latest: string | null }> => {
  const days = await setting<number>(ctx, 'meetings.notice_days');
  const calendar = await openCalendar(ctx);
  const left = timeBetween(calendar, 'working_days', ctx.now, startsAt);
  if (isUnpublished(left)) return { days, enough: false, latest: null, missingYear: left.year };
  const inTime = (at: number) => {
    const then = addTime(calendar, 'working_days', new Date(at).toISOString(), days * dayMs);
    return !isUnpublished(then) && then <= startsAt;
  };
  return { days, enough: left >= days * dayMs, latest: latestOf(inTime, Date.parse(startsAt), days), missingYear: null };
};

const longestBreak = 60 * dayMs;
const minute = 60_000;

/** The last minute at which it holds, where it holds for all before. */
const latestOf = (holds: (at: number) => boolean, end: number, days: number) => {
  let [low, high] = [end - days * dayMs - longestBreak, end];
  if (!holds(low)) return null;
  while (high - low > minute) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return new Date(Math.floor(low / minute) * minute).toISOString();
};
