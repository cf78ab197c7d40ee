import { sql } from 'kysely';
import { openCalendar } from '#mechanisms/calendar/calendar.ts';
import { msOfClock, nextDay, weekdayOf } from '#mechanisms/calendar/days.ts';
import { type Calendar, dayFacts, isUnpublished } from '#mechanisms/calendar/rules.ts';
import type { Reading } from '#platform/module.ts';
import { instantOf } from '#platform/time.ts';
import type { Hours } from '../nouns.ts';
import type { Suggestion } from './contract.ts';
import { isMissed, suggestedOf } from './rules.ts';

type Ctx = Pick<Reading, 'db' | 'now'>;
const minute = 60_000;

export const spanOf = (month: string) => ({ from: instantOf(`${month}-01`), to: instantOf(nextMonth(month)) });
const nextMonth = (month: string) => `${nextDay(`${month}-01`, 31).slice(0, 7)}-01`;

/** How a month's open hours were used, room by room. */
export const roomFigures = async (ctx: Ctx, month: string) => {
  const { from, to } = spanOf(month);
  const calendar = await openCalendar(ctx);
  const rows = await ctx.db.selectFrom('rooms as r').select(['r.id', 'r.name', 'r.seats', 'r.hours'])
    .leftJoinLateral((eb) => eb.selectFrom('roomBookings as b').whereRef('b.roomId', '=', 'r.id').where('b.startsAt', '>=', from).where('b.startsAt', '<', to).select([
      sql<number>`coalesce(sum(extract(epoch from b.ends_at - b.starts_at)) filter (where b.state in ('booked', 'used', 'no_show')) / 60, 0)::int`.as('booked'),
      sql<number>`coalesce(sum(extract(epoch from b.ends_at - b.starts_at)) filter (where b.state = 'used') / 60, 0)::int`.as('used'),
      sql<number>`(count(*) filter (where b.state in ('booked', 'used', 'no_show')))::int`.as('bookings'), sql<number>`(count(*) filter (where b.state = 'no_show'))::int`.as('noShows'),
      sql<number>`(count(*) filter (where b.state in ('booked', 'used', 'no_show') and b.people * 4 < r.seats))::int`.as('few'),
      sql<number>`coalesce(avg(b.people * 100.0 / r.seats) filter (where b.state in ('booked', 'used')), 0)::int`.as('filled'),
    ]).as('f'), (join) => join.onTrue()).select(['f.booked', 'f.used', 'f.bookings', 'f.noShows', 'f.few', 'f.filled']).orderBy('r.position').execute();
  return rows.map(({ hours, id, name, booked, used, bookings, noShows, few, filled, ...row }) => ({ ...row, room: { id, name }, hours: hours as unknown as Hours, booked: booked ?? 0, used: used ?? 0, bookings: bookings ?? 0, noShows: noShows ?? 0, few: few ?? 0, filled: filled ?? 0, open: openIn(calendar, month, hours as unknown as Hours).reduce((sum, one) => sum + one.to - one.from, 0) }));
};

/** The opening hours of every day of a month, in minutes after midnight: none on holidays, Monday's on make-up days. */
const openIn = (calendar: Calendar, month: string, hours: Hours) => {
  const spans: { from: number; to: number }[] = [];
  for (let day = `${month}-01`; day.slice(0, 7) === month; day = nextDay(day)) {
    const facts = dayFacts(calendar, day);
    const why = isUnpublished(facts) ? 'weekday' : facts.why;
    const open = why === 'holiday' || why === 'closed' ? null : (hours[weekdayOf(day) - 1] ?? (why === 'makeup' ? hours[0] : null));
    if (open) spans.push({ from: msOfClock(open.from) / minute, to: msOfClock(open.to) / minute });
  }
  return spans;
};

