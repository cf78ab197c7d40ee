/** What the build writes in: its number, its first script, and the files of the pages that are needed without a network. */
declare const __KEPT__: { build: string; entry: string; files: readonly string[] };

interface Extendable extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface Fetched extends Event {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
}
interface Worker {
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  location: Location;
  oninstall: (event: Extendable) => void;
  onactivate: (event: Extendable) => void;
  onfetch: (event: Fetched) => void;
}

const worker = self as unknown as Worker;
const { build, entry, files } = __KEPT__;
const shelf = `zongban-${build}`;
const shell = '/';
/** A network that does not answer is none. */
const patience = 5_000;

/** All of one build or nothing of it: a shell never stands without its files. */
const install = async () => {
  const cache = await caches.open(shelf);
  const page = await fetch(shell, { cache: 'no-store' });
  if (!page.ok || !(await page.clone().text()).includes(entry)) throw new Error('another build is there already');
  await cache.addAll(files);
  await cache.put(shell, page);
  await worker.skipWaiting();
};

const activate = async () => {
  for (const name of await caches.keys()) if (name.startsWith('zongban-') && name !== shelf) await caches.delete(name);
  await worker.clients.claim();
};

/** The network first: whoever has one always sees the newest page. */
const page = async (request: Request) => {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined));
  const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
  if (answer && answer.status < 500) return answer;
  return (await (await caches.open(shelf)).match(shell)) ?? answer ?? Response.error();
};

/** A file with a hash in its name never changes. */
const asset = async (request: Request) => {
  const cache = await caches.open(shelf);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
};

worker.oninstall = (event) => event.waitUntil(install());
worker.onactivate = (event) => event.waitUntil(activate());
/** What the server says about the school passes by and is never kept here. */
worker.onfetch = (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/api/')) return;
  if (pathname.startsWith('/assets/')) event.respondWith(asset(event.request));
  else if (event.request.mode === 'navigate') event.respondWith(page(event.request));
};
