import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Desk, overhangOf, violationsOf } from './desk.ts';
import { openStory } from './story.ts';

const { as, read } = openStory();

/** Every page there is, as the router knows them; a blank in a path begins with $. */
const paths = [...readFileSync('src/app/web/routes.tsx', 'utf8').matchAll(/page\('(\/[^']*)'/g)].map(([, path]) => path!);
const blank = (path: string) => path.includes('$');
const shapes = paths.filter(blank).map((path) => ({ path, like: new RegExp(`^${path.replace(/\$\w+/g, '[^/?#]+')}$`) }));
const shapeOf = (href: string) => (paths.includes(href) ? undefined : shapes.find(({ like }) => like.test(href))?.path);

/** Whose page it is, where it is not the clerk's. */
const readers: Readonly<Record<string, string>> = { '/roles': 'security', '/settings': 'admin', '/mails': 'admin', '/audit': 'auditor', '/approvals/routes': 'admin', '/lives': 'admin' };
const homes = ['leader', 'department.head', 'archivist', 'admin'];

/** Nothing leads to the first but an address somebody was given; the minutes of the sample are final, and are written in a journey of their own. */
const unlinked = ['/library/links/$grantId', '/meetings/papers/$paperId/edit'];

/** Pages of a record that is in one state alone: no list need show it first. */
const ofOneState = async () => {
  const of = async (path: string, list: string, state: string) => ((await read('office.clerk', path))[list] as { id: string; state: string }[]).find((line) => line.state === state)!.id;
  const [draft, issued] = [await of('/outgoing?most=100', 'documents', 'draft'), await of('/outgoing?most=100', 'documents', 'issued')];
  const planned = await of('/meetings?show=all&most=100', 'meetings', 'draft');
  const called = ((await read('office.clerk', '/meetings?show=coming'))['meetings'] as { id: string; state: string; begunAt: string | null }[]).find(({ state, begunAt }) => state === 'called' && begunAt === null)!.id;
  const { room } = (await read('office.clerk', `/meetings/${called}`)) as { room: { bookingId: string } };
  // Only from one's own booking one signs in at the door.
  return [`/rooms/bookings/${room.bookingId}`, `/records/${draft}`, `/outgoing/${draft}/edit`, `/outgoing/${issued}/versions`, `/meetings/${planned}/edit`];
};

/** What a page is made of is coloured by one palette: these few show all of it. */
const inEveryColour = ['/', '/incoming', '/incoming/new', '/records/$recordId', '/outgoing/numbers', '/library/$itemId', '/archive/boxes', '/meetings/$meetingId/sitting', '/rooms', '/rooms/book', '/clocks', '/calendar', '/settings', '/search', '/people'];

/** The colours the system asks for change at once; the width does, too: one opening serves for all. */
const looked = async ({ page }: Desk, path: string) => {
  const faults: string[] = [];
  const look = async (name: string, found: Promise<string[]>) => faults.push(...(await found).map((fault) => `${name}: ${fault}`));
  const overhang = async (name: string) => ((await overhangOf(page)) > 0 ? [`${name} scrolls sideways`] : []);
  await look('1440', violationsOf(page));
  await look('1440', overhang('it'));
  if (inEveryColour.includes(shapeOf(path) ?? path)) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await look('dark', violationsOf(page, ['color-contrast']));
    await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
    await look('contrast', violationsOf(page, ['color-contrast']));
    await page.emulateMedia({ contrast: 'no-preference' });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await look('390', violationsOf(page));
  await look('390', overhang('it'));
  await page.setViewportSize({ width: 320, height: 700 });
  await look('320', overhang('it'));
  await page.setViewportSize({ width: 1440, height: 900 });
  return faults;
};

test('every page is well on a wide screen and on a phone, in the light, the dark and in high contrast (WCAG 2.2 AA)', async () => {
  const waiting = [...paths.filter((path) => !blank(path)).map((path) => ({ path, reader: readers[path] ?? 'office.clerk' })), ...homes.map((reader) => ({ path: '/', reader }))];
  const seen = new Map<string, number>();
  for (const path of await ofOneState()) {
    seen.set(shapeOf(path)!, 1);
    waiting.push({ path, reader: 'office.clerk' });
  }
  const faults: string[] = [];
  for (const { path, reader } of waiting) {
    const desk = await as(reader);
    await desk.open(path);
    if (await desk.page.getByText('这一页由其他岗位使用').count()) faults.push(`${path} is not for ${reader}`);
    const links = await desk.page.$$eval('#content a[href^="/"]', (all) => [...new Set(all.map((link) => link.getAttribute('href')!))]);
    const from = new Set<string>();
    for (const href of links) {
      const shape = shapeOf(href);
      // A record has as many faces as kinds: one from each list. Of other pages one is enough.
      if (!shape || from.has(shape) || waiting.some((page) => page.path === href) || (shape !== '/records/$recordId' && seen.has(shape))) continue;
      from.add(shape);
      seen.set(shape, (seen.get(shape) ?? 0) + 1);
      waiting.push({ path: href, reader });
    }
    const title = await desk.page.title();
    faults.push(...(await looked(desk, path)).map((fault) => `${path} ${title} at ${fault}`));
  }
  expect(faults).toEqual([]);
  expect(inEveryColour.filter((path) => !paths.includes(path))).toEqual([]);
  expect(shapes.map(({ path }) => path).filter((path) => !seen.has(path) && !unlinked.includes(path))).toEqual([]);
}, 600_000);