/** The hours of the day: how long all rooms together were open in each, and how long booked. */
export const hourFigures = async (ctx: Ctx, month: string, rooms: readonly { hours: Hours }[]) => {
  const { from, to } = spanOf(month);
  const calendar = await openCalendar(ctx);
  const spans = rooms.flatMap(({ hours }) => openIn(calendar, month, hours));
  const { rows } = await sql<{ hour: number; booked: number }>`
    select h.hour::int, (sum(extract(epoch from least(e.ends, make_interval(hours => h.hour::int + 1)) - greatest(e.starts, make_interval(hours => h.hour::int)))) / 60)::int as booked
    from room_bookings b,
      lateral (select (b.starts_at at time zone 'Asia/Shanghai')::time::interval as starts, (b.starts_at at time zone 'Asia/Shanghai')::time::interval + (b.ends_at - b.starts_at) as ends) e,
      generate_series(0, 23) h (hour)
    where b.starts_at >= ${from} and b.starts_at < ${to} and b.state in ('booked', 'used', 'no_show') and e.starts < make_interval(hours => h.hour::int + 1) and e.ends > make_interval(hours => h.hour::int)
    group by h.hour`.execute(ctx.db);
  const openAt = (hour: number) => spans.reduce((sum, one) => sum + Math.max(0, Math.min(one.to, hour * 60 + 60) - Math.max(one.from, hour * 60)), 0);
  return Array.from({ length: 24 }, (_, hour) => ({ hour, open: openAt(hour), booked: rows.find((one) => one.hour === hour)?.booked ?? 0 })).filter(({ open, booked }) => open + booked > 0);
};

export const departmentFigures = async ({ db }: Ctx, month: string) => {
  const { from, to } = spanOf(month);
  return db.selectFrom('roomBookings as b').innerJoin('departments as d', 'd.id', 'b.departmentId').where('b.startsAt', '>=', from).where('b.startsAt', '<', to).where('b.state', 'in', ['booked', 'used', 'no_show'])
    .select([sql<{ id: string; name: string }>`as_person(d.id, d.name)`.as('department'), sql<number>`(sum(extract(epoch from b.ends_at - b.starts_at)) / 60)::int`.as('booked'), sql<number>`count(*)::int`.as('bookings'), sql<number>`(count(*) filter (where b.state = 'no_show'))::int`.as('noShows')])
    .groupBy(['d.id', 'd.name']).orderBy('booked', 'desc').execute();
};

/** What the figures suggest, with what was proposed of it already. */
export const suggestionsOf = async (ctx: Ctx, month: string, rooms: Awaited<ReturnType<typeof roomFigures>>): Promise<Suggestion[]> => {
  const { from, to } = spanOf(month);
  const series = await ctx.db.selectFrom('roomBookings as b').innerJoin('roomSeries as s', 's.id', 'b.seriesId').innerJoin('rooms as r', 'r.id', 's.roomId').where('b.startsAt', '<', to).where('b.startsAt', '>=', from).where('b.state', 'in', ['used', 'no_show'])
    .select(['s.id', sql<string>`s.number || ' ' || r.name`.as('name'), sql<number>`(count(*) filter (where b.state = 'no_show'))::int`.as('noShows'), sql<number>`count(*)::int`.as('of')]).groupBy(['s.id', 's.number', 'r.name']).execute();
  const proposed = await ctx.db.selectFrom('roomProposals as x').innerJoin('people as p', 'p.id', 'x.by').select(['x.kind', 'x.subjectId', 'p.name']).where('x.month', '=', month).execute();
  const all = [
    ...rooms.flatMap((one) => suggestedOf(one).map((suggestion) => ({ ...suggestion, subjectId: one.room.id, name: one.room.name }))),
    ...series.filter(isMissed).map(({ id, name, noShows, of }) => ({ kind: 'missed_series' as const, subjectId: id, name, count: noShows, of })),
  ];
  return all.map((one) => ({ ...one, proposed: proposed.find(({ kind, subjectId }) => kind === one.kind && subjectId === one.subjectId)?.name ?? null }));
};
