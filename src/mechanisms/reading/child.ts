// A process of its own: a hostile file can end it and nothing else. It ends with the program that asked.
import { extract } from './extract.ts';
import { readPictures } from './pictures.ts';
import type { How } from './readers.ts';
import { whyOf } from './unreadable.ts';

const ways: Record<How, (path: string, type: string) => Promise<object>> = {
  text: async (path, type) => ({ found: await extract(path, type) }),
  pictures: async (path, type) => ({ found: await readPictures(path, type) }),
  photo: async (path) => ({ picture: await (await import('./heic.ts')).develop(path) }),
};

process.once('disconnect', () => process.exit(0));
process.once('message', async ({ path, type, how }: { path: string; type: string; how: How }) => {
  try {
    process.send!(await ways[how](path, type));
  } catch (error) {
    process.send!({ why: whyOf(error) });
  }
});
