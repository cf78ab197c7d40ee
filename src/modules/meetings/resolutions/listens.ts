import { sql } from 'kysely';
import type { Promised } from '#mechanisms/deadlines/promises.ts';
import type { ClockTold } from '#mechanisms/deadlines/tick.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { ask } from '#mechanisms/todos/todos.ts';
import type { Listener } from '#platform/module.ts';
import { holdersOf } from '../people.ts';
import { seenAnew } from '../topics/topics.ts';
import { headsOf, titleOf } from './resolutions.ts';

/** The day is that of the resolution; the figures say when it is warned of and to whom it climbs. */
export const promised: readonly Promised[] = [{
  name: 'meetings.resolution',
  kind: 'working_days',
  length: { setting: 'meetings.resolution_days', unit: 'days' },
  warn: { lead: { setting: 'meetings.resolution_warn_days', unit: 'days' } },
  escalate: { after: { setting: 'meetings.resolution_late_days', unit: 'days' }, to: 'office.director' },
  zh: { title: '会议决议', from: '会议作出决议', to: '办公室核对销号' },
  en: { title: 'Resolution', from: 'resolved', to: 'checked and closed' },
}];

const told = (what: string, also: (ctx: Parameters<Listener>[0], told: ClockTold) => Promise<unknown>): Listener => async (ctx, clock: ClockTold) => {
  if (clock.promise !== 'meetings.resolution' || !clock.departmentId) return;
  const resolution = await ctx.db.selectFrom('resolutions').select(['number', 'text', 'ownerId', sql<string>`due_on::text`.as('until')]).where('id', '=', clock.recordId).executeTakeFirstOrThrow();
  const params = { number: resolution.number, text: titleOf(resolution), until: resolution.until };
  const to = what === 'meetings.resolution_escalated' ? await holdersOf(ctx, 'office.director') : [...new Set([resolution.ownerId, ...(await headsOf(ctx, [clock.departmentId]))])];
  await notify(ctx, { to, what, params, recordId: clock.recordId });
  await also(ctx, clock);
  await seenAnew(ctx);
};

const nothing = async () => undefined;

export const listens: Record<string, Listener> = {
  'deadlines.warned': told('meetings.resolution_due', nothing),
  'deadlines.broken': told('meetings.resolution_late', async (ctx, { recordId, departmentId }) => {
    const { recordedBy } = await ctx.db.selectFrom('resolutions').select('recordedBy').where('id', '=', recordId).executeTakeFirstOrThrow();
    if (departmentId) for (const personId of await holdersOf(ctx, 'office.clerk')) await ask(ctx, { personId, kind: 'act', recordId, what: 'meetings.resolutionLate', askedBy: recordedBy });
  }),
  'deadlines.escalated': told('meetings.resolution_escalated', nothing),
};
