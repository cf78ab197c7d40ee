import type { Listener } from '#platform/module.ts';
import { seenAnew } from './booking.ts';

interface Told {
  approvalId: string;
  subject: string;
}

const decided = (state: 'booked' | 'refused'): Listener => async (ctx, { approvalId, subject }: Told) => {
  if (subject !== 'rooms.booking') return;
  const why = state === 'refused' ? await opinionOf(ctx, approvalId) : '';
  // Only of the approval that runs now: what was changed meanwhile has another.
  const bookings = await ctx.db.updateTable('roomBookings').set({ state, decidedAt: ctx.now, ...(state === 'refused' && { endedAt: ctx.now, endedWhy: why }) }).where('approvalId', '=', approvalId).where('state', '=', 'asked').returning(['id', 'roomId', 'startsAt as from', 'endsAt as to']).execute();
  for (const { id, ...freed } of bookings) ctx.tell(`rooms.${state}`, { bookingId: id, ...(state === 'refused' && { freed }) });
  if (bookings.length) await seenAnew(ctx);
};

const opinionOf = async ({ db }: Parameters<Listener>[0], approvalId: string) => {
  const said = await db.selectFrom('approvalSigners as s').innerJoin('approvalSteps as t', 't.id', 's.stepId').select('s.opinion').where('t.approvalId', '=', approvalId).where('s.decision', '=', 'refused').orderBy('s.decidedAt', 'desc').executeTakeFirst();
  return said?.opinion ?? '';
};

/** Of approvals: approved, it is booked; refused or taken back, it keeps its reason and stays with whoever asked. */
export const listens: Record<string, Listener> = { 'approvals.approved': decided('booked'), 'approvals.refused': decided('refused'), 'approvals.recalled': decided('refused') };
