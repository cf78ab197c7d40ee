import { sql } from 'kysely';
import type { Queries, Reading } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import { contentOf, papersFor } from '../papers/papers.ts';
import { whyNotWritePaper } from '../papers/rules.ts';
import type { ReportLine, reports as contract } from './contract.ts';

export const queries: Queries<Pick<typeof contract, 'reports' | 'report'>> = {
  async reports(ctx, { query: { show, after, most } }) {
    const rows = await lines(ctx)
      .$if(show !== 'all', (w) => w.where('w.kind', '=', show))
      .$if(after !== undefined, (w) => w.where(sql<boolean>`(w.covers_to, w.id) < (select covers_to, id from meeting_papers where id = ${after})`))
      .orderBy('w.coversTo', 'desc').orderBy('w.id', 'desc').limit(most + 1).execute();
    return { reports: rows.slice(0, most).map(presented), next: rows.length > most ? rows[most - 1]!.id : null };
  },

  async report(ctx, { params }) {
    const row = await lines(ctx).where('w.id', '=', params.paperId).executeTakeFirstOrThrow(notFound);
    const finalBy = row.finalBy ? await ctx.db.selectFrom('people').select(['id', 'name']).where('id', '=', row.finalBy).executeTakeFirstOrThrow() : null;
    const waits = await ctx.db.selectFrom('todos').select('id').where('recordId', '=', row.id).where('personId', '=', ctx.actor.id).where('kind', '=', 'read').where('doneAt', 'is', null).where('withdrawnAt', 'is', null).executeTakeFirst();
    const manages = ctx.actor.permissions.has('meetings.manage');
    const whyNot: Record<string, string[]> = { ...(waits && { readReport: [] }), ...(manages && row.state !== 'final' && { save: whyNotWritePaper(row, manages), finishReport: whyNotWritePaper(row, manages) }) };
    return { ...presented(row), content: await contentOf(ctx, row.id, row.version), version: row.version, finalBy, whyNot };
  },
};

const lines = (ctx: Reading) => papersFor(ctx).where('w.coversFrom', 'is not', null).select(['w.id', 'w.kind', 'w.title', 'w.state', sql<string>`w.covers_from::text`.as('coversFrom'), sql<string>`w.covers_to::text`.as('coversTo'), 'w.madeAt', 'w.finalAt', 'w.finalBy', 'w.version']);

const presented = ({ finalBy: _, version: __, ...row }: Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]) => row as ReportLine;
