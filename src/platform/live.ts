import { sql } from 'kysely';
import pg from 'pg';
import { type Address, type Db, prepare } from './db.ts';

/** What changed, for the people or departments who may care: `keys` as in Actor.keys, or 'all'. */
export interface Change {
  keys: readonly string[] | 'all';
  /** First parts of query keys that are stale, such as 'todos' or 'incoming'. */
  what: readonly string[];
}

const channel = 'zongban_live';

/** Told to every web process when the transaction commits. More people than one notification holds are told as everybody. */
export const changed = (db: Db, { keys, what }: Change) =>
  notified(db, { payload: JSON.stringify({ keys: keys.length > mostKeys ? 'all' : keys, what }) });

const notified = prepare<{ payload: string }, never>((db, blank) => sql<never>`select pg_notify(${channel}, ${blank(({ payload }) => payload)})`.compile(db));

/** A notification of PostgreSQL has at most 8,000 bytes; a key takes 39. */
const mostKeys = 190;

export type Watcher = (change: Change) => void;

/** One connection a process hears what changed, and passes it on to whoever watches. */
export const openLive = (address: Address, onError: (error: unknown) => void) => {
  const watchers = new Set<Watcher>();
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;
  let closed = false;
  let [ears, ear] = [0, undefined as number | undefined];
  const connect = async () => {
    client = new pg.Client({ ...address, application_name: 'zongban-live', keepAlive: true });
    client.on('notification', ({ payload }) => pass(payload));
    client.on('error', onError);
    client.on('end', () => {
      ear = undefined;
      if (!closed) again = setTimeout(() => connect().catch(onError), 1000);
    });
    await client.connect();
    await client.query(`listen ${channel}`);
    ear = ++ears;
  };
  const pass = (payload = '') => {
    const change = parsed(payload);
    for (const watcher of change ? watchers : []) watcher(change!);
  };
  connect().catch(onError);
  return {
    watch: (watcher: Watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    /** Which of its connections hears now, if one does: between two of them changes went unheard. */
    hears: () => ear,
    close: async () => {
      closed = true;
      clearTimeout(again);
      await client?.end().catch(() => {});
    },
  };
};

export type Live = ReturnType<typeof openLive>;

const parsed = (payload: string): Change | undefined => {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
};
