import { openCalendar } from '#mechanisms/calendar/calendar.ts';
import { isUnpublished, officeHoursBetween } from '#mechanisms/calendar/rules.ts';
import type { Reading } from '#platform/module.ts';

export interface Held {
  /** A person, a department, or waiting for somebody outside, in the words of whoever asks. */
  holder: string;
  from: string;
  /** null: still. */
  to: string | null;
}

/** How long each had it, in milliseconds of office time; null where the calendar of a year in it is not published. */
export const heldBy = async <H extends Held>(ctx: Pick<Reading, 'db' | 'now'>, intervals: readonly H[]) => {
  const calendar = await openCalendar(ctx);
  return intervals.map((held) => {
    const ms = officeHoursBetween(calendar, held.from, held.to ?? ctx.now);
    return { ...held, officeMs: isUnpublished(ms) ? null : ms };
  });
};
