import { sql } from 'kysely';
import { mayRead } from '#mechanisms/access/records.ts';
import type { Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { Item, Meeting, Participant } from './nouns.ts';
import type { z } from 'zod';

export type Named = { id: string; name: string };
export const person = (id: string, name: string) => sql<Named>`as_person(${sql.ref(id)}, ${sql.ref(name)})`;

/** The meetings the asker may see: those they are called to or minute, those they approve, all for the office and the leaders. */
export const meetingsFor = (ctx: Pick<Reading, 'db' | 'actor'>) => ctx.db.selectFrom('meetings as m').innerJoin('records', 'records.id', 'm.id').where(mayRead(ctx));

export const meetingLines = (ctx: Pick<Reading, 'db' | 'actor'>) =>
  meetingsFor(ctx).innerJoin('people as c', 'c.id', 'm.chairId').leftJoin('meetingPeople as me', (on) => on.onRef('me.meetingId', '=', 'm.id').on('me.personId', '=', ctx.actor.id)).select([
    'm.id', 'm.kind', 'm.title', 'm.startsAt', 'm.endsAt', 'm.place', 'm.state', 'm.begunAt', 'm.endedAt', person('c.id', 'c.name').as('chair'), sql<boolean>`m.urgent_why <> ''`.as('urgent'),
    'me.reply as myReply', sql<boolean>`me.person_id is not null and m.state = 'called'`.as('asked'),
  ]);

export const presentedMeeting = (row: Awaited<ReturnType<ReturnType<typeof meetingLines>['execute']>>[number]) => row as Meeting;

/** The meeting, held until the transaction ends. */
export const lockMeeting = async (ctx: Ctx<any>, id: string) => meetingsFor(ctx).selectAll('m').where('m.id', '=', id).forNoKeyUpdate('m').executeTakeFirstOrThrow(notFound);
export type MeetingRow = Awaited<ReturnType<typeof lockMeeting>>;

export const participantsOf = async ({ db }: Pick<Reading, 'db'>, meetingId: string) =>
  (await db.selectFrom('meetingPeople as a').innerJoin('people as p', 'p.id', 'a.personId').leftJoin('people as d', 'd.id', 'a.deputyId')
    .select(['a.part', 'a.reply', 'a.repliedAt', 'a.why', 'a.urgedAt', person('p.id', 'p.name').as('person'), sql<Named | null>`case when d.id is not null then as_person(d.id, d.name) end`.as('deputy'),
      sql<string>`coalesce((select o.title from posts o where o.person_id = p.id and o.until is null order by o.since, o.id limit 1), '')`.as('title')])
    .where('a.meetingId', '=', meetingId).orderBy('a.part').orderBy('a.position').execute()) as z.infer<typeof Participant>[];

/** Seconds an item was talked about, by what is over. */
export const talked = sql<number>`coalesce((select sum(extract(epoch from k.ended_at - k.began_at)) from meeting_talks k where k.meeting_id = i.meeting_id and k.item_id = i.id and k.ended_at is not null), 0)::int`;

export const itemsOf = async ({ db }: Pick<Reading, 'db'>, meetingId: string) =>
  (await db.selectFrom('meetingItems as i').innerJoin('meetingTopics as t', 't.id', 'i.topicId').innerJoin('records as r', 'r.id', 't.id').innerJoin('departments as d', 'd.id', 't.departmentId').innerJoin('people as p', 'p.id', 'i.presenterId')
    .select(['i.id', 'i.topicId', 't.title', 'r.clearance as secrecy', person('d.id', 'd.name').as('department'), person('p.id', 'p.name').as('presenter'), 'i.minutes', 'i.state', 'i.why', talked.as('seconds'),
      sql<string | null>`(select k.began_at from meeting_talks k where k.meeting_id = i.meeting_id and k.item_id = i.id and k.ended_at is null)`.as('since')])
    .where('i.meetingId', '=', meetingId).orderBy('i.position').execute()) as z.infer<typeof Item>[];

/** Everybody who comes: of those who send a deputy, the deputy. */
export const comingTo = async ({ db }: Pick<Reading, 'db'>, meetingId: string) => {
  const rows = await db.selectFrom('meetingPeople').select(['personId', 'deputyId', 'reply']).where('meetingId', '=', meetingId).execute();
  return [...new Set(rows.flatMap(({ personId, deputyId, reply }) => (reply === 'leave' ? [] : [deputyId ?? personId])))];
};

/** Who was called and the deputies they sent: all who hear of what happens to it. */
export const calledTo = async ({ db }: Pick<Reading, 'db'>, meetingId: string) => {
  const rows = await db.selectFrom('meetingPeople').select(['personId', 'deputyId']).where('meetingId', '=', meetingId).execute();
  return [...new Set(rows.flatMap(({ personId, deputyId }) => (deputyId ? [personId, deputyId] : [personId])))];
};

/** How many were planned to sit there. */
export const howManySit = async ({ db }: Pick<Reading, 'db'>, meetingId: string) => (await db.selectFrom('meetingPeople').select(sql<number>`count(*)::int`.as('n')).where('meetingId', '=', meetingId).executeTakeFirstOrThrow()).n;
