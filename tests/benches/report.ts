import type { Result } from './measure.ts';
import type { PaperLine } from './papers.ts';
import type { Screen } from './requests.ts';

export interface Line {
  screen: Screen;
  /** The product alone, in the small house and in the large one. */
  small: Result;
  grown: Result;
  /** In turns with the others. */
  web: Result;
  raw: Result;
  /** None where nothing can be asked twice. */
  bare: Result | undefined;
  /** Reads alone: each looks at a page for a second before they ask for the next. */
  unhurried: Pick<Result, 'p50' | 'p95'> | undefined;
}

interface Target {
  what: string;
  value: number;
  unit: string;
  least?: number;
  most?: number;
}

const slowest = { read: 30, search: 60, submit: Infinity };
const leastShare = { read: 0.75, search: 0.75, submit: 0.6 };
const mostGrowth = 1.5;

const targetsOf = ({ screen: { kind, name }, small, grown, web, raw, unhurried }: Line): Target[] => [
  ...(kind === 'submit' ? [] : [{ what: `${name}: p95 of people who never pause`, value: web.p95, unit: 'ms', most: slowest[kind] }, { what: `${name}: p95 of people who look at a page for a second`, value: unhurried!.p95, unit: 'ms', most: slowest[kind] }]),
  { what: `${name}: share of the raw SQL's requests`, value: web.rate / raw.rate, unit: '', least: leastShare[kind] },
  { what: `${name}: cost against the smaller house`, value: small.rate / grown.rate, unit: '×', most: mostGrowth },
];

const isReached = ({ value, least = -Infinity, most = Infinity }: Target) => value >= least && value <= most;

export interface Whole {
  documents: number;
  users: number;
  lines: readonly Line[];
  papers: readonly PaperLine[];
  memoryMB: number;
  firstLoadKB: number;
}

/** The table, what is reached, and one line of JSON; says whether all targets are. */
export const report = ({ documents, users, lines, papers, memoryMB, firstLoadKB }: Whole) => {
  console.log(`\n${documents} documents, ${users} users at a time; CPU is the server's own, without the database's`);
  console.log(['request'.padEnd(24), 'server', '   req/s', ' p50 ms', ' p95 ms', 'CPU µs', ' ratio'].join('  '));
  for (const line of lines) for (const kind of ['web', 'raw', 'bare'] as const) if (line[kind]) console.log(rowOf(line, kind));
  for (const { what, ms } of papers) console.log(`${what}: ${ms.toFixed(0)} ms`);
  const targets = [...lines.flatMap(targetsOf), ...papers.flatMap(({ what, ms, most }) => (most ? [{ what, value: ms, unit: 'ms', most }] : [])), { what: 'server memory', value: memoryMB, unit: 'MB', most: 250 }, { what: 'first load, gzip', value: firstLoadKB, unit: 'KB', most: 250 }];
  console.log('');
  for (const target of targets) console.log(`${isReached(target) ? 'reached' : 'MISSED '}  ${shown(target)}`);
  const missed = targets.filter((target) => !isReached(target)).map(({ what }) => what);
  const numbers = Object.fromEntries(lines.map(({ screen, small, grown, web, raw, bare, unhurried }) => [screen.name, { p50: round(web.p50), p95: round(web.p95), perSecond: round(web.rate), rawPerSecond: round(raw.rate), ...(bare && { barePerSecond: round(bare.rate) }), ...(unhurried && { unhurriedP50: round(unhurried.p50), unhurriedP95: round(unhurried.p95) }), ratio: round(web.rate / raw.rate), growth: round(small.rate / grown.rate), cpu: round(web.cpu) }]));
  console.log(JSON.stringify({ documents, users, requests: numbers, papers: Object.fromEntries(papers.map(({ what, ms }) => [what, round(ms)])), memoryMB: round(memoryMB), firstLoadKB: round(firstLoadKB), missed }));
  return missed.length === 0;
};

const rowOf = (line: Line, kind: 'web' | 'raw' | 'bare') => {
  const { rate, p50, p95, cpu } = line[kind]!;
  const name = kind === 'web' ? line.screen.name : '';
  const ratio = kind === 'web' ? (rate / line.raw.rate).toFixed(2) : '';
  return [name.padEnd(24), { web: 'product', raw: 'raw SQL', bare: 'Fastify' }[kind].padEnd(7), rate.toFixed(0).padStart(7), p50.toFixed(1).padStart(7), p95.toFixed(1).padStart(7), cpu.toFixed(0).padStart(6), ratio.padStart(6)].join('  ');
};

const shown = ({ what, value, unit, least, most }: Target) => `${what}: ${value.toFixed(2)}${unit} (${least === undefined ? `at most ${most}` : `at least ${least}`}${unit})`;

const round = (value: number) => Math.round(value * 100) / 100;
