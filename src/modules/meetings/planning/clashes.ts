import { sql } from 'kysely';
import { openCalendar } from '#mechanisms/calendar/calendar.ts';
import { dayFacts, isUnpublished } from '#mechanisms/calendar/rules.ts';
import type { Reading } from '#platform/module.ts';
import { dayOf } from '#platform/time.ts';

interface Wanted {
  meetingId: string | null;
  from: string;
  to: string;
  place: string;
  people: readonly string[];
}

type Clash = { person: { id: string; name: string }; why: 'meeting' | 'leave'; what: string; from: string; to: string };

/** The longest a meeting lasts: what began before is over. */
const before = sql.raw(`interval '16 hours'`);

const meetingsThen = ({ db }: Pick<Reading, 'db'>, { meetingId, from, to }: Wanted) =>
  db.selectFrom('meetings as m').where('m.state', '<>', 'cancelled').where(sql<boolean>`m.starts_at > ${from}::timestamptz - ${before}`).where('m.startsAt', '<', to).where('m.endsAt', '>', from)
    .$if(meetingId !== null, (m) => m.where('m.id', '<>', meetingId!));

/** Who sits in another meeting then, under whatever name they come, and who is on leave. */
export const peopleElsewhere = async (ctx: Pick<Reading, 'db'>, wanted: Wanted): Promise<Clash[]> => {
  if (!wanted.people.length) return [];
  const ids = [...wanted.people];
  const sitting = await meetingsThen(ctx, wanted)
    .innerJoin('meetingPeople as a', 'a.meetingId', 'm.id').innerJoin('people as p', (on) => on.on(sql<boolean>`p.id = case a.reply when 'deputy' then a.deputy_id when 'leave' then null else a.person_id end`))
    .where('p.id', 'in', ids).select(['p.id', 'p.name', 'm.title', 'm.startsAt', 'm.endsAt']).orderBy('m.startsAt').orderBy('p.name').execute();
  const away = await ctx.db.selectFrom('leaves as l').innerJoin('people as p', 'p.id', 'l.personId').where('p.id', 'in', ids).where('l.endedAt', 'is', null).where('l.starts', '<', wanted.to).where('l.ends', '>', wanted.from)
    .select(['p.id', 'p.name', 'l.reason', 'l.starts', 'l.ends']).orderBy('p.name').execute();
  return [
    ...sitting.map(({ id, name, title, startsAt, endsAt }): Clash => ({ person: { id, name }, why: 'meeting', what: title, from: startsAt, to: endsAt })),
    ...away.map(({ id, name, reason, starts, ends }): Clash => ({ person: { id, name }, why: 'leave', what: reason, from: starts, to: ends })),
  ];
};

/** Other meetings in the same place then. */
export const placeTaken = async (ctx: Pick<Reading, 'db'>, wanted: Wanted) =>
  wanted.place ? meetingsThen(ctx, wanted).where('m.place', '=', wanted.place).select(['m.id', 'm.title', 'm.startsAt as from', 'm.endsAt as to']).execute() : [];

/** Whether the school works that day, by its calendar. */
export const dayThen = async (ctx: Pick<Reading, 'db'>, at: string) => {
  const day = dayOf(at);
  const facts = dayFacts(await openCalendar(ctx), day);
  return isUnpublished(facts) ? { day, working: false, name: '', missingYear: facts.year } : { day, working: facts.working, name: facts.name, missingYear: null };
};
