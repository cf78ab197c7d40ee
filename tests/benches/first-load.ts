import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes that leave the server, compressed with gzip, until the pages named have been shown by a browser that has nothing yet. */
export const firstLoad = (folder: string, pages: readonly string[]) => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const entry = /<script[^>]+src="\/([^"]+)"/.exec(html)![1]!;
  const own = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file!);
  const script = readFileSync(join(folder, entry), 'utf8');
  const all = new Set(['index.html', ...own, ...pages.flatMap((page) => filesOf(script, page))]);
  // A set hands out what is added to it while it is walked.
  for (const file of all) if (file.endsWith('.js')) for (const next of importsOf(join(folder, file))) all.add(next);
  return [...all].reduce((sum, file) => sum + sent(join(folder, file)), 0);
};

/** What the built entry fetches before it shows a page: its script, its styles and theirs. */
const filesOf = (script: string, page: string) => {
  const listed = /m\.f=\[([^\]]*)\]/.exec(script)?.[1]?.match(/assets\/[^"]+/g) ?? [];
  const found = new RegExp(`import\\(.\\./(${page}-[^"'\`]+)["'\`]\\)(?:\\.then\\(e=>e\\.\\w+\\))?,__vite__mapDeps\\(\\[([\\d,]*)\\]`).exec(script);
  if (!found) throw new Error(`first load: the build has no page ${page}`);
  return [`assets/${found[1]}`, ...found[2]!.split(',').filter(Boolean).map((place) => listed[Number(place)]!)];
};

const importsOf = (file: string) => [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map(([, name]) => `assets/${name}`);

const sent = (file: string) => statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;
