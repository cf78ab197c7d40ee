import { z } from 'zod';
import { Booking, booking, Wanted } from '../bookings/contract.ts';
import { endpoint } from '#platform/contract.ts';
import { instant } from '#platform/time.ts';
import { Person } from '../nouns.ts';
import { Wait } from '../waiting/contract.ts';

/** What of RFC 5545 an office needs; none of it can run without end. */
export const rule = z.string().max(200).regex(/^FREQ=(DAILY|WEEKLY|MONTHLY)(;(INTERVAL=\d{1,2}|COUNT=\d{1,3}|UNTIL=\d{8}(T\d{6}Z)?|BYDAY=[-\dA-Z,]{2,40}|BYMONTHDAY=-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01])){0,30}|BYSETPOS=-?[1-5]|WKST=(MO|SU)))*$/);
const dates = z.object({ from: instant, to: instant, whyNot: z.array(z.string()), takenBy: z.string().nullable() });

/** 系列预订: the same room again and again; dates that do not fit are shown before, and kept. */
export const series = {
  planSeries: endpoint({ path: 'POST /room-series/plan', permission: 'rooms.book', body: Wanted.extend({ rule }), returns: z.object({ dates: z.array(dates) }), refuses: ['rooms.rule_means_nothing', 'rooms.series_too_long'] }),
  bookSeries: endpoint({ path: 'POST /room-series', permission: 'rooms.book', body: Wanted.extend({ rule, skip: z.boolean().default(false) }), returns: z.object({ id: z.uuid(), booked: z.int(), skipped: z.int() }), refuses: ['rooms.rule_means_nothing', 'rooms.series_too_long', 'rooms.no_date_fits', 'rooms.dates_do_not_fit', ...booking] }),
  oneSeries: endpoint({ path: 'GET /room-series/:seriesId', permission: 'rooms.read', returns: z.object({ id: z.uuid(), number: z.string(), room: Person, organiser: Person, title: z.string().nullable(), private: z.boolean(), rule: z.string(), bookings: z.array(Booking), skipped: z.array(Wait), mine: z.boolean(), concerned: z.boolean() }) }),
  /** What of it has not begun is given up at once. */
  endSeries: endpoint({ path: 'POST /room-series/:seriesId/end', permission: 'rooms.book', body: z.object({}), returns: z.object({ id: z.uuid(), cancelled: z.int() }), refuses: ['rooms.not_yours', 'rooms.series_over'] }),
};
