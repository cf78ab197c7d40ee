// Runs one file of ours, or a program of a package, under the right Node: node bin/run.mjs src/app/openapi.ts
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { node, root } from './node.mjs';

const [file, ...args] = process.argv.slice(2);
const child = spawn(node(), ['--no-warnings', join(root, file), ...args], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
