import { type Ask, askFor } from './client.ts';
import type { Screen } from './requests.ts';
import type { Server } from './servers.ts';

export interface Result {
  /** Requests answered in a second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  /** Microseconds of the server's own CPU time for one request, without the database's. */
  cpu: number;
}

const slices = 4;

/** One request at several servers, in turns, so that what else the machine does falls on all of them. */
export const measure = async (screen: Screen, servers: readonly Server[], seconds: number): Promise<Record<string, Result>> => {
  const asked = servers.filter(({ kind }) => kind !== 'bare' || !screen.once);
  const seen = asked.map(() => ({ took: [] as number[], seconds: 0, cpu: 0 }));
  const ask = await screen.asks();
  for (const { connections } of asked) await askFor(connections, ask, Math.min(1, seconds / 2));
  for (let slice = 0; slice < slices; slice++) for (const [i, server] of asked.entries()) await add(seen[i]!, ask, server, seconds / slices);
  return Object.fromEntries(asked.map(({ kind }, i) => [kind, resultOf(seen[i]!)]));
};

// A page is looked at for so long before the next one is asked for, in ms.
const look = 1000;
const least = 6;

/** The same people at the same moment, each looking at what they asked for: what an answer takes them. */
export const measureUnhurried = async (screen: Screen, { connections }: Server, seconds: number): Promise<Pick<Result, 'p50' | 'p95'>> => {
  const { took } = await askFor(connections, await screen.asks(), Math.max(least, seconds), look);
  return timesOf(took);
};

interface Seen {
  took: number[];
  seconds: number;
  cpu: number;
}

const add = async (seen: Seen, ask: Ask, { connections, usage }: Server, seconds: number) => {
  const before = await usage();
  const { took, seconds: lasted } = await askFor(connections, ask, seconds);
  seen.cpu += (await usage()).cpu - before.cpu;
  seen.seconds += lasted;
  seen.took.push(...took);
};

const resultOf = ({ took, seconds, cpu }: Seen): Result => ({ rate: took.length / seconds, ...timesOf(took), cpu: cpu / took.length });

export const timesOf = (took: number[]) => {
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]!;
  return { p50: at(0.5), p95: at(0.95) };
};
