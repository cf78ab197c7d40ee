import { sql } from 'kysely';
import type { Ctx, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { Retention } from '../nouns.ts';
import type { Box } from './contract.ts';
import { whyNotTakeApart } from './rules.ts';

export interface Place {
  year: number;
  retention: Retention;
  code: string;
}

/** Boxes that stand on the shelf, with what is in them. */
export const boxesOf = (ctx: Pick<Reading, 'db'>) =>
  ctx.db
    .selectFrom('archiveBoxes as b').innerJoin('departments as o', 'o.id', 'b.departmentId').innerJoin('people as p', 'p.id', 'b.madeBy')
    .innerJoinLateral((eb) => eb.selectFrom('archiveItems as i').whereRef('i.boxId', '=', 'b.id').select([sql<number>`min(i.seq)`.as('from'), sql<number>`max(i.seq)`.as('to'), sql<number>`count(*)::int`.as('items'), sql<number>`coalesce(sum(i.thickness), 0)::int`.as('thickness')]).as('c'), (join) => join.onTrue())
    .select([
      'b.id', 'b.year', 'b.retention', 'b.code', 'b.seq', 'b.spine', 'b.madeAt', 'b.remark', 'b.checkedBy', 'b.apartAt', 'c.from', 'c.to', 'c.items', 'c.thickness', sql<string | null>`b.checked_on::text`.as('checkedOn'),
      sql<Box['department']>`as_person(o.id, o.name)`.as('department'), sql<Box['madeBy']>`as_person(p.id, p.name)`.as('madeBy'),
      sql<boolean>`not exists (select from archive_boxes l where l.year = b.year and l.retention = b.retention and l.code = b.code and l.seq > b.seq and l.apart_at is null)`.as('last'),
    ])
    .where('b.apartAt', 'is', null);

type Row = Awaited<ReturnType<ReturnType<typeof boxesOf>['execute']>>[number];

export const presented = (ctx: Reading, { last, apartAt, ...row }: Row): Box =>
  ({ ...row, whyNot: ctx.actor.permissions.has('archive.manage') ? { noteBox: [], takeApart: whyNotTakeApart({ apartAt, last }) } : {} }) as Box;

export const boxOf = async (ctx: Reading, id: string) => presented(ctx, await boxesOf(ctx).where('b.id', '=', id).executeTakeFirstOrThrow(notFound));

/** What of a row is in no box yet, in the order of its numbers. */
export const unboxed = ({ db }: Pick<Reading, 'db'>, { year, retention, code }: Place) =>
  db.selectFrom('archiveItems').select(['id', 'seq', 'thickness', 'departmentId']).where('year', '=', year).where('retention', '=', retention).where('code', '=', code).where('boxId', 'is', null).where('withdrawnAt', 'is', null).where('destroyedAt', 'is', null).orderBy('seq');

export const lockBox = async (ctx: Ctx<any>, id: string) => ctx.db.selectFrom('archiveBoxes').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow(notFound);
