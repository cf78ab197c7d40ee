import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What the pages of a PDF are drawn with on a phone. */
const beside = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The pages: files with a hash in their name stay for a year, every other address is the one page that routes itself. */
export const serveWeb = async (app: FastifyInstance, folder: string, dev: boolean) => {
  await app.register(fastifyStatic, { root: beside, prefix: '/pdfjs/', decorateReply: false, index: false, allowedPath: (path) => /^\/(?:cmaps|standard_fonts|wasm)\//.test(path) });
  if (dev || !existsSync(join(folder, 'index.html'))) return;
  await app.register(fastifyStatic, { root: folder, wildcard: true, index: false, preCompressed: true, setHeaders: (reply, path) => void reply.header('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache') });
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || /\.\w+($|\?)/.test(request.url)) return;
    await reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
};
