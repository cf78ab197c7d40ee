import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { serveWeb } from './web-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'zongban-web-'));
mkdirSync(join(folder, 'assets'));
for (const [name, text] of [['index.html', '<!doctype html>'], ['sw.js', 'self'], ['manifest.webmanifest', '{}'], ['assets/index-abc.js', 'one']]) writeFileSync(join(folder, name!), text!);
const app = Fastify();
await serveWeb(app, folder, false);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

test.each([
  // A new build is heard of at once: neither the page nor what keeps it is answered from a cache.
  ['/', 'text/html; charset=utf-8', 'no-cache'],
  ['/meetings/1/sitting', 'text/html; charset=utf-8', 'no-cache'],
  ['/sw.js', 'application/javascript; charset=utf-8', 'no-cache'],
  ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
  ['/assets/index-abc.js', 'application/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
])('%s', async (url, type, cached) => {
  const { statusCode, headers } = await app.inject({ url });
  expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([200, type, cached]);
});

test('a file of a build that is gone is not the page', async () => {
  expect((await app.inject({ url: '/assets/index-old.js' })).statusCode).toBe(404);
});
