import { readFileSync } from 'node:fs';
import { chance, type CorpusText } from '../../benches/corpus.ts';

export interface Query {
  q: string;
  /** Texts that ought to be found; without it, all that hold it literally. */
  ids?: readonly string[];
}

/** A file of queries; a fault names the query in which it is. */
export const readQueries = (file: string): Query[] => {
  const all: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const list = Array.isArray(all) ? all : (all as { queries?: unknown })?.queries;
  if (!Array.isArray(list)) throw new Error(`${file}: neither a list nor an object with "queries"`);
  return list.map((one, i) => queryOf(one) ?? fault(`${file}: query ${i + 1} has no "q"`));
};

const queryOf = (one: unknown): Query | undefined => {
  if (typeof one === 'string') return { q: one };
  const { q, query, text, ids, relevant, expected } = (one ?? {}) as Record<string, unknown>;
  const asked = q ?? query ?? text;
  const wanted = ids ?? relevant ?? expected;
  return typeof asked === 'string' ? { q: asked, ...(Array.isArray(wanted) && { ids: wanted.map((id) => String((id as { id?: unknown })?.id ?? id)) }) } : undefined;
};

const fault = (text: string): never => {
  throw new Error(text);
};

/** Queries as people type them, each from a text that must then be found: two to eight letters, numbers in other brackets, two words, wide digits. */
export const madeFrom = (texts: readonly CorpusText[], count = 200): Query[] => {
  const random = chance(5);
  const shapes = [piece(2), piece(2), piece(2), piece(3), piece(4), piece(8), twoWords, numbered, wide];
  return Array.from({ length: count }, (_, i) => ({ q: shapes[i % shapes.length]!(random.of(texts).body, random) })).filter(({ q }) => q.trim());
};

type Random = ReturnType<typeof chance>;

const piece = (length: number) => (body: string, random: Random) => {
  const runs = body.match(/\p{Script=Han}+/gu)?.filter((run) => run.length >= length) ?? [];
  if (!runs.length) return '';
  const run = random.of(runs);
  const from = random.below(run.length - length + 1);
  return run.slice(from, from + length);
};

const twoWords = (body: string, random: Random) => `${piece(2)(body, random)} ${piece(2)(body, random)}`;

const number = /〔?[（(]?\d{4}[）)〕]?\s*第?\d*\s*号|第[一二三四五六七八九十百\d]+条/gu;
const numbered = (body: string, random: Random) => {
  const found = body.match(number);
  return found ? random.of(found).replace(/[〔（(]/, '[').replace(/[〕）)]/, ']') : piece(2)(body, random);
};

const wide = (body: string, random: Random) => numbered(body, random).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
