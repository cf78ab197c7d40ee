import { askFor } from './client.ts';
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
  const seen = servers.map(() => ({ took: [] as number[], seconds: 0, cpu: 0 }));
  for (const { connections } of servers) await askFor(connections, screen.ask, Math.min(1, seconds / 2));
  for (let slice = 0; slice < slices; slice++) for (const [i, server] of servers.entries()) await add(seen[i]!, screen, server, seconds / slices);
  return Object.fromEntries(servers.map(({ kind }, i) => [kind, resultOf(seen[i]!)]));
};

interface Seen {
  took: number[];
  seconds: number;
  cpu: number;
}

const add = async (seen: Seen, { ask }: Screen, { connections, usage }: Server, seconds: number) => {
  const before = await usage();
  const { took, seconds: lasted } = await askFor(connections, ask, seconds);
  seen.cpu += (await usage()).cpu - before.cpu;
  seen.seconds += lasted;
  seen.took.push(...took);
};

const resultOf = ({ took, seconds, cpu }: Seen): Result => {
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]!;
  return { rate: took.length / seconds, p50: at(0.5), p95: at(0.95), cpu: cpu / took.length };
};
