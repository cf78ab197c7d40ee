import { isGuessing } from '#mechanisms/audit/refused.ts';
import { withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { lockMeeting, type MeetingRow } from '../meetings.ts';
import { areKnown } from '../people.ts';
import { enterRoom } from '../place/rooms.ts';
import { momentOf } from '../sitting/rules.ts';
import { opensAt, writes } from '../sitting/sitting.ts';
import { seenAnew } from '../topics/topics.ts';
import { comesFor } from './attendance.ts';
import { codeFits } from './codes.ts';
import type { signin as contract } from './contract.ts';
import { whyNotSignIn, whyNotSignOthers, whyNotWho } from './rules.ts';
import { closesAt } from './times.ts';

export const actions: Actions<Pick<typeof contract, 'signIn' | 'signInFor' | 'takeSignInBack'>> = {
  async signIn(ctx, { params, body: { code } }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    const forId = await comesFor(ctx, meeting.id, ctx.actor.id);
    ctx.refuse(...whyNotSignIn(meeting, { ...(await doorOf(ctx, meeting)), asked: forId !== undefined, guesses: await isGuessing(ctx, { action: 'meetings.signIn: meetings.wrong_code', recordId: meeting.id }), codeFits: codeFits(meeting.signKey, ctx.now, code), already: await isIn(ctx, meeting.id, ctx.actor.id) }));
    return cameIn(ctx, meeting.id, { personId: ctx.actor.id, guest: '', forId: forId ?? null, at: ctx.now, way: 'code' });
  },

  async signInFor(ctx, { params, body: { personId, guest, forId, at } }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    const who = { personId, guest, known: await areKnown(ctx, [personId, forId].filter((id) => id !== null)), already: personId !== null && (await isIn(ctx, meeting.id, personId)) };
    const door = await doorOf(ctx, meeting);
    ctx.refuse(...whyNotSignOthers(meeting, door), ...whyNotWho(who));
    const moment = meeting.writtenLater ? meeting.startsAt : momentOf(at, { least: door.opens, now: ctx.now });
    const stands = forId ?? (personId === null ? null : ((await comesFor(ctx, meeting.id, personId)) ?? null));
    return cameIn(ctx, meeting.id, { personId, guest, forId: stands, at: moment, way: 'hand' });
  },

  async takeSignInBack(ctx, { params }) {
    const { meetingId } = await ctx.db.selectFrom('meetingAttendance').select('meetingId').where('id', '=', params.attendanceId).executeTakeFirstOrThrow(notFound);
    const meeting = await lockMeeting(ctx, meetingId);
    ctx.refuse(...whyNotSignOthers(meeting, await doorOf(ctx, meeting)));
    await ctx.db.deleteFrom('meetingAttendance').where('id', '=', params.attendanceId).execute();
    await seenAnew(ctx);
    return { id: meeting.id };
  },
};

const doorOf = async (ctx: Ctx<any>, meeting: MeetingRow) => ({ mine: writes(ctx, meeting.minuteTakerId), now: ctx.now, opens: await opensAt(ctx, meeting.startsAt), closes: closesAt(meeting.endsAt) });

const isIn = async ({ db }: Pick<Ctx<any>, 'db'>, meetingId: string, personId: string) => (await db.selectFrom('meetingAttendance').select('id').where('meetingId', '=', meetingId).where('personId', '=', personId).executeTakeFirst()) !== undefined;

interface Coming {
  personId: string | null;
  guest: string;
  forId: string | null;
  at: string;
  way: 'code' | 'hand';
}

const cameIn = async (ctx: Ctx<any>, meetingId: string, coming: Coming) => {
  const id = newId();
  await ctx.db.insertInto('meetingAttendance').values({ id, meetingId, ...coming, by: ctx.actor.id }).execute();
  // Whoever is there need not say that they come.
  const answered = coming.forId ?? coming.personId;
  if (answered) await withdraw(ctx, { recordId: meetingId, what: 'meetings.reply', personId: answered });
  await enterRoom(ctx, meetingId);
  await seenAnew(ctx);
  return { id };
};
