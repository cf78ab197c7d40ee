import { sql } from 'kysely';
import { mayRead, shareWith } from '#mechanisms/access/records.ts';
import { notify } from '#mechanisms/notifications/notifications.ts';
import { stopClock } from '#mechanisms/deadlines/clocks.ts';
import { ask, withdraw } from '#mechanisms/todos/todos.ts';
import type { Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { person } from '../meetings.ts';
import type { Material } from './contract.ts';
import { standingOf } from './rules.ts';

/** The materials the asker may see: what they hand in, what they were given, all for the office; of 秘密 and above those cleared. */
export const materialsFor = (ctx: Pick<Reading, 'db' | 'actor'>) => ctx.db.selectFrom('meetingMaterials as g').innerJoin('records', 'records.id', 'g.id').where(mayRead(ctx));

/** Held until the transaction ends. */
export const lockMaterial = (ctx: Ctx<any>, id: string) =>
  materialsFor(ctx).innerJoin('meetings as m', 'm.id', 'g.meetingId').selectAll('g').select(['m.state', 'm.startsAt', 'm.endsAt', 'm.title as meeting']).where('g.id', '=', id).forNoKeyUpdate('g').executeTakeFirstOrThrow(notFound);

/** The office, and whoever it was asked of. */
export const handsIn = ({ actor }: Pick<Reading, 'actor'>, { ownerId }: { ownerId: string }) => actor.keys.includes(ownerId) || actor.permissions.has('meetings.manage');

const counted = (from: string, more = '') => sql<number>`(select count(*)::int from ${sql.raw(from)} c where c.material_id = g.id ${sql.raw(more)})`;

export const materialLines = (ctx: Pick<Reading, 'db' | 'actor'>) =>
  materialsFor(ctx).innerJoin('people as o', 'o.id', 'g.ownerId').leftJoin('meetingTopics as t', 't.id', 'g.topicId')
    .leftJoin('meetingMaterialReaders as me', (on) => on.onRef('me.materialId', '=', 'g.id').on('me.personId', '=', ctx.actor.id))
    .select(['g.id', 'g.meetingId', 'g.title', 'g.secrecy', 'g.secrecyPeriod', 'g.place', 'g.ownerId', 'g.dueAt', 'g.bagged', 'g.endsAfter', 'g.handedInAt', 'g.distributedAt', 'g.endedAt', 'g.withdrawnAt', 'g.withdrawnWhy', 'g.urgedAt', person('o.id', 'o.name').as('owner'),
      sql<Material['topic']>`case when t.id is not null then jsonb_build_object('id', t.id, 'title', t.title) end`.as('topic'), 'me.givenAt as myGivenAt', 'me.readAt as myReadAt',
      counted('meeting_material_readers').as('given'), counted('meeting_material_readers', 'and c.read_at is not null').as('read'), counted('meeting_material_copies').as('copies'), counted('meeting_material_copies', 'and c.returned_at is not null').as('returned')]);

export type MaterialRow = Awaited<ReturnType<ReturnType<typeof materialLines>['execute']>>[number];

export const presentedMaterial = (row: MaterialRow, now: string): Material => {
  const { id, title, secrecy, secrecyPeriod, place, topic, owner, dueAt, bagged, endsAfter, given, read, copies, returned, myGivenAt, myReadAt } = row;
  const state = standingOf(row);
  return { id, title, secrecy, secrecyPeriod, place, topic, owner, dueAt, bagged, endsAfter, given, read, copies, returned, state, late: state === 'asked' && dueAt !== null && dueAt <= now, mine: myGivenAt ? { readAt: myReadAt } : null };
};

interface Given {
  id: string;
  title: string;
}

/** It is theirs to read from now on, and in their inbox. */
export const giveTo = async (ctx: Ctx<any>, materials: readonly Given[], people: readonly string[]) => {
  for (const { id, title } of materials) {
    await shareWith(ctx, id, people);
    const fresh = await ctx.db.insertInto('meetingMaterialReaders').values(people.map((personId) => ({ materialId: id, personId, givenAt: ctx.now }))).onConflict((conflict) => conflict.doNothing()).returning('personId').execute();
    const to = fresh.map(({ personId }) => personId);
    for (const personId of to) await ask(ctx, { personId, kind: 'read', recordId: id, what: 'meetings.readMaterial' });
    if (to.length) await notify(ctx, { to, what: 'meetings.material_given', params: { title }, recordId: id });
  }
};

/** Whoever comes for somebody else reads what was given out already. */
export const giveGiven = async (ctx: Ctx<any>, meetingId: string, people: readonly string[]) => {
  const given = await ctx.db.selectFrom('meetingMaterials').select(['id', 'title']).where('meetingId', '=', meetingId).where('distributedAt', 'is not', null).where('endedAt', 'is', null).where('withdrawnAt', 'is', null).execute();
  if (given.length) await giveTo(ctx, given, people);
};

/** Nobody hands it in or reads it any more. */
export const letGo = async (ctx: Ctx<any>, id: string) => {
  await stopClock(ctx, { recordId: id });
  await withdraw(ctx, { recordId: id });
};

/** The meeting is cancelled. */
export const letGoOf = async (ctx: Ctx<any>, meetingId: string) => {
  for (const { id } of await ctx.db.selectFrom('meetingMaterials').select('id').where('meetingId', '=', meetingId).where('withdrawnAt', 'is', null).execute()) await letGo(ctx, id);
};
