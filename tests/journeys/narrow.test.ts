import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openStory } from './story.ts';

const { as, read } = openStory();

/** Every page there is, as the router knows them. */
const paths = [...readFileSync('src/app/web/routes.tsx', 'utf8').matchAll(/page\('(\/[^']*)'/g)].map(([, path]) => path!);

/** What stands for a blank in a path: one record of the sample after another. */
const filled = async (path: string): Promise<string[]> => {
  if (!path.includes('$')) return [path];
  const incoming = (await read('office.clerk', '/incoming?most=40')).documents as { id: string; state: string }[];
  const outgoing = (await read('office.clerk', '/outgoing?most=40')).documents as { id: string; state: string }[];
  const oneOf = (documents: typeof incoming, ...states: string[]) => states.flatMap((state) => documents.filter((document) => document.state === state).slice(0, 1)).map(({ id }) => id);
  if (path === '/records/$recordId') return [...oneOf(incoming, 'dispatched', 'circulating', 'stub', 'returned'), ...oneOf(outgoing, 'draft', 'approving', 'issued')].map((id) => `/records/${id}`);
  if (path === '/outgoing/$recordId/edit') return oneOf(outgoing, 'draft').map((id) => `/outgoing/${id}/edit`);
  if (path === '/outgoing/$recordId/versions') return oneOf(outgoing, 'issued').map((id) => `/outgoing/${id}/versions`);
  if (path === '/q/$code') return [`/q/${((await read('office.clerk', '/incoming/originals?whose=all')).papers as { code: string }[])[0]?.code ?? ''}`];
  return [];
};

const readers: Readonly<Record<string, string>> = { '/roles': 'security', '/settings': 'admin', '/mails': 'admin', '/audit': 'auditor', '/approvals/routes': 'admin', '/archive/destruction': 'archivist' };

test('no page scrolls sideways on the narrowest phone (WCAG 1.4.10)', async () => {
  const wide: string[] = [];
  for (const path of paths)
    for (const page of await filled(path)) {
      const desk = await as(readers[path] ?? 'office.clerk', 320);
      await desk.open(page).catch(() => wide.push(`${page} did not open`));
      for (const width of [320, 390]) {
        await desk.page.setViewportSize({ width, height: 700 });
        const [content, screen] = await desk.page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
        if (content > screen) wide.push(`${page} at ${width}: ${content}`);
      }
    }
  expect(wide).toEqual([]);
}, 240_000);
