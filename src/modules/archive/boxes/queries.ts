import { sql } from 'kysely';
import type { Queries } from '#platform/module.ts';
import { refused } from '#platform/problem.ts';
import { linesOf, presentedLine } from '../items.ts';
import { boxPaperOf, spinesOf } from '../papers/boxes.ts';
import { boxesOf, boxOf, presented, unboxed } from './boxes.ts';
import type { boxes as contract, Row } from './contract.ts';
import { filled, type Spine } from './rules.ts';

const page = 100;

export const queries: Queries<Pick<typeof contract, 'rows' | 'proposeBoxes' | 'boxes' | 'oneBox' | 'boxPaper' | 'spines'>> = {
  async rows({ db }, { query: { year } }) {
    const rows = await db
      .selectFrom('archiveItems as i').innerJoin('departments as o', 'o.id', 'i.departmentId')
      .select([
        'i.year', 'i.retention', 'i.code', sql<Row['department']>`as_person(o.id, o.name)`.as('department'), sql<number>`count(*)::int`.as('items'),
        sql<number>`(count(*) filter (where i.box_id is null and i.destroyed_at is null))::int`.as('unboxed'), sql<number>`coalesce(sum(i.thickness) filter (where i.box_id is null and i.destroyed_at is null), 0)::int`.as('thickness'), sql<number>`count(distinct i.box_id)::int`.as('boxes'),
      ])
      .where('i.year', '=', year).where('i.withdrawnAt', 'is', null).groupBy(['i.year', 'i.retention', 'i.rank', 'i.code', 'o.id', 'o.name']).orderBy('i.rank').orderBy('i.code').execute();
    return { rows: rows as Row[] };
  },

  async proposeBoxes(ctx, { query: { spine, ...place } }) {
    return { boxes: filled(await unboxed(ctx, place).execute(), spine as Spine) };
  },

  async boxes(ctx, { query: { after, year, retention, code } }) {
    const rows = await boxesOf(ctx).where('b.year', '=', year).where('b.retention', '=', retention).where('b.code', '=', code).where('b.seq', '>', after).orderBy('b.seq').limit(page + 1).execute();
    return { boxes: rows.slice(0, page).map((row) => presented(ctx, row)), next: rows.length > page ? rows[page - 1]!.seq : null };
  },

  async oneBox(ctx, { params: { boxId } }) {
    const box = await boxOf(ctx, boxId);
    return { ...box, lines: (await linesOf(ctx).where('i.boxId', '=', boxId).orderBy('i.seq').execute()).map(presentedLine) };
  },

  async boxPaper(ctx, { params: { boxId }, query: { which } }) {
    return boxPaperOf(ctx, await boxOf(ctx, boxId), which);
  },

  async spines(ctx, { query: { year, retention, code } }) {
    const rows = await boxesOf(ctx).where('b.year', '=', year).where('b.retention', '=', retention).where('b.code', '=', code).orderBy('b.seq').limit(501).execute();
    if (rows.length > 500) throw refused(['archive.too_many_lines']);
    return spinesOf(ctx, rows.map((row) => presented(ctx, row)));
  },
};
