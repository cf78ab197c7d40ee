import type { Queries } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { countedOf, meetingRow, opensAt, writes } from '../sitting/sitting.ts';
import { attendanceOf, comesFor, presentedCame } from './attendance.ts';
import { codeNow } from './codes.ts';
import type { signin as contract } from './contract.ts';
import { signInListOf } from './paper.ts';
import { whyNotSignIn, whyNotSignOthers } from './rules.ts';
import { closesAt } from './times.ts';

export const queries: Queries<Pick<typeof contract, 'attendance' | 'signInCard' | 'signInList'>> = {
  async attendance(ctx, { params }) {
    const row = await meetingRow(ctx, params.meetingId);
    const { came, ...list } = await attendanceOf(ctx, row);
    const mine = came.find(({ personId }) => personId === ctx.actor.id);
    const [asked, writer] = [(await comesFor(ctx, row.id, ctx.actor.id)) !== undefined, writes(ctx, row.minuteTakerId)];
    const door = { now: ctx.now, opens: await opensAt(ctx, row.startsAt), closes: closesAt(row.endsAt) };
    const { id, title, place, startsAt, begunAt, endedAt } = row;
    return {
      meeting: { id, title, place, startsAt, begunAt, endedAt }, ...list, mine: mine ? presentedCame(mine) : null,
      whyNot: { ...(asked && { signIn: whyNotSignIn(row, { ...door, asked, codeFits: true, guesses: false, already: mine !== undefined }) }), ...(writer && { signInFor: whyNotSignOthers(row, { ...door, mine: writer }) }) },
    };
  },

  async signInCard(ctx, { params }) {
    const row = await meetingRow(ctx, params.meetingId);
    if (!writes(ctx, row.minuteTakerId)) throw notFound();
    return { id: row.id, title: row.title, place: row.place, startsAt: row.startsAt, ...codeNow(row.signKey, ctx.now), counted: await countedOf(ctx, row.id) };
  },

  signInList: async (ctx, { params, query: { as } }) => signInListOf(ctx, await meetingRow(ctx, params.meetingId), as),
};
