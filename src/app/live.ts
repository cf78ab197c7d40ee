import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Live } from '#platform/live.ts';
import type { Actor } from '#platform/module.ts';
import { unknownPerson } from '#platform/problem.ts';

const heartbeat = 25_000;

/** GET /api/live: server-sent events that say which kinds of data changed for the person who listens, never what. */
export const routeLive = (app: FastifyInstance, live: Live, whoAsks: (request: FastifyRequest) => Promise<Actor | undefined>) => {
  const open = new Set<() => void>();
  app.addHook('preClose', async () => open.forEach((end) => end()));
  app.get('/api/live', async (request, reply) => {
    const actor = await whoAsks(request);
    if (!actor) throw unknownPerson();
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    raw.write('retry: 3000\n\n');
    let keys = new Set(actor.keys);
    const unwatch = live.watch(({ keys: told, what }) => {
      if (told === 'all' || told.some((key) => keys.has(key))) raw.write(`data: ${JSON.stringify(what)}\n\n`);
    });
    // A session that ended while listening is noticed at the next heartbeat, and so is a leave that began: the deputy hears for whom they stand in.
    const beat = setInterval(async () => {
      const still = await whoAsks(request).catch(() => undefined);
      if (!still) return void raw.end();
      keys = new Set(still.keys);
      raw.write(':\n\n');
    }, heartbeat);
    const end = () => (unwatch(), clearInterval(beat), open.delete(end), raw.end());
    open.add(end);
    raw.on('close', end);
  });
};
