import { changed } from '#platform/live.ts';
import type { Actions } from '#platform/module.ts';
import { notFound } from '#platform/problem.ts';
import type { organisation as contract } from './contract.ts';
import { departments } from './departments.ts';
import { departures } from './departures.ts';
import { leaves } from './leaves.ts';
import { whyNotChangePerson } from './rules.ts';

export const actions: Actions<typeof contract> = {
  ...departments,
  ...departures,
  ...leaves,

  async changePerson(ctx, { params: { personId }, body }) {
    ctx.refuse(...whyNotChangePerson(body));
    await ctx.db.selectFrom('people').select('id').where('id', '=', personId).forUpdate().executeTakeFirstOrThrow(notFound);
    if (Object.keys(body).length) await ctx.db.updateTable('people').set(body).where('id', '=', personId).execute();
    await changed(ctx.db, { keys: 'all', what: ['organisation'] });
    return { id: personId };
  },
};
