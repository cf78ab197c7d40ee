import { sql } from 'kysely';
import { setting } from '#mechanisms/settings/settings.ts';
import type { Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { lockMeeting, type MeetingRow, meetingsFor, person } from '../meetings.ts';
import { whyNotWrite } from './rules.ts';

/** Who writes down: the minute-taker, whoever stands in for them, and the office. */
export const writes = ({ actor }: Pick<Reading, 'actor'>, minuteTakerId: string) => actor.keys.includes(minuteTakerId) || actor.permissions.has('meetings.manage');

/** From when on a meeting is begun and signed in to. */
export const opensAt = async (ctx: Pick<Reading, 'db'>, startsAt: string) => new Date(Date.parse(startsAt) - (await setting<number>(ctx, 'meetings.sign_in_minutes')) * 60_000).toISOString();

/** The meeting, held and being written down: two who write go one after the other. */
export const holdSitting = async (ctx: Ctx<any>, meetingId: string) => {
  const meeting = await lockMeeting(ctx, meetingId);
  ctx.refuse(...whyNotWrite(meeting, writes(ctx, meeting.minuteTakerId)));
  return meeting;
};

/** The meeting is held before its item. */
export const holdItem = async (ctx: Ctx<any>, itemId: string) => {
  const { meetingId } = await ctx.db.selectFrom('meetingItems').select('meetingId').where('id', '=', itemId).executeTakeFirstOrThrow(notFound);
  const meeting = await holdSitting(ctx, meetingId);
  const item = await ctx.db.selectFrom('meetingItems').selectAll().where('id', '=', itemId).executeTakeFirstOrThrow();
  return { item, meeting };
};

/** The last moment that was measured: what is written down later did not happen before it. */
export const lastMoment = async ({ db }: Pick<Reading, 'db'>, meeting: Pick<MeetingRow, 'id' | 'begunAt'>) => {
  const row = await db.selectFrom('meetingTalks').select(sql<string | null>`max(coalesce(ended_at, began_at))`.as('at')).where('meetingId', '=', meeting.id).executeTakeFirstOrThrow();
  return row.at ?? meeting.begunAt!;
};

/** What was talked about is not talked about any more. */
export const endTalk = ({ db }: Pick<Ctx<any>, 'db'>, meetingId: string, endedAt: string) => db.updateTable('meetingTalks').set({ endedAt }).where('meetingId', '=', meetingId).where('endedAt', 'is', null).execute();

/** 要点 of a meeting, in the order they were said. */
export const pointsOf = async ({ db }: Pick<Reading, 'db'>, meetingId: string) =>
  db.selectFrom('meetingPoints as k').innerJoin('people as p', 'p.id', 'k.by').select(['k.id', 'k.itemId', 'k.text', 'k.key', 'k.at', person('p.id', 'p.name').as('by')]).where('k.meetingId', '=', meetingId).orderBy('k.at').orderBy('k.id').execute();

/** The point, with its meeting held. */
export const holdPoint = async (ctx: Ctx<any>, pointId: string) => {
  const found = await ctx.db.selectFrom('meetingPoints').select(['id', 'meetingId']).where('id', '=', pointId).executeTakeFirstOrThrow(notFound);
  await holdSitting(ctx, found.meetingId);
  return found;
};

/** How many were called, and how many people came. */
export const countedOf = async ({ db }: Pick<Reading, 'db'>, meetingId: string) =>
  db.selectNoFrom([sql<number>`(select count(*)::int from meeting_people where meeting_id = ${meetingId})`.as('called'), sql<number>`(select count(*)::int from meeting_attendance where meeting_id = ${meetingId})`.as('came')]).executeTakeFirstOrThrow();

export const meetingRow = (ctx: Pick<Reading, 'db' | 'actor'>, meetingId: string) => meetingsFor(ctx).selectAll('m').where('m.id', '=', meetingId).executeTakeFirstOrThrow(notFound);
