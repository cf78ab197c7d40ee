import { sql } from 'kysely';
import type { Reading } from '#platform/module.ts';
import { person } from '../meetings.ts';
import type { Seating, Shape } from './contract.ts';
import { seated } from './rules.ts';

/** Of a person's posts the highest, by the directory. */
const rank = sql<number>`(select min(case o.role when 'principal' then 1 when 'leader' then 2 when 'office.director' then 3 when 'department.head' then 3 else 4 end) from posts o where o.person_id = s.id and o.until is null)`;
const place = sql<number>`(select min(d.position) from posts o join departments d on d.id = o.department_id where o.person_id = s.id and o.until is null)`;

/** Whoever comes, the chair first, then by rank and directory; observers behind. Of those who send a deputy, the deputy. */
const comingByRank = async ({ db }: Pick<Reading, 'db'>, meetingId: string) =>
  db.selectFrom('meetingPeople as a').innerJoin('meetings as m', 'm.id', 'a.meetingId').innerJoin('people as w', 'w.id', 'a.personId').innerJoin('people as s', (on) => on.on(sql<boolean>`s.id = coalesce(a.deputy_id, a.person_id)`))
    .select(['s.id', person('s.id', 's.name').as('person'), sql<string>`coalesce((select o.title from posts o where o.person_id = s.id and o.until is null order by o.since, o.id limit 1), '')`.as('title'), sql<boolean>`a.part = 'observes'`.as('observes'), sql<string | null>`case when a.deputy_id is not null then w.name end`.as('sentBy')])
    .where('a.meetingId', '=', meetingId).where(sql<boolean>`a.reply is distinct from 'leave'`)
    .orderBy(sql`s.id <> m.chair_id`).orderBy('a.part').orderBy(rank).orderBy(place).orderBy('a.position').execute();

const usual = { shape: 'board' as Shape, perRow: 8, platform: 0 };

/** A table holds so many; more sit in rows before a platform. */
const mostAtTable = 30;

export const seatingOf = async (ctx: Pick<Reading, 'db'>, meetingId: string): Promise<Omit<Seating, 'mayChange'>> => {
  const byRank = await comingByRank(ctx, meetingId);
  const saved = await ctx.db.selectFrom('meetingSeatings').select(['shape', 'perRow', 'platform', 'people']).where('meetingId', '=', meetingId).executeTakeFirst();
  const { shape, perRow, platform } = saved ?? (byRank.length > mostAtTable ? { shape: 'rows' as Shape, perRow: 10, platform: 5 } : usual);
  const seats = seated(byRank, saved?.people ?? []).map(({ id: _, ...seat }) => seat);
  return { shape: shape as Shape, perRow, platform, seats, byRank: saved === undefined };
};
