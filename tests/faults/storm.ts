import { setTimeout as wait } from 'node:timers/promises';
import { openClients } from './clients.ts';
import { newSchool, openProduct, until } from './product.ts';
import { settled, verdict } from './verdict.ts';

export interface Storm {
  rounds: number;
  seed: number;
  /** The longest time between two kills, in milliseconds. */
  calm: number;
  say?: (line: string) => void;
}

const victims = ['server', 'postgres', 'both'] as const;

/** Eight clerks register while the server, PostgreSQL or both are killed at random moments. What must not be is counted at the end. */
export const storm = async ({ rounds, seed, calm, say = () => undefined }: Storm) => {
  const chance = chances(seed);
  const product = await openProduct(await newSchool());
  try {
    await product.up();
    const clients = openClients(product.url, 8);
    const back: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const before = clients.acknowledged.length;
      await until('a document is acknowledged', async () => clients.acknowledged.length > before);
      await wait(chance() * calm);
      const victim = victims[Math.floor(chance() * victims.length)]!;
      const [at, known] = [Date.now(), clients.acknowledged.length];
      for (const what of victim === 'both' ? (['postgres', 'server'] as const) : [victim]) await product.kill(what);
      await product.up();
      await until('a document is acknowledged again', async () => clients.acknowledged.length > known);
      back.push(Date.now() - at);
      say(`${String(round).padStart(3)}  kill -9 ${victim.padEnd(9)} ${String(known).padStart(6)} acknowledged, again after ${back.at(-1)} ms`);
    }
    await clients.stop();
    await settled(product);
    const { found, faults } = await verdict(product, clients.acknowledged);
    return { seed, rounds, acknowledged: clients.acknowledged.length, triedAgain: clients.failures(), longestAway: Math.max(...back), ...found, faults };
  } catch (error) {
    say(product.said());
    throw error;
  } finally {
    await product.remove();
  }
};

/** The same chances for the same seed (mulberry32), so that a storm can be had again. */
const chances = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};
