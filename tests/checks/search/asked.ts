import type { Connection } from '../../benches/client.ts';
import { type Filed, letters } from './filed.ts';
import type { Query } from './queries.ts';

export interface Answer {
  query: Query;
  who: string;
  wanted: number;
  found: number;
  /** Found of what was wanted. */
  right: number;
  /** Shown although the asker may not see it. */
  leaked: number;
  /** Records shown twice on different pages. */
  twice: number;
  /** Milliseconds of the first page, each of three times. */
  took: readonly number[];
}

interface Page {
  results: { recordId: string }[];
  next: string | null;
}

/** Each query asked by each of them, to the last page. */
export const askAll = async (connection: Connection, queries: readonly Query[], filed: readonly Filed[], tokens: Record<string, string>): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (const query of queries)
    for (const [who, token] of Object.entries(tokens)) answers.push(await askOne(connection, query, who === 'clerk' ? filed : filed.filter((one) => one.isSeenByHead), { who, token }));
  return answers;
};

const askOne = async (connection: Connection, query: Query, seen: readonly Filed[], { who, token }: { who: string; token: string }): Promise<Answer> => {
  const path = `/api/search?q=${encodeURIComponent(query.q)}`;
  const took: number[] = [];
  for (let i = 0; i < 3; i++) {
    const from = performance.now();
    await connection.ask({ path, token });
    took.push(performance.now() - from);
  }
  const found: string[] = [];
  for (let after = ''; ; ) {
    const { results, next }: Page = JSON.parse(await connection.ask({ path: path + after, token }));
    found.push(...results.map(({ recordId }) => recordId));
    if (!next) break;
    after = `&after=${encodeURIComponent(next)}`;
  }
  const wanted = new Set(wantedOf(query, seen));
  const visible = new Set(seen.map(({ recordId }) => recordId));
  const once = [...new Set(found)];
  return { query, who, wanted: wanted.size, found: once.length, right: once.filter((id) => wanted.has(id)).length, leaked: once.filter((id) => !visible.has(id)).length, twice: found.length - once.length, took };
};

const wantedOf = ({ q, ids }: Query, seen: readonly Filed[]) => {
  const words = q.split(/\s+/).map(letters).filter(Boolean);
  const holds = ids ? ({ id }: Filed) => ids.includes(id) : ({ pieces }: Filed) => words.length > 0 && words.every((word) => pieces.some((piece) => piece.includes(word)));
  return seen.filter(holds).map(({ recordId }) => recordId);
};
