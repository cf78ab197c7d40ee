import { sql } from 'kysely';
import { bookOf } from '#mechanisms/reports/book.ts';
import type { Column } from '#mechanisms/reports/sheets.ts';
import type { FileAnswer, Reading } from '#platform/module.ts';
import { refused } from '#platform/problem.ts';
import { instantOf, officeTime } from '#platform/time.ts';
import { holding } from '../nouns.ts';
import { zh } from '../words.zh.ts';
import type { Booking, Filters, sorts } from './contract.ts';
import { bookingLines, presentedBooking } from './lines.ts';

interface Page extends Filters {
  sort?: (typeof sorts)[number] | undefined;
  reverse: boolean;
  after?: string | undefined;
  most: number;
}

/** What each order compares; a booking's id comes last. */
const keys = { time: ['starts_at', 'id'], asked: ['asked_at', 'id'], room: ['room_id', 'starts_at', 'id'] } as const;

/** A page of 预订登记簿, by key. */
export const pageOf = async (ctx: Reading, { sort, reverse, after, most, ...filters }: Page) => {
  const rising = (sort ? sort === 'room' : filters.show === 'coming') !== reverse;
  const key = keys[sort ?? 'time'];
  const columns = sql.join(key.map((name) => sql.ref(`b.${name}`)));
  const rows = await filtered(ctx, filters)
    .$if(after !== undefined, (b) => b.where(sql<boolean>`(${columns}) ${sql.raw(rising ? '>' : '<')} (select ${sql.join(key.map((name) => sql.ref(name)))} from room_bookings where id = ${after})`))
    .orderBy(sql.join(key.map((name) => sql`${sql.ref(`b.${name}`)} ${sql.raw(rising ? 'asc' : 'desc')}`))).limit(most + 1).execute();
  return { bookings: rows.slice(0, most).map(presentedBooking), next: rows.length > most ? rows[most - 1]!.id : null };
};

const mostLines = 5000;

/** The whole of what is filtered, in the order of time; a private purpose is none here, either. */
export const bookingBook = async (ctx: Reading, { as, ...filters }: Filters & { as: 'xlsx' | 'pdf' }): Promise<FileAnswer> => {
  const rows = await filtered(ctx, filters).orderBy('b.startsAt').orderBy('b.id').limit(mostLines + 1).execute();
  if (rows.length > mostLines) throw refused(['rooms.too_many_lines']);
  return bookOf(ctx, { title: '会议室预订登记簿', columns, rows: rows.map(presentedBooking), as });
};

const dayLong = 86_400_000;

const filtered = (ctx: Reading, { show, roomId, departmentId, state, from, to }: Filters) =>
  bookingLines(ctx)
    .$if(show === 'mine', (b) => b.where('b.organiserId', 'in', [...ctx.actor.keys]))
    .$if(show === 'coming', (b) => b.where('b.endsAt', '>=', ctx.now).where('b.startsAt', '>', sql<string>`${ctx.now}::timestamptz - interval '1 day'`).where('b.state', 'in', [...holding]))
    .$if(roomId !== undefined, (b) => b.where('b.roomId', '=', roomId!))
    .$if(departmentId !== undefined, (b) => b.where('b.departmentId', '=', departmentId!))
    .$if(state !== undefined, (b) => b.where('b.state', '=', state!))
    .$if(from !== undefined, (b) => b.where('b.startsAt', '>=', instantOf(from!)))
    .$if(to !== undefined, (b) => b.where('b.startsAt', '<', new Date(Date.parse(instantOf(to!)) + dayLong).toISOString()));

const columns: readonly Column<Booking>[] = [
  { title: '编号', width: 16, of: (b) => b.number },
  { title: '开始', width: 18, of: (b) => officeTime(b.from), as: 'time' },
  { title: '结束', width: 18, of: (b) => officeTime(b.to), as: 'time' },
  { title: '会议室', width: 16, of: (b) => b.room.name },
  { title: '用途', width: 36, of: (b) => b.title ?? zh.calendar.privateMeeting },
  { title: '人数', width: 8, of: (b) => b.people },
  { title: '预订人', width: 10, of: (b) => b.organiser.name },
  { title: '部门', width: 16, of: (b) => b.department.name },
  { title: '状态', width: 10, of: (b) => zh.states[b.state] },
];
