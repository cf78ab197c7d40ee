import { expect, test } from 'vitest';
import { storm } from './storm.ts';

test('kill -9 of the server and of PostgreSQL while eight clerks register: nothing lost, nothing doubled, everything delivered', async () => {
  const rounds = 6;
  const { faults, acknowledged } = await storm({ rounds, seed: Date.now() % 1_000_000, calm: 600 });
  expect(acknowledged).toBeGreaterThan(2 * rounds);
  expect(Object.entries(faults).filter(([, count]) => count !== 0)).toEqual([]);
});
