import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Actions, Ctx } from '#platform/module.ts';
import { isClosed, seenAnew } from '../items.ts';
import type { years as contract } from './contract.ts';
import { countsOf, standingOf, summed } from './counts.ts';
import { whyNotClose, whyNotReopenYear } from './rules.ts';

export const actions: Actions<Pick<typeof contract, 'closeYear' | 'reopenYear'>> = {
  /** 年度归档完成: with the figures as they are, who and when. */
  async closeYear(ctx, { body: { year } }) {
    await holdYear(ctx, year);
    const standing = await standingOf(ctx, year, summed(await countsOf(ctx, year)));
    ctx.refuse(...whyNotClose(standing));
    const { archived, excluded, open } = standing.all;
    await ctx.db.insertInto('archiveYears').values({ id: newId(), year, closedAt: ctx.now, closedBy: ctx.actor.id, archived, excluded, open }).execute();
    await seenAnew(ctx);
    return { year };
  },

  async reopenYear(ctx, { body: { year, reason } }) {
    await holdYear(ctx, year);
    ctx.refuse(...whyNotReopenYear({ closed: await isClosed(ctx, year) }));
    await ctx.db.updateTable('archiveYears').set({ reopenedAt: ctx.now, reopenedBy: ctx.actor.id, reopenedWhy: reason }).where('year', '=', year).where('reopenedAt', 'is', null).execute();
    await seenAnew(ctx);
    return { year };
  },
};

/** Nobody puts anything into the year or takes it out meanwhile (`keepYearsAsTheyAre`). */
const holdYear = ({ db }: Ctx<any>, year: number) => sql`select pg_advisory_xact_lock(hashtext('archive.year'), ${year})`.execute(db);
