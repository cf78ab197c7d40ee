// Builds the pages when they changed: a hash of everything they are made from says so.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { node, root } from './node.mjs';

const hashOf = (paths) => {
  const hash = createHash('sha256');
  const add = (path) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(path.slice(root.length)).update(readFileSync(path));
  };
  for (const path of paths) add(join(root, path));
  return hash.digest('hex');
};

/** Says whether it was built. */
export const buildWeb = () => {
  const stamp = join(root, '.build/web.stamp');
  const hash = hashOf(['src', 'package-lock.json', 'vite.config.ts']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(join(root, '.build/web/index.html'))) return false;
  const { status } = spawnSync(node(), [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
};

if (process.argv[1] === import.meta.filename || process.argv[1]?.endsWith('web.mjs')) buildWeb();
