import { sql } from 'kysely';
import { filesOf } from '#mechanisms/files/files.ts';
import { setting } from '#mechanisms/settings/settings.ts';
import { findRooms } from '#modules/rooms/public.ts';
import type { Moves, Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { dayOf } from '#platform/time.ts';
import { silentOf } from '../calling/calling.ts';
import { whyNotCancel, whyNotChangeCalled, whyNotReply, whyNotUrge } from '../calling/rules.ts';
import { itemsOf, meetingLines, participantsOf, person, presentedMeeting, talked } from '../meetings.ts';
import type { RoomWish, WholeMeeting } from '../nouns.ts';
import { roomOf } from '../place/rooms.ts';
import { resolutionsOf } from '../resolutions/resolutions.ts';
import { countedOf, pointsOf } from '../sitting/sitting.ts';
import { whyNotSit } from '../sitting/why-not.ts';
import { dayThen, peopleElsewhere, placeTaken } from './clashes.ts';
import type { planning as contract } from './contract.ts';
import { leadOf } from './lead.ts';
import { whyNotCall, whyNotChangePlan, whyNotSend } from './rules.ts';

export const queries: Queries<Pick<typeof contract, 'meetings' | 'meeting'>> = {
  async meetings(ctx, { query: { show, after, most } }) {
    const [order, compare] = show === 'coming' ? (['asc', '>'] as const) : (['desc', '<'] as const);
    const rows = await meetingLines(ctx)
      .$if(show === 'coming', (m) => m.where(({ or, and, eb }) => or([eb('m.endsAt', '>', ctx.now), and([eb('m.begunAt', 'is not', null), eb('m.endedAt', 'is', null)])])).where('m.state', '<>', 'cancelled').where(sql<boolean>`m.starts_at > ${ctx.now}::timestamptz - interval '16 hours'`))
      .$if(show === 'past', (m) => m.where('m.startsAt', '<=', ctx.now))
      .$if(after !== undefined, (m) => m.where(sql<boolean>`(m.starts_at, m.id) ${sql.raw(compare)} (select starts_at, id from meetings where id = ${after})`))
      .orderBy('m.startsAt', order).orderBy('m.id', order).limit(most + 1).execute();
    return { meetings: rows.slice(0, most).map(presentedMeeting), next: rows.length > most ? rows[most - 1]!.id : null, ...(await countedThisYear(ctx)) };
  },

  async meeting(ctx, { params }) {
    const line = await meetingLines(ctx).where('m.id', '=', params.meetingId).executeTakeFirstOrThrow(notFound);
    const row = await ctx.db.selectFrom('meetings as m').innerJoin('people as t', 't.id', 'm.minuteTakerId').innerJoin('people as b', 'b.id', 'm.madeBy')
      .select(['m.prepare', 'm.urgentWhy', 'm.version', 'm.calledAt', 'm.cancelledWhy', 'm.writtenLater', sql<string | null>`(select id from meeting_preparations e where e.meeting_id = m.id)`.as('preparationId'), person('t.id', 't.name').as('minuteTaker'), person('b.id', 'b.name').as('madeBy')]).where('m.id', '=', line.id).executeTakeFirstOrThrow();
    const { myReply: _, asked: __, ...meeting } = presentedMeeting(line);
    const [people, items] = [await participantsOf(ctx, line.id), await itemsOf(ctx, line.id)];
    const changes = await ctx.db.selectFrom('meetingChanges as g').innerJoin('people as p', 'p.id', 'g.by').select(['g.at', 'g.why', person('p.id', 'p.name').as('by')]).where('g.meetingId', '=', line.id).orderBy('g.at').execute();
    const whole = {
      ...meeting, ...row, room: await roomOf(ctx, line.id), people, items, changes, resolutions: await resolutionsOf(ctx, line.id), points: await pointsOf(ctx, line.id), counted: await countedOf(ctx, line.id), scans: (await filesOf(ctx, line.id)).filter(({ role }) => role === 'record'), noticeDays: await setting<number>(ctx, 'meetings.notice_days'),
    };
    return { ...whole, whyNot: await whyNotOf(ctx, whole) };
  },
};

export const transfers: Moves<Pick<typeof contract, 'clashes'>> = {
  async clashes(ctx, { body: { meetingId, startsAt, minutes, place, room, people } }) {
    const then = { meetingId, from: startsAt, to: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(), place, people: [...new Set(people)] };
    return { people: await peopleElsewhere(ctx, then), places: room ? [] : await placeTaken(ctx, then), room: room && (await roomThen(ctx, then, room)), day: await dayThen(ctx, startsAt), lead: await leadOf(ctx, startsAt) };
  },
};

/** Why the chosen room does not do then: its own booking for this meeting is not in the way. */
const roomThen = async (ctx: Reading, { meetingId, from, to, people }: { meetingId: string | null; from: string; to: string; people: readonly string[] }, wish: RoomWish) => {
  const own = meetingId ? await ctx.db.selectFrom('meetingRooms').select('bookingId').where('meetingId', '=', meetingId).executeTakeFirst() : undefined;
  const [found] = await findRooms(ctx, { ...wish, from, to, people: Math.max(1, people.length), except: own?.bookingId });
  return found ? { whyNot: found.whyNot, takenBy: found.takenBy } : null;
};

/** How many meetings were called this year, how many of them at short notice, and how many topics took longer than planned (MTG-7). */
const countedThisYear = async ({ db, now }: Reading) => {
  const year = dayOf(now).slice(0, 4);
  const thisYear = sql<boolean>`m.starts_at >= ${`${year}-01-01T00:00:00+08:00`}::timestamptz and m.starts_at < ${`${Number(year) + 1}-01-01T00:00:00+08:00`}::timestamptz`;
  const called = await db.selectFrom('meetings as m').where('m.calledAt', 'is not', null).where(thisYear).select([sql<number>`count(*)::int`.as('called'), sql<number>`(count(*) filter (where m.urgent_why <> ''))::int`.as('urgent')]).executeTakeFirstOrThrow();
  const { overran } = await db.selectFrom('meetings as m').innerJoin('meetingItems as i', 'i.meetingId', 'm.id').where('m.endedAt', 'is not', null).where(thisYear).where(sql<boolean>`${talked} > i.minutes * 60`).select(sql<number>`count(*)::int`.as('overran')).executeTakeFirstOrThrow();
  return { ...called, overran };
};

const whyNotOf = async (ctx: Reading, meeting: Omit<WholeMeeting, 'whyNot'>) => {
  const { actor, now } = ctx;
  const whyNot: Record<string, string[]> = {};
  const mine = meeting.people.find(({ person: { id }, deputy }) => id === actor.id || deputy?.id === actor.id);
  if (mine && meeting.state === 'called' && meeting.endsAt > now) whyNot['reply'] = whyNotReply(meeting, { asked: mine.person.id === actor.id, now });
  Object.assign(whyNot, await whyNotSit(ctx, meeting));
  if (!actor.permissions.has('meetings.manage')) return whyNot;
  const lead = await leadOf(ctx, meeting.startsAt);
  if (meeting.state === 'draft') whyNot['sendForApproval'] = whyNotSend(meeting, lead, now);
  if (meeting.state === 'draft' || meeting.state === 'approved') whyNot['changePlan'] = whyNotChangePlan(meeting);
  if (meeting.state === 'approved') whyNot['call'] = whyNotCall(meeting, lead, now);
  if (meeting.state === 'called' && meeting.begunAt === null && meeting.endsAt > now) {
    whyNot['changeCalled'] = whyNotChangeCalled(meeting, { now });
    whyNot['urgeReplies'] = whyNotUrge(meeting, { now, silent: (await silentOf(ctx, meeting.id)).length, minutesSince: undefined });
  }
  if (meeting.state !== 'cancelled' && meeting.startsAt > now) whyNot['cancelMeeting'] = whyNotCancel(meeting, now);
  return whyNot;
};
