import { sql } from 'kysely';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { person } from '../meetings.ts';
import type { EquipmentLine, equipment as contract, Preparation } from './contract.ts';
import { expectedAt, preparationsFor, rulesOf } from './preparations.ts';
import { isOver, whyNotHandOver, whyNotPrepare } from './rules.ts';

export const queries: Queries<Pick<typeof contract, 'equipmentRules' | 'preparations' | 'preparation'>> = {
  equipmentRules: async (ctx) => ({ rules: await rulesOf(ctx) }),

  /** The longest meeting has 16 hours: what began before is over. */
  async preparations(ctx, { query: { show, after, most } }) {
    const [order, compare] = show === 'coming' ? (['asc', '>'] as const) : (['desc', '<'] as const);
    const rows = await preparationLines(ctx).where('m.state', '<>', 'cancelled')
      .$if(show === 'coming', (e) => e.where('m.endsAt', '>', ctx.now).where(sql<boolean>`m.starts_at > ${ctx.now}::timestamptz - interval '16 hours'`))
      .$if(show === 'past', (e) => e.where('m.startsAt', '<=', ctx.now).where('m.endsAt', '<=', ctx.now))
      .$if(after !== undefined, (e) => e.where(sql<boolean>`(m.starts_at, m.id) ${sql.raw(compare)} (select x.starts_at, x.id from meeting_preparations y join meetings x on x.id = y.meeting_id where y.id = ${after})`))
      .orderBy('m.startsAt', order).orderBy('m.id', order).limit(most + 1).execute();
    return { preparations: rows.slice(0, most) as Preparation[], next: rows.length > most ? rows[most - 1]!.id : null };
  },

  async preparation(ctx, { params }) {
    const row = await preparationLines(ctx).leftJoin('people as h', 'h.id', 'e.handedOverBy')
      .select(['m.state', 'e.handedOverNote', expectedAt.as('expected'), sql<{ id: string; name: string } | null>`case when h.id is not null then as_person(h.id, h.name) end`.as('handedOverBy')])
      .where('e.id', '=', params.preparationId).executeTakeFirstOrThrow(notFound);
    const { lines: _, ...preparation } = row;
    const equipment = await equipmentOf(ctx, row.id);
    const open = equipment.filter(({ state }) => state === 'open').length;
    return { ...preparation, equipment, whyNot: whyNotOf(ctx, row, open) };
  },
};

const whyNotOf = ({ actor, now }: Reading, row: { state: string; endsAt: string; handedOverAt: string | null }, open: number): Record<string, string[]> => ({
  check: whyNotPrepare(row, now),
  ...(!isOver(row, now) && row.handedOverAt === null && { handOver: whyNotHandOver(row, open, now) }),
  ...(actor.permissions.has('meetings.manage') && !isOver(row, now) && { setEquipment: [], recount: [] }),
});

const counted = (state: string) => sql<number>`(select count(*)::int from meeting_equipment q where q.preparation_id = e.id ${sql.raw(state)})`;

const preparationLines = (ctx: Pick<Reading, 'db' | 'actor'>) =>
  preparationsFor(ctx).select(['e.id', 'e.meetingId', 'm.title', 'm.startsAt', 'm.endsAt', 'm.place', 'e.people', 'e.handedOverAt', counted('').as('lines'), counted("and q.state <> 'open'").as('checked'), counted("and q.state = 'defect'").as('defects')]);

export const equipmentOf = async ({ db }: Pick<Reading, 'db'>, preparationId: string) =>
  (await db.selectFrom('meetingEquipment as q').leftJoin('people as p', 'p.id', 'q.checkedBy')
    .select(['q.id', 'q.name', 'q.unit', 'q.count', 'q.usual', 'q.remark', 'q.state', 'q.checkedAt', 'q.defect', sql<EquipmentLine['checkedBy']>`case when p.id is not null then ${person('p.id', 'p.name')} end`.as('checkedBy')])
    .where('q.preparationId', '=', preparationId).orderBy('q.position').orderBy('q.id').execute()) as EquipmentLine[];
