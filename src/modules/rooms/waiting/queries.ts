import type { Queries } from '#platform/module.ts';
import type { waiting as contract } from './contract.ts';
import { presentedWait, waitLines } from './waits.ts';

export const queries: Queries<Pick<typeof contract, 'waits'>> = {
  /** One's own, the nearest last, as far as they are not long over. */
  async waits(ctx) {
    const rows = await waitLines(ctx).where('w.organiserId', 'in', [...ctx.actor.keys]).where('w.seriesId', 'is', null).orderBy('w.startsAt', 'desc').orderBy('w.id', 'desc').limit(50).execute();
    return { waits: rows.map(presentedWait) };
  },
};
