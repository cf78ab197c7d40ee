/** What of a booking a calendar shows. */
export interface Entry {
  id: string;
  sequence: number;
  from: string;
  to: string;
  summary: string;
  location: string;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  organiser?: { name: string; email: string };
  attendees?: readonly { name: string; email: string }[];
}

export type Method = 'PUBLISH' | 'REQUEST' | 'CANCEL';

/** iCalendar (RFC 5545) with the method of iTIP (RFC 5546). `at`: when it was written. */
export const calendarOf = (method: Method, entries: readonly Entry[], { at, name }: { at: string; name: string }) =>
  [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Zongban//Rooms//ZH', 'CALSCALE:GREGORIAN', `METHOD:${method}`, `X-WR-CALNAME:${text(name)}`,
    ...zone,
    ...entries.flatMap((entry) => event(entry, at)),
    'END:VCALENDAR', '',
  ].map(folded).join('\r\n');

const event = ({ id, sequence, from, to, summary, location, status, organiser, attendees = [] }: Entry, at: string) => [
  'BEGIN:VEVENT', `UID:${id}@zongban`, `SEQUENCE:${sequence}`, `DTSTAMP:${stamp(at)}`, `DTSTART;TZID=${office}:${wall(from)}`, `DTEND;TZID=${office}:${wall(to)}`, `SUMMARY:${text(summary)}`, `LOCATION:${text(location)}`, `STATUS:${status}`,
  ...(organiser?.email ? [`ORGANIZER;CN=${quoted(organiser.name)}:mailto:${organiser.email}`] : []),
  ...attendees.filter(({ email }) => email).map(({ name, email }) => `ATTENDEE;CN=${quoted(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${email}`),
  'END:VEVENT',
];

const office = 'Asia/Shanghai';
/** A calendar program that knows no names of zones learns this one here; no summer time since 1991. */
const zone = ['BEGIN:VTIMEZONE', `TZID:${office}`, 'BEGIN:STANDARD', 'DTSTART:19910915T000000', 'TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE'];

const wall = (at: string) => stamp(new Date(Date.parse(at) + 8 * 3_600_000).toISOString()).slice(0, -1);

const stamp = (at: string) => at.replace(/[-:]|\.\d{3}/g, '');

/** Words as values: a line end or a comma in them ends nothing. */
const text = (words: string) => words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n').replace(/\p{Cc}/gu, '');
const quoted = (words: string) => `"${words.replace(/["\p{Cc}]/gu, '')}"`;

/** No line has more than 75 bytes; what is longer goes on after a line end and a space, and no letter is cut. */
const folded = (line: string) => {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > (parts.length ? 74 : 75)) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].join('\r\n ');
};
