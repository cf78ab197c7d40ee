import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);

/** A browser from npm packages alone, with Chinese fonts. CHROMIUM_PATH names another one. */
export const openBrowser = async () => {
  const { executablePath, env } = process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'], env: {} } : await unpacked();
  return chromium.launch({ executablePath, args: ['--no-sandbox'], env: { ...(process.env as Record<string, string>), ...env } });
};

/** Unpacked once into a folder of its own version, and put in place in one step: several may try at once. */
const unpacked = async () => {
  const packed = join(dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `zongban-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(join(folder, 'chromium'))) {
    const half = `${folder}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    await unpack(packed, half);
    try {
      renameSync(half, folder);
    } catch {
      rmSync(half, { recursive: true, force: true });
    }
  }
  writeFileSync(join(folder, 'fonts.conf'), fonts(folder));
  // The libraries are for the browser alone: another program would not survive them.
  const libraries = [process.env['LD_LIBRARY_PATH'], join(folder, 'al/lib')].filter(Boolean).join(':');
  return { executablePath: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') } };
};

const unpack = async (packed: string, to: string) => {
  const { extract } = require('tar-fs') as { extract: (folder: string) => NodeJS.WritableStream };
  const from = (name: string) => [createReadStream(join(packed, 'bin', name)), createBrotliDecompress()] as const;
  await Promise.all([
    pipeline(...from('chromium.br'), createWriteStream(join(to, 'chromium'), { mode: 0o755 })),
    pipeline(...from('swiftshader.tar.br'), extract(to)),
    pipeline(...from('al2023.tar.br'), extract(join(to, 'al'))),
    pipeline(...from('fonts.tar.br'), extract(join(to, 'fonts'))),
  ]);
};

const fonts = (folder: string) => {
  const chinese = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(folder, 'fonts')}</dir><dir>${join(chinese, '400Regular')}</dir><dir>${join(chinese, '700Bold')}</dir><cachedir>${join(folder, 'cache')}</cachedir>
<alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias></fontconfig>`;
};
