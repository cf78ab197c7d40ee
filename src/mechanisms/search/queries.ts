import type { Queries } from '#platform/module.ts';
import { countOf, type Key, type Looking, lookingFor, planWell, windowFrom } from './candidates.ts';
import type { search } from './contract.ts';
import { shown } from './shown.ts';

const pageSize = 20;
const mostWindows = 6;

export const queries: Queries<typeof search> = {
  async find(ctx, { query }) {
    const asked = lookingFor(ctx, query);
    if (!asked.terms.length) return { results: [], count: 0, counted: 'exactly', next: null };
    return ctx.db.transaction().execute(async (db) => {
      const looking = { ...asked, db };
      await planWell(looking);
      const { ids, next, all } = await page(looking, placeOf(query.after));
      const count = query.after ? uncounted : all === null ? await countOf(looking) : { count: all, counted: 'exactly' as const };
      return { results: await shown(looking, ids), ...count, next };
    });
  },
};

const uncounted = { count: null, counted: 'exactly' as const };

/** A place in the results: in the window that begins there, after so many. */
interface Place {
  readonly window: Key | null;
  readonly shown: number;
}

/** Twenty records: the best of the newest candidates first, then of older ones, as many windows as it takes. */
const page = async (looking: Looking, from: Place) => {
  const ids: string[] = [];
  let place = from;
  let all: number | null = null;
  for (let windows = 0; windows < mostWindows && ids.length < pageSize; windows++) {
    const { found, end } = await windowFrom(looking, place.window);
    if (!place.window && !end) all = found.length;
    const taken = found.slice(place.shown, place.shown + pageSize - ids.length);
    ids.push(...taken);
    const shown = place.shown + taken.length;
    if (shown >= found.length && !end) return { ids, next: null, all };
    place = shown < found.length ? { ...place, shown } : { window: end, shown: 0 };
  }
  return { ids, next: written(place), all };
};

const written = ({ window, shown }: Place) => [shown, ...(window ? [window.at, window.id] : [])].join('_');

const placeOf = (after = '0'): Place => {
  const [shown, at, id] = after.split('_');
  return { shown: Number(shown), window: at && id ? { at, id } : null };
};
