import { tellHistory } from '#mechanisms/lifecycle/history.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { whyNotPrepare } from '../equipment/rules.ts';
import { lockMeeting } from '../meetings.ts';
import { seenAnew } from '../topics/topics.ts';
import type { seating as contract } from './contract.ts';
import { whyNotSeat } from './rules.ts';
import { seatingOf } from './seats.ts';

export const actions: Actions<Pick<typeof contract, 'setSeating' | 'seatByRank'>> = {
  async setSeating(ctx, { params, body: { people, ...look } }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    const { seats } = await seatingOf(ctx, meeting.id);
    ctx.refuse(...whyNotPrepare(meeting, ctx.now), ...whyNotSeat(people, seats.map(({ person }) => person.id)));
    const row = { ...look, people, changedBy: ctx.actor.id, changedAt: ctx.now };
    await ctx.db.insertInto('meetingSeatings').values({ meetingId: meeting.id, ...row }).onConflict((conflict) => conflict.column('meetingId').doUpdateSet(row)).execute();
    return done(ctx, meeting.id);
  },

  async seatByRank(ctx, { params }) {
    const meeting = await lockMeeting(ctx, params.meetingId);
    ctx.refuse(...whyNotPrepare(meeting, ctx.now));
    await ctx.db.deleteFrom('meetingSeatings').where('meetingId', '=', meeting.id).execute();
    return done(ctx, meeting.id);
  },
};

const done = async (ctx: Ctx<any>, id: string) => {
  await tellHistory(ctx, id, 'meetings.setSeating', {});
  await seenAnew(ctx);
  return { id };
};
