// A process of its own: a hostile file can end it and nothing else.
import { extract } from './extract.ts';

process.once('message', async ({ path, type }: { path: string; type: string }) => {
  try {
    process.send!({ ok: await extract(path, type) });
  } catch (error) {
    process.send!({ why: String((error as Error)?.message ?? error).slice(0, 300) });
  }
});
