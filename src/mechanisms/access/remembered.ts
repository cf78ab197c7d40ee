import type { Db } from '#platform/db.ts';
import type { Live } from '#platform/live.ts';
import type { Actor } from '#platform/module.ts';
import { forgetGrants, whoIs } from './who.ts';

interface Remembered {
  at: number;
  /** The connection that would have heard of a change. */
  ear: number;
  who: Promise<Actor | undefined>;
}

/** What begins or ends by the clock alone, as a leave does, is seen so much later; in ms. */
const atMost = 5000;
const mostTokens = 2000;

/**
 * Who holds a token, asked once for the requests that one page makes; docs/decisions/0019. All is forgotten with every write of
 * this process and as soon as another tells that what says so has changed; nothing is remembered while nobody could hear it.
 */
export const remembering = (live: Pick<Live, 'watch' | 'hears'>, ask: typeof whoIs = whoIs) => {
  const known = new Map<string, Remembered>();
  const forget = () => known.clear();
  // What the roles may do is kept longer elsewhere: it is read anew as well.
  let told = false;
  live.watch(({ what }) => {
    if (!what.includes('who') && !what.includes('access')) return;
    told = true;
    forget();
  });
  const asked: typeof whoIs = async (db: Db, token, { now, address }) => {
    const [at, ear] = [Date.parse(now), live.hears()];
    if (ear === undefined) return ask(db, token, { now, address });
    const found = known.get(token);
    const isFresh = found && found.ear === ear && at >= found.at && at - found.at < atMost;
    if (told) forgetGrants(db);
    told = false;
    const { who } = isFresh ? found : remember(token, { at, ear, who: ask(db, token, { now, address }) });
    const actor = await who;
    return actor && { ...actor, address };
  };
  const remember = (token: string, one: Remembered) => {
    if (known.size >= mostTokens) forget();
    known.set(token, one);
    const drop = () => known.get(token) === one && known.delete(token);
    one.who.then((actor) => actor ?? drop(), drop);
    return one;
  };
  return { whoIs: asked, forget };
};
