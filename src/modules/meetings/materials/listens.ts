import { sql } from 'kysely';
import type { Promised } from '#mechanisms/deadlines/promises.ts';
import type { ClockTold } from '#mechanisms/deadlines/tick.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { withdraw } from '#mechanisms/todos/todos.ts';
import type { Db } from '#platform/db.ts';
import type { Listener } from '#platform/module.ts';
import { tellLater } from '#platform/outbox.ts';
import { officeTime } from '#platform/time.ts';
import { holdersOf } from '../people.ts';
import { seenAnew } from '../topics/topics.ts';

/** The date is the one it was asked by; the figures say when it is warned of. */
export const promised: readonly Promised[] = [{
  name: 'meetings.material',
  kind: 'elapsed',
  length: { setting: 'meetings.material_days', unit: 'days' },
  warn: { lead: { setting: 'meetings.material_warn_hours', unit: 'hours' } },
  zh: { title: '会议材料', from: '通知准备', to: '交到办公室' },
  en: { title: 'Material of a meeting', from: 'asked for', to: 'handed in' },
}];

/** Whoever is late is told, and when the date is over the office too. */
const told = (what: 'meetings.material_due' | 'meetings.material_late'): Listener => async (ctx, { promise, recordId, dueAt }: ClockTold) => {
  if (promise !== 'meetings.material') return;
  const { title, ownerId, meeting } = await ctx.db.selectFrom('meetingMaterials as g').innerJoin('meetings as m', 'm.id', 'g.meetingId').select(['g.title', 'g.ownerId', 'm.title as meeting']).where('g.id', '=', recordId).executeTakeFirstOrThrow();
  const office = what === 'meetings.material_late' ? await holdersOf(ctx, 'office.clerk') : [];
  await notify(ctx, { to: [...new Set([ownerId, ...office])], what, params: { title, meeting, until: dueAt ? officeTime(dueAt) : '' }, recordId });
  await seenAnew(ctx);
};

export const listens: Record<string, Listener> = { 'deadlines.warned': told('meetings.material_due'), 'deadlines.broken': told('meetings.material_late') };

const most = 200;

/** Every minute: what was given until the end of a meeting is read by nobody but the office and whoever handed it in, once the meeting is over. */
export const endAccess = (db: Db, now: string) =>
  db.transaction().execute(async (open) => {
    const over = await open.selectFrom('meetingMaterials as g').innerJoin('meetings as m', 'm.id', 'g.meetingId').select(['g.id', 'g.ownerId']).where('g.endsAfter', '=', true).where('g.distributedAt', 'is not', null).where('g.endedAt', 'is', null)
      .where(({ or, eb }) => or([eb('m.endsAt', '<=', now), eb('m.endedAt', '<=', now)])).orderBy('g.id').limit(most).forUpdate('g').skipLocked().execute();
    const told: (readonly [string, object])[] = [];
    const ctx = { db: open as Db, now, tell: (event: string, data: object) => void told.push([event, data]), enqueue: async () => undefined };
    for (const { id, ownerId } of over) {
      await open.updateTable('meetingMaterials').set({ endedAt: now }).where('id', '=', id).execute();
      await sql`update records set readers = array[${ownerId}]::uuid[] where id = ${id}`.execute(open);
      await withdraw(ctx, { recordId: id, what: 'meetings.readMaterial' });
    }
    for (const [event, data] of told) await tellLater(open as Db, now, event, data);
    if (over.length) await seenAnew(ctx);
    return over.length;
  });
