import { shareWith } from '#mechanisms/access/records.ts';
import { wallAt } from '#mechanisms/calendar/days.ts';
import type { ClockTold } from '#mechanisms/deadlines/tick.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import type { Listener, Working } from '#platform/module.ts';
import { namedRecord } from './course.ts';
import { holdersOf, peopleNamed } from './people.ts';
import { handOver, handOverOf } from './succession.ts';

const ours = (work: (ctx: Working, told: ClockTold & { personId: string }) => Promise<void>): Listener => async (ctx, told: ClockTold) => {
  if (told.promise === 'approvals.sign' && told.personId) await work(ctx, { ...told, personId: told.personId });
};

const warned = ours(async (ctx, told) => notify(ctx, { to: [told.personId], what: 'approvals.warned', params: await paramsOf(ctx, told), recordId: told.recordId }));

/** The signer hears that it is late, and the drafter with whom it waits. */
const late = ours(async (ctx, told) => {
  const params = await paramsOf(ctx, told);
  const { drafterId } = await ctx.db.selectFrom('approvals').select('drafterId').where('recordId', '=', told.recordId).orderBy('startedAt', 'desc').limit(1).executeTakeFirstOrThrow();
  await notify(ctx, { to: [told.personId], what: 'approvals.late', params, recordId: told.recordId });
  await notify(ctx, { to: [drafterId], what: 'approvals.late', params: { ...params, whom: await nameOf(ctx, told.personId) }, recordId: told.recordId });
});

/** Still late after a while: it goes up, and whoever it goes to may look. */
const escalated = ours(async (ctx, told) => {
  const to = (await holdersOf(ctx, told.to ?? 'office.director')).filter((id) => id !== told.personId);
  await shareWith(ctx, told.recordId, to);
  await notify(ctx, { to, what: 'approvals.escalated', params: { ...(await paramsOf(ctx, told)), whom: await nameOf(ctx, told.personId) }, recordId: told.recordId });
});

const paramsOf = async (ctx: Working, { recordId, dueAt, toldLate }: ClockTold) => ({ ...(await namedRecord(ctx, recordId)), due: dueAt ? `${wallAt(dueAt).day} ${wallAt(dueAt).time}` : '', ...(toldLate && { toldLate: 'true' }) });

const nameOf = async (ctx: Working, id: string) => (await peopleNamed(ctx, [id]))[0]?.name ?? '';

export const listens: Record<string, Listener> = {
  'deadlines.warned': warned,
  'deadlines.broken': late,
  'deadlines.escalated': escalated,
  'access.post_ended': async (ctx, { personId }: { personId: string }) => handOver(ctx, personId),
  'organisation.oversight_changed': async (ctx, { departmentId }: { departmentId: string }) => handOverOf(ctx, departmentId),
};
