// A process of its own: a hostile file can end it and nothing else. It ends with the program that asked.
import { extract } from './extract.ts';
import { readPictures } from './pictures.ts';
import { whyOf } from './unreadable.ts';

process.once('disconnect', () => process.exit(0));
process.once('message', async ({ path, type, how }: { path: string; type: string; how: 'text' | 'pictures' }) => {
  try {
    process.send!({ found: await (how === 'text' ? extract : readPictures)(path, type) });
  } catch (error) {
    process.send!({ why: whyOf(error) });
  }
});
