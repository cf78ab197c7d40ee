// Everything: the fast checks, the tests on the embedded PostgreSQL, the same HTTP tests on a server where one answers, the browser.
import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { check } from './check.mjs';
import { node, root } from './node.mjs';
import { buildWeb } from './web.mjs';

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 }, () => (socket.destroy(), resolve(true)));
    socket.on('error', () => resolve(false)).on('timeout', () => (socket.destroy(), resolve(false)));
  });

const vitest = (title, args, env = {}) => {
  console.log(`\n— ${title}`);
  const { status } = spawnSync(node(), ['--no-warnings', join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) process.exit(status ?? 1);
};

check();
vitest('rules, HTTP and house on the embedded PostgreSQL', ['--project', 'house']);
const elsewhere = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
// What needs no database, or starts its own, is not tried twice.
const once = ['**/rules.test.ts', 'src/platform/postgres.test.ts', 'src/mechanisms/reading/**', 'src/mechanisms/reports/**', 'src/modules/**/papers/**', 'src/app/school/**', 'src/ui/**', '**/web/**'].flatMap((tests) => ['--exclude', tests]);
if (await answers(5432)) vitest('HTTP again, on the PostgreSQL server at 127.0.0.1:5432', ['--project', 'house', 'src', ...once], { TEST_DATABASE_URL: elsewhere });
else console.log('\n— no PostgreSQL server at 127.0.0.1:5432: the HTTP tests ran on the embedded one only');
buildWeb();
vitest('journeys in a browser', ['--project', 'journeys']);
