// Many rounds of what the suite tries a few times: 64 people want one hour and one series, rules of series held against a second way to read them, 200,000 bookings.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' }, rules: { type: 'string', default: '2000' } } });
const { status } = spawnSync(process.execPath, ['--no-warnings', 'node_modules/vitest/vitest.mjs', 'run', '--project', 'house', 'src/modules/rooms'], { stdio: 'inherit', env: { ...process.env, ROOM_ROUNDS: values.rounds, ROOM_RULES: values.rules, ROOM_ROOMS: '200', ROOM_EACH: '1000' } });
process.exitCode = status ?? 1;
