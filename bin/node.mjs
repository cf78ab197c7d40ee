// Plain Node 20 syntax: this file must be able to say that Node is too old.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// What Node makes of our sources is kept beside the pages: a start costs two thirds of the first one.
process.env.NODE_COMPILE_CACHE ??= join(root, '.build', 'compiled');

const isNewEnough = (version) => {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
};

/** Garbage would otherwise grow with the memory of the machine; NODE_OPTIONS may name another figure, in MB. */
export const heap = /max-old-space-size/.test(process.env.NODE_OPTIONS ?? '') ? [] : ['--max-old-space-size=256', '--max-semi-space-size=8', '--no-allocation-site-pretenuring'];

/** The Node that came with the packages, or the one of this machine where it is new enough. */
export const node = () => {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const packed = join(root, `node_modules/node-${system}-${process.arch}/bin`, process.platform === 'win32' ? 'node.exe' : 'node');
  if (isNewEnough(process.version)) return process.execPath;
  if (existsSync(packed) && spawnSync(packed, ['-v']).status === 0) return packed;
  console.error(`Node ${process.version} 太旧：需要 22.18 或更新。\nNode ${process.version} is too old: 22.18 or newer is needed.`);
  process.exit(1);
};
