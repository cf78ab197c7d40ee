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
    // A leave that began changes whom a deputy hears for; a session that ended hears nothing more.
    const ask = async () => {
      const still = await whoAsks(request).catch(() => undefined);
      if (raw.writableEnded) return;
      if (still) keys = new Set(still.keys);
      else raw.end();
    };
    const unwatch = live.watch(({ keys: told, what }) => {
      if (told !== 'all' && !told.some((key) => keys.has(key))) return;
      raw.write(`data: ${JSON.stringify(what)}\n\n`);
      if (what.includes('access')) void ask();
    });
    const beat = setInterval(() => (raw.write(':\n\n'), void ask()), heartbeat);
    const end = () => (unwatch(), clearInterval(beat), open.delete(end), raw.end());
    open.add(end);
    raw.on('close', end);
  });
};
