// npm run bench: each screen's request against the raw SQL it needs and against bare Fastify, on one database in one run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '#platform/postgres.ts';
import { chance, corpusOr } from './corpus.ts';
import { firstLoad } from './first-load.ts';
import { approvalsWaiting } from './approvals.ts';
import { emptyHouse, forgetSubmitted, loadDocuments, schoolOf } from './load.ts';
import { askFor } from './client.ts';
import { measure, measureUnhurried } from './measure.ts';
import { optionsOf } from './options.ts';
import { measurePapers } from './papers.ts';
import { type Line, report } from './report.ts';
import { answersOf, compared, knowDocuments, peopleOf, type Screen, screensOf } from './requests.ts';
import { loadMeetings, meetingScreens } from './rooms.ts';
import { searchesOf } from './searches.ts';
import type { Given } from './server.ts';
import { type Server, startServer } from './servers.ts';

const options = optionsOf(process.argv.slice(2), process.env);
const { users, seconds, small, documents } = options;
const home = mkdtempSync(join(tmpdir(), 'zongban-bench-'));
const started: Server[] = [];

const run = async (address: Given['address']) => {
  const db = await emptyHouse(address);
  const corpus = corpusOr(options.corpus, chance(3));
  const people = await peopleOf(db, users);
  const departments = (await db.selectFrom('posts').select('departmentId').where('role', '=', 'department.head').execute()).map(({ departmentId }) => departmentId);
  const school = await schoolOf(db);
  let turn = 0;
  const act: Screen = { name: 'approval act', kind: 'submit', once: true, asks: () => approvalsWaiting(db, { people, each: Math.ceil(((seconds + 1) * mostActs) / users), school }, turn++) };
  const screens = [...screensOf(people, corpus, departments), act, ...meetingScreens(people)].filter(({ name }) => !options.only.length || options.only.includes(name));
  const start = async (kind: Given['kind'], more: Partial<Given> = {}) => {
    const server = await startServer({ kind, address, dataDir: join(home, 'files'), searches: {}, answers: {}, ...more }, users, kind === 'web' ? options.profile : '');
    started.push(server);
    return server;
  };
  const load = async (from: number, to: number) => {
    const began = performance.now();
    if (to > from) {
      await loadMeetings(db, { from, to }, school);
      await loadDocuments(db, { from, to, corpus });
    }
    console.log(`${to} documents after ${((performance.now() - began) / 1000).toFixed(0)} s of loading`);
  };

  await load(0, small);
  const began = new Date().toISOString();
  const smaller = await start('web');
  await knowDocuments(smaller, people);
  const before = await measured(screens, [smaller]);
  await smaller.stop();
  await forgetSubmitted(db, began);

  await load(small, documents);
  const web = await start('web');
  await knowDocuments(web, people);
  // Each house by itself: between the seconds of a server that reads whole tables the product would find nothing of its own in memory.
  const grown = await measured(screens, [web]);
  await forgetSubmitted(db, began);
  const raw = await start('raw', { searches: await searchesOf(address, screens, users) });
  await compared(web, raw, screens);
  const bare = await start('bare', { answers: await answersOf(web, screens) });
  const after = await measured(screens, [web, raw, bare]);
  await forgetSubmitted(db, began);
  const unhurried: Line['unhurried'][] = [];
  for (const screen of screens) unhurried.push(screen.kind === 'submit' ? undefined : await measureUnhurried(screen, web, seconds));
  const papers = await measurePapers(db, web, people[0]!);
  const memory = [await settledMemory(web)];
  for (const server of [web, raw, bare]) await server.stop();
  memory.push(await memoryOfWhole(await start('all'), screens));
  await db.destroy();
  const lines = screens.map((screen, i): Line => ({ screen, small: before[i]!['web']!, grown: grown[i]!['web']!, web: after[i]!['web']!, raw: after[i]!['raw']!, bare: after[i]!['bare'], unhurried: unhurried[i] }));
  return report({ documents, users, lines, papers, memoryMB: Math.max(...memory), firstLoadKB: firstLoad('.build/web', ['SignIn', 'Home']) / 1024 });
};

// Decided in a second, by the product and by hand together.
const mostActs = 1600;

const measured = async (screens: readonly Screen[], servers: readonly Server[]) => {
  const results = [];
  for (const screen of screens) results.push(await measure(screen, servers, seconds));
  return results;
};

/** Pages and worker in one process, as most schools run it: after everybody did everything. */
const memoryOfWhole = async (server: Server, screens: readonly Screen[]) => {
  for (const { asks } of screens) await askFor(server.connections, await asks(), Math.min(2, seconds));
  const memory = await settledMemory(server);
  await server.stop();
  return memory;
};

/** Everybody has gone: what is still held a few seconds later, in MB. */
const settledMemory = async ({ kind, usage }: Server) => {
  await new Promise((resolve) => setTimeout(resolve, 5000));
  const memory = (await usage()).rss / 1024 ** 2;
  console.log(`memory of the server '${kind}' after its work: ${memory.toFixed(0)} MB`);
  return memory;
};

if (spawnSync(process.execPath, ['bin/web.mjs'], { stdio: 'inherit' }).status !== 0) throw new Error('the pages could not be built');
const engine = await startPostgres(home);
let reached = false;
try {
  reached = await run({ host: engine.host, port: engine.port, user: engine.user, database: 'postgres' });
} finally {
  for (const server of started) await server.stop();
  await engine.stop();
  rmSync(home, { recursive: true, force: true });
}
process.exit(reached ? 0 : 1);
