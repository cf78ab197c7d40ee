import { RRuleTemporal } from 'rrule-temporal';
import type { Span } from '../bookings/rules.ts';

/** The dates of a rule (RFC 5545) by the office's clock, at most so many; undefined where the rule means nothing. */
export const datesOf = ({ from, to }: Span, rule: string, most: number): Span[] | undefined => {
  const length = Date.parse(to) - Date.parse(from);
  try {
    const dates = new RRuleTemporal({ rruleString: `DTSTART;TZID=Asia/Shanghai:${stamp(from)}\nRRULE:${rule}`, maxIterations: 2000 }).all((_, i) => i < most);
    return dates.map(({ epochMilliseconds }) => ({ from: new Date(epochMilliseconds).toISOString(), to: new Date(epochMilliseconds + length).toISOString() }));
  } catch {
    return undefined;
  }
};

/** 20261201T140000 by the office's clock. */
const stamp = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace(/[-:]/g, '');
