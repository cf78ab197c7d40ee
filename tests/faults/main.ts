// npm run faults -- --rounds=50 [--seed=1]
import { storm } from './storm.ts';

const given = (name: string, standard: number) => Number(process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? standard);

const result = await storm({ rounds: given('rounds', 50), seed: given('seed', Date.now() % 1_000_000), calm: 2000, say: console.log });
console.log(JSON.stringify(result));
process.exit(Object.values(result.faults).some((count) => count !== 0) ? 1 : 0);
