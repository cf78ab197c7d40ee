import { sql } from 'kysely';
import { mayRead, openRecord } from '#mechanisms/access/records.ts';
import { ask, withdraw } from '#mechanisms/todos/todos.ts';
import { newId } from '#platform/ids.ts';
import type { Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { holdersOf } from '../people.ts';
import { countFor, isByHand } from './rules.ts';

/** The preparations the asker may see; what is only planned is the office's own. */
export const preparationsFor = (ctx: Pick<Reading, 'db' | 'actor'>) =>
  ctx.db.selectFrom('meetingPreparations as e').innerJoin('records', 'records.id', 'e.id').innerJoin('meetings as m', 'm.id', 'e.meetingId').where(mayRead(ctx))
    .$if(!ctx.actor.permissions.has('meetings.manage'), (rows) => rows.where('m.state', 'in', ['approved', 'called']));

/** Held until the transaction ends. */
export const lockPreparation = (ctx: Ctx<any>, id: string) =>
  preparationsFor(ctx).select(['e.id', 'e.people', 'e.handedOverAt', 'e.meetingId', 'm.title', 'm.startsAt', 'm.endsAt', 'm.place', 'm.state', 'm.madeBy']).where('e.id', '=', id).forNoKeyUpdate('e').executeTakeFirstOrThrow(notFound);

interface Meeting {
  id: string;
  title: string;
  people: number;
}

/** Counted when the meeting is planned, and anew when more or fewer come; what the office wrote itself stays. */
export const keepPreparation = async (ctx: Ctx<any>, { id: meetingId, title, people }: Meeting) => {
  const before = await ctx.db.selectFrom('meetingPreparations').select(['id', 'people']).where('meetingId', '=', meetingId).forNoKeyUpdate().executeTakeFirst();
  if (before) await ctx.db.updateTable('records').set({ title }).where('id', '=', before.id).execute();
  if (before?.people === people) return before.id;
  const id = before?.id ?? newId();
  if (before) await ctx.db.updateTable('meetingPreparations').set({ people }).where('id', '=', id).execute();
  else {
    await openRecord(ctx, { id, kind: 'preparation', title, allPermission: 'meetings.prepare', clearance: 0 });
    await ctx.db.insertInto('meetingPreparations').values({ id, meetingId, people }).execute();
  }
  await countAnew(ctx, id, people);
  return id;
};

/** By the table of the office; `whole` also replaces what was written by hand. */
export const countAnew = async ({ db }: Pick<Ctx<any>, 'db'>, preparationId: string, people: number, whole = false) => {
  const lines = await db.selectFrom('meetingEquipment').selectAll().where('preparationId', '=', preparationId).execute();
  const kept = whole ? [] : lines.filter(isByHand);
  const rules = await rulesOf({ db });
  const counted = rules.map((rule) => ({ name: rule.name, unit: rule.unit, count: countFor(rule, people) })).filter(({ name, count }) => count > 0 && !kept.some((line) => line.name === name));
  const same = lines.filter((line) => counted.some(({ name, count }) => name === line.name && count === line.count));
  const going = lines.filter((line) => !kept.includes(line) && !same.includes(line)).map(({ id }) => id);
  if (going.length) await db.deleteFrom('meetingEquipment').where('id', 'in', going).execute();
  const fresh = counted.filter(({ name }) => !same.some((line) => line.name === name));
  if (fresh.length) await db.insertInto('meetingEquipment').values(fresh.map((line) => ({ ...line, id: newId(), preparationId, usual: line.count, position: rules.findIndex(({ name }) => name === line.name) }))).execute();
};

export const rulesOf = ({ db }: Pick<Reading, 'db'>) => db.selectFrom('meetingEquipmentRules').select(['name', 'unit', 'each', 'per', 'spare', 'leastPeople']).orderBy('position').execute();

/** The meeting is called, or is elsewhere or at another time than before: what was ticked there is ticked anew, by the technicians. */
export const askTechnicians = async (ctx: Ctx<any>, meeting: Meeting & { startsAt: string }) => {
  const id = await keepPreparation(ctx, meeting);
  await ctx.db.updateTable('meetingEquipment').set({ state: 'open', checkedAt: null, checkedBy: null, defect: '' }).where('preparationId', '=', id).execute();
  await ctx.db.updateTable('meetingPreparations').set({ handedOverAt: null, handedOverBy: null, handedOverNote: '' }).where('id', '=', id).execute();
  await withdraw(ctx, { recordId: id });
  for (const personId of await holdersOf(ctx, 'technician')) await ask(ctx, { personId, kind: 'act', recordId: id, what: 'meetings.prepareRoom', dueAt: meeting.startsAt });
};

/** The meeting is cancelled: nobody prepares it any more. */
export const dropPreparation = async (ctx: Ctx<any>, meetingId: string) => {
  const preparation = await ctx.db.selectFrom('meetingPreparations').select('id').where('meetingId', '=', meetingId).executeTakeFirst();
  if (preparation) await withdraw(ctx, { recordId: preparation.id });
};

/** Who is expected by now. */
export const expectedAt = sql<number>`(select count(*)::int from meeting_people a where a.meeting_id = m.id and a.reply is distinct from 'leave')`;
