import type { Problem } from '#platform/problem.ts';
import { mine } from './kept.ts';

const prefix = 'zongban-answer.';

interface Query<T> {
  queryKey: readonly unknown[];
  queryFn: () => Promise<T>;
}

/**
 * What was answered last stays on this device and stands in while no server is reached, also over a reload: for the few pages that are needed
 * without a network. `name` where the answer says itself whose it is.
 */
export const keptAnswer = <T>({ queryKey, queryFn }: Query<T>, name?: string) => ({
  queryKey,
  queryFn: async () => {
    const place = prefix + (name ?? mine(JSON.stringify(queryKey)));
    try {
      const answer = await queryFn();
      keep(place, answer);
      return answer;
    } catch (problem) {
      const { status } = problem as Problem;
      if (status === 401) forgetAnswers();
      if (status === 403 || status === 404) localStorage.removeItem(place);
      const kept = status >= 502 ? localStorage.getItem(place) : null;
      if (kept === null) throw problem;
      return JSON.parse(kept) as T;
    }
  },
});

/** Nobody is signed in any more: nothing the server answered stays. What was written and not sent yet does. */
export const forgetAnswers = () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
};

/** A device that is full does without. */
const keep = (place: string, answer: unknown) => {
  try {
    localStorage.setItem(place, JSON.stringify(answer));
  } catch {
    localStorage.removeItem(place);
  }
};
