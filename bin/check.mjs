// Fast, without a browser: types, rules without Node or a page, lint.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { node, root } from './node.mjs';

const program = node();
const steps = [
  ['types', 'node_modules/typescript/bin/tsc', ['--noEmit']],
  ['rules are pure', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.rules.json']],
  ['lint and imports', 'node_modules/oxlint/bin/oxlint', ['--quiet']],
];

export const check = () => {
  for (const [name, file, args] of steps) {
    const started = Date.now();
    const { status } = spawnSync(program, [join(root, file), ...args], { cwd: root, stdio: 'inherit' });
    console.log(`${status === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (status !== 0) process.exit(status ?? 1);
  }
};

if (process.argv[1]?.endsWith('check.mjs')) check();
